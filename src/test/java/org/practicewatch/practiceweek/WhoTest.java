package org.practicewatch.practiceweek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Life;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.compliance.Finding;
import org.practicewatch.fixtures.EnglandAndWales;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.practiceweek.Fit.Answer;
import org.practicewatch.standards.Timeliness;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which children an organiser means, one worked example for each edge of each condition. */
class WhoTest {

  private static final WorkingDays CALENDAR = EnglandAndWales.workingDays();
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String NIGHT = "2018-09-14";

  /** As it stands in the file of a week. */
  private static Who who(String yaml) {
    return YAML.readValue(yaml, Who.class);
  }

  private static Candidate candidate(InventedChild child, String night) {
    return new Candidate(child.asAt(night), null, "East", "Safeguarding", List.of(), Map.of());
  }

  private static Fit fit(String yaml, InventedChild child, String night) {
    return who(yaml).fits(candidate(child, night), CALENDAR);
  }

  private static Answer answer(String yaml, InventedChild child) {
    return fit(yaml, child, NIGHT).answer();
  }

  private static Candidate disabled(@Nullable Boolean disability) {
    return new Candidate(
        child("1").asAt(NIGHT), disability, "East", "Safeguarding", List.of(), Map.of());
  }

  @ParameterizedTest(name = "born {0}, on {1}: {3} to ''{2}''")
  @CsvSource(
      delimiter = '|',
      value = {
        // The last day of being eleven, the twelfth birthday, the last day of being twelve.
        "2006-09-15|2018-09-14|{at most: 12}|YES",
        "2006-09-14|2018-09-14|{at most: 11}|NO",
        "2006-09-14|2018-09-14|{at least: 12}|YES",
        "2006-09-15|2018-09-14|{at least: 12}|NO",
        "2005-09-15|2018-09-14|{at most: 12}|YES",
        "2005-09-14|2018-09-14|{at most: 12}|NO",
        "2005-09-14|2018-09-14|{at least: 13, at most: 13}|YES",
        // Born on 29 February: a year older on 1 March, in common years.
        "2004-02-29|2017-02-28|{at most: 12}|YES",
        "2004-02-29|2017-03-01|{at most: 12}|NO",
        "2004-02-29|2016-02-28|{at least: 12}|NO",
        "2004-02-29|2016-02-29|{at least: 12}|YES",
        // On a day of the organiser's own.
        "2005-09-14|2018-09-14|{at most: 12, on: 2018-09-13}|YES",
        "2005-09-14|2018-09-14|{at most: 12, on: 2018-09-14}|NO",
      })
  void age_is_in_whole_years_and_both_limits_belong_to_it(
      String born, String night, String age, Answer answer) {
    assertThat(fit("age: " + age, child("1").born(born), night).answer()).isEqualTo(answer);
  }

  @Test
  void without_a_date_of_birth_the_age_cannot_be_told() {
    Fit fit = fit("age: {at most: 12}", child("1"), NIGHT);

    assertThat(fit).isEqualTo(Fit.cannotTell("there is no date of birth"));
    assertThat(answer("{age: {at most: 12}, in care: {now: yes}}", child("1")))
        .isEqualTo(Answer.NO);
  }

