package org.practicewatch.reports.practiceweek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Organisation;
import org.practicewatch.practiceweek.Auditor;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportWorkbook;
import org.practicewatch.reports.section.Words;

/** The first thing an auditor opens: which cases are theirs, and which file belongs to which. */
public final class PackIndex {

  private PackIndex() {}

  /**
   * A form of the pack.
   *
   * @param moderation whether it asks for the second grades
   * @param about what kind of child it is
   * @param form name of the form's file
   */
  public record Line(DrawnCase one, boolean moderation, String about, String form) {}

  /** The index of a pack. */
  public static ReportWorkbook of(
      PracticeWeek week,
      Auditor auditor,
      List<Line> lines,
      Organisation.Authority authority,
      LocalDate asAt) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Line line : lines) {
      DrawnCase one = line.one();
      rows.add(
          List.of(
              ReportCell.text(one.number()),
              new ReportCell.Id(one.childId()),
              ReportCell.text(one.cohort()),
              ReportCell.text(one.team().isEmpty() ? Organisation.NO_TEAM : one.team()),
              ReportCell.text(line.about()),
              ReportCell.text(one.depth() == null ? "" : one.depth().words()),
              ReportCell.text(line.moderation() ? "second grades" : "audit"),
              ReportCell.text(line.form()),
              ReportCell.text(one.number() + "-case.pdf")));
    }
    return new ReportWorkbook(
        week.name() + ": cases of " + auditor.name(),
        authority.name(),
        authority.fictional(),
        Words.date(asAt),
        List.of(
            new ReportSheet(
                "Your cases",
                "Audit each case between %s and %s. Fill in the form, save it, and put it where the organiser collects them."
                    .formatted(Words.date(week.from()), Words.date(week.to())),
                List.of(
                    Column.text("Case", 8),
                    Column.text("Child", 14),
                    Column.text("Cohort", 32),
                    Column.text("Team", 26),
                    Column.text("About", 46),
                    Column.text("Depth", 10),
                    Column.text("What for", 14),
                    Column.text("Form", 44),
                    Column.text("The last months", 18)),
                true,
                rows)));
  }
}
