package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.ReportCell.Count;
import org.practicewatch.reports.ReportSheet.Column;
import org.practicewatch.standards.Timeliness;

/** The report on initial health assessments to filter and sort. */
final class HealthWorkbook {

  private HealthWorkbook() {}

  static ReportWorkbook of(SubjectNight night, StandardNote standard, HealthReport report) {
    SubjectSheets sheets = new SubjectSheets(night.night());
    List<Finding> all =
        night.findings(List.of(standard.id())).sorted(sheets.mostPressingFirst()).toList();
    List<Finding> ranOut =
        all.stream()
            .filter(
                finding -> !RanOut.of(Stream.of(finding), night.yearFrom(), night.asAt()).isEmpty())
            .toList();
    Map<String, String> sentences = new LinkedHashMap<>();
    sentences.put("In one sentence", report.headline());
    sentences.put("Whose time still runs", report.running());
    sentences.put("Before quoting a figure", report.remarks());
    sentences.put("How it is counted", report.notes());
    return sheets.book(
        "Initial health assessments",
        List.of(
            SubjectSheets.summary(sentences),
            counts(night, ranOut),
            sheets.findings(
                "Time ran out",
                "Every child whose time ran out this year so far, longest over first.",
                ranOut),
            sheets.findings(
                "Still owed",
                "Whose time has run out, this year or before it, without an assessment that can"
                    + " still be made.",
                all.stream()
                    .filter(finding -> finding.timeliness() == Timeliness.OVERDUE)
                    .toList()),
            sheets.findings(
                "Time still runs",
                "In none of the counts, whether assessed already or not.",
                all.stream()
                    .filter(finding -> HealthReport.isRunning(finding, night.asAt()))
                    .toList()),
            SubjectSheets.definitions(List.of(standard), "What is counted here.")));
  }

  private static ReportSheet counts(SubjectNight night, List<Finding> ranOut) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (LocalDate from : List.of(night.asAt().withDayOfMonth(1), night.yearFrom())) {
      rows.add(row("All", from, night, ranOut));
      TeamsMet.of(night.night(), ranOut.stream().map(Finding::team).toList()).values().stream()
          .flatMap(List::stream)
          .forEach(
              team ->
                  rows.add(
                      row(
                          team,
                          from,
                          night,
                          ranOut.stream()
                              .filter(one -> NightInReports.teamName(one.team()).equals(team))
                              .toList())));
    }
    return new ReportSheet(
        "Counts",
        "The month and the year to date, all and by team on the due date. Percent: in time, of those"
            + " that could be judged.",
        List.of(
            Column.text("Team", SubjectSheets.NAME),
            Column.number("From", SubjectSheets.DAY),
            Column.number("To", SubjectSheets.DAY),
            Column.number("Time ran out", SubjectSheets.NUMBER),
            Column.number("In time", SubjectSheets.NUMBER),
            Column.number("Percent", SubjectSheets.NUMBER),
            Column.number("Late", SubjectSheets.NUMBER),
            Column.number("Not at all", SubjectSheets.NUMBER),
            Column.number("of these, still owed", SubjectSheets.NUMBER),
            Column.number("Cannot tell", SubjectSheets.NUMBER)),
        true,
        rows);
  }

  private static List<ReportCell> row(
      String name, LocalDate from, SubjectNight night, List<Finding> findings) {
    RanOut ran = RanOut.of(findings.stream(), from, night.asAt());
    return List.of(
        ReportCell.text(name),
        ReportCell.day(from),
        ReportCell.day(night.asAt()),
        new Count(ran.judged()),
        new Count(ran.inTime()),
        ReportCell.percent(ran.percent(night.night().printing())),
        new Count(ran.late()),
        new Count(ran.notAtAll()),
        new Count(ran.overdue()),
        new Count(ran.cannotTell()));
  }
}
