package org.practicewatch.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.fixtures.InventedChild;

/** Decisions 11 and 20: what a child would call living in one place. */
class PlacementsTest {

  private static List<String> stays(InventedChild child) {
    return child.asAt("2025-06-30").spans(Kinds.PLACEMENT).stream()
        .map(p -> p.code() + " " + p.from() + " to " + p.to() + (p.startKnown() ? "" : "?"))
        .toList();
  }

  private static Map<String, String> at(String code, String urn) {
    return Map.of("placement type", code, "urn", urn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"L", "T", "U"})
  void the_same_carer_goes_on_in_the_same_stay(String reason) {
    assertThat(
            stays(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", at("U6", "1"))
                    .episode(reason, "2025-02-03", null, at("U4", "1"))))
        .containsExactly("U4 2025-01-06 to null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "B"})
  void another_carer_is_another_stay(String reason) {
    assertThat(
            stays(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", at("U6", "1"))
                    .episode(reason, "2025-02-03", null, at("U6", "2"))))
        .containsExactly("U6 2025-01-06 to 2025-02-03", "U6 2025-02-03 to null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L", "T", "U"})
  void a_first_row_with_the_same_carer_began_before_the_record(String reason) {
    assertThat(stays(child("C1").episode(reason, "2025-01-06", null, at("U6", "1"))))
        .containsExactly("U6 2025-01-06 to null?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T0", "T1", "T2", "T3", "T4"})
  void a_temporary_placement_is_folded_into_the_stay_it_interrupts(String temporary) {
    assertThat(
            stays(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", at("U6", "1"))
                    .episode("P", "2025-02-03", "2025-02-10", at(temporary, "9"))
                    .episode("P", "2025-02-10", null, at("U6", "1"))))
        .containsExactly("U6 2025-01-06 to null");
  }

  @Test
  void a_child_who_does_not_return_from_a_temporary_placement_begins_a_new_stay() {
    assertThat(
            stays(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", at("U6", "1"))
                    .episode("P", "2025-02-03", "2025-02-10", at("T1", "9"))
                    .episode("P", "2025-02-10", null, at("U6", "2"))))
        .containsExactly("U6 2025-01-06 to 2025-02-10", "U6 2025-02-10 to null");
  }

  @Test
  void where_the_code_that_would_tell_is_not_known_nobody_knows_whether_a_new_stay_began() {
    assertThat(
            stays(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", at(Span.NO_KNOWN_CODE, "1"))
                    .episode("P", "2025-02-03", "2025-02-10", at("T1", "9"))
                    .episode("P", "2025-02-10", "2025-03-03", at("U6", "1"))
                    .episode("P", "2025-03-03", "2025-03-10", at(Span.NO_KNOWN_CODE, "9"))
                    .episode("S", "2025-05-05", null, at(Span.NO_KNOWN_CODE, "9"))))
        .containsExactly(
            "? 2025-01-06 to 2025-02-10",
            "U6 2025-02-10 to 2025-03-03?",
            "? 2025-03-03 to 2025-03-10?",
            "? 2025-05-05 to null");
  }

  @Test
  void a_stay_ends_at_the_latest_with_the_period_of_care() {
    assertThat(stays(child("C1").inCare("2025-01-06", "2025-03-03").placed("U6", "2025-01-06")))
        .containsExactly("U6 2025-01-06 to 2025-03-03");
  }

  @Test
  void a_new_period_of_care_is_a_new_stay_with_the_same_carer() {
    assertThat(
            stays(
                child("C1")
                    .episode("S", "2025-01-06", "2025-02-03", at("U6", "1"))
                    .episode("S", "2025-02-03", null, at("U6", "1"))))
        .containsExactly("U6 2025-01-06 to 2025-02-03", "U6 2025-02-03 to null");
  }

  @Test
  void placed_for_adoption_goes_on_through_a_new_legal_status() {
    Timeline timeline =
        child("C1")
            .episode("S", "2025-01-06", "2025-02-03", at("U6", "1"))
            .episode("P", "2025-02-03", "2025-03-03", at("A4", "2"))
            .episode("L", "2025-03-03", null, at("A6", "2"))
            .asAt("2025-06-30");
    List<Span> placed = timeline.spans(Kinds.PLACEMENT_FOR_ADOPTION);
    assertThat(placed).extracting(Span::from).containsExactly(LocalDate.parse("2025-02-03"));
    assertThat(placed.get(0).startKnown()).isTrue();
  }

  @Test
  void where_the_first_row_is_a_new_legal_status_nobody_knows_since_when_placed_for_adoption() {
    Timeline timeline =
        child("C1").episode("L", "2025-03-03", null, at("A6", "2")).asAt("2025-06-30");
    assertThat(timeline.spans(Kinds.PLACEMENT_FOR_ADOPTION).get(0).startKnown()).isFalse();
  }
}
