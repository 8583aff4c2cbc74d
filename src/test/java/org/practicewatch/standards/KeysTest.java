package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.fixtures.InventedChild;

/** What each key of a standard means, on standards that ship, with days worked out by hand. */
class KeysTest {

  private static List<String> owed(String standard, InventedChild child, String asAt) {
    return Shipped.standard(standard)
        .owedTo(child.asAt(asAt), Shipped.EVENTS, Shipped.calendar())
        .stream()
        .map(
            one ->
                "%s > %s = %s %s"
                    .formatted(one.since(), one.due(), one.done(), one.timeliness().words()))
        .toList();
  }

  private static InventedChild inCare() {
    return child("C1").inCareFrom("2025-01-06");
  }

  // After each, before each.

  @Test
  void after_each_every_one_starts_a_count_of_its_own() {
    InventedChild child =
        inCare().reviewed("2025-01-20", "2025-04-14").did("review decisions issued", "2025-01-28");
    assertThat(owed("LAC-REVIEW-DECISIONS", child, "2025-04-16"))
        .containsExactly(
            "2025-01-20 > 2025-01-27 = 2025-01-28 late",
            "2025-04-14 > 2025-04-23 = null not yet due");
  }

  @Test
  void what_starts_each_count_is_told_in_a_word_or_two() {
    assertThat(Shipped.standard("SUPERVISION-UPLOADED").startedBy()).isEqualTo("case supervision");
    assertThat(Shipped.standard("VISIT-RECORDED").startedBy()).isEqualTo("visit");
    assertThat(Shipped.standard("LAC-VISIT").startedBy()).isEmpty();
  }

  @Test
  void closed_by_the_next_nothing_is_owed_if_that_came_in_time_and_else_it_was_missed() {
    InventedChild child = inCare().reviewed("2025-01-20", "2025-01-24", "2025-02-10");
    assertThat(owed("LAC-REVIEW-DECISIONS", child, "2025-02-11"))
        .containsExactly(
            "2025-01-24 > 2025-01-31 = null missed", "2025-02-10 > 2025-02-17 = null not yet due");
  }

  @Test
  void after_each_in_care_whose_end_cannot_be_read_nobody_can_tell() {
    InventedChild child =
        child("C1")
            .episode("S", "2025-01-06", null, Map.of(NotKnown.END.words(), "yes"))
            .reviewed("2025-01-20");
    assertThat(owed("LAC-REVIEW-DECISIONS", child, "2025-03-01"))
        .containsExactly("2025-01-20 > 2025-01-27 = null cannot tell");
  }

  @Test
  void of_the_same_two_of_a_day_are_told_apart_by_ids_and_one_told_twice_is_one() {
    InventedChild child =
        child("C1")
            .did("looked-after visit", "2025-01-13", Set.of("row:1"), Set.of())
            .did("looked-after visit", "2025-01-13", Set.of("row:1"), Set.of())
            .did("looked-after visit", "2025-01-13", Set.of("row:2"), Set.of())
            .did("visit recorded", "2025-01-14", Set.of("row:2"), Set.of());
    assertThat(owed("VISIT-RECORDED", child, "2025-01-27"))
        .containsExactlyInAnyOrder(
            "2025-01-13 > 2025-01-20 = null overdue",
            "2025-01-13 > 2025-01-20 = 2025-01-14 in timescale");
  }

  @Test
  void of_the_same_its_own_act_dated_before_it_is_not_made_late_by_one_tied_to_nothing() {
    InventedChild child =
        child("C1")
            .did("looked-after visit", "2025-01-13", Set.of("row:1"), Set.of())
            .did("visit recorded", "2025-01-03", Set.of("row:1"), Set.of())
            .did("visit recorded", "2025-02-03");
    assertThat(owed("VISIT-RECORDED", child, "2025-02-10"))
        .containsExactly("2025-01-13 > null = 2025-01-03 cannot tell");
  }

  @Test
  void before_each_the_last_one_in_time_counts_or_else_the_first_too_late() {
    InventedChild child =
        inCare()
            .reviewed("2025-02-03", "2025-05-02", "2025-06-20")
            .did("pre-meeting report", "2025-01-29", "2025-02-01", "2025-04-30");
    assertThat(owed("PRE-MEETING-REPORT", child, "2025-06-30"))
        .containsExactly(
            "2025-01-06 > 2025-01-29 = 2025-01-29 in timescale",
            "2025-02-03 > 2025-04-27 = 2025-04-30 late",
            "2025-05-02 > 2025-06-15 = null missed");
  }

