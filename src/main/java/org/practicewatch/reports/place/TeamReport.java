package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.WorkerCounts;
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
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.TrendChart;
import org.practicewatch.reports.section.Words;

/**
 * What a team manager reads: the team's children, one line each, those whom nobody has visited in
 * time first; then the workers, and the team's figures.
 */
public final class TeamReport {

  private final NightInReports night;
  private final TeamList list;
  private final Place place;
  private final RankWords words;
  private final RankTables tables;
  private final Priorities priorities;

  private TeamReport(NightInReports night, TeamList list) {
    this.night = night;
    this.list = list;
    this.place = Place.team(night, list.place().team());
    this.words = new RankWords(place, night);
    this.tables = new RankTables(night);
    this.priorities = night.printing().priorities();
  }

  /** Reads what one team has to do. */
  public static Report of(NightInReports night, TeamList list) {
    return new TeamReport(night, list).report();
  }

  private Report report() {
    boolean something = words.nothing().isEmpty();
    String remark = something ? remark() : "";
    List<Section> sections = new ArrayList<>();
    if (something) {
      sections.addAll(children());
      sections.add(workers());
      sections.add(new NewPage());
      if (!place.ranks().isEmpty()) {
        sections.add(tables.ranks(place));
      }
      sections.addAll(new StandardsOfRanks(place, night).sections("for this team"));
      TrendChart chart = place.before().chart(place.ranks().stream().map(Measured::of).toList());
      if (chart != null) {
        sections.add(new Chart("All in time tonight, and on the nights before", "", chart));
      }
      sections.add(new Sentence("", Notes.underFigures(night.printing())));
    } else {
      sections.add(new Sentence("", place.notHere("for this team")));
    }
    sections.addAll(Stability.team(night, place.name()).sections());
    NightWorkbooks.team(
            night,
            place,
            list,
            NightWorkbooks.sentences(headline(), words.lead(), "What else to know", remark))
        .forEach(sheet -> sections.add(Table.of(sheet)));
    new StabilitySheets(night).team(list.place()).forEach(sheet -> sections.add(Table.of(sheet)));
    String service = list.place().service();
    return new Report(
        "Practice standards: " + place.name(),
        place.name()
            + (service.isEmpty() ? "" : ", " + service)
            + ": its children, as at "
            + night.asAtInWords(),
        night.authority(),
        night.fictional(),
        night.asAtInWords(),
        headline(),
        words.lead(),
        remark,
        List.of(),
        sections,
        false);
  }

  private String headline() {
    if (words.nothing().isEmpty()
        && list.overdue().isEmpty()
        && list.dueSoon().isEmpty()
        && list.cannotTell().isEmpty()) {
      return "Nothing to do"
          + place.ofWhat()
          + ": nothing is overdue, nothing falls due by "
          + Words.date(night.until())
          + ".";
    }
    return words.headline();
  }

  private String remark() {
    String next =
        list.dueSoon().isEmpty()
            ? ""
            : Words.count(list.dueSoon().size(), "thing falls", "things fall")
                + " due by "
                + Words.date(night.until())
                + ", for "
                + Words.count(Owed.children(list.dueSoon()), "child", "children")
                + ".";
    String untold =
        list.cannotTell().isEmpty()
            ? ""
            : Words.count(list.cannotTell().size())
                + " cannot be told from the record: put the record right.";
    return Stream.of(words.recording(), next, untold)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" "));
  }

  // ---- its children ----

  private List<Section> children() {
    List<ChildOnAList> all = ChildOnAList.of(list);
    List<ChildOnAList> unseen =
        all.stream().filter(this::isUnseen).sorted(ChildOnAList.longestUnseenFirst()).toList();
    List<ChildOnAList> others =
        all.stream().filter(ChildOnAList::isChild).filter(one -> !isUnseen(one)).toList();
    List<ChildOnAList> noChildren = all.stream().filter(one -> !one.isChild()).toList();
    List<Section> sections = new ArrayList<>();
    if (priorities.areSaid()) {
      sections.add(
          ChildOnAList.table(
              night,
              "See these children first",
              unseen.isEmpty()
                  ? "No child here is overdue to be seen, as far as can be told."
                  : "Longest unseen first, with all that is owed to each.",
              "Child",
              unseen,
              Notes.LINES_PRINTED));
    }
    sections.add(
        ChildOnAList.table(
            night,
            priorities.areSaid() ? "The team's other children" : "The team's children",
            others.isEmpty()
                ? "Nothing is overdue or falls due for any other child."
                : "What matters most first; then by when it is due.",
            "Child",
            others,
            Notes.LINES_PRINTED));
    if (!noChildren.isEmpty()) {
      sections.add(
          ChildOnAList.table(
              night,
              "Homes, carers and workers",
              "What is owed to or by them, and in no number of children.",
              "Whose",
              noChildren,
              Notes.LINES_PRINTED));
    }
    return sections;
  }

  /** Whether it is a child overdue to be seen. */
  private boolean isUnseen(ChildOnAList one) {
    return one.isChild()
        && priorities.areSaid()
        && one.overdue().stream().anyMatch(owed -> priorities.rank(owed.standard()) == 0);
  }

  private Table workers() {
    List<WorkerCounts> all = WorkerCounts.of(list, new Owed(night));
    List<WorkerCounts> shown = new ArrayList<>(all.stream().limit(Notes.LINES_PRINTED).toList());
    all.stream()
        .skip(Notes.LINES_PRINTED)
        .reduce(WorkerCounts::and)
        .map(
            rest ->
                rest.named(
                    Words.count(
                        all.size() - Notes.LINES_PRINTED,
                        "other worker",
                        "other workers together")))
        .ifPresent(shown::add);
    return new Table(
        "By worker",
        shown.isEmpty() ? "There is nothing to count." : "",
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Worker", 219, false).strong(),
            Column.onPaper("Overdue", 80, true),
            Column.onPaper("Longest over, days", 80, true),
            Column.onPaper("Due next", 80, true),
            Column.onPaper("Cannot tell", 80, true)),
        false,
        shown.stream()
            .map(
                one ->
                    Row.of(
                        one.worker(),
                        new Count(one.overdue())
                            .shown(
                                ReportCell.Weight.PLAIN,
                                one.overdue() == 0 ? Tone.PLAIN : Tone.POOR,
                                ""),
                        ReportCell.countOrNothing(one.longest()),
                        new Count(one.dueSoon()),
                        new Count(one.cannotTell())))
            .toList());
  }
}
