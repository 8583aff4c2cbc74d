package org.practicewatch.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.fixtures.InventedChild;

/** What ends a child's record, whoever tells of it (how we count, "What ends everything"). */
class LifeEndsTest {

  private static final String PLAN = "child protection plan";

  private static List<String> spans(Timeline timeline, String kind) {
    return timeline.spans(kind).stream().map(one -> one.from() + " to " + one.to()).toList();
  }

  private static InventedChild ceased(String code) {
    return child("C1")
        .born("2008-03-10")
        .episode("S", "2022-01-10", "2025-06-02", Map.of("reason ceased", code));
  }

  @Test
  void a_death_that_only_an_episode_tells_of_ends_a_plan_that_is_left_open() {
    Timeline timeline = ceased("E2").plan(PLAN, "2025-01-06").asAt("2025-09-30");
    assertThat(spans(timeline, PLAN)).containsExactly("2025-01-06 to 2025-06-02");
    assertThat(spans(timeline, "leaving care")).isEmpty();
    assertThat(timeline.contradictions()).isEmpty();
  }

  @Test
  void a_case_that_was_closed_as_died_ends_everything_too() {
    InventedChild child =
        child("C1")
            .plan(PLAN, "2025-01-06")
            .span("referral", "", "2025-01-02", "2025-06-02", Set.of(), Map.of("closed as", "RC2"));
    assertThat(spans(child.asAt("2025-09-30"), PLAN)).containsExactly("2025-01-06 to 2025-06-02");
  }

  @Test
  void of_two_days_of_death_the_earlier_is_believed_and_it_is_told() {
    Timeline timeline = ceased("E2").plan("death", "2025-06-04").asAt("2025-09-30");
    assertThat(timeline.life().died()).isEqualTo("2025-06-02");
    assertThat(timeline.contradictions())
        .extracting(Contradiction::problem)
        .containsExactly("Two sources give different days on which the child died.");
  }

  @Test
  void a_death_after_the_night_is_not_seen() {
    assertThat(ceased("E2").asAt("2025-05-30").life().died()).isNull();
  }

  @Test
  void nobody_leaves_care_who_was_found_to_be_no_child_or_whom_another_authority_looks_after() {
    assertThat(spans(ceased("E4A").asAt("2025-09-30"), "leaving care"))
        .containsExactly("2025-06-02 to null");
    assertThat(spans(ceased("E15").asAt("2025-09-30"), "leaving care")).isEmpty();
    assertThat(spans(ceased("E3").asAt("2025-09-30"), "leaving care")).isEmpty();
  }

  @Test
  void six_months_at_home_end_the_duties_to_a_care_leaver() {
    InventedChild home =
        ceased("E4A")
            .span(
                "care leaver record", "", "2025-06-02", null, Set.of(), Map.of("in touch", "RHOM"));
    assertThat(spans(home.asAt("2026-03-31"), "leaving care"))
        .containsExactly("2025-06-02 to 2025-12-02");
  }

  @Test
  void a_conference_that_was_not_quorate_was_not_held() {
    InventedChild child =
        child("C1")
            .did("child protection review conference", "2025-03-03", Set.of(), Set.of("inquorate"));
    assertThat(child.asAt("2025-09-30").activities("child protection review conference")).isEmpty();
  }

  @Test
  void before_the_expected_birth_a_child_is_unborn() {
    InventedChild child =
        child("C1").add(new Noted("C1", "expected birth", Map.of("day", "2025-03-10"), CELL));
    assertThat(child.asAt("2025-09-30").life().isUnbornOn(java.time.LocalDate.of(2025, 3, 9)))
        .isTrue();
    assertThat(child.asAt("2025-09-30").life().isUnbornOn(java.time.LocalDate.of(2025, 3, 10)))
        .isFalse();
  }

  private static final CellRef CELL = new CellRef("record.csv", "", "A1");
}
