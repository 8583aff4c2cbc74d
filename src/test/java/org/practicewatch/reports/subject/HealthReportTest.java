package org.practicewatch.reports.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.standards.Timeliness;

class HealthReportTest {

  private static final String BY_TEAM = "By team, in the year to date";
  private static final String OWED =
      "Time has run out, and the assessment is still owed: longest over first";

  private static List<String> children(Report report, String table) {
    return Printed.lines(report, table).stream().map(row -> row.split(" ", 2)[0]).toList();
  }

  private static Subjects timeRanOut() {
    return new Subjects()
        .owed("1", "IHA", "2025-03-20", "2025-04-17", "2025-04-10", Timeliness.IN_TIMESCALE)
        .owed("2", "IHA", "2025-05-12", "2025-06-10", "2025-06-12", Timeliness.LATE)
        .owed("3", "IHA", "2025-05-12", "2025-06-10", null, Timeliness.OVERDUE)
        .owed("4", "IHA", "2025-05-12", "2025-06-10", null, Timeliness.MISSED)
        .owed("5", "IHA", "2025-05-12", "2025-06-10", null, Timeliness.CANNOT_TELL)
        .owed("6", "IHA", "2025-02-10", "2025-03-10", null, Timeliness.OVERDUE);
  }

  @Test
  void it_counts_whose_time_ran_out_in_the_month_and_the_year_and_how_it_ended() {
    Report report = HealthReport.of(timeRanOut().night()).orElseThrow();

    assertThat(Printed.lines(report, "Whose time ran out"))
        .containsExactly(
            "This month, from 1 Jun 2025 | 3 | 0 of 3 | 1 | 2 | 1 | 1",
            "Year to date, from 1 Apr 2025 | 4 | 1 of 4 | 1 | 2 | 1 | 1");
    assertThat(report.headline())
        .isEqualTo(
            "Of 4 children whose time ran out this year so far, 1 was assessed in time; this month"
                + " 0 of 3.");
    assertThat(children(report, OWED)).containsExactly("6", "3");
  }

  @Test
  void those_not_yet_due_change_none_of_the_numbers_and_are_told_apart() {
    Report before = HealthReport.of(timeRanOut().night()).orElseThrow();
    Report after =
        HealthReport.of(
                timeRanOut()
                    .owed("7", "IHA", "2025-06-02", "2025-06-30", null, Timeliness.DUE_SOON)
                    .owed("8", "IHA", "2025-06-20", "2025-07-18", null, Timeliness.NOT_YET_DUE)
                    .owed(
                        "9",
                        "IHA",
                        "2025-06-20",
                        "2025-07-18",
                        "2025-06-24",
                        Timeliness.IN_TIMESCALE)
                    .night())
            .orElseThrow();

    assertThat(after.headline()).isEqualTo(before.headline());
    for (String table : new String[] {"Whose time ran out", BY_TEAM}) {
      assertThat(Printed.lines(after, table)).isEqualTo(Printed.lines(before, table));
    }
    assertThat(before.sections()).contains(new Sentence("Nobody's time still runs.", ""));
    assertThat(after.sections())
        .extracting(Section::title)
        .contains(
            "Apart from these, the time of 3 children still runs: 1 has been assessed already, 2 not"
                + " yet. They are in none of the numbers above.");
    assertThat(
            children(
                after,
                "Time still runs, not yet assessed: soonest first. Counted in neither number"))
        .containsExactly("7", "8");
  }

  @Test
  void teams_add_up_to_the_year_to_date() {
    Report report = HealthReport.of(timeRanOut().night()).orElseThrow();

    assertThat(Printed.lines(report, BY_TEAM))
        .containsExactly(
            "Corporate Parenting | 4 | 1 of 4 | 1 | 2 | 1 | 1",
            "Looked After Team 1 | 4 | 1 of 4 | 1 | 2 | 1 | 1");
  }

  @Test
  void without_a_source_or_without_anybody_there_is_no_report() {
    assertThat(HealthReport.of(timeRanOut().judgingNothing().night())).isEmpty();
    assertThat(
            HealthReport.of(
                new Subjects()
                    .owed("1", "IHA", "2024-05-12", "2024-06-10", "2024-06-01", Timeliness.LATE)
                    .night()))
        .isEmpty();
  }
}
