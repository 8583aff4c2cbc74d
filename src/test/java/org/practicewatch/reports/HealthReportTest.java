package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.practicewatch.reports.HealthReport.ChildRow;
import org.practicewatch.reports.HealthReport.PeriodRow;
import org.practicewatch.standards.Timeliness;

class HealthReportTest {

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
    HealthReport report = HealthReport.of(timeRanOut().night()).orElseThrow();

    assertThat(report.periods())
        .containsExactly(
            new PeriodRow(
                "This month, from 1 Jun 2025",
                true,
                "3",
                new Share("0 of 3", "", true),
                "1",
                "2",
                Tone.POOR,
                "1",
                "1"),
            new PeriodRow(
                "Year to date, from 1 Apr 2025",
                true,
                "4",
                new Share("1 of 4", "", true),
                "1",
                "2",
                Tone.POOR,
                "1",
                "1"));
    assertThat(report.headline())
        .isEqualTo(
            "Of 4 children whose time ran out this year so far, 1 was assessed in time; this month"
                + " 0 of 3.");
    assertThat(report.notAssessed()).extracting(ChildRow::child).containsExactly("6", "3");
  }

  @Test
  void those_not_yet_due_change_none_of_the_numbers_and_are_told_apart() {
    HealthReport before = HealthReport.of(timeRanOut().night()).orElseThrow();
    HealthReport after =
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
    assertThat(after.periods()).isEqualTo(before.periods());
    assertThat(after.teams()).isEqualTo(before.teams());
    assertThat(before.running()).isEqualTo("Nobody's time still runs.");
    assertThat(after.running())
        .isEqualTo(
            "Apart from these, the time of 3 children still runs: 1 has been assessed already, 2 not"
                + " yet. They are in none of the numbers above.");
    assertThat(after.toCome()).extracting(ChildRow::child).containsExactly("7", "8");
  }

  @Test
  void teams_add_up_to_the_year_to_date() {
    HealthReport report = HealthReport.of(timeRanOut().night()).orElseThrow();

    assertThat(report.teams())
        .extracting(PeriodRow::name)
        .containsExactly("Corporate Parenting", "Looked After Team 1");
    assertThat(report.teams())
        .allMatch(row -> row.ranOut().equals("4") && row.cannotTell().equals("1"));
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
