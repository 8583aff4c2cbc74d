package org.practicewatch.reports.place;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.practicewatch.reports.night.Departures;
import org.practicewatch.reports.night.IssueCount;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.Term;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Share;

/**
 * What the figures of a night rest on, on sheets: words, standards, extracts, what was held,
 * checks.
 */
final class BasisSheets {

  private static final int NAME = 38;
  private static final int NUMBER = 11;
  private static final int SENTENCE = 70;

  private final NightInReports night;

  BasisSheets(NightInReports night) {
    this.night = night;
  }

  ReportSheet words() {
    return new ReportSheet(
        "What the words mean",
        "As in the report beside this workbook.",
        List.of(Column.text("Word", NAME), Column.text("What it means and how it is counted", 100)),
        false,
        Term.of(night).stream()
            .map(term -> List.of(ReportCell.text(term.word()), ReportCell.text(term.meaning())))
            .toList());
  }

  ReportSheet definitions() {
    return new ReportSheet(
        "What is owed by when",
        "Each standard in plain words, and what it rests on.",
        List.of(
            Column.text("Standard", NAME),
            Column.text("Id", 20),
            Column.text("What is owed and by when", 60),
            Column.text("Rests on", 40),
            Column.text("Standing", 12),
            Column.number("Target", NUMBER),
            Column.text("Judged", 15)),
        false,
        Stream.concat(
                night.standards().stream().map(BasisSheets::definition),
                night.departures().switchedOff().stream().map(BasisSheets::switchedOff))
            .toList());
  }

  private static List<ReportCell> definition(StandardNote standard) {
    return List.of(
        ReportCell.text(standard.title()),
        new ReportCell.Id(standard.id()),
        ReportCell.text(standard.rule()),
        ReportCell.text(standard.basis()),
        ReportCell.text(standard.standing().words()),
        ReportCell.percent(standard.target()),
        ReportCell.text(standard.judged() ? "yes" : Share.WITHOUT_SOURCE.value()));
  }

  private static List<ReportCell> switchedOff(Departures.SwitchedOffNote standard) {
    return List.of(
        ReportCell.text(standard.title()),
        new ReportCell.Id(standard.id()),
        ReportCell.text(standard.why()),
        ReportCell.blank(),
        ReportCell.blank(),
        ReportCell.blank(),
        ReportCell.text("switched off"));
  }

  ReportSheet sources() {
    return new ReportSheet(
        "Sources",
        "Every table received. Rows read are always rows loaded, rejected and left out.",
        List.of(
            Column.text("File", 50),
            Column.text("Table", 40),
            Column.number("As at", 13),
            Column.number("Rows read", NUMBER),
            Column.number("Loaded", NUMBER),
            Column.number("Rejected", NUMBER),
            Column.number("Left out", NUMBER)),
        true,
        night.extracts().stream()
            .map(
                extract ->
                    List.of(
                        ReportCell.text(extract.file()),
                        ReportCell.text(extract.table()),
                        ReportCell.day(extract.asAt()),
                        new Count(extract.rowsRead()),
                        new Count(extract.rowsLoaded()),
                        new Count(extract.rowsRejected()),
                        new Count(extract.rowsLeftOut())))
            .toList());
  }

  ReportSheet held() {
    return new ReportSheet(
        "Held",
        night.held().isEmpty()
            ? "Nothing was held, and nothing that should have come is missing."
            : "What could not be used tonight, and what stands instead.",
        List.of(Column.text("What", 40), Column.text("Why", SENTENCE), Column.text("Instead", 50)),
        true,
        night.held().stream()
            .map(
                held ->
                    List.of(
                        ReportCell.text(held.what()),
                        ReportCell.text(held.why()),
                        ReportCell.text(held.stands())))
            .toList());
  }

  ReportSheet issues() {
    return new ReportSheet(
        "Record checks",
        "How many lines of issues.csv each check wrote; a line can stand for many rows.",
        List.of(
            Column.text("Check", NAME),
            Column.text("What it found", 95),
            Column.number("Lines", NUMBER)),
        true,
        night.issues().stream()
            .sorted(Comparator.comparingInt(IssueCount::count).reversed())
            .map(
                issue ->
                    List.of(
                        ReportCell.text(issue.check()),
                        ReportCell.text(issue.problem()),
                        new Count(issue.count())))
            .toList());
  }
}
