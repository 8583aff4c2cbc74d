package org.practicewatch.reports.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.standards.Timeliness;

class ReviewingReportTest {

  private static final String STANDARDS = "Reviews, and what should stand around them";
  private static final String COUNTS = "Challenges, and reviews found only as a case note";

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
    Report report = report(REVIEWS);

    assertThat(report.table(STANDARDS).note())
        .isEqualTo(
            "This quarter so far: 1 Apr 2025 to 30 Jun 2025. The quarter before: 1 Jan 2025 to 31"
                + " Mar 2025.");
    assertThat(Printed.lines(report, STANDARDS).get(0))
        .isEqualTo("The review | 2 | 1 of 2 | 0 | 1 | 1 | 1 | 0 of 1 | 1 | 0 | 0");
    assertThat(report.headline())
        .isEqualTo(
            "The review: 1 of the 2 that fell due this quarter so far was in timescale; the quarter"
                + " before, 0 of 1.");
  }

  @Test
  void the_teams_add_up_to_the_whole() {
    Report report = report(REVIEWS);

    assertThat(Printed.rows(report, "By team, this quarter so far"))
        .extracting(
            row -> Printed.cell(row, 0),
            Section.Row::heads,
            row -> Printed.cell(row, 1),
            row -> Printed.beneath(row, 1))
        .containsExactly(
            tuple("Corporate Parenting", true, "1 of 2", "before: 0 of 1"),
            tuple("Looked After Team 1", false, "1 of 2", "before: 0 of 1"));
  }

  @Test
  void each_action_is_taken_for_the_earliest_challenge_that_is_open() {
    Report report =
        report(
            new Subjects()
                .did("1", "IRO challenge", "2025-02-03")
                .did("1", "IRO challenge", "2025-04-07")
                .did("1", "IRO challenge actioned", "2025-04-14")
                .did("2", "IRO challenge", "2025-05-06")
                .did("2", "IRO challenge actioned", "2025-05-01"));

    assertThat(Printed.lines(report, COUNTS))
        .containsExactly(
            "Challenges made | 2 | 1", "of these, actioned by tonight | 0 of 2 | 1 of 1");
    assertThat(Printed.rows(report, "Challenges that are open: oldest first"))
        .extracting(
            row -> Printed.cell(row, 1), row -> Printed.cell(row, 2), row -> Printed.cell(row, 3))
        .containsExactly(tuple("1", "7 Apr 2025", "84 days"), tuple("2", "6 May 2025", "55 days"));
  }

  @Test
  void each_officer_stands_with_the_children_they_review_now_and_their_open_challenges() {
    Report report =
        report(
            new Subjects()
                .inCare("1", "2025-01-06")
                .did("1", "reviewing officer", "2025-06-30", "officer=R1", "from=2024-01-06", "to=")
                .did("1", "reviewing officer", "2025-06-30", "officer=R2", "from=2025-01-06", "to=")
                .did("1", "IRO challenge", "2025-05-06")
                .did("1", "IRO challenge", "2024-05-06")
                .inCare("2", "2025-01-06")
                .did(
                    "2",
                    "reviewing officer",
                    "2025-06-30",
                    "officer=R1",
                    "from=2025-01-06",
                    "to=2025-06-30")
                .inCare("3", "2025-01-06")
                .did("3", "reviewing officer", "2025-06-30", "officer=R1", "from=2025-01-06", "to=")
                .did("4", "reviewing officer", "2025-06-30", "officer=R1", "from=2025-01-06", "to=")
                .did("4", "IRO challenge actioned", "2025-06-01"));

    assertThat(Printed.lines(report, "Reviewing officers"))
        .containsExactly(
            "R1 | 1 | – | – | – | – | ",
            "R2 | 1 | 2 | 1 | – | 1 | 420",
            "No officer recorded | 1 | – | – | – | – | ");
  }

  @Test
  void without_a_single_action_on_record_no_challenge_is_called_open() {
    Report report =
        report(new Subjects().carrying("IRO challenge").did("1", "IRO challenge", "2025-05-06"));

    assertThat(Printed.rows(report, "Challenges that are open")).isEmpty();
    assertThat(report.table("Challenges that are open").note()).contains("cannot be told apart");
    assertThat(report.tiles().get(3).number()).isEqualTo("–");
    assertThat(report.sections())
        .extracting(Section::note)
        .anySatisfy(note -> assertThat(note).contains("IRO challenge actioned"));
  }

  @Test
  void reviews_found_only_as_a_case_note_are_counted_and_listed_latest_first() {
    Report report =
        report(
            new Subjects()
                .owed("1", "REVIEW", "2025-01-06", "2025-04-01", "2025-03-31", Timeliness.LATE)
                .did("1", "looked-after review", "2025-03-31", "case note only")
                .did("2", "looked-after review", "2025-05-05", "case note only")
                .did("3", "looked-after review", "2024-10-01", "case note only"));

    assertThat(Printed.lines(report, COUNTS)).contains("Reviews found only as a case note | 1 | 1");
    assertThat(Printed.rows(report, "Reviews found only as a case note"))
        .extracting(row -> Printed.cell(row, 1), row -> Printed.cell(row, 2))
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

  private static Report report(Subjects record) {
    return ReviewingReport.of(record.night()).orElseThrow();
  }
}