  @ParameterizedTest(name = "in care from {0}, on {1}: {3} to ''{2}''")
  @CsvSource(
      delimiter = '|',
      value = {
        // Exactly twelve months is not more than twelve months, and at least twelve months.
        "2017-09-14|2018-09-14|{for more than: 12 months}|NO",
        "2017-09-13|2018-09-14|{for more than: 12 months}|YES",
        "2017-09-14|2018-09-14|{for at least: 12 months}|YES",
        "2017-09-15|2018-09-14|{for at least: 12 months}|NO",
        "2017-09-14|2018-09-14|{for more than: 1 year}|NO",
        // Ends of months.
        "2017-02-28|2018-02-28|{for more than: 12 months}|NO",
        "2016-02-29|2017-02-28|{for more than: 12 months}|NO",
        "2016-02-28|2017-02-28|{for more than: 12 months}|NO",
        "2016-02-27|2017-02-28|{for more than: 12 months}|YES",
        "2018-02-28|2018-05-31|{for at least: 3 months}|YES",
        "2018-03-01|2018-05-31|{for at least: 3 months}|NO",
        // The day exactly three months before is one of the last three months.
        "2018-06-14|2018-09-14|{entered in the last: 3 months}|YES",
        "2018-06-13|2018-09-14|{entered in the last: 3 months}|NO",
        "2018-09-14|2018-09-14|{entered in the last: 3 months}|YES",
        "2018-02-28|2018-05-31|{entered in the last: 3 months}|YES",
        "2018-02-27|2018-05-31|{entered in the last: 3 months}|NO",
        "2018-09-10|2018-09-14|{entered in the last: 4 working days}|YES",
        // Both days belong to it.
        "2018-06-01|2018-09-14|{entered from: 2018-06-01, entered to: 2018-08-31}|YES",
        "2018-05-31|2018-09-14|{entered from: 2018-06-01, entered to: 2018-08-31}|NO",
        "2018-08-31|2018-09-14|{entered from: 2018-06-01, entered to: 2018-08-31}|YES",
        "2018-09-01|2018-09-14|{entered from: 2018-06-01, entered to: 2018-08-31}|NO",
        "2018-03-31|2018-09-14|{since: 2018-03-31}|YES",
        "2018-04-01|2018-09-14|{since: 2018-03-31}|NO",
        "2018-04-01|2018-09-14|{}|YES",
        "2018-04-01|2018-09-14|{now: yes}|YES",
        "2018-04-01|2018-09-14|{now: no}|NO",
        // Nothing after the night is seen.
        "2018-09-15|2018-09-14|{now: yes}|NO",
        "2018-09-15|2018-09-14|{entered from: 2018-06-01}|NO",
      })
  void how_long_in_care_and_since_when(String from, String night, String inCare, Answer answer) {
    assertThat(fit("in care: " + inCare, child("1").inCareFrom(from), night).answer())
        .isEqualTo(answer);
  }

  /**
   * Who is in care has been so for more than three months, or came in the last three: never both.
   */
  @Test
  void more_than_a_length_and_in_the_last_of_it_leave_nobody_out_and_have_nobody_in_common() {
    for (LocalDate night = LocalDate.parse("2019-02-20");
        night.isBefore(LocalDate.parse("2020-06-05"));
        night = night.plusDays(1)) {
      for (int days = 80; days < 100; days++) {
        InventedChild child = child("1").inCareFrom(night.minusDays(days).toString());
        boolean longer =
            fit("in care: {for more than: 3 months}", child, night.toString()).equals(Fit.YES);
        boolean lately =
            fit("in care: {entered in the last: 3 months}", child, night.toString())
                .equals(Fit.YES);
        assertThat(longer).as(night + " " + days).isNotEqualTo(lately);
      }
    }
  }

  @Test
  void who_came_lately_counts_whether_or_not_still_in_care_unless_it_says() {
    InventedChild left = child("1").inCare("2018-07-02", "2018-08-20");

    assertThat(answer("in care: {entered in the last: 3 months}", left)).isEqualTo(Answer.YES);
    assertThat(answer("in care: {entered in the last: 3 months, now: yes}", left))
        .isEqualTo(Answer.NO);
    assertThat(answer("in care: {entered in the last: 3 months, now: no}", left))
        .isEqualTo(Answer.YES);
    assertThat(answer("in care: {for more than: 1 month}", left)).isEqualTo(Answer.NO);
    assertThat(answer("in care: {now: yes}", left)).isEqualTo(Answer.NO);
    assertThat(answer("in care: {now: no}", left)).isEqualTo(Answer.YES);
    assertThat(answer("in care: {now: no}", child("1"))).isEqualTo(Answer.YES);
  }

