package org.practicewatch.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.practicewatch.fixtures.InventedChild;

/**
 * Rules 2, 6 and 7 of the README beside the returns made by others; how we count, "Temporary stays
 * are folded in".
 */
class PeriodsOfCareTest {

  private static List<String> periods(InventedChild child) {
    return child.asAt("2025-06-30").spans(Kinds.PERIOD_OF_CARE).stream()
        .map(p -> p.from() + " to " + p.to() + (p.startKnown() ? "" : ", start not known"))
        .toList();
  }

  @Test
  void a_change_of_placement_goes_on_in_the_same_period() {
    assertThat(
            periods(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", Map.of())
                    .episode("P", "2025-02-03", null, Map.of())))
        .containsExactly("2025-01-06 to null");
  }

  @Test
  void a_start_of_care_begins_a_new_period_even_on_the_day_that_the_last_ended() {
    assertThat(
            periods(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", Map.of())
                    .episode("S", "2025-02-03", "2025-03-03", Map.of())))
        .containsExactly("2025-01-06 to 2025-02-03", "2025-02-03 to 2025-03-03");
  }

  @Test
  void a_day_without_an_episode_begins_a_new_period_whose_start_is_not_known() {
    assertThat(
            periods(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", Map.of())
                    .episode("P", "2025-02-04", null, Map.of())))
        .containsExactly("2025-01-06 to 2025-02-03", "2025-02-04 to null, start not known");
  }

  @Test
  void a_blank_end_before_another_episode_does_not_break_the_period() {
    assertThat(
            periods(
                child("C1")
                    .episode("S", "2025-01-06", null, Map.of())
                    .episode("P", "2025-03-03", "2025-04-07", Map.of())))
        .containsExactly("2025-01-06 to 2025-04-07");
  }

  @Test
  void the_period_ends_with_the_latest_end_in_it() {
    assertThat(
            periods(
                child("C1")
                    .episode("S", "2025-01-06", "2025-05-05", Map.of())
                    .episode("P", "2025-02-03", "2025-03-03", Map.of())))
        .containsExactly("2025-01-06 to 2025-05-05");
  }

  @Test
  void an_end_that_is_still_to_come_is_no_end() {
    assertThat(periods(child("C1").inCare("2025-01-06", "2025-07-01")))
        .containsExactly("2025-01-06 to null");
  }

  @Test
  void an_id_decides_what_is_one_period_and_a_gap_inside_it_is_a_contradiction() {
    InventedChild child =
        child("C1")
            .episode("S", "2025-01-06", "2025-02-03", Map.of("care id", "7"))
            .episode("P", "2025-02-10", null, Map.of("care id", "7"));
    assertThat(periods(child)).containsExactly("2025-01-06 to null");
    assertThat(child.asAt("2025-06-30").contradictions())
        .extracting(Contradiction::problem)
        .containsExactly(
            "There is a gap, or a new start, between the episodes of one period of care.");
  }

  @Test
  void the_day_of_entering_care_tells_the_start_where_the_first_episode_does_not() {
    assertThat(
            periods(
                child("C1")
                    .episode(
                        "P",
                        "2025-02-10",
                        null,
                        Map.of("care id", "7", "entered care", "2024-12-02"))))
        .containsExactly("2024-12-02 to null");
  }

  @Test
  void of_an_episode_in_two_returns_the_newer_row_stands() {
    assertThat(
            periods(
                child("C1")
                    .from("2017-episodes.csv")
                    .episode("S", "2025-01-06", null, Map.of())
                    .from("2018-episodes.csv")
                    .episode("S", "2025-01-06", "2025-03-03", Map.of())))
        .containsExactly("2025-01-06 to 2025-03-03");
  }
}
