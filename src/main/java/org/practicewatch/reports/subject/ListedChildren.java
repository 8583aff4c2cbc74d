package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/** A list of children on paper, each with its proof; no longer than anybody reads there. */
final class ListedChildren {

  private final NightInReports night;

  ListedChildren(NightInReports night) {
    this.night = night;
  }

  /**
   * The first of them.
   *
   * @param days how long over, or until when
   */
  Table table(String title, List<Finding> findings, Function<Finding, String> days) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), Notes.LINES_PRINTED))) {
      boolean over = finding.daysOver() != null;
      rows.add(
          new Row(
              List.of(
                  night.child(Owed.child(finding)),
                  ReportCell.text(NightInReports.teamName(finding.teamNow())),
                  ReportCell.text(Words.dateOrNothing(finding.since())),
                  ReportCell.text(days.apply(finding))
                      .shown(
                          Weight.STRONG,
                          over ? Tone.POOR : Tone.PLAIN,
                          Words.dateOrNothing(finding.due())),
                  ReportCell.text(Owed.worker(finding)),
                  ReportCell.text(finding.source()))));
    }
    return new Table(
        title,
        Notes.firstOf(findings.size()),
        Section.Place.PAPER,
        List.of(
            Column.onPaper("Child", 66, false).strong(),
            Column.onPaper("Team now", 122, false),
            Column.onPaper("Since", 62, true),
            Column.onPaper("Time up", 86, true),
            Column.onPaper("Worker", 84, false),
            Column.proof(119)),
        false,
        rows);
  }
}