  @Test
  void a_child_whose_care_ends_on_the_night_is_no_longer_in_care() {
    assertThat(answer("in care: {now: yes}", child("1").inCare("2018-01-02", NIGHT)))
        .isEqualTo(Answer.NO);
  }

  @Test
  void any_of_several_periods_of_care_counts_and_they_are_not_added_up() {
    InventedChild twice = child("1").inCare("2016-01-04", "2017-06-01").inCareFrom("2018-07-02");

    assertThat(answer("in care: {entered in the last: 3 months}", twice)).isEqualTo(Answer.YES);
    assertThat(answer("in care: {for more than: 12 months}", twice)).isEqualTo(Answer.NO);
    assertThat(answer("in care: {entered from: 2016-01-01, entered to: 2016-01-31}", twice))
        .isEqualTo(Answer.YES);
  }

  @Test
  void where_the_extract_begins_after_the_care_did_what_hangs_on_the_start_cannot_be_told() {
    InventedChild unknown =
        child("1").episode("", "2018-04-01", null, Map.of(NotKnown.START.words(), "yes"));
    assertThat(unknown.asAt(NIGHT).spans("period of care")).allMatch(care -> !care.startKnown());

    assertThat(fit("in care: {for more than: 12 months}", unknown, NIGHT).because())
        .isEqualTo("the extract begins after the child came into care");
    assertThat(answer("in care: {for more than: 12 months}", unknown))
        .isEqualTo(Answer.CANNOT_TELL);
    assertThat(answer("in care: {entered from: 2018-04-01}", unknown))
        .isEqualTo(Answer.CANNOT_TELL);
    // It began no later than the record says, and that is enough here.
    assertThat(answer("in care: {for more than: 3 months}", unknown)).isEqualTo(Answer.YES);
    assertThat(answer("in care: {entered in the last: 3 months}", unknown)).isEqualTo(Answer.NO);
    assertThat(answer("in care: {now: yes}", unknown)).isEqualTo(Answer.YES);
    assertThat(answer("{teams: [West], in care: {for more than: 12 months}}", unknown))
        .isEqualTo(Answer.NO);
  }

  @ParameterizedTest(name = "plan from {0} to {1}: {2}")
  @CsvSource({
    "2018-06-14, , YES",
    "2018-06-15, , NO",
    "2018-01-02, 2018-09-14, NO",
    "2018-01-02, 2018-09-13, NO",
  })
  void a_plan_must_be_open_and_have_been_so_for_long_enough(
      String from, @Nullable String to, Answer answer) {
    InventedChild child = child("1").plan("child in need plan", from, to);

    assertThat(answer("{on plan: [child in need plan], plan open for at least: 3 months}", child))
        .isEqualTo(answer);
  }

  @Test
  void any_of_the_plans_will_do_but_it_alone_must_have_lasted() {
    InventedChild both =
        child("1")
            .plan("child in need plan", "2018-01-02", "2018-08-01")
            .plan("child protection plan", "2018-08-01");

    assertThat(answer("on plan: [child protection plan, child in need plan]", both))
        .isEqualTo(Answer.YES);
    assertThat(answer("on plan: [child in need plan]", both)).isEqualTo(Answer.NO);
    assertThat(
            answer(
                "{on plan: [child protection plan, child in need plan], plan open for at least: 3 months}",
                both))
        .isEqualTo(Answer.NO);
  }

  @Test
  void a_plan_whose_beginning_is_not_known_may_have_been_open_for_long_enough() {
    InventedChild unknown =
        child("1")
            .span(
                "child in need plan",
                "",
                "2018-08-01",
                null,
                Set.of(),
                Map.of(NotKnown.START.words(), "yes"));

    assertThat(answer("{on plan: [child in need plan], plan open for at least: 3 months}", unknown))
        .isEqualTo(Answer.CANNOT_TELL);
    assertThat(answer("on plan: [child in need plan]", unknown)).isEqualTo(Answer.YES);
  }

