package org.practicewatch.quality.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.quality.checks.InventedRecord.asAt;
import static org.practicewatch.quality.checks.InventedRecord.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.quality.RecordCheck;

/** The checks of jobs/checks/visits.yml and plans.yml, each where it begins and where it ends. */
class VisitAndPlanChecksTest {

  private static final String VISIT = "looked-after visit";
  private static final String PROTECTION = "child protection plan";
  private static final String NEED = "child in need plan";

  private static void finds(RecordCheck check, InventedRecord record, String... parts) {
    List<String> problems = record.problems(check);
    assertThat(problems).hasSize(parts.length);
    for (int i = 0; i < parts.length; i++) {
      assertThat(problems.get(i)).contains(parts[i]);
    }
  }

  @Test
  void at_the_last_visit_the_child_was_seen() {
    RecordCheck check = new ChildNotSeen();
    finds(check, asAt("2026-10-30").done(VISIT, "2026-10-20", "not seen"), "was not seen");
    finds(
        check,
        asAt("2026-10-30")
            .done(VISIT, "2026-10-20", "not seen")
            .done(VISIT, "2026-10-21", "seen alone"));
    finds(
        check,
        asAt("2026-10-30").done(VISIT, "2026-10-20", "seen not recorded"),
        "does not say whether the child was seen");
    // Forty-two days back, and no further.
    finds(check, asAt("2026-10-30").done(VISIT, "2026-09-18", "not seen"));
    finds(check, asAt("2026-10-30").done(VISIT, "2026-09-19", "not seen"), "was not seen");
  }

  @Test
  void from_four_on_a_child_is_seen_alone_at_some_visit() {
    RecordCheck check = new ChildNotSeen();
    finds(
        check,
        asAt("2026-10-30")
            .born("2022-10-30")
            .done(VISIT, "2026-10-01", "not seen alone")
            .done(VISIT, "2026-10-20", "not seen alone"),
        "At no visit since 2026-10-01");
    finds(check, asAt("2026-10-30").born("2022-10-31").done(VISIT, "2026-10-20", "not seen alone"));
    finds(
        check,
        asAt("2026-10-30")
            .born("2015-01-01")
            .done(VISIT, "2026-10-01", "seen alone")
            .done(VISIT, "2026-10-20", "not seen alone"));
  }

  @Test
  void a_bedroom_that_was_not_seen_is_told() {
    finds(
        new ChildNotSeen(),
        asAt("2026-10-30").done("child protection visit", "2026-10-20", "bedroom not seen"),
        "the bedroom was not seen");
  }

  @Test
  void two_visits_on_a_screen_or_at_school_and_none_at_home() {
    RecordCheck check = new VisitsElsewhere();
    finds(
        check,
        asAt("2026-10-30")
            .done(VISIT, "2026-09-20", "virtual")
            .done(VISIT, "2026-10-20", "at school"),
        "All 2 visits since 2026-09-20");
    finds(check, asAt("2026-10-30").done(VISIT, "2026-10-20", "virtual"));
    finds(check, asAt("2026-10-30").done(VISIT, "2026-09-20", "virtual").done(VISIT, "2026-10-20"));
  }

  @Test
  void a_visit_is_recorded_on_its_day_or_later() {
    RecordCheck check = new RecordedBeforeItHappened();
    finds(
        check,
        asAt("2026-10-30")
            .tied(VISIT, "2026-10-20", "row:1")
            .tied("visit recorded", "2026-10-19", "row:1"),
        "before the visit on 2026-10-20");
    finds(
        check,
        asAt("2026-10-30")
            .tied(VISIT, "2026-10-20", "row:1")
            .tied("visit recorded", "2026-10-20", "row:1"));
    finds(
        check,
        asAt("2026-10-30")
            .tied(VISIT, "2026-10-20", "row:1")
            .tied("visit recorded", "2026-10-19", "row:2"));
  }

  @Test
  void one_visit_of_a_sort_a_day_in_one_extract() {
    RecordCheck check = new VisitsTwice();
    finds(
        check,
        asAt("2026-10-30").done(VISIT, "2026-10-20").done(VISIT, "2026-10-20", "seen alone"),
        "There are two looked-after visits on 2026-10-20");
    finds(
        check,
        asAt("2026-10-30").done(VISIT, "2026-10-20").in("other.csv").done(VISIT, "2026-10-20"));
    finds(
        check,
        asAt("2026-10-30").done(VISIT, "2026-10-20").done("child protection visit", "2026-10-20"));
  }

  @Test
  void a_visit_under_a_plan_is_on_a_day_of_one() {
    RecordCheck check = new VisitsOutsidePlans();
    InventedRecord within =
        asAt("2026-10-30")
            .span(PROTECTION, "2026-10-01", "2026-10-20")
            .done("child protection visit", "2026-10-01")
            .done("child protection visit", "2026-10-20");
    finds(check, within);
    finds(
        check,
        asAt("2026-10-30")
            .span(PROTECTION, "2026-10-01", "2026-10-20")
            .done("child protection visit", "2026-10-21"),
        "is in no child protection plan");
    finds(
        check,
        asAt("2026-10-30").done("child in need visit", "2026-10-21"),
        "is in no child in need plan");
  }

