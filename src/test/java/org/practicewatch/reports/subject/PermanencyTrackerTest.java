package org.practicewatch.reports.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.subject.ReportContents.Milestone;
import org.practicewatch.standards.Timeliness;

class PermanencyTrackerTest {

  private static final String CHILDREN = "Every child: stuck longest first";
  private static final String MILESTONES = "Where children are stuck";

  private static List<Row> rows(Report report) {
    return Printed.rows(report, CHILDREN);
  }

  private static String printed(Row row, int column) {
    return Printed.cell(row, column);
  }

  @Test
  void the_child_who_is_stuck_longest_comes_first_and_then_whose_next_milestone_is_due_soonest() {
    Report report =
        report(
            new Subjects()
                .inCare("1", "2025-01-06")
                .owed("1", "PERMANENCE-PLAN", "2025-01-06", "2025-05-12", null, Timeliness.OVERDUE)
                .inCare("2", "2024-01-08")
                .owed("2", "PERMANENCE-PLAN", "2024-01-08", "2024-05-10", null, Timeliness.OVERDUE)
                .owed("2", "A2", "2024-01-08", "2025-06-20", null, Timeliness.OVERDUE)
                .inCare("3", "2025-05-01")
                .owed("3", "PERMANENCE-PLAN", "2025-05-01", "2025-09-01", null, Timeliness.DUE_SOON)
                .inCare("4", "2025-04-01")
                .owed(
                    "4", "PERMANENCE-PLAN", "2025-04-01", "2025-08-01", null, Timeliness.DUE_SOON));

    assertThat(rows(report))
        .extracting(row -> printed(row, 0), row -> printed(row, 3))
        .containsExactly(
            tuple("2", "Permanence plan\n416 days"),
            tuple("1", "Permanence plan\n49 days"),
            tuple("4", "–"),
            tuple("3", "–"));
    assertThat(report.headline())
        .isEqualTo("2 of 4 children on the way to permanence are stuck at an overdue milestone.");
    assertThat(report.remark())
        .startsWith("Longest: 2, Permanence plan, 416 days. Most are stuck at: Permanence plan.");
  }

  @Test
  void each_milestone_says_when_it_is_due_when_it_was_done_and_how_late() {
    Row row =
        row(
            new Subjects()
                .inCare("1", "2025-01-06")
                .owed(
                    "1",
                    "PERMANENCE-PLAN",
                    "2025-01-06",
                    "2025-05-12",
                    "2025-05-16",
                    Timeliness.LATE)
                .did("1", "long-term match agreed", "2025-06-02")
                .owed("1", "A2", "2025-01-06", "2025-06-30", null, Timeliness.DUE_SOON)
                .owed("1", "LETTER", "2025-01-06", null, null, Timeliness.CANNOT_TELL));

    assertThat(List.of(4, 5, 6, 7))
        .extracting(column -> printed(row, column), column -> Printed.beneath(row, column))
        .containsExactly(
            tuple("done 16 May 2025", "4 days late"),
            tuple("done 2 Jun 2025", ""),
            tuple("due 30 Jun 2025", ""),
            tuple("cannot tell", ""));
  }

  @Test
  void of_two_standards_of_one_milestone_the_one_that_is_overdue_is_told() {
    Row row =
        row(
            new Subjects()
                .inCare("1", "2024-01-08")
                .owed("1", "A2", "2024-01-08", "2025-07-20", null, Timeliness.NOT_YET_DUE)
                .owed("1", "ADM-TO-MATCH", "2024-01-08", "2025-06-01", null, Timeliness.OVERDUE));

    assertThat(printed(row, 3)).startsWith("Matched\n");
    assertThat(row.cells().get(6))
        .isEqualTo(
            ReportCell.text("29 days over")
                .shown(ReportCell.Weight.STRONG, Tone.POOR, "due 1 Jun 2025"));
  }

  @Test
  void nobody_is_late_for_a_milestone_that_has_no_number() {
    Report report =
        report(
            new Subjects()
                .inCare("1", "2020-01-08")
                .owed(
                    "1",
                    "PERMANENCE-PLAN",
                    "2020-01-08",
                    "2020-05-11",
                    "2020-05-01",
                    Timeliness.IN_TIMESCALE));

    assertThat(printed(rows(report).get(0), 5)).isEqualTo("–");
    Row milestone = Printed.rows(report, MILESTONES).get(1);
    assertThat(printed(milestone, 2)).isEqualTo("–");
    assertThat(printed(milestone, 1)).isEqualTo("no number: only done is shown");
    assertThat(report.headline()).startsWith("Nobody is stuck");
  }

