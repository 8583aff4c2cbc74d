package org.practicewatch.reports.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.exceptions.Priorities.Priority;
import org.practicewatch.reports.night.Change;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightFigures;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Shown;
import org.practicewatch.reports.section.ReportCell.Tint;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Targets;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** Tables that are ordered by what matters: ranks, and places under each. */
final class RankTables {

  private static final int PAGE = 539;

  private static final int PLACES_ON_A_PAGE = 24;
  private static final int MOST_RANKS = 8;
  private static final int WORST = 3;

  /** From so many percentage points below its target a cell is shaded as far below. */
  private static final BigDecimal FAR = BigDecimal.TEN;

  private final NightInReports night;

  RankTables(NightInReports night) {
    this.night = night;
  }

  // ---- ranks ----

  /** Each rank: tonight, this year, its target, and how tonight differs from earlier nights. */
  Table ranks(Place place) {
    List<NightFigures> compared = place.compared();
    int changes = compared.isEmpty() ? 0 : 66;
    int name = PAGE - 64 - 88 - 70 - 58 - changes * compared.size();
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.onPaper("What matters, in its order", name, false).strong(),
                Column.onPaper("Children not in time tonight", 58, true),
                Column.onPaper("All in time tonight", 64, true),
                Column.onPaper("All in time " + night.figures().yearToDate(), 70, true),
                Column.onPaper("Target", 88, true)));
    compared.forEach(
        then -> columns.add(Column.onPaper("Change since " + Words.date(then.asAt()), 66, true)));
    return new Table(
        "What matters, in its order",
        "Children, each once: all in time, of those who are owed any of it. Homes, carers and workers"
            + " are counted under their standards.",
        Section.Place.PAPER,
        columns,
        false,
        place.ranks().stream().map(rank -> rank(place, Measured.of(rank), compared)).toList());
  }

  private Row rank(Place place, Measured rank, List<NightFigures> compared) {
    int overdue = place.overdueFor(rank);
    Figure now = place.figure(rank, Measure.NOW);
    List<ReportCell> cells = new ArrayList<>();
    cells.add(ReportCell.text(rank.title()));
    cells.add(
        ReportCell.countOrNothing(overdue)
            .shown(Weight.STRONG, overdue == 0 ? Tone.PLAIN : Tone.POOR, untold(now)));
    cells.add(ReportCell.share(place.share(now)));
    cells.add(ReportCell.share(place.share(place.figure(rank, Measure.ALL))));
    cells.add(target(place, rank, Measure.ALL));
    compared.forEach(then -> cells.add(change(place.changeSince(then, rank))));
    return new Row(cells);
  }

  /** "cannot tell 3"; empty for none. */
  static String untold(@Nullable Figure figure) {
    return figure == null || figure.cannotTell() == 0
        ? ""
        : "cannot tell " + Words.count(figure.cannotTell());
  }

  /** What is aimed for, and beneath it whether that is met tonight, and whether over the year. */
  private static ReportCell target(Place place, Measured of, Measure year) {
    String verdicts =
        Stream.of(
                said("tonight ", place.verdict(of, Measure.NOW)),
                said("year ", place.verdict(of, year)))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining("\n"));
    Tone tone =
        verdicts.contains(Targets.NOT_MET)
            ? Tone.POOR
            : verdicts.contains(Targets.MET) ? Tone.GOOD : Tone.PLAIN;
    return new Shown(
        ReportCell.text(Targets.words(of.target())), Weight.PLAIN, Tone.PLAIN, verdicts, tone);
  }

  private static String said(String when, String verdict) {
    return verdict.isEmpty() ? "" : when + verdict;
  }

  static ReportCell change(Change change) {
    boolean told = !change.verdict().isEmpty();
    return ReportCell.text(change.points())
        .shown(told ? Weight.PLAIN : Weight.QUIET, change.tone(), change.verdict());
  }

  // ---- the worst, by name ----

  /** The standards furthest below their target tonight, paperwork apart. */
  Table worstStandards(Place place) {
    Map<StandardNote, BigDecimal> margins =
        place.margins(night.judged().stream().filter(one -> !rankOf(one).recording()).toList());
    List<Row> rows =
        margins.entrySet().stream()
            .filter(one -> one.getValue().signum() < 0)
            .sorted(Map.Entry.comparingByValue())
            .limit(WORST)
            .map(
                one ->
                    new Row(
                        List.of(
                            ReportCell.text(one.getKey().title()),
                            ReportCell.share(place.share(place.now(one.getKey()))),
                            ReportCell.text(Targets.words(one.getKey().target())),
                            ReportCell.text(Words.points(one.getValue().negate())),
                            new Count(place.overdueFor(Measured.of(one.getKey()))))))
            .toList();
    return new Table(
        "The standards furthest below their target",
        rows.isEmpty() ? "None that can be held against a target tonight is below it." : "",
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Standard", 239, false).strong(),
            Column.onPaper("In time tonight", 80, true),
            Column.onPaper("Target", 70, true),
            Column.onPaper("Below it by", 80, true),
            Column.onPaper("Not in time", 70, true)),
        false,
        rows);
  }

  private Priority rankOf(StandardNote standard) {
    return night.printing().priorities().of(standard.id());
  }

  /** The places with most children not in time under the first rank; equal ones by the next. */
  Table worstPlaces(String title, List<Place> places, List<Priority> ranks, int most) {
    List<Priority> shown = ranks.stream().limit(MOST_RANKS).toList();
    List<Place> worst =
        places.stream()
            .filter(place -> shown.stream().anyMatch(rank -> overdue(place, rank) > 0))
            .sorted(worstFirst(shown))
            .limit(most)
            .toList();
    int each = shown.isEmpty() ? 0 : Math.min(80, (PAGE - 170) / shown.size());
    List<Column> columns =
        new ArrayList<>(
            List.of(Column.onPaper("Team", PAGE - each * shown.size(), false).strong()));
    shown.forEach(rank -> columns.add(Column.onPaper(rank.priority(), each, true)));
    return new Table(
        title,
        worst.isEmpty()
            ? "No team has a child for whom anything that matters is overdue."
            : "Children for whom something is overdue tonight; most under the first column first.",
        Section.Place.PAPER,
        columns,
        false,
        worst.stream()
            .map(
                place -> {
                  List<ReportCell> cells = new ArrayList<>(List.of(ReportCell.text(place.name())));
                  shown.forEach(rank -> cells.add(ReportCell.countOrNothing(overdue(place, rank))));
                  return new Row(cells);
                })
            .toList());
  }

  private static int overdue(Place place, Priority rank) {
    return place.overdueFor(Measured.of(rank));
  }

  private static Comparator<Place> worstFirst(List<Priority> ranks) {
    return ranks.stream()
        .map(rank -> Comparator.<Place>comparingInt(place -> -overdue(place, rank)))
        .reduce(Comparator::thenComparing)
        .orElse(Comparator.comparing(Place::level))
        .thenComparing(place -> Words.numbersInOrder(place.name()));
  }

  // ---- places under each rank ----

  /**
   * Places down, ranks across, a share in each cell and its distance from the target as a shade.
   */
  Table heat(String title, List<Place> places, List<Priority> ranks) {
    List<Priority> shown = ranks.stream().limit(MOST_RANKS).toList();
    int each = shown.isEmpty() ? 0 : Math.min(78, (PAGE - 131) / shown.size());
    List<Column> columns =
        new ArrayList<>(
            List.of(Column.onPaper("Service and team", PAGE - each * shown.size(), false)));
    shown.forEach(rank -> columns.add(Column.onPaper(rank.priority(), each, true)));
    List<Place> met = places.stream().filter(Place::isMet).toList();
    List<Place> printed = printed(met, shown);
    return new Table(
        title,
        "Children with everything of a rank in time tonight, of those owed any of it. Blue: the"
            + " target is met; orange: it is not, and darker from ten points below."
            + (printed.size() < met.size()
                ? " These are the services, and the "
                    + printed.stream().filter(one -> one.level() == Level.TEAM).count()
                    + " teams with most children not in time; the workbook has all."
                : ""),
        Section.Place.PAPER,
        columns,
        false,
        printed.stream()
            .map(
                place -> {
                  boolean service = place.level() == Level.SERVICE;
                  ReportCell name = ReportCell.text(place.name());
                  List<ReportCell> cells = new ArrayList<>(List.of(service ? name.strong() : name));
                  shown.forEach(rank -> cells.add(heat(place, Measured.of(rank))));
                  return new Row(cells, service);
                })
            .toList());
  }

  /** All, or as many as a page has room for: the services, and the teams that are worst. */
  private static List<Place> printed(List<Place> places, List<Priority> ranks) {
    if (places.size() <= PLACES_ON_A_PAGE) {
      return places;
    }
    List<Place> services = places.stream().filter(one -> one.level() == Level.SERVICE).toList();
    List<Place> worst =
        places.stream()
            .filter(one -> one.level() == Level.TEAM)
            .sorted(worstFirst(ranks))
            .limit(Math.max(0, PLACES_ON_A_PAGE - services.size()))
            .toList();
    return places.stream().filter(one -> services.contains(one) || worst.contains(one)).toList();
  }

  private ReportCell heat(Place place, Measured rank) {
    Figure now = place.figure(rank, Measure.NOW);
    Share share = place.share(now);
    if (!share.any()) {
      String untold = untold(now);
      return ReportCell.text(untold.isEmpty() ? Words.NOTHING : untold)
          .shown(Weight.QUIET, Tone.PLAIN, "");
    }
    BigDecimal margin = Targets.findMargin(place.percent(now), rank.target());
    return ReportCell.text(share.value())
        .shown(
            Weight.STRONG,
            Tone.PLAIN,
            Stream.of(share.count(), untold(now))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n")))
        .shaded(
            margin == null
                ? Tint.NONE
                : margin.signum() >= 0
                    ? Tint.ON_TARGET
                    : margin.negate().compareTo(FAR) >= 0 ? Tint.FAR_BELOW : Tint.BELOW);
  }

  /** How much of each rank's figure can be believed. */
  Table doubts(Place place) {
    return new Table(
        "How sure each figure is",
        "Children tonight. Doubtful: judged, and resting on a visit of which nothing says whether the"
            + " child was seen, on a table that did not come, or on rows that contradict each other."
            + " Cannot tell: in no figure.",
        Section.Place.PAPER,
        List.of(
            Column.onPaper("What matters", 239, false).strong(),
            Column.onPaper("Judged", 75, true),
            Column.onPaper("Of them doubtful", 75, true),
            Column.onPaper("Share", 75, true),
            Column.onPaper("Cannot tell", 75, true)),
        false,
        place.ranks().stream()
            .map(rank -> doubt(rank, place.figure(Measured.of(rank), Measure.NOW)))
            .filter(Objects::nonNull)
            .toList());
  }

  private static @Nullable Row doubt(Priority rank, @Nullable Figure now) {
    return now == null
        ? null
        : Row.of(
            rank.priority(),
            new Count(now.denominator()),
            ReportCell.countOrNothing(now.doubtful()),
            ReportCell.text(
                now.doubtful() == 0
                    ? Words.NOTHING
                    : Words.percent(
                        Objects.requireNonNull(Figure.percent(now.doubtful(), now.denominator())))),
            ReportCell.countOrNothing(now.cannotTell()));
  }

  // ---- in the workbook ----

  /** Every rank of every place, both measures. */
  ReportSheet sheet(List<Place> places) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Place place : places) {
      for (Priority rank : place.ranks()) {
        Measured of = Measured.of(rank);
        for (Measure measure : List.of(Measure.NOW, Measure.ALL)) {
          Figure figure = place.figure(of, measure);
          if (figure != null) {
            rows.add(
                List.of(
                    ReportCell.text(place.name()),
                    ReportCell.text(rank.priority()),
                    ReportCell.text(measure.words()),
                    ReportCell.day(figure.from()),
                    ReportCell.day(figure.to()),
                    new Count(figure.numerator()),
                    new Count(figure.denominator()),
                    ReportCell.percent(place.percent(figure)),
                    new Count(figure.cannotTell()),
                    new Count(figure.doubtful()),
                    ReportCell.percent(of.target()),
                    ReportCell.text(place.verdict(of, measure))));
          }
        }
      }
    }
    return new ReportSheet(
        "What matters",
        "Children, each once under each rank: all in time, of those owed any of it.",
        List.of(
            Column.text("Place", 38),
            Column.text("What matters", 30),
            Column.text("Measure", 48),
            Column.number("From", 13),
            Column.number("To", 13),
            Column.number("All in time", 11),
            Column.number("Out of", 11),
            Column.number("Percent", 11),
            Column.number("Cannot tell", 11),
            Column.number("Doubtful", 11),
            Column.number("Target", 11),
            Column.text("Target met", 11)),
        true,
        rows);
  }
}