  @Test
  void the_category_is_that_of_the_plan_that_is_open() {
    InventedChild neglect =
        child("1")
            .span("child protection plan", "EMO", "2017-01-02", "2017-09-01", Set.of(), Map.of())
            .span("child protection plan", "NEG", "2018-01-02", null, Set.of(), Map.of());
    InventedChild unclear =
        child("1").span("child protection plan", "?", "2018-01-02", null, Set.of(), Map.of());

    assertThat(answer("category: [NEG, PHY]", neglect)).isEqualTo(Answer.YES);
    assertThat(answer("category: [EMO]", neglect)).isEqualTo(Answer.NO);
    assertThat(answer("category: [NEG]", unclear)).isEqualTo(Answer.CANNOT_TELL);
    assertThat(answer("category: [NEG]", child("1").plan("child protection plan", "2018-01-02")))
        .isEqualTo(Answer.CANNOT_TELL);
    assertThat(answer("category: [NEG]", child("1"))).isEqualTo(Answer.NO);
  }

  @Test
  void the_legal_status_is_that_of_the_night() {
    InventedChild child =
        child("1").legal("V2", "2017-01-02", "2018-02-01").legal("C1", "2018-02-01");

    assertThat(answer("legal status: [C1, C2]", child)).isEqualTo(Answer.YES);
    assertThat(answer("legal status: [V2]", child)).isEqualTo(Answer.NO);
    assertThat(answer("legal status: [C1]", child("1").legal("?", "2018-02-01")))
        .isEqualTo(Answer.CANNOT_TELL);
  }

  @Test
  void the_placement_and_whether_it_is_unregulated_are_those_of_the_night() {
    InventedChild moved =
        child("1")
            .inCareFrom("2017-01-02")
            .placed("P2", "2017-01-02", "2018-02-01")
            .placed("U4", "2018-02-01");
    InventedChild alone = child("1").inCareFrom("2017-01-02").placed("H5", "2017-01-02");
    InventedChild unclear = child("1").inCareFrom("2017-01-02").placed("?", "2017-01-02");

    assertThat(answer("placement type: [U4]", moved)).isEqualTo(Answer.YES);
    assertThat(answer("placement type: [P2]", moved)).isEqualTo(Answer.NO);
    assertThat(answer("unregulated: yes", moved)).isEqualTo(Answer.NO);
    assertThat(answer("unregulated: no", moved)).isEqualTo(Answer.YES);
    assertThat(answer("unregulated: yes", alone)).isEqualTo(Answer.YES);
    assertThat(answer("unregulated: no", alone)).isEqualTo(Answer.NO);
    for (String asked : List.of("unregulated: yes", "unregulated: no", "placement type: [U4]")) {
      assertThat(answer(asked, unclear)).as(asked).isEqualTo(Answer.CANNOT_TELL);
    }
    assertThat(
            answer(
                "unregulated: yes", child("1").inCareFrom("2017-01-02").placed("P2", "2017-01-02")))
        .isEqualTo(Answer.YES);
  }

  @Test
  void a_disability_that_nobody_recorded_cannot_be_told() {
    Fit unknown = Fit.cannotTell("the record does not say whether there is a disability");

    assertThat(who("disability: yes").fits(disabled(true), CALENDAR)).isEqualTo(Fit.YES);
    assertThat(who("disability: yes").fits(disabled(false), CALENDAR)).isEqualTo(Fit.NO);
    assertThat(who("disability: no").fits(disabled(false), CALENDAR)).isEqualTo(Fit.YES);
    assertThat(who("disability: no").fits(disabled(true), CALENDAR)).isEqualTo(Fit.NO);
    assertThat(who("disability: yes").fits(disabled(null), CALENDAR)).isEqualTo(unknown);
    assertThat(who("disability: no").fits(disabled(null), CALENDAR)).isEqualTo(unknown);
  }

