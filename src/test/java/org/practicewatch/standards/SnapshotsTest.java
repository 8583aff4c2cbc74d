package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.fixtures.InventedChild;

/** Decision 18: a list of the latest gives currency, and never proves that anything was late. */
class SnapshotsTest {

  private static final String REVIEW = "looked-after review";

  private static Sources only(String... kinds) {
    return new Sources(Set.of(), Set.of(kinds), Shipped.EVENTS.spans());
  }

  private static List<String> said(
      String standard, InventedChild child, String asAt, Sources from) {
    return Shipped.standard(standard).owedTo(child.asAt(asAt), from, Shipped.calendar()).stream()
        .map(o -> o.since() + " due " + o.due() + " " + o.timeliness().words())
        .toList();
  }

  private static List<String> reviews(InventedChild child, String asAt) {
    return said("LAC-REVIEW", child, asAt, only(REVIEW));
  }

  @Test
  void none_yet_leaves_the_first_open() {
    InventedChild child = child("C1").inCareFrom("2025-01-06").latest(REVIEW, null);
    assertThat(reviews(child, "2025-01-20"))
        .containsExactly("2025-01-06 due 2025-02-03 not yet due");
    assertThat(reviews(child, "2025-02-04")).containsExactly("2025-01-06 due 2025-02-03 overdue");
  }

  @Test
  void one_before_care_began_is_none_yet() {
    assertThat(
            reviews(
                child("C1").inCareFrom("2025-01-06").latest(REVIEW, "2024-12-02"), "2025-02-04"))
        .containsExactly("2025-01-06 due 2025-02-03 overdue");
  }

  @Test
  void where_the_latest_may_be_the_first_review_the_sooner_date_is_looked_at_first() {
    InventedChild child = child("C1").inCareFrom("2025-01-06").latest(REVIEW, "2025-02-03");
    assertThat(reviews(child, "2025-03-03"))
        .containsExactly("2025-02-03 due 2025-05-03 not yet due");
    assertThat(reviews(child, "2025-05-04")).containsExactly("2025-02-03 due null cannot tell");
    assertThat(reviews(child, "2025-08-04")).containsExactly("2025-02-03 due 2025-08-03 overdue");
  }

  @Test
  void a_late_latest_is_never_called_late_nor_missed() {
    InventedChild child = child("C1").inCareFrom("2023-01-09").latest(REVIEW, "2025-05-05");
    assertThat(reviews(child, "2025-06-30"))
        .containsExactly("2025-05-05 due 2025-11-05 not yet due");
  }

  @Test
  void an_ended_span_owes_no_row() {
    assertThat(
            reviews(
                child("C1").inCare("2025-01-06", "2025-05-05").latest(REVIEW, "2025-01-20"),
                "2025-06-30"))
        .isEmpty();
  }

  @Test
  void beside_the_table_of_acts_a_list_adds_no_act() {
    InventedChild child =
        child("C1").inCareFrom("2025-01-06").reviewed("2025-02-03").latest(REVIEW, "2025-02-03");
    assertThat(said("LAC-REVIEW", child, "2025-03-03", Shipped.EVENTS))
        .containsExactly(
            "2025-01-06 due 2025-02-03 in timescale", "2025-02-03 due 2025-05-03 not yet due");
  }

  @Test
  void a_list_newer_than_every_act_keeps_the_child_from_being_called_overdue() {
    InventedChild child =
        child("C1")
            .inCareFrom("2024-01-08")
            .reviewed("2024-02-05", "2024-05-05")
            .latest(REVIEW, "2025-05-05");
    assertThat(said("LAC-REVIEW", child, "2025-06-30", Shipped.EVENTS))
        .containsExactly(
            "2024-01-08 due 2024-02-05 in timescale",
            "2024-02-05 due 2024-05-05 in timescale",
            "2025-05-05 due 2025-11-05 not yet due");
  }

  @Test
  void a_list_older_than_an_act_changes_nothing() {
    InventedChild child =
        child("C1").inCareFrom("2024-01-08").reviewed("2024-02-05").latest(REVIEW, "2024-02-01");
    assertThat(said("LAC-REVIEW", child, "2025-06-30", Shipped.EVENTS))
        .containsExactly(
            "2024-01-08 due 2024-02-05 in timescale", "2024-02-05 due 2024-05-05 overdue");
  }

  @Test
  void a_newer_list_says_that_what_is_done_once_is_not_owed_any_more() {
    InventedChild child =
        child("C1").inCareFrom("2025-01-06").latest("health assessment", "2025-02-20");
    assertThat(said("LAC-IHA", child, "2025-06-30", Shipped.EVENTS)).isEmpty();
  }
}
