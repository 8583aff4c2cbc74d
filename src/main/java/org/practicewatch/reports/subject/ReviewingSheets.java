package org.practicewatch.reports.subject;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamsMet;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.subject.ReportContents.Reviewing;
import org.practicewatch.standards.Timeliness;

/** The reviewing officers' report to filter and sort. */
final class ReviewingSheets {

  private final SubjectNight night;
  private final Reviewing names;
  private final String challengesNote;
  private final SubjectSheets sheets;
  private final List<Quarter> quarters;
  private final List<StandardNote> judged;
  private final List<Finding> findings;

  private ReviewingSheets(SubjectNight night, Reviewing names, String challengesNote) {
    this.night = night;
    this.names = names;
    this.challengesNote = challengesNote;
    this.sheets = new SubjectSheets(night.night());
    Quarter now = Quarter.of(night.asAt(), night.yearFrom());
    this.quarters = List.of(now, now.before());
    this.judged = night.notes(names.standards()).stream().filter(StandardNote::judged).toList();
    this.findings =
        night
            .findings(judged.stream().map(StandardNote::id).toList())
            .sorted(sheets.mostPressingFirst())
            .toList();
  }

  static List<ReportSheet> of(SubjectNight night, Reviewing names, String challenges) {
    return new ReviewingSheets(night, names, challenges).all();
  }

  private List<ReportSheet> all() {
    return List.of(
        counts(),
        challenges(),
        notOnForm(),
        sheets.findings(
            "Overdue now",
            "Longest overdue first: it can still be done.",
            findings.stream().filter(one -> one.timeliness() == Timeliness.OVERDUE).toList()),
        sheets.findings(
            "Fell due",
            "Everything that fell due in the two quarters, longest over first.",
            findings.stream().filter(this::fellDue).toList()),
        SubjectSheets.definitions(
            night.notes(names.standards()), "What is counted here, and what cannot be judged."));
  }

  private boolean fellDue(Finding finding) {
    return quarters.stream()
        .anyMatch(
            quarter -> !RanOut.of(Stream.of(finding), quarter.from(), quarter.to()).isEmpty());
  }

  private ReportSheet counts() {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (StandardNote standard : judged) {
      List<Finding> its =
          findings.stream().filter(one -> one.standard().equals(standard.id())).toList();
      for (Quarter quarter : quarters) {
        rows.add(row(standard, "All", quarter, its));
        List<String> teams = its.stream().filter(this::fellDue).map(Finding::team).toList();
        TeamsMet.of(night.night(), teams).values().stream()
            .flatMap(List::stream)
            .forEach(
                team ->
                    rows.add(
                        row(
                            standard,
                            team,
                            quarter,
                            its.stream()
                                .filter(one -> NightInReports.teamName(one.team()).equals(team))
                                .toList())));
      }
    }
    return new ReportSheet(
        "Counts",
        "Each standard in both quarters, all and by team on the due date. Percent: in timescale, of"
            + " those that could be judged.",
        List.of(
            Column.text("Standard", SubjectSheets.NAME),
            Column.text("Team", SubjectSheets.NAME),
            Column.number("From", SubjectSheets.DAY),
            Column.number("To", SubjectSheets.DAY),
            Column.number("Fell due", SubjectSheets.NUMBER),
            Column.number("In timescale", SubjectSheets.NUMBER),
            Column.number("Percent", SubjectSheets.NUMBER),
            Column.number("Late", SubjectSheets.NUMBER),
            Column.number("Not at all", SubjectSheets.NUMBER),
            Column.number("Cannot tell", SubjectSheets.NUMBER)),
        true,
        rows);
  }

  private List<ReportCell> row(
      StandardNote standard, String team, Quarter quarter, List<Finding> its) {
    RanOut ran = RanOut.of(its.stream(), quarter.from(), quarter.to());
    return List.of(
        ReportCell.text(standard.title()),
        ReportCell.text(team),
        ReportCell.day(quarter.from()),
        ReportCell.day(quarter.to()),
        new Count(ran.judged()),
        new Count(ran.inTime()),
        ReportCell.percent(ran.percent(night.night().printing())),
        new Count(ran.late()),
        new Count(ran.notAtAll()),
        new Count(ran.cannotTell()));
  }

  private ReportSheet challenges() {
    List<List<ReportCell>> rows = new ArrayList<>();
    boolean told = night.sources().tellOf(names.actioned());
    for (Challenge one : Challenge.of(night.children(), names)) {
      Recorded actioned = one.actioned();
      List<ReportCell> cells = child(one.child().childId(), one.made());
      cells.add(ReportCell.day(actioned == null ? null : actioned.from()));
      int days = (int) ChronoUnit.DAYS.between(one.made().from(), night.asAt());
      cells.add(told && one.isOpen() ? new Count(days) : ReportCell.blank());
      cells.add(ReportCell.text(one.made().source()));
      rows.add(cells);
    }
    List<Column> columns = childColumns("Challenged on");
    columns.add(Column.number("Actioned on", SubjectSheets.DAY));
    columns.add(Column.number("Days open", SubjectSheets.NUMBER));
    columns.add(Column.text("Proof in the extract", SubjectSheets.NAME));
    return new ReportSheet(
        "Challenges",
        "Every challenge on record, oldest first. " + challengesNote,
        columns,
        true,
        rows);
  }

  private ReportSheet notOnForm() {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (ReviewingQuarters.NotOnForm one : ReviewingQuarters.notOnForm(night, names)) {
      List<ReportCell> cells = child(one.child().childId(), one.review());
      cells.add(ReportCell.text(one.review().source()));
      rows.add(cells);
    }
    List<Column> columns = childColumns("Held on");
    columns.add(Column.text("Proof in the extract", SubjectSheets.NAME));
    return new ReportSheet(
        "Case note only",
        "Every review on record that is found only as a case note, the latest first.",
        columns,
        true,
        rows);
  }

  private List<Column> childColumns(String on) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Team on the day", SubjectSheets.NAME));
    columns.add(Column.text("Child", 12));
    if (sheets.named()) {
      columns.add(Column.text("Name", 26));
    }
    columns.add(Column.number(on, SubjectSheets.DAY));
    return columns;
  }

  private List<ReportCell> child(String childId, Recorded what) {
    List<ReportCell> cells = new ArrayList<>();
    cells.add(ReportCell.text(ReviewingQuarters.teamOf(what)));
    cells.add(new ReportCell.Id(childId));
    if (sheets.named()) {
      cells.add(ReportCell.text(sheets.name(childId)));
    }
    cells.add(ReportCell.day(what.from()));
    return cells;
  }
}
