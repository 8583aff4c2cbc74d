package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which layouts speak for a child. */
class CarriedTest {

  private static Sources acts(String... kinds) {
    return new Sources(Set.of(kinds), Set.of(), Set.of("episode"));
  }

  private static final Carried CARRIED =
      new Carried(
          List.of(
              new Carried.Layout(true, Set.of("visits.csv!", "sdq.csv!"), acts("visit", "sdq")),
              new Carried.Layout(true, Set.of("crs.xlsx!Visits"), acts("visit", "core group")),
              new Carried.Layout(false, Set.of("activities.csv!"), acts("PEP"))));

  @Test
  void of_a_child_of_one_system_nothing_is_asked_that_only_the_other_records() {
    assertThat(CARRIED.of(Set.of("crs.xlsx!Visits")).events())
        .containsExactlyInAnyOrder("visit", "core group", "PEP");
  }

  @Test
  void a_report_that_lists_no_children_speaks_for_all_of_them() {
    assertThat(CARRIED.of(Set.of("sdq.csv!")).events())
        .containsExactlyInAnyOrder("visit", "sdq", "PEP");
    assertThat(CARRIED.of(Set.of("activities.csv!")).events()).containsExactly("PEP");
  }

  @Test
  void a_child_of_both_systems_is_held_to_what_either_carries() {
    assertThat(CARRIED.of(Set.of("sdq.csv!", "crs.xlsx!Visits"))).isEqualTo(CARRIED.all());
  }
}