  @Test
  void any_row_that_says_yes_makes_a_disability() {
    InventedChild child = child("1");
    assertThat(Life.disabilityIn(List.of(noted(child, "no"), noted(child, "Yes")))).isTrue();
    assertThat(Life.disabilityIn(List.of(noted(child, "no"), noted(child, "")))).isFalse();
    assertThat(Life.disabilityIn(List.of(noted(child, "")))).isNull();
    assertThat(Life.disabilityIn(List.of(noted(child, Noted.UNREADABLE)))).isNull();
  }

  private static Noted noted(InventedChild child, String disability) {
    return new Noted("1", "register", Map.of("disability", disability), child.cell());
  }

  @Test
  void teams_and_services_are_those_that_hold_the_child_now() {
    assertThat(answer("teams: [East, West]", child("1"))).isEqualTo(Answer.YES);
    assertThat(answer("teams: [West]", child("1"))).isEqualTo(Answer.NO);
    assertThat(answer("services: [Safeguarding]", child("1"))).isEqualTo(Answer.YES);
    assertThat(answer("{services: [Safeguarding], teams: [West]}", child("1")))
        .isEqualTo(Answer.NO);
  }

  @Test
  void early_help_open_cases_and_care_leavers_are_asked_for_either_way() {
    InventedChild helped = child("1").plan("early help", "2018-01-02");
    InventedChild ended = child("1").plan("early help", "2018-01-02", "2018-06-01");
    InventedChild inNeed = child("1").plan("child in need plan", "2018-01-02");
    InventedChild leaver = child("1").born("2000-01-02").inCare("2014-01-02", "2018-01-02");

    assertThat(answer("early help: yes", helped)).isEqualTo(Answer.YES);
    assertThat(answer("early help: no", helped)).isEqualTo(Answer.NO);
    assertThat(answer("early help: yes", ended)).isEqualTo(Answer.NO);
    assertThat(answer("open case: yes", inNeed)).isEqualTo(Answer.YES);
    assertThat(answer("open case: yes", child("1"))).isEqualTo(Answer.NO);
    assertThat(answer("open case: no", child("1"))).isEqualTo(Answer.YES);
    assertThat(answer("care leaver: yes", leaver)).isEqualTo(Answer.YES);
    assertThat(answer("care leaver: no", leaver)).isEqualTo(Answer.NO);
    assertThat(answer("care leaver: yes", inNeed)).isEqualTo(Answer.NO);
  }

  @Test
  void a_standard_is_as_it_stands_tonight() {
    String overdue = "standard: {id: CP-VISIT, is: [overdue]}";
    assertThat(standing(overdue, finding("CP-VISIT", Timeliness.OVERDUE, true))).isEqualTo(Fit.YES);
    assertThat(standing(overdue, finding("CP-VISIT", Timeliness.OVERDUE, false))).isEqualTo(Fit.NO);
    assertThat(standing(overdue, finding("CP-REVIEW", Timeliness.OVERDUE, true))).isEqualTo(Fit.NO);
    assertThat(standing(overdue, finding("CP-VISIT", Timeliness.DUE_SOON, true))).isEqualTo(Fit.NO);
    assertThat(standing(overdue)).isEqualTo(Fit.NO);
    assertThat(standing(overdue, finding("CP-VISIT", Timeliness.CANNOT_TELL, true)).answer())
        .isEqualTo(Answer.CANNOT_TELL);
    assertThat(
            standing(
                overdue,
                finding("CP-VISIT", Timeliness.CANNOT_TELL, true),
                finding("CP-VISIT", Timeliness.OVERDUE, true)))
        .isEqualTo(Fit.YES);
    assertThat(
            standing(
                "standard: {id: CP-VISIT, is: [late, due soon]}",
                finding("CP-VISIT", Timeliness.LATE, true)))
        .isEqualTo(Fit.YES);
    assertThat(
            standing(
                "standard: {id: CP-VISIT, is: [in timescale]}",
                finding("CP-VISIT", Timeliness.IN_TIMESCALE, true)))
        .isEqualTo(Fit.YES);
  }