  @Test
  void before_each_nothing_is_owed_where_the_next_came_too_soon_to_be_prepared() {
    assertThat(
            owed("PRE-MEETING-REPORT", inCare().reviewed("2025-02-03", "2025-02-08"), "2025-03-01"))
        .containsExactly("2025-01-06 > 2025-01-29 = null missed");
  }

  // Counted from.

  private static InventedChild missing(Map<String, String> details) {
    return child("C1")
        .span("missing", "", "2025-03-01", "2025-03-03", Set.of("missing:1"), details);
  }

  @Test
  void counted_from_its_end_nothing_is_owed_while_the_child_is_missing() {
    assertThat(owed("RHI", child("C1").plan("missing", "2025-03-01"), "2025-03-20")).isEmpty();
    assertThat(owed("RHI", missing(Map.of()), "2025-03-07"))
        .containsExactly("2025-03-03 > 2025-03-06 = null overdue");
  }

  @Test
  void hours_run_by_the_clock_where_both_times_are_known_and_of_two_the_earlier_counts() {
    Map<String, String> at = Map.of(Span.ENDED_AT, "14:30");
    InventedChild late = missing(at).didAt("return interview", "2025-03-06", "14:31");
    assertThat(owed("RHI", late, "2025-03-07"))
        .containsExactly("2025-03-03 > 2025-03-06 = 2025-03-06 late");
    late.didAt("return interview", "2025-03-06", "14:30");
    assertThat(owed("RHI", late, "2025-03-07"))
        .containsExactly("2025-03-03 > 2025-03-06 = 2025-03-06 in timescale");
    InventedChild byDate = missing(at).did("return interview", "2025-03-06");
    assertThat(owed("RHI", byDate, "2025-03-07"))
        .containsExactly("2025-03-03 > 2025-03-06 = 2025-03-06 in timescale");
  }

  @Test
  void hours_after_an_activity_run_from_its_time_of_day() {
    InventedChild child =
        child("C1")
            .didAt("strategy discussion decided", "2025-03-03", "10:00")
            .didAt("strategy discussion", "2025-03-04", "15:00");
    assertThat(owed("STRATEGY-DISCUSSION", child, "2025-03-10"))
        .containsExactly("2025-03-03 > 2025-03-04 = 2025-03-04 late");
  }

  @Test
  void what_is_refused_is_not_owed_unless_it_was_done_in_time() {
    InventedChild child =
        missing(Map.of()).did("return interview", "2025-03-05", Set.of(), Set.of("refused"));
    assertThat(owed("RHI", child, "2025-03-20")).isEmpty();
    assertThat(owed("RHI", child.did("return interview", "2025-03-04"), "2025-03-20"))
        .containsExactly("2025-03-03 > 2025-03-06 = 2025-03-04 in timescale");
  }

  @Test
  void counted_from_birth_only_where_the_child_is_born_during_it_and_none_was_done_before() {
    String review = "child protection review conference";
    InventedChild unborn =
        child("C1").born("2025-02-03").plan("child protection plan", "2025-01-06");
    assertThat(owed("CP-REVIEW-UNBORN", unborn, "2025-02-02")).isEmpty();
    // One on the first day of the plan does not count, neither for it nor against it.
    assertThat(owed("CP-REVIEW-UNBORN", unborn.did(review, "2025-01-06"), "2025-02-04"))
        .containsExactly("2025-02-03 > 2025-02-17 = null not yet due");
    assertThat(owed("CP-REVIEW-UNBORN", unborn.did(review, "2025-01-20"), "2025-02-04")).isEmpty();
  }

  @Test
  void counted_from_anywhere_in_it_the_notification_may_come_later() {
    InventedChild child =
        child("C1")
            .born("2015-01-01")
            .plan("private fostering", "2025-01-06")
            .did("private fostering notified", "2025-01-13")
            .did("private fostering visit", "2025-01-22");
    assertThat(owed("PF-VISIT", child, "2025-01-23"))
        .containsExactly(
            "2025-01-13 > 2025-01-22 = 2025-01-22 in timescale",
            "2025-01-22 > 2025-03-05 = null not yet due");
  }

  // Whether it is owed.