  @Test
  void what_belongs_to_an_earlier_period_of_care_is_left_out() {
    Row row =
        row(
            new Subjects()
                .span("1", "period of care", "2020-01-06", "2021-01-04")
                .inCare("1", "2025-01-06")
                .owed("1", "PERMANENCE-PLAN", "2020-01-06", "2020-05-11", null, Timeliness.MISSED)
                .did("1", "long-term match agreed", "2020-10-01")
                .owed(
                    "1", "PERMANENCE-PLAN", "2025-01-06", "2025-07-10", null, Timeliness.DUE_SOON));

    assertThat(printed(row, 2)).isEqualTo("6 Jan 2025");
    assertThat(row.cells().subList(4, 8))
        .extracting(ReportCell::printed)
        .containsExactly("due 10 Jul 2025", "–", "–", "–");
  }

  @Test
  void an_adopted_child_stays_in_it_while_the_later_life_letter_is_owed_and_no_longer() {
    Subjects record =
        new Subjects()
            .span("1", "period of care", "2023-01-09", "2025-04-01")
            .owed("1", "LETTER", "2025-05-01", "2025-05-16", null, Timeliness.OVERDUE)
            .span("2", "period of care", "2023-01-09", "2025-04-01")
            .owed("2", "LETTER", "2025-05-01", "2025-05-16", "2025-05-10", Timeliness.IN_TIMESCALE);

    assertThat(rows(report(record))).extracting(row -> printed(row, 0)).containsExactly("1");
  }

  @Test
  void a_looked_after_child_of_whom_nothing_is_owed_or_recorded_is_counted_and_not_listed() {
    Report report =
        report(
            new Subjects()
                .inCare("1", "2025-01-06")
                .owed("1", "PERMANENCE-PLAN", "2025-01-06", "2025-05-12", null, Timeliness.OVERDUE)
                .inCare("2", "2025-03-03"));

    assertThat(rows(report)).extracting(row -> printed(row, 0)).containsExactly("1");
    assertThat(report.remark())
        .endsWith(
            "1 looked-after child has no milestone that is owed or recorded, and is not listed.");
  }

  @Test
  void a_milestone_that_no_extract_carries_has_no_column_and_is_named_with_what_to_do() {
    Report report =
        report(
            new Subjects()
                .milestones(
                    new Milestone("Plan", List.of("PERMANENCE-PLAN"), null),
                    new Milestone("Ceremony", null, List.of("adoption ceremony")))
                .inCare("1", "2025-01-06")
                .owed(
                    "1", "PERMANENCE-PLAN", "2025-01-06", "2025-05-12", null, Timeliness.OVERDUE));

    assertThat(report.table(CHILDREN).columns()).hasSize(5);
    assertThat(report.table(CHILDREN).columns().get(4).heading()).isEqualTo("Plan");
    assertThat(report.sections())
        .extracting(Section::note)
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("Cannot judge, no source: Ceremony.")
                    .contains("a template workbook that says which rows to extract"));
  }

  @Test
  void where_no_due_day_can_be_judged_it_does_not_say_that_nobody_is_stuck() {
    Report report =
        report(
            new Subjects()
                .judgingNothing()
                .inCare("1", "2025-01-06")
                .did("1", "long-term match agreed", "2025-05-01"));

    assertThat(report.headline())
        .isEqualTo("Who is stuck cannot be judged: no extract carries what it takes.");
    assertThat(report.tiles().get(1).number()).isEqualTo("–");
    assertThat(printed(Printed.rows(report, MILESTONES).get(0), 0)).isEqualTo("Long-term match");
  }

  @Test
  void without_anything_owed_or_recorded_there_is_no_report() {
    assertThat(PermanencyTracker.of(new Subjects().inCare("1", "2025-01-06").night())).isEmpty();
  }

  @Test
  void names_stand_beside_ids_where_the_council_asks_for_them() {
    SubjectNight night =
        new Subjects()
            .inCare("1", "2025-01-06")
            .owed("1", "PERMANENCE-PLAN", "2025-01-06", "2025-05-12", null, Timeliness.OVERDUE)
            .night(new Printing(10, 14, Map.of("1", "Zebedee Quillon"), Priorities.NONE));
    Report report = PermanencyTracker.of(night).orElseThrow();

    assertThat(Printed.beneath(rows(report).get(0), 0)).isEqualTo("Zebedee Quillon");
    assertThat(report.workbook().sheets().get(1).columns())
        .extracting(ReportSheet.Column::heading)
        .startsWith("Child", "Name", "Team");
  }

  private static Report report(Subjects record) {
    return PermanencyTracker.of(record.night()).orElseThrow();
  }

  private static Row row(Subjects record) {
    return rows(report(record)).get(0);
  }
}
