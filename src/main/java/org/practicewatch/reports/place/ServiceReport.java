package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Chart;
import org.practicewatch.reports.section.Section.NewPage;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.TrendChart;
import org.practicewatch.reports.section.Words;

/**
 * What a head of service reads: what is worst and in which team, who has not been seen for longest,
 * what has been overdue longest, the standards of each rank, and stability and workforce.
 */
public final class ServiceReport {

  private static final int UNSEEN_PRINTED = 20;
  private static final int LONGEST_PRINTED = 15;

  private final NightInReports night;
  private final Place place;
  private final List<TeamList> lists;
  private final List<Place> teams;
  private final RankWords words;
  private final RankTables tables;
  private final Owed owed;

  private ServiceReport(NightInReports night, String service, Collection<TeamList> lists) {
    this.night = night;
    this.lists = List.copyOf(lists);
    this.place = Place.service(night, service, names());
    this.teams = names().stream().map(team -> Place.team(night, team)).toList();
    this.words = new RankWords(place, night);
    this.tables = new RankTables(night);
    this.owed = new Owed(night);
  }

  private List<String> names() {
    return lists.stream().map(list -> list.place().team()).toList();
  }

  /** Reads one service, with what each of its teams has to do. */
  public static Report of(NightInReports night, String service, Collection<TeamList> lists) {
    return new ServiceReport(night, service, lists).report();
  }

  private Report report() {
    boolean something = words.nothing().isEmpty();
    String remark = something ? remark() : "";
    List<Section> sections = new ArrayList<>();
    if (something) {
      sections.add(tables.ranks(place));
      if (teams.size() > 1) {
        sections.add(tables.heat("Its teams", teams, place.ranks()));
      }
      sections.add(new NewPage());
      sections.add(unseen());
      sections.add(longest());
      sections.add(new NewPage());
      sections.addAll(new StandardsOfRanks(place, night).sections("in this service"));
      sections.add(new NewPage());
      TrendChart chart = place.before().chart(place.ranks().stream().map(Measured::of).toList());
      if (chart != null) {
        sections.add(new Chart("All in time tonight, and on the nights before", "", chart));
      }
    }
    sections.addAll(Stability.service(night, place.name(), names()).sections());
    sections.add(new Section.Sentence("", Notes.underFigures(night.printing())));
    NightWorkbooks.service(
            night,
            place,
            lists,
            NightWorkbooks.sentences(
                words.headline(), words.lead(), "Before quoting a figure", remark))
        .forEach(sheet -> sections.add(Table.of(sheet)));
    new StabilitySheets(night)
        .service(place.name(), names())
        .forEach(sheet -> sections.add(Table.of(sheet)));
    return new Report(
        "Practice standards: " + place.name(),
        place.name() + ": how the service stands, as at " + night.asAtInWords(),
        night.authority(),
        night.fictional(),
        night.asAtInWords(),
        words.headline(),
        words.lead(),
        remark,
        words.tiles(),
        sections,
        false);
  }

  private String remark() {
    List<StandardNote> met = night.judged().stream().filter(place::meetsWith).toList();
    return Stream.of(
            words.recording(),
            words.targets(),
            place.before().direction(met),
            words.trust("; the authority's report says which"))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" "));
  }

  // ---- whose it is ----

  private record OfTeam(String team, Finding finding) {}

  private List<OfTeam> overdue(Predicate<Finding> which) {
    return lists.stream()
        .flatMap(
            list ->
                list.overdue().stream()
                    .filter(which)
                    .map(one -> new OfTeam(list.place().team(), one)))
        .sorted(
            Comparator.<OfTeam>comparingInt(one -> owed.daysOver(one.finding()))
                .reversed()
                .thenComparing(one -> Words.numbersInOrder(Owed.child(one.finding()))))
        .toList();
  }

  private Table unseen() {
    Priorities priorities = night.printing().priorities();
    List<OfTeam> all = overdue(one -> priorities.areSaid() && priorities.rank(one.standard()) == 0);
    return table(
        "Not seen in time",
        all.isEmpty()
            ? "No child of the service is overdue to be seen, as far as can be told."
            : "By days over; the report of each team has all that is owed to a child.",
        all,
        UNSEEN_PRINTED);
  }

  private Table longest() {
    List<OfTeam> all = overdue(one -> true);
    return table(
        "Overdue longest",
        all.isEmpty() ? "Nothing is overdue." : "By days over, whatever it is.",
        all,
        LONGEST_PRINTED);
  }

  private Table table(String title, String note, List<OfTeam> lines, int most) {
    return new Table(
        title,
        note + Notes.firstOf(most, lines.size()),
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Team", 130, false),
            Column.onPaper("Child", 70, false),
            Column.onPaper("What is owed", 149, false),
            Column.onPaper("Due", 60, true),
            Column.onPaper("Days over", 50, true),
            Column.onPaper("Worker", 80, false)),
        false,
        lines.stream()
            .limit(most)
            .map(
                one ->
                    Row.of(
                        one.team(),
                        night.child(Owed.child(one.finding())),
                        ReportCell.text(owed.title(one.finding())),
                        ReportCell.day(one.finding().due()),
                        new Count(owed.daysOver(one.finding())).strong(),
                        ReportCell.text(Owed.worker(one.finding()))))
            .toList());
  }
}
