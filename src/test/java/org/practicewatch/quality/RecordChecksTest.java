package org.practicewatch.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.fixtures.EnglandAndWales;
import org.practicewatch.fixtures.InventedChild;

/** What is wrong in a record, and what only looks so. */
class RecordChecksTest {

  private static List<String> checks(InventedChild child) {
    ChildRecord record =
        new ChildRecord(child.facts(), child.asAt("2025-06-30"), EnglandAndWales.workingDays());
    return RecordChecks.check(record, Map.of()).stream().map(Issue::check).toList();
  }

  private static InventedChild assessed(String authorised, String assessment) {
    return child("C1")
        .born("2015-06-01")
        .span("assessment", "", "2025-03-03", null, Set.of("assessment:2", "referral:9"), Map.of())
        .did(
            "assessment authorised",
            authorised,
            Set.of("assessment:" + assessment, "referral:9"),
            Set.of());
  }

  @Test
  void an_assessment_authorised_before_it_began_is_told() {
    assertThat(checks(assessed("2025-02-10", "2"))).containsExactly("before it began");
  }

  @Test
  void an_earlier_assessment_of_the_same_referral_is_another() {
    assertThat(checks(assessed("2025-02-10", "1"))).isEmpty();
  }

  @Test
  void what_has_no_start_on_record_does_not_start_before_birth() {
    InventedChild leaver =
        child("C1")
            .born("2005-06-01")
            .span(
                "care leaver record",
                "",
                Span.LONG_AGO.toString(),
                null,
                Set.of(),
                Map.of(NotKnown.START.words(), "yes"));
    assertThat(checks(leaver)).isEmpty();
  }
}
