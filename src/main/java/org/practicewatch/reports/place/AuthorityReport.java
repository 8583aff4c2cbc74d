package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.exceptions.Priorities.Priority;
import org.practicewatch.reports.night.ExtractNote;
import org.practicewatch.reports.night.HeldNote;
import org.practicewatch.reports.night.IssueCount;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.Term;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Chart;
import org.practicewatch.reports.section.Section.NewPage;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.TrendChart;
import org.practicewatch.reports.section.Words;

/**
 * What a director reads, on six pages whatever the number of standards: what is worst and whose it
 * is, the standards of each rank, services and teams, the trend with stability and workforce, the
 * published figures, and whether it can be believed. The workbook has the rest.
 */
public final class AuthorityReport {

  private static final int HELD_PRINTED = 5;
  private static final int CHECKS_PRINTED = 8;

  private final NightInReports night;
  private final Place place;
  private final List<Place> services = new ArrayList<>();
  private final List<Place> teams = new ArrayList<>();
  private final RankWords words;
  private final RankTables tables;

  private AuthorityReport(NightInReports night) {
    this.night = night;
    this.place = Place.authority(night);
    this.words = new RankWords(place, night);
    this.tables = new RankTables(night);
    night
        .services()
        .forEach(
            (service, names) -> {
              services.add(Place.service(night, service, names));
              names.forEach(team -> teams.add(Place.team(night, team)));
            });
  }

  /** Reads one night of an authority that looks at no published figures. */
  public static Report of(NightInReports night) {
    return new AuthorityReport(night).report(null);
  }

  /** Reads one night, beside published figures. */
  public static Report of(NightInReports night, Comparison comparison) {
    return new AuthorityReport(night).report(comparison);
  }

  private Report report(@Nullable Comparison comparison) {
    boolean something = words.nothing().isEmpty();
    BesidePublished published = comparison == null ? null : new BesidePublished(night, comparison);
    List<Section> sections = new ArrayList<>();
    if (something) {
      sections.addAll(first());
      sections.add(new NewPage());
      sections.addAll(new StandardsOfRanks(place, night).sections("tonight"));
      sections.add(new NewPage());
      sections.add(tables.heat("Services and teams", beneathTheirServices(), place.ranks()));
    }
    List<Section> stability = Stability.authority(night).sections();
    if (!stability.isEmpty()) {
      sections.add(new NewPage());
    }
    TrendChart chart = place.before().chart(place.ranks().stream().map(Measured::of).toList());
    if (chart != null) {
      sections.add(new Chart("All in time tonight, and on the nights before", "", chart));
    }
    sections.addAll(stability);
    if (published != null) {
      sections.addAll(published.sections());
    }
    sections.add(new NewPage());
    sections.addAll(believed());
    NightWorkbooks.authority(
            night,
            services,
            teams,
            NightWorkbooks.sentences(words.headline(), lead(), "Before quoting a figure", remark()))
        .forEach(sheet -> sections.add(Table.of(sheet)));
    if (published != null) {
      published.sheets().forEach(sheet -> sections.add(Table.of(sheet)));
    }
    new StabilitySheets(night).authority().forEach(sheet -> sections.add(Table.of(sheet)));
    return new Report(
        "Practice standards: the authority",
        "Practice standards: authority report as at " + night.asAtInWords(),
        night.authority(),
        night.fictional(),
        night.asAtInWords(),
        words.headline(),
        lead(),
        remark(),
        words.tiles(),
        sections,
        false);
  }

  // ---- page 1: what is worst, and whose it is ----

  private List<Section> first() {
    List<Priority> ofChildren = words.ofChildren();
    return List.of(
        tables.ranks(place),
        tables.worstStandards(place),
        tables.worstPlaces("The teams to look at first", teams, ofChildren, 3));
  }

  private String lead() {
    return (words.untold() + " " + words.lead()).strip();
  }

  private String remark() {
    return Stream.of(
            words.recording(),
            words.targets(),
            place.before().direction(night.judged()),
            words.trust("; see the last page"),
            String.join(" ", night.departures().inOneSentence()))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private List<Place> beneathTheirServices() {
    List<Place> places = new ArrayList<>();
    night
        .services()
        .forEach(
            (service, names) -> {
              places.add(named(services, service));
              if (!names.equals(List.of(service))) {
                names.forEach(team -> places.add(named(teams, team)));
              }
            });
    return places;
  }

  private static Place named(List<Place> places, String name) {
    return places.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  // ---- the last page: can it be believed ----

  private List<Section> believed() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Sentence("Can it be believed?", received()));
    sections.add(held());
    if (!place.ranks().isEmpty()) {
      sections.add(tables.doubts(place));
    }
    sections.add(checks());
    sections.add(Term.brief(night));
    return sections;
  }

  private String received() {
    int read = night.extracts().stream().mapToInt(ExtractNote::rowsRead).sum();
    int loaded = night.extracts().stream().mapToInt(ExtractNote::rowsLoaded).sum();
    int rejected = night.extracts().stream().mapToInt(ExtractNote::rowsRejected).sum();
    int leftOut = night.extracts().stream().mapToInt(ExtractNote::rowsLeftOut).sum();
    String newest =
        night.extracts().stream()
            .map(ExtractNote::asAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(day -> ", the newest as at " + Words.date(day))
            .orElse("");
    return Words.count(night.extracts().size(), "table was", "tables were")
        + " received"
        + newest
        + ": "
        + Words.count(read, "row", "rows")
        + " read, "
        + Words.count(loaded)
        + " loaded, "
        + Words.count(rejected)
        + " rejected, "
        + Words.count(leftOut)
        + " left out. The workbook lists each.";
  }

  /** Tables of one workbook, of which the same is said, share a line. */
  private List<Row> heldTogether() {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (HeldNote one : night.held()) {
      alike
          .computeIfAbsent(List.of(one.why(), one.stands()), said -> new ArrayList<>())
          .add(one.what());
    }
    return alike.entrySet().stream()
        .map(
            one ->
                Row.of(String.join(", ", one.getValue()), one.getKey().get(0), one.getKey().get(1)))
        .toList();
  }

  private Table held() {
    List<Row> all = heldTogether();
    return new Table(
        "Missing, stale, held",
        all.isEmpty()
            ? "Nothing was held, and nothing that should have come is missing."
            : all.size() <= HELD_PRINTED
                ? ""
                : "The first " + HELD_PRINTED + " of " + all.size() + "; the workbook has all.",
        Section.Place.PAPER,
        List.of(
            Column.onPaper("What", 190, false).strong(),
            Column.onPaper("Why", 199, false),
            Column.onPaper("Instead", 150, false)),
        false,
        all.stream().limit(HELD_PRINTED).toList());
  }

  private Table checks() {
    // What is missing comes first: the page has room for so many lines of both.
    int printed = CHECKS_PRINTED - Math.min(HELD_PRINTED, heldTogether().size());
    List<IssueCount> most =
        night.issues().stream()
            .sorted(Comparator.comparingInt(IssueCount::count).reversed())
            .toList();
    return new Table(
        "What the checks on the record found most often",
        most.isEmpty()
            ? "They found nothing."
            : most.size() <= printed
                ? ""
                : "The first " + printed + " of " + most.size() + "; the workbook has all.",
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Check", 150, false).strong(),
            Column.onPaper("What it found", 329, false),
            Column.onPaper("Lines", 60, true)),
        false,
        most.stream()
            .limit(printed)
            .map(one -> Row.of(one.check(), ReportCell.text(one.problem()), new Count(one.count())))
            .toList());
  }
}
