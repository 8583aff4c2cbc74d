package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.casework.Span.NO_KNOWN_CODE;
import static org.practicewatch.fixtures.InventedChild.child;
import static org.practicewatch.standards.Timeliness.CANNOT_TELL;
import static org.practicewatch.standards.Timeliness.IN_TIMESCALE;
import static org.practicewatch.standards.Timeliness.LATE;
import static org.practicewatch.standards.Timeliness.NOT_YET_DUE;
import static org.practicewatch.standards.Timeliness.OVERDUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.practicewatch.fixtures.InventedChild;

/** Regulation 28, limb by limb, on the standard that ships. */
class ByCircumstancesTest {

  private static InventedChild placed(String code) {
    return child("C1").inCareFrom("2025-03-03").placed(code, "2025-03-03");
  }

  private static String next(InventedChild child, String asAt) {
    List<Obligation> owed =
        Shipped.standard("LAC-VISIT").owedTo(child.asAt(asAt), Shipped.EVENTS, Shipped.calendar());
    Obligation last = owed.get(owed.size() - 1);
    return last.due() == null ? last.timeliness().words() : last.due().toString();
  }

  @Test
  void the_first_is_due_a_week_after_the_placement_began() {
    assertThat(next(placed("U6").legal("C2", "2025-03-03"), "2025-03-05")).isEqualTo("2025-03-10");
  }

  @Test
  void then_every_six_weeks() {
    assertThat(next(placed("U6").legal("C2", "2025-03-03").visited("2025-03-05"), "2025-03-06"))
        .isEqualTo("2025-04-16");
  }

  @Test
  void placed_with_parents_weekly_until_the_review_and_not_by_a_review_of_the_first_day() {
    InventedChild home =
        placed("P1").legal("C1", "2025-03-03").reviewed("2025-03-03").visited("2025-03-05");
    assertThat(next(home, "2025-03-06")).isEqualTo("2025-03-12");
    assertThat(next(home.reviewed("2025-03-12"), "2025-03-12")).isEqualTo("2025-04-02");
  }

  @Test
  void a_review_held_after_the_week_ran_out_does_not_undo_what_was_overdue() {
    InventedChild home = placed("P1").legal("C1", "2025-03-03").visited("2025-03-05");
    assertThat(next(home.reviewed("2025-03-13"), "2025-03-14")).isEqualTo("2025-03-12");
  }

  @Test
  void placed_with_parents_under_a_care_order_six_weekly_after_the_review() {
    assertThat(
            next(
                placed("P1").legal("C2", "2025-03-03").visited("2025-03-05").reviewed("2025-03-07"),
                "2025-03-08"))
        .isEqualTo("2025-04-16");
  }

  @Test
  void an_order_made_at_home_starts_one_week_and_then_six_weekly() {
    InventedChild home =
        placed("P1")
            .legal("C1", "2025-03-03", "2025-03-20")
            .legal("C2", "2025-03-20")
            .visited("2025-03-05", "2025-03-12", "2025-03-19");
    assertThat(next(home, "2025-03-21")).isEqualTo("2025-03-27");
    assertThat(next(home.visited("2025-03-24"), "2025-03-25")).isEqualTo("2025-05-05");
  }

  @Test
  void with_a_temporarily_approved_connected_person_weekly_then_four_weekly() {
    InventedChild child =
        placed("temporary approval (regulation 24)")
            .legal("C2", "2025-03-03")
            .visited("2025-03-05");
    assertThat(next(child, "2025-03-06")).isEqualTo("2025-03-12");
    assertThat(next(child.reviewed("2025-03-10"), "2025-03-10")).isEqualTo("2025-04-02");
  }

  @Test
  void with_parents_and_without_a_legal_status_nobody_can_tell() {
    assertThat(next(placed("P1").visited("2025-03-05"), "2025-03-06")).isEqualTo("cannot tell");
  }