  private static Fit standing(String yaml, Finding... findings) {
    return who(yaml)
        .fits(
            new Candidate(child("1").asAt(NIGHT), null, "", "", List.of(findings), Map.of()),
            CALENDAR);
  }

  private static Finding finding(String standard, Timeliness timeliness, boolean current) {
    return new Finding(
        "1",
        "",
        standard,
        null,
        1,
        null,
        null,
        null,
        timeliness,
        null,
        "",
        "",
        "",
        "",
        "",
        current);
  }

  @Test
  void an_earlier_grade_is_of_the_week_that_is_named() {
    String low =
        "earlier grade: {practice week: 2018-spring, quality: [inadequate, requires improvement]}";
    assertThat(graded(low, Grade.INADEQUATE, Grade.GOOD)).isEqualTo(Fit.YES);
    assertThat(graded(low, Grade.GOOD, Grade.INADEQUATE)).isEqualTo(Fit.NO);
    assertThat(graded(low, null, Grade.INADEQUATE)).isEqualTo(Fit.NO);
    assertThat(
            graded(
                "earlier grade: {practice week: 2018-spring, quality: [inadequate], outcome: [good]}",
                Grade.INADEQUATE,
                Grade.OUTSTANDING))
        .isEqualTo(Fit.NO);
    assertThat(graded("earlier grade: {practice week: 2018-spring}", null, null))
        .isEqualTo(Fit.YES);
    assertThat(graded("earlier grade: {practice week: 2017-autumn}", Grade.GOOD, Grade.GOOD))
        .isEqualTo(Fit.NO);
  }

  private static Fit graded(String yaml, @Nullable Grade quality, @Nullable Grade outcome) {
    return who(yaml)
        .fits(
            new Candidate(
                child("1").asAt(NIGHT),
                null,
                "",
                "",
                List.of(),
                Map.of("2018-spring", new Candidate.Graded(quality, outcome))),
            CALENDAR);
  }

  @Test
  void what_cannot_be_told_is_counted_with_its_reason_and_nobody_is_drawn_on_a_guess() {
    Cohort cohort =
        new Cohort("Young", who("age: {at most: 12}"), 2, List.of(), Map.of(), null, null);
    Frame.Gathering gathering =
        new Frame.Gathering(List.of(cohort), CALENDAR, Set.of("4"), "12 months");
    gathering.add(candidate(child("1"), NIGHT));
    gathering.add(candidate(child("2").born("2010-01-02"), NIGHT));
    gathering.add(candidate(child("3").born("2001-01-02"), NIGHT));
    gathering.add(candidate(child("4").born("2011-01-02"), NIGHT));

    Frame frame = gathering.frames().get(0);

    assertThat(frame.members().keySet()).containsExactly("2");
    assertThat(frame.considered()).isEqualTo(4);
    assertThat(frame.excluded())
        .isEqualTo(
            Map.of(
                "cannot tell: there is no date of birth",
                1,
                "drawn for an audit in the last 12 months",
                1));
  }

  @ParameterizedTest(name = "aged {0}: {1}")
  @CsvSource({
    "0, Under 1",
    "1, 1 to 4",
    "4, 1 to 4",
    "5, 5 to 9",
    "9, 5 to 9",
    "10, 10 to 15",
    "15, 10 to 15",
    "16, 16 and 17",
    "17, 16 and 17",
    "18, 18 and over",
  })
  void age_bands_are_those_of_the_national_tables(int age, String band) {
    assertThat(AgeBand.of(age)).isEqualTo(band);
  }
}
