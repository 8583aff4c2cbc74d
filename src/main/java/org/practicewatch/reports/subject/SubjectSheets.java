package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportWorkbook;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Words;

/** Sheets that several of the workbooks on one subject have. */
final class SubjectSheets {

  static final int DAY = 13;
  static final int NUMBER = 11;
  static final int NAME = 38;

  private final NightInReports night;
  private final Owed owed;

  SubjectSheets(NightInReports night) {
    this.night = night;
    this.owed = new Owed(night);
  }

  ReportWorkbook book(String title, List<ReportSheet> sheets) {
    return new ReportWorkbook(
        title, night.authority(), night.fictional(), night.asAtInWords(), sheets);
  }

  boolean named() {
    return !night.printing().names().isEmpty();
  }

  String name(String childId) {
    return night.printing().names().getOrDefault(childId, "");
  }

  /** What the report says in sentences; those that are empty are left out. */
  static ReportSheet summary(Map<String, String> sentences) {
    List<List<ReportCell>> rows = new ArrayList<>();
    sentences.forEach(
        (what, sentence) -> {
          if (!sentence.isEmpty()) {
            rows.add(List.of(ReportCell.text(what), ReportCell.text(sentence)));
          }
        });
    return new ReportSheet(
        "Summary",
        "In words; each of the other sheets is one table.",
        List.of(Column.text("What", 30), Column.text("In words", 110)),
        false,
        rows);
  }

  /** A line for each thing owed, with its proof, in the order given. */
  ReportSheet findings(String name, String note, List<Finding> findings) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Team on the due date", 30));
    columns.add(Column.text("Team now", 30));
    columns.add(Column.text("Child", 12));
    if (named()) {
      columns.add(Column.text("Name", 26));
    }
    columns.add(Column.text("What is owed", 34));
    columns.add(Column.number("Since", DAY));
    columns.add(Column.number("Due", DAY));
    columns.add(Column.number("Done", DAY));
    columns.add(Column.text("State", 14));
    columns.add(Column.number("Days over", NUMBER));
    columns.add(Column.text("Worker now", 18));
    columns.add(Column.text("Proof in the extract", NAME));
    return new ReportSheet(
        name,
        findings.isEmpty() ? "There is nothing to list." : note,
        columns,
        true,
        () -> findings.stream().map(this::cells).iterator());
  }

  private List<ReportCell> cells(Finding finding) {
    List<ReportCell> cells = new ArrayList<>();
    cells.add(ReportCell.text(NightInReports.teamName(finding.team())));
    cells.add(ReportCell.text(NightInReports.teamName(finding.teamNow())));
    cells.add(new ReportCell.Id(Owed.child(finding)));
    if (named()) {
      cells.add(ReportCell.text(owed.name(finding)));
    }
    cells.add(ReportCell.text(owed.title(finding)));
    cells.add(ReportCell.day(finding.since()));
    cells.add(ReportCell.day(finding.due()));
    cells.add(ReportCell.day(finding.done()));
    cells.add(ReportCell.text(finding.timeliness().words()));
    Integer over = finding.daysOver();
    cells.add(over == null ? ReportCell.blank() : new Count(over));
    cells.add(new ReportCell.Id(Owed.worker(finding)));
    cells.add(ReportCell.text(finding.source()));
    return cells;
  }

  /** Longest overdue first, then what is due soonest, then by child. */
  Comparator<Finding> mostPressingFirst() {
    return Comparator.<Finding>comparingInt(
            finding -> finding.daysOver() == null ? 0 : finding.daysOver())
        .reversed()
        .thenComparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(finding -> Words.numbersInOrder(Owed.child(finding)))
        .thenComparing(owed::title)
        .thenComparing(Finding::number);
  }

  /** What is owed by when. */
  static ReportSheet definitions(List<StandardNote> standards, String note) {
    return new ReportSheet(
        "What is owed by when",
        note,
        List.of(
            Column.text("Standard", NAME),
            Column.text("Id", 24),
            Column.text("What is owed and by when", 60),
            Column.text("Rests on", 50),
            Column.text("Standing", 14),
            Column.text("Judged", 24)),
        false,
        standards.stream()
            .map(
                standard ->
                    List.of(
                        ReportCell.text(standard.title()),
                        (ReportCell) new ReportCell.Id(standard.id()),
                        ReportCell.text(standard.rule()),
                        ReportCell.text(standard.basis()),
                        ReportCell.text(standard.standing().words()),
                        ReportCell.text(standard.judged() ? "yes" : Share.WITHOUT_SOURCE.value())))
            .toList());
  }
}