  @Test
  void only_if_there_is_what_makes_it_owed() {
    InventedChild enquiry = child("C1").plan("section 47 enquiry", "2025-01-06", null, "s47:1");
    assertThat(owed("ICPC-REQUEST", enquiry, "2025-02-03")).isEmpty();
    String conference = "initial child protection conference";
    enquiry.did(conference, "2025-01-20", Set.of("s47:2"), Set.of());
    assertThat(owed("ICPC-REQUEST", enquiry, "2025-02-03")).isEmpty();
    enquiry.did(conference, "2025-01-20", Set.of("s47:1"), Set.of());
    assertThat(owed("ICPC-REQUEST", enquiry, "2025-02-03"))
        .containsExactly("2025-01-06 > 2025-01-07 = null missed");
  }

  @Test
  void at_some_ages_only_and_counted_from_the_birthday() {
    InventedChild four = child("C1").born("2020-03-10").inCareFrom("2023-06-01");
    assertThat(owed("LAC-SDQ", four, "2024-03-09")).isEmpty();
    assertThat(owed("LAC-SDQ", four, "2024-03-10"))
        .containsExactly("2024-03-10 > 2025-03-10 = null not yet due");
    InventedChild nearly17 = child("C1").born("2008-03-10").inCareFrom("2024-05-01");
    assertThat(owed("LAC-SDQ", nearly17, "2025-01-01")).as("due when 17").isEmpty();
    assertThat(owed("LAC-SDQ", inCare(), "2025-03-01"))
        .containsExactly("null > null = null cannot tell");
  }

  @Test
  void done_beforehand_counts_unless_it_met_the_one_before() {
    InventedChild child =
        child("C1")
            .inCareFrom("2025-02-03")
            .placed("U6", "2025-02-03", "2025-02-10")
            .placed("K2", "2025-02-10")
            .did("placement plan made", "2025-01-03");
    assertThat(owed("PLACEMENT-PLAN", child, "2025-02-12"))
        .containsExactly(
            "2025-02-03 > 2025-02-10 = 2025-01-03 in timescale",
            "2025-02-10 > 2025-02-17 = null not yet due");
    InventedChild tooLongAgo =
        child("C1")
            .inCareFrom("2025-02-03")
            .placed("U6", "2025-02-03")
            .did("placement plan made", "2025-01-02");
    assertThat(owed("PLACEMENT-PLAN", tooLongAgo, "2025-02-11"))
        .containsExactly("2025-02-03 > 2025-02-10 = null overdue");
  }

  @Test
  void done_beforehand_nobody_can_tell_where_the_start_is_not_known() {
    InventedChild child =
        child("C1").episode("P", "2025-02-03", null, Map.of()).did("IRO appointed", "2025-01-31");
    assertThat(owed("IRO-APPOINTED", child, "2025-03-01"))
        .containsExactly("null > null = null cannot tell");
  }

  @Test
  void done_once_and_for_all_is_not_owed_again_whatever_outranked_it() {
    InventedChild child =
        child("C1")
            .plan("child in need plan", "2025-01-06")
            .did("manager's review of a long plan", "2025-03-03")
            .span(
                "child protection plan",
                "",
                "2025-04-01",
                null,
                Set.of(),
                Map.of(NotKnown.END.words(), "yes"));
    assertThat(owed("CIN-6M-REVIEW", child, "2025-06-30"))
        .containsExactly("2025-01-06 > 2025-07-06 = 2025-03-03 in timescale");
  }

  @Test
  void one_of_the_other_kinds_meets_it_too() {
    assertThat(
            owed(
                "LAC-PEP-INITIATE",
                inCare().born("2015-01-01").did("PEP", "2025-01-20"),
                "2025-02-03"))
        .containsExactly("2025-01-06 > 2025-01-20 = 2025-01-20 in timescale");
  }

  @Test
  void met_by_its_end_and_the_day_itself_is_the_first() {
    assertThat(owed("PROCEEDINGS", child("C1").plan("proceedings", "2025-01-06"), "2025-07-07"))
        .containsExactly("2025-01-06 > 2025-07-06 = null overdue");
    InventedChild ended = child("C1").plan("proceedings", "2025-01-06", "2025-07-06");
    assertThat(owed("PROCEEDINGS", ended, "2025-07-31"))
        .containsExactly("2025-01-06 > 2025-07-06 = 2025-07-06 in timescale");
  }

