package org.practicewatch.reports.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.Refusal;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section.Table;

/** Whether the gaps are closing, as the performance manager reads it. */
class WeeklyReportTest {

  private static final Printing TEN = new Printing(10, 14);

  private static Table section(Report report, String title) {
    return report.table(title);
  }

  private static int number(String text) {
    return text.equals("–") ? 0 : Integer.parseInt(text.replace(",", ""));
  }

  @Test
  void every_table_adds_up_to_the_same_number() {
    WeekInFigures figures = InventedWeeks.of(4, 60);
    int open = figures.week().balances().stream().mapToInt(Balance::now).sum();
    Report report = WeeklyReport.of(figures, TEN);
    for (String title : List.of("By team", "By standard and check")) {
      assertThat(
              Printed.rows(report, title).stream()
                  .mapToInt(row -> number(row.cells().get(row.cells().size() - 1).printed()))
                  .sum())
          .as(title)
          .isEqualTo(open);
    }
    assertThat(
            Printed.rows(report, "How long the open ones have been open").stream()
                .mapToInt(row -> number(row.cells().get(3).printed()))
                .sum())
        .isEqualTo(open);
    assertThat(report.tiles().get(0).number()).isEqualTo(String.valueOf(open));
    assertThat(section(report, "Week by week").rows()).hasSize(4);
  }

  @Test
  void few_sorts_explain_most_and_of_few_nothing_is_said() {
    assertThat(WeeklyReport.of(InventedWeeks.of(1, 60), TEN).remark())
        .matches("Five of 8 standards and checks explain \\d+ of 60 gaps \\(\\d+\\.\\d%\\)\\.");
    assertThat(WeeklyReport.of(InventedWeeks.of(1, 8), TEN).remark()).isEmpty();
  }

  @Test
  void what_came_back_what_is_accepted_and_what_was_not_checked_is_told() {
    Report report = WeeklyReport.of(InventedWeeks.of(3, 30), TEN);
    assertThat(section(report, "Back again").rows()).isNotEmpty();
    assertThat(section(report, "Accepted until a day").rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.cells())
                    .extracting(ReportCell::printed)
                    .contains("A. Manager", "Family refuses"));
    assertThat(section(report, "Not checked, and why").rows()).hasSize(1);
    assertThat(section(report, "Asked to be accepted, and not taken").rows()).hasSize(1);
    assertThat(section(report, "Told further up").rows()).isNotEmpty();
  }

  @Test
  void it_begins_with_what_matters_most_and_goes_on_in_that_order() {
    Report report = WeeklyReport.of(InventedWeeks.of(8, 60), TEN);

    assertThat(report.headline()).startsWith("Seeing the child: a gap is open for ");
    assertThat(Printed.lines(report, "What matters, in its order"))
        .first()
        .asString()
        .startsWith("Seeing the child | ");
  }

  @Test
  void the_first_week_says_that_it_is_the_first() {
    assertThat(WeeklyReport.of(InventedWeeks.of(1, 12), TEN).lead())
        .endsWith("These are the first lists.");
  }

  private static WeekInFigures with(
      WeekInFigures figures, List<Balance> balances, List<Refusal> refused) {
    WeekAsAWhole week = figures.week();
    return new WeekInFigures(
        new WeekAsAWhole(
            week.authority(),
            week.fictional(),
            week.asAt(),
            week.last(),
            week.exceptions(),
            week.events(),
            balances,
            week.dueNext(),
            week.notRun(),
            refused,
            week.meaning(),
            week.names()),
        figures.before(),
        figures.services());
  }

  @Test
  void refusals_that_are_not_printed_are_counted() {
    WeekInFigures figures = InventedWeeks.of(2, 12);
    Report report =
        WeeklyReport.of(
            with(
                figures,
                figures.week().balances(),
                Collections.nCopies(41, new Refusal("back.xlsx", "row 9", "Team 1", "No reason."))),
            TEN);
    Table refused = section(report, "Asked to be accepted, and not taken");
    assertThat(refused.rows()).hasSize(40);
    assertThat(refused.note()).isEqualTo("The first 40 of 41.");
  }

  @Test
  void it_says_whether_the_balance_holds() {
    WeekInFigures figures = InventedWeeks.of(4, 60);
    assertThat(section(WeeklyReport.of(figures, TEN), "By team").note())
        .contains("open now: the figures add up.");
    List<Balance> lost = figures.week().balances().stream().skip(1).toList();
    assertThat(section(WeeklyReport.of(with(figures, lost, List.of()), TEN), "By team").note())
        .contains("the figures do not add up");
  }
}