  @Test
  void one_of_the_siblings_was_left_out() {
    InventedRecord seen =
        new InventedRecord("1", "2026-10-30")
            .noted("mother", "mother", "M")
            .span(PROTECTION, "2026-01-01", null)
            .done("child protection visit", "2026-10-20");
    InventedRecord justInTime =
        new InventedRecord("2", "2026-10-30")
            .noted("mother", "mother", "M")
            .span(PROTECTION, "2026-01-01", null)
            .done("child protection visit", "2026-10-06");
    InventedRecord leftOut =
        new InventedRecord("3", "2026-10-30")
            .noted("mother", "mother", "M")
            .span(PROTECTION, "2026-01-01", null)
            .done("child protection visit", "2026-10-05");
    InventedRecord notOnAPlan =
        new InventedRecord("4", "2026-10-30").noted("mother", "mother", "M");
    assertThat(found(new OneOfTheSiblings(), seen, justInTime, leftOut, notOnAPlan))
        .singleElement()
        .asString()
        .startsWith("3: A brother or sister on a plan was visited on 2026-10-20");
  }

  @Test
  void a_plan_lasts_longer_than_a_day() {
    RecordCheck check = new EndedOnItsFirstDay();
    finds(
        check,
        asAt("2026-10-30").span(PROTECTION, "2026-10-01", "2026-10-01"),
        "began and ended on 2026-10-01");
    finds(check, asAt("2026-10-30").span(PROTECTION, "2026-10-01", "2026-10-02"));
    finds(check, asAt("2026-10-30").span(PROTECTION, "2025-10-29", "2025-10-29"));
  }

  @Test
  void a_protection_plan_takes_the_place_of_a_need_plan() {
    RecordCheck check = new PlansAtOnce();
    finds(
        check,
        asAt("2026-10-30").span(PROTECTION, "2026-05-01", null).span(NEED, "2026-01-01", null),
        "are both open");
    finds(
        check,
        asAt("2026-10-30")
            .span(PROTECTION, "2026-05-01", null)
            .span(NEED, "2026-01-01", "2026-05-01"));
    finds(
        check,
        asAt("2026-10-30")
            .span(PROTECTION, "2026-01-01", "2026-05-02")
            .span(PROTECTION, "2026-05-01", "2026-06-01"),
        "before the one before it had ended");
    finds(
        check,
        asAt("2026-10-30")
            .span(PROTECTION, "2026-01-01", "2026-05-01")
            .span(PROTECTION, "2026-05-01", "2026-06-01"));
  }

  /** Saturday 24, Sunday 25 October 2026; Monday 31 August 2026 is a bank holiday. */
  @Test
  void a_conference_is_on_a_working_day() {
    RecordCheck check = new ConferencesOnDaysOff();
    for (String day : List.of("2026-10-24", "2026-10-25", "2026-08-31")) {
      finds(
          check,
          asAt("2026-10-30").done("initial child protection conference", day),
          "is on a weekend or bank holiday");
    }
    finds(check, asAt("2026-10-30").done("initial child protection conference", "2026-10-23"));
  }

  @Test
  void a_review_is_on_its_form() {
    RecordCheck check = new ReviewsAsCaseNotes();
    finds(
        check,
        asAt("2026-10-30").done("looked-after review", "2026-10-01", "case note only"),
        "is a case note");
    finds(check, asAt("2026-10-30").done("looked-after review", "2026-10-01"));
  }

  @Test
  void a_review_was_cancelled_or_held() {
    RecordCheck check = new CancelledReviews();
    String review = "looked-after review";
    finds(
        check,
        asAt("2026-10-30").noted(review, "cancelled", "yes", "held", "2026-10-01"),
        "was cancelled, and has a day");
    finds(check, asAt("2026-10-30").noted(review, "cancelled", "yes", "held", ""));
    finds(check, asAt("2026-10-30").noted(review, "cancelled", "no", "held", "2026-10-01"));
  }

  @Test
  void before_the_birth_nobody_can_be_seen() {
    finds(
        new ChildNotSeen(),
        asAt("2026-10-30").born("2026-10-21").done(VISIT, "2026-10-20", "not seen"));
    finds(
        new ChildNotSeen(),
        asAt("2026-10-30").born("2026-10-20").done(VISIT, "2026-10-20", "not seen"),
        "was not seen");
  }

  @Test
  void a_birth_that_was_expected_by_now_has_a_date() {
    RecordCheck check = new BirthOverdue();
    finds(
        check,
        asAt("2026-10-30").noted("expected birth", "day", "2026-10-29"),
        "was expected by 2026-10-29");
    finds(check, asAt("2026-10-30").noted("expected birth", "day", "2026-10-30"));
    finds(
        check, asAt("2026-10-30").born("2026-10-20").noted("expected birth", "day", "2026-10-25"));
  }

  @Test
  void a_conference_that_was_not_quorate_was_not_held() {
    String review = "child protection review conference";
    finds(
        new ConferencesNotQuorate(),
        asAt("2026-10-30").done(review, "2026-10-20", "inquorate").done(review, "2026-10-27"),
        "of 2026-10-20 was not quorate");
  }

  @Test
  void an_assessment_never_authorised_on_a_closed_case_is_told() {
    RecordCheck check = new NeverAuthorised();
    finds(
        check,
        asAt("2026-10-30")
            .span("referral", "2026-06-01", "2026-09-01")
            .span("assessment", "2026-06-08", null),
        "never authorised");
    finds(
        check,
        asAt("2026-10-30")
            .span("referral", "2026-06-01", "2026-09-01")
            .span("assessment", "2026-06-08", null)
            .done("assessment authorised", "2026-07-01"));
    finds(
        check,
        asAt("2026-10-30")
            .span("referral", "2026-06-01", null)
            .span("assessment", "2026-06-08", null));
  }
}
