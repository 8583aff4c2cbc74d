package org.practicewatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.BlankSeen;
import org.practicewatch.compliance.PublishedTally.Counted;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Carried;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Silence;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.Versions;

/** The three measures that DfE publishes, worked by hand from a child's record. */
class PublishedMembershipTest {

  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();

  private static final String PLAN = "child protection plan";
  private static final String CONFERENCE = "initial child protection conference";
  private static final String REVIEW = "child protection review conference";
  private static final String ENQUIRY = "section 47 enquiry";
  private static final String AUTHORISED = "assessment authorised";

  private static final Sources SOURCES =
      new Sources(
          Set.of(CONFERENCE, REVIEW, AUTHORISED), Set.of(), Set.of(PLAN, ENQUIRY, "assessment"));

  private static PublishedMeasure measure(String id) {
    return SETTINGS.benchmarks().measures().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Counted counted(String id, String night, InventedChild... children) {
    LocalDate asAt = LocalDate.parse(night);
    PublishedTally tally =
        new PublishedTally(
            asAt,
            new PublishedMembership(asAt, SETTINGS.benchmarks().year(), SETTINGS.calendar()),
            List.of(measure(id)));
    Judging judging =
        new Judging(
            Versions.of(SETTINGS.standards()),
            Carried.alike(SOURCES),
            Silence.NONE,
            BlankSeen.COUNTS,
            SETTINGS.calendar(),
            SETTINGS.organisation().teams());
    for (InventedChild one : children) {
      tally.add(judging.judge(one.asAt(night)));
    }
    return tally.counted().get(0);
  }

  /** Numerator, denominator, those that cannot be told, those left out. */
  private static List<Integer> counts(Counted counted) {
    return List.of(
        counted.numerator(), counted.denominator(), counted.cannotTell(), counted.leftOut());
  }

  private static InventedChild plan(String from, String... reviews) {
    return child("C1").plan(PLAN, from).did(REVIEW, reviews);
  }

  @Test
  void a_plan_counts_from_the_day_on_which_it_has_been_open_for_three_months() {
    assertThat(counts(counted("D6", "2025-03-30", plan("2024-12-31", "2025-03-20"))))
        .as("three months less a day")
        .containsExactly(0, 0, 0, 0);
    assertThat(counts(counted("D6", "2025-03-31", plan("2024-12-31", "2025-03-20"))))
        .as("three months")
        .containsExactly(1, 1, 0, 0);
    assertThat(counts(counted("D6", "2025-02-28", plan("2024-11-30", "2025-02-20"))))
        .as("three months from 30 November end on the last of February")
        .containsExactly(1, 1, 0, 0);
  }

  @Test
  void one_late_review_makes_the_plan_fail_though_it_is_in_timescale_now() {
    assertThat(counts(counted("D6", "2025-03-31", plan("2024-06-03", "2024-09-04", "2025-03-03"))))
        .as("the first was due on 3 September")
        .containsExactly(0, 1, 0, 0);
    assertThat(counts(counted("D6", "2025-03-31", plan("2024-06-03", "2024-09-03", "2025-03-03"))))
        .as("both on their due dates")
        .containsExactly(1, 1, 0, 0);
    assertThat(counts(counted("D6", "2025-03-31", plan("2024-06-03", "2024-09-03", "2025-03-04"))))
        .as("the second a day late")
        .containsExactly(0, 1, 0, 0);
  }

  @Test
  void a_review_that_is_overdue_fails_and_one_that_is_not_yet_due_does_not() {
    assertThat(counts(counted("D6", "2025-03-31", plan("2024-06-03", "2024-09-03"))))
        .as("due on 3 March, not held")
        .containsExactly(0, 1, 0, 0);
    assertThat(counts(counted("D6", "2025-03-03", plan("2024-06-03", "2024-09-03"))))
        .as("due tonight, and not judged before tomorrow")
        .containsExactly(1, 1, 0, 0);
  }

  @Test
  void a_plan_of_which_no_review_was_due_yet_has_had_every_one_that_was() {
    assertThat(counts(counted("D6", "2025-03-31", plan("2024-12-31"))))
        .as("the first is due on the night itself")
        .containsExactly(1, 1, 0, 0);
    assertThat(counts(counted("D6", "2025-04-01", plan("2024-12-31")))).containsExactly(0, 1, 0, 0);
  }

  @Test
  void the_first_review_is_counted_from_the_conference_and_the_three_months_from_the_plan() {
    InventedChild early =
        child("C1")
            .did(CONFERENCE, "2024-12-20", Set.of("conference:1"), Set.of())
            .plan(PLAN, "2025-01-06", null, "conference:1")
            .did(REVIEW, "2025-03-21");

    assertThat(counts(counted("D6", "2025-04-05", early))).containsExactly(0, 0, 0, 0);
    assertThat(counts(counted("D6", "2025-04-06", early)))
        .as("due on 20 March")
        .containsExactly(0, 1, 0, 0);
  }

  @Test
  void a_plan_that_has_ended_is_not_counted_and_each_open_one_is_by_itself() {
    assertThat(
            counts(counted("D6", "2025-03-31", child("C1").plan(PLAN, "2024-06-03", "2025-03-31"))))
        .as("it ends on the night")
        .containsExactly(0, 0, 0, 0);
    InventedChild twice =
        child("C1")
            .plan(PLAN, "2023-01-09", "2023-08-01")
            .plan(PLAN, "2024-12-02")
            .did(REVIEW, "2023-05-09", "2025-02-28");
    assertThat(counts(counted("D6", "2025-03-31", twice)))
        .as("the late review was the earlier plan's")
        .containsExactly(1, 1, 0, 0);
  }

  @Test
  void a_review_whose_day_cannot_be_read_leaves_a_plan_in_neither_number() {
    assertThat(
            counts(
                counted(
                    "D6", "2025-03-31", child("C1").plan(PLAN, "2024-11-01").unreadable(REVIEW))))
        .containsExactly(0, 0, 1, 0);
    assertThat(
            counts(
                counted(
                    "D6",
                    "2025-03-31",
                    plan("2024-01-08", "2024-05-08").perhaps(REVIEW, "2024-10-30"))))
        .as("the first was late whatever the other was")
        .containsExactly(0, 1, 0, 0);
  }

  @Test
  void nought_plans_are_no_percentage() {
    assertThat(counted("D6", "2025-03-31").percent()).isNull();
    assertThat(counted("D6", "2025-03-31").from()).isEqualTo(LocalDate.parse("2025-03-31"));
  }

  private static InventedChild assessed(String from, String to) {
    return child("C1").plan("assessment", from, to, "assessment:1").did(AUTHORISED, to);
  }

  @Test
  void an_assessment_counts_in_the_year_in_which_it_was_completed() {
    // Forty-five working days from Monday 3 February 2025 end on Monday 7 April.
    assertThat(counts(counted("C2", "2025-06-30", assessed("2025-02-03", "2025-04-07"))))
        .containsExactly(1, 1, 0, 0);
    assertThat(counts(counted("C2", "2025-06-30", assessed("2025-02-03", "2025-04-08"))))
        .containsExactly(0, 1, 0, 0);
    assertThat(counts(counted("C2", "2025-06-30", assessed("2025-02-03", "2025-03-31"))))
        .as("completed on the last day of the year before")
        .containsExactly(0, 0, 0, 0);
    assertThat(counts(counted("C2", "2025-03-31", assessed("2025-02-03", "2025-03-31"))))
        .as("the same on that day")
        .containsExactly(1, 1, 0, 0);
    assertThat(counted("C2", "2025-03-31").from()).isEqualTo(LocalDate.parse("2024-04-01"));
  }

  @Test
  void an_assessment_that_goes_on_is_not_counted_however_late_it_is() {
    assertThat(counts(counted("C2", "2025-06-30", child("C1").plan("assessment", "2025-02-03"))))
        .containsExactly(0, 0, 0, 0);
  }

  @Test
  void an_assessment_completed_on_a_day_that_cannot_be_read_is_in_neither_number() {
    assertThat(
            counts(
                counted(
                    "C2",
                    "2025-12-31",
                    child("C1").plan("assessment", "2025-04-07").unreadable(AUTHORISED))))
        .containsExactly(0, 0, 1, 0);
    assertThat(
            counts(
                counted(
                    "C2",
                    "2025-12-31",
                    child("C1").plan("assessment", "2025-02-03").unreadable(AUTHORISED))))
        .as("begun before the year, and so perhaps completed before it")
        .containsExactly(0, 0, 0, 0);
  }

  private static InventedChild enquiry(String from, String conference, String... marks) {
    return child("C1")
        .plan(ENQUIRY, from, null, "s47:1")
        .did(CONFERENCE, conference, Set.of("s47:1"), Set.of(marks));
  }

  @Test
  void a_conference_counts_in_the_year_in_which_it_was_held() {
    // Fifteen working days from Monday 2 June 2025 end on Monday 23 June.
    assertThat(counts(counted("C4", "2025-06-30", enquiry("2025-06-02", "2025-06-23"))))
        .containsExactly(1, 1, 0, 0);
    assertThat(counts(counted("C4", "2025-06-30", enquiry("2025-06-02", "2025-06-24"))))
        .containsExactly(0, 1, 0, 0);
    assertThat(counts(counted("C4", "2025-06-30", enquiry("2025-03-10", "2025-03-31"))))
        .as("held the year before")
        .containsExactly(0, 0, 0, 0);
  }

  @Test
  void a_conference_before_its_enquiry_is_left_out_and_one_for_a_plan_moved_here_is_none() {
    assertThat(counts(counted("C4", "2025-06-30", enquiry("2025-06-02", "2025-05-30"))))
        .containsExactly(0, 0, 0, 1);
    assertThat(
            counts(counted("C4", "2025-06-30", enquiry("2025-06-02", "2025-06-10", "transfer in"))))
        .containsExactly(0, 0, 0, 0);
  }

  @Test
  void an_enquiry_without_a_conference_is_not_counted_here_however_late_it_is() {
    assertThat(counts(counted("C4", "2025-09-30", child("C1").plan(ENQUIRY, "2025-06-02"))))
        .containsExactly(0, 0, 0, 0);
  }

  private static Optional<String> whyNot(
      PublishedMeasure measure, List<PracticeStandard> standards, Sources sources) {
    return measure.findWhyNot(standards, sources, LocalDate.parse("2025-03-31"));
  }

  @Test
  void a_measure_without_a_source_says_so() {
    PublishedMeasure plans = measure("D6");
    assertThat(whyNot(plans, SETTINGS.standards(), SOURCES)).isEmpty();
    assertThat(whyNot(plans, SETTINGS.standards(), new Sources(Set.of(REVIEW), Set.of(), Set.of())))
        .contains("cannot judge: no source");
    assertThat(
            whyNot(
                plans, SETTINGS.standards(), new Sources(Set.of(), Set.of(REVIEW), Set.of(PLAN))))
        .contains("cannot judge: the extracts give only the latest of each child");
  }
}