  @Test
  void a_placement_to_eighteen_is_six_weekly_while_the_six_weeks_end_in_the_first_year() {
    InventedChild child =
        child("C1").inCareFrom("2024-03-03").placed("U4", "2024-03-03").legal("C2", "2024-03-03");
    assertThat(next(child.visited("2024-03-05", "2025-01-20"), "2025-01-21"))
        .isEqualTo("2025-03-03");
    assertThat(next(child.visited("2025-01-21"), "2025-01-22")).isEqualTo("2025-04-21");
  }

  @Test
  void
      what_says_that_a_placement_is_intended_to_last_to_eighteen_ends_at_once_when_it_is_given_up() {
    InventedChild child =
        child("C1")
            .inCareFrom("2024-01-08")
            .placed("U6", "2024-01-08")
            .legal("C2", "2024-01-08")
            .plan("intended to last to 18", "2024-06-03", "2025-05-12")
            .visited("2024-01-10", "2025-04-07");
    assertThat(next(child, "2025-05-01")).isEqualTo("2025-07-07");
    assertThat(next(child, "2025-05-13")).isEqualTo("2025-05-19");
  }

  @Test
  void a_rule_that_changes_after_a_visit_does_not_move_what_the_visit_met() {
    InventedChild child =
        placed("P1")
            .legal("E1", "2025-03-03", "2025-03-27")
            .legal("C1", "2025-03-27")
            .visited("2025-03-05", "2025-03-24");
    List<Obligation> owed =
        Shipped.standard("LAC-VISIT")
            .owedTo(child.asAt("2025-03-31"), Shipped.EVENTS, Shipped.calendar());
    assertThat(owed.get(1).due()).isEqualTo(LocalDate.parse("2025-04-16"));
  }

  @Test
  void where_the_stay_began_before_the_record_the_weekly_visits_cannot_be_told() {
    InventedChild child =
        child("C1")
            .episode("L", "2025-03-03", null, Map.of("placement type", "P1", "legal status", "C1"))
            .visited("2025-03-05");
    assertThat(next(child, "2025-04-30")).isEqualTo("cannot tell");
  }

  @Test
  void nobody_is_late_by_the_six_weeks_when_it_was_meant_to_last_from_a_day_nobody_can_read() {
    InventedChild child =
        child("C1")
            .inCareFrom("2024-01-08")
            .placed("U6", "2024-01-08")
            .legal("C2", "2024-01-08")
            .visited("2024-01-10", "2024-02-12", "2025-03-03", "2025-05-05");
    assertThat(states(child)).containsExactly(IN_TIMESCALE, IN_TIMESCALE, LATE, LATE, NOT_YET_DUE);
    assertThat(states(child.unreadable("intended to last to 18")))
        .containsExactly(IN_TIMESCALE, IN_TIMESCALE, CANNOT_TELL, CANNOT_TELL, NOT_YET_DUE);
  }

  @Test
  void nobody_is_late_by_the_week_when_the_review_that_ends_it_was_held_on_a_day_nobody_can_read() {
    InventedChild home = placed("P1").legal("C1", "2025-03-03").visited("2025-03-05", "2025-04-09");
    assertThat(states(home)).containsExactly(IN_TIMESCALE, LATE, OVERDUE);
    assertThat(states(home.unreadable("looked-after review")))
        .containsExactly(IN_TIMESCALE, CANNOT_TELL, CANNOT_TELL);
  }

  @Test
  void nobody_is_late_where_the_legal_status_may_be_one_under_which_nothing_is_owed() {
    InventedChild child = placed("U6").visited("2025-03-19", "2025-03-20");
    assertThat(states(child.legal("C2", "2025-03-03")))
        .containsExactly(LATE, IN_TIMESCALE, OVERDUE);
    assertThat(
            states(
                placed("U6")
                    .visited("2025-03-19", "2025-03-20")
                    .legal(NO_KNOWN_CODE, "2025-03-03")))
        .containsExactly(CANNOT_TELL, IN_TIMESCALE, CANNOT_TELL);
  }

  private static List<Timeliness> states(InventedChild child) {
    return Shipped.standard("LAC-VISIT")
        .owedTo(child.asAt("2025-05-12"), Shipped.EVENTS, Shipped.calendar())
        .stream()
        .map(Obligation::timeliness)
        .toList();
  }
}
