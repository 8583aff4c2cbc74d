package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.reports.ReviewingReport.ChildRow;
import org.practicewatch.reports.ReviewingReport.CountRow;
import org.practicewatch.standards.Timeliness;

class ReviewingReportTest {

  private static final Subjects REVIEWS =
      new Subjects()
          .owed("1", "REVIEW", "2025-01-06", "2025-04-01", "2025-03-31", Timeliness.IN_TIMESCALE)
          .owed("1", "REVIEW", "2025-01-06", "2025-06-30", null, Timeliness.DUE_SOON)
          .owed("2", "REVIEW", "2025-01-06", "2025-03-31", "2025-04-02", Timeliness.LATE)
          .owed("3", "REVIEW", "2025-01-06", "2025-05-05", null, Timeliness.OVERDUE)
          .owed("4", "REVIEW", "2025-01-06", "2025-05-05", null, Timeliness.CANNOT_TELL)
          .owed("5", "REVIEW", "2025-01-06", "2024-12-31", null, Timeliness.MISSED);

  @Test
  void what_fell_due_is_counted_in_its_quarter_and_what_is_due_tonight_is_not_judged_yet() {
    ReviewingReport report = report(REVIEWS);

    assertThat(report.thisQuarter()).isEqualTo("1 Apr 2025 to 30 Jun 2025");
    assertThat(report.before()).isEqualTo("1 Jan 2025 to 31 Mar 2025");
    ReviewingReport.StandardRow reviews = report.standards().get(0);
    assertThat(reviews.now())
        .isEqualTo(
            new ReviewingReport.InQuarter(
                "2", new Share("1 of 2", "", true), "0", "1", Tone.POOR, "1"));
    assertThat(reviews.before())
        .isEqualTo(
            new ReviewingReport.InQuarter(
                "1", new Share("0 of 1", "", true), "1", "0", Tone.PLAIN, "0"));
    assertThat(report.headline())
        .isEqualTo(
            "The review: 1 of the 2 that fell due this quarter so far was in timescale; the quarter"
                + " before, 0 of 1.");
  }

  @Test
  void the_teams_add_up_to_the_whole() {
    ReviewingReport report = report(REVIEWS);

    assertThat(report.pages().get(0).rows())
        .extracting(
            ReviewingReport.TeamRow::name,
            ReviewingReport.TeamRow::service,
            row -> row.cells().get(0).share().value(),
            row -> row.cells().get(0).before())
        .containsExactly(
            tuple("Corporate Parenting", true, "1 of 2", "before: 0 of 1"),
            tuple("Looked After Team 1", false, "1 of 2", "before: 0 of 1"));
  }

  @Test
  void each_action_is_taken_for_the_earliest_challenge_that_is_open() {
    ReviewingReport report =
        report(
            new Subjects()
                .did("1", "IRO challenge", "2025-02-03")
                .did("1", "IRO challenge", "2025-04-07")
                .did("1", "IRO challenge actioned", "2025-04-14")
                .did("2", "IRO challenge", "2025-05-06")
                .did("2", "IRO challenge actioned", "2025-05-01"));

    assertThat(report.counts())
        .containsExactly(
            new CountRow("Challenges made", "2", "1"),
            new CountRow("of these, actioned by tonight", "0 of 2", "1 of 1"));
    assertThat(report.challenges())
        .extracting(ChildRow::child, ChildRow::on, ChildRow::days)
        .containsExactly(tuple("1", "7 Apr 2025", "84 days"), tuple("2", "6 May 2025", "55 days"));
  }

  @Test
  void without_a_single_action_on_record_no_challenge_is_called_open() {
    ReviewingReport report =
        report(new Subjects().carrying("IRO challenge").did("1", "IRO challenge", "2025-05-06"));

    assertThat(report.challenges()).isEmpty();
    assertThat(report.challengesNote()).contains("cannot be told apart");
    assertThat(report.tiles().get(3).number()).isEqualTo("–");
    assertThat(report.withoutSource()).contains("IRO challenge actioned");
  }

  @Test
  void reviews_found_only_as_a_case_note_are_counted_and_listed_latest_first() {
    ReviewingReport report =
        report(
            new Subjects()
                .owed("1", "REVIEW", "2025-01-06", "2025-04-01", "2025-03-31", Timeliness.LATE)
                .did("1", "looked-after review", "2025-03-31", "case note only")
                .did("2", "looked-after review", "2025-05-05", "case note only")
                .did("3", "looked-after review", "2024-10-01", "case note only"));

    assertThat(report.counts())
        .contains(new CountRow("Reviews found only as a case note", "1", "1"));
    assertThat(report.notOnForm())
        .extracting(ChildRow::child, ChildRow::on)
        .containsExactly(tuple("2", "5 May 2025"), tuple("1", "31 Mar 2025"));
  }

  @Test
  void where_nothing_fell_due_in_two_quarters_and_nobody_challenged_there_is_no_report() {
    assertThat(
            ReviewingReport.of(
                new Subjects()
                    .owed("1", "REVIEW", "2024-01-08", "2024-05-01", null, Timeliness.MISSED)
                    .night()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30, 2025-04-01, 2025-04-01, 2025-01-01",
    "2025-07-01, 2025-04-01, 2025-07-01, 2025-04-01",
    "2026-03-31, 2025-04-01, 2026-01-01, 2025-10-01",
    "2025-11-30, 2025-09-01, 2025-09-01, 2025-06-01"
  })
  void quarters_are_those_of_the_councils_year(
      LocalDate asAt, LocalDate yearFrom, LocalDate from, LocalDate before) {
    Quarter quarter = Quarter.of(asAt, yearFrom);

    assertThat(quarter).isEqualTo(new Quarter(from, asAt));
    assertThat(quarter.before()).isEqualTo(new Quarter(before, from.minusDays(1)));
  }

  private static ReviewingReport report(Subjects record) {
    return ReviewingReport.of(record.night()).orElseThrow();
  }
}
