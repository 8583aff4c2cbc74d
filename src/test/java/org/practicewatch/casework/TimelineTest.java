package org.practicewatch.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static String legalOn(Timeline timeline, String day) {
    Span care = timeline.spans(Kinds.PERIOD_OF_CARE).get(0);
    return timeline.codeOn(Kinds.LEGAL_STATUS, LocalDate.parse(day), care);
  }

  @Test
  void on_the_day_that_one_status_ends_and_the_next_begins_it_is_the_next() {
    Timeline timeline =
        child("C1")
            .inCareFrom("2025-01-06")
            .legal("C1", "2025-01-06", "2025-03-03")
            .legal("C2", "2025-03-03", "2025-04-07")
            .asAt("2025-06-30");
    assertThat(legalOn(timeline, "2025-01-05")).isEmpty();
    assertThat(legalOn(timeline, "2025-01-06")).isEqualTo("C1");
    assertThat(legalOn(timeline, "2025-03-02")).isEqualTo("C1");
    assertThat(legalOn(timeline, "2025-03-03")).isEqualTo("C2");
    assertThat(legalOn(timeline, "2025-04-07")).isEmpty();
  }

  @Test
  void during_a_temporary_placement_the_code_is_that_of_the_stay() {
    Timeline timeline =
        child("C1")
            .inCareFrom("2025-01-06")
            .placed("U6", "2025-01-06", "2025-02-03")
            .placed("T1", "2025-02-03", "2025-02-10")
            .placed("U6", "2025-02-10")
            .asAt("2025-06-30");
    Span care = timeline.spans(Kinds.PERIOD_OF_CARE).get(0);
    assertThat(timeline.codeOn(Kinds.PLACEMENT, LocalDate.parse("2025-02-05"), care))
        .isEqualTo("U6");
  }

  @Test
  void the_child_is_held_by_the_team_of_the_day_the_first_source_first_and_the_newest_of_those() {
    Timeline timeline =
        child("C1")
            .heldBy("Duty", "W1", "2025-01-06", "2025-02-03", 1)
            .heldBy("Long term", "W2", "2025-02-03", null, 1)
            .heldBy("Someone else", "W3", "2025-01-06", null, 2)
            .asAt("2025-06-30");
    assertThat(timeline.findAllocation(LocalDate.parse("2025-01-05"))).isEmpty();
    assertThat(timeline.findAllocation(LocalDate.parse("2025-01-20")).orElseThrow().team())
        .isEqualTo("Duty");
    assertThat(timeline.findAllocation(LocalDate.parse("2025-02-03")).orElseThrow().team())
        .isEqualTo("Long term");
  }

  @Test
  void rows_alike_are_one_and_no_contradiction() {
    Timeline timeline =
        child("C1")
            .plan("child protection plan", "2025-01-06", null, "cp plan:1")
            .plan("child protection plan", "2025-01-06", null, "cp plan:1")
            .asAt("2025-06-30");
    assertThat(timeline.spans("child protection plan")).hasSize(1);
    assertThat(timeline.contradictions()).isEmpty();
  }

  @Test
  void two_extracts_with_different_ends_contradict_each_other_and_the_newer_is_believed() {
    Timeline timeline =
        child("C1")
            .from("old.csv")
            .plan("child protection plan", "2025-01-06", "2025-03-03")
            .from("new.csv")
            .plan("child protection plan", "2025-01-06", "2025-04-07")
            .asAt("2025-06-30");
    assertThat(timeline.spans("child protection plan").get(0).to()).isEqualTo("2025-04-07");
    assertThat(timeline.contradictions())
        .extracting(Contradiction::effect)
        .containsExactly("The newer extract was believed.");
  }

  @Test
  void two_dates_of_birth_are_no_date_of_birth() {
    Timeline timeline = child("C1").born("2015-03-04").born("2015-04-03").asAt("2025-06-30");
    assertThat(timeline.child().born()).isNull();
    assertThat(timeline.contradictions()).hasSize(1);
  }

  @Test
  void a_list_that_knows_of_a_later_visit_than_the_table_of_visits_contradicts_it() {
    Timeline timeline =
        child("C1")
            .visited("2025-03-03")
            .latest("looked-after visit", "2025-05-05")
            .asAt("2025-06-30");
    assertThat(timeline.activities("looked-after visit")).hasSize(1);
    assertThat(timeline.contradictions()).hasSize(1);
  }

  @Test
  void a_list_that_gives_the_same_latest_visit_or_an_older_one_contradicts_nothing() {
    assertThat(
            child("C1")
                .visited("2025-03-03", "2025-05-05")
                .latest("looked-after visit", "2025-05-05")
                .asAt("2025-06-30")
                .contradictions())
        .isEmpty();
  }

  @Test
  void nothing_after_the_night_is_seen() {
    Timeline timeline =
        child("C1")
            .inCareFrom("2025-07-01")
            .visited("2025-06-30", "2025-07-01")
            .latest("dental check", "2025-07-01")
            .asAt("2025-06-30");
    assertThat(timeline.spans(Kinds.PERIOD_OF_CARE)).isEmpty();
    assertThat(timeline.activities("looked-after visit")).hasSize(1);
    assertThat(timeline.findLatest("dental check")).isEmpty();
  }

  @Test
  void a_worker_in_post_of_whom_one_table_says_since_when_is_not_in_post_twice() {
    Timeline timeline =
        child("worker:71")
            .from("professionals.csv")
            .span("worker in post", "agency", Span.LONG_AGO.toString(), null, Set.of(), Map.of())
            .from("spans.csv")
            .span("worker in post", "agency", "2025-03-03", null, Set.of(), Map.of())
            .asAt("2025-06-30");
    assertThat(timeline.spans("worker in post"))
        .singleElement()
        .satisfies(span -> assertThat(span.from()).hasToString("2025-03-03"));
  }
}