  // Clocks.

  @Test
  void each_term_by_the_last_day_of_the_term_after_the_one_of_the_last() {
    InventedChild child = child("C1").born("2015-01-01").inCareFrom("2025-01-13");
    assertThat(owed("PEP", child.did("PEP", "2025-02-03"), "2025-04-10"))
        .containsExactly(
            "2025-01-13 > 2025-02-10 = 2025-02-03 in timescale",
            "2025-02-03 > 2025-07-22 = null not yet due");
    assertThat(owed("PEP", child.did("PEP", "2025-04-10"), "2025-04-11"))
        .as("held in the holidays")
        .endsWith("2025-04-10 > 2025-07-22 = null not yet due");
  }

  @Test
  void each_calendar_month_from_the_first_whole_one() {
    InventedChild home = child("home:SC1").plan("children's home", "2025-01-15");
    assertThat(owed("REG44", home.did("regulation 44 visit", "2025-02-20"), "2025-02-21"))
        .containsExactly(
            "2025-01-15 > 2025-02-28 = 2025-02-20 in timescale",
            "2025-02-20 > 2025-03-31 = null not yet due");
    InventedChild first = child("home:SC1").plan("children's home", "2025-01-01");
    assertThat(owed("REG44", first, "2025-02-01"))
        .containsExactly("2025-01-01 > 2025-01-31 = null overdue");
  }

  @Test
  void by_the_due_date_of_another_from_the_day_the_link_before_was_held_or_due() {
    assertThat(owed("PERMANENCE-PLAN", inCare(), "2025-01-10"))
        .containsExactly("2025-01-06 > 2025-05-03 = null not yet due");
    assertThat(owed("PERMANENCE-PLAN", inCare().reviewed("2025-01-20"), "2025-02-10"))
        .containsExactly("2025-01-06 > 2025-04-20 = null not yet due");
  }

  @Test
  void every_until_one_is_held_and_then_no_more() {
    InventedChild child =
        child("C1").plan("placed for adoption", "2025-03-03").visited("2025-03-10");
    assertThat(owed("ADOPTION-VISIT", child, "2025-03-11"))
        .containsExactly(
            "2025-03-03 > 2025-03-10 = 2025-03-10 in timescale",
            "2025-03-10 > 2025-03-17 = null not yet due");
    assertThat(owed("ADOPTION-VISIT", child.did("adoption review", "2025-03-17"), "2025-06-30"))
        .containsExactly("2025-03-03 > 2025-03-10 = 2025-03-10 in timescale");
  }

  @Test
  void midway_to_the_next_and_some_days_more() {
    // Due within three months of 31 January: 30 April. Half of 89 days is 44: Sunday 16 March.
    assertThat(owed("IRO-MIDWAY", inCare().reviewed("2025-01-31"), "2025-02-03"))
        .containsExactly("2025-01-31 > 2025-04-11 = null not yet due");
  }

  // Spans that are worked out.

  @Test
  void a_case_is_open_while_one_that_can_be_read_is_whichever_began_first() {
    Map<String, String> unreadable = Map.of(NotKnown.END.words(), "yes");
    for (String plan : List.of("2025-01-02", "2025-01-10")) {
      InventedChild child =
          child("C1")
              .plan("referral", "2025-01-06")
              .span("child in need plan", "", plan, null, Set.of(), unreadable);
      assertThat(owed("SUPERVISION-CASE", child, "2025-03-01").get(0))
          .as(plan)
          .endsWith("= null overdue");
    }
  }

  @Test
  void a_hospital_bed_is_no_new_placement_for_adoption_but_other_adopters_are() {
    InventedChild child =
        child("C1")
            .episode("S", "2025-01-06", "2025-02-03", at("A3", "1"))
            .episode("P", "2025-02-03", "2025-02-10", at("T1", "hospital"))
            .episode("P", "2025-02-10", "2025-03-03", at("A3", "1"))
            .episode("P", "2025-03-03", null, at("A3", "2"));
    assertThat(
            child.asAt("2025-03-31").spans("placement for adoption").stream()
                .map(one -> one.from() + " to " + one.to()))
        .containsExactly("2025-01-06 to 2025-03-03", "2025-03-03 to null");
  }

  private static Map<String, String> at(String code, String urn) {
    return Map.of("placement type", code, "urn", urn);
  }
}
