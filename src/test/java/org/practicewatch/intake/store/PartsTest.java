package org.practicewatch.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.practicewatch.intake.Drop.ReceivedFile;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;

class PartsTest {

  @Test
  void a_part_is_the_one_of_the_same_folder_and_name() {
    assertThat(Parts.of(Set.of("in/north", "in/south"), standing("in/north", "in/south")))
        .isEqualTo(Map.of("in/north", "in/north", "in/south", "in/south"));
  }

  @Test
  void one_that_is_missing_leaves_the_other_as_it_is() {
    assertThat(Parts.of(Set.of("in/south"), standing("in/north", "in/south")))
        .isEqualTo(Map.of("in/south", "in/south"));
  }

  @Test
  void one_that_is_called_otherwise_is_the_only_one_missing() {
    assertThat(Parts.of(Set.of("in/north", "in/south new"), standing("in/north", "in/south")))
        .isEqualTo(Map.of("in/north", "in/north", "in/south new", "in/south"));
  }

  @Test
  void a_folder_that_is_called_otherwise_changes_none_of_them() {
    assertThat(Parts.of(Set.of("b/north", "b/south"), standing("a/north", "a/south")))
        .isEqualTo(Map.of("b/north", "a/north", "b/south", "a/south"));
  }

  @Test
  void where_several_might_be_meant_each_is_one_of_its_own() {
    assertThat(Parts.of(Set.of("in/east", "in/west"), standing("in/north")))
        .isEqualTo(Map.of("in/east", "in/east", "in/west", "in/west"));
  }

  @Test
  void what_an_earlier_version_received_is_known_by_its_name() {
    String activities = ReceivedFile.partOf("activities_2026-09-30.csv");
    String others = ReceivedFile.partOf("crs_activities_2026-09-30.csv");
    assertThat(
            Parts.of(
                Set.of("sample/activities", "crs/crs activities"), standing(activities, others)))
        .isEqualTo(Map.of("sample/activities", activities, "crs/crs activities", others));
  }

  private static List<Entry> standing(String... parts) {
    LocalDate night = LocalDate.parse("2026-09-30");
    return Stream.of(parts)
        .map(
            part ->
                new Entry(
                    1,
                    1,
                    night,
                    0,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "a table",
                    part,
                    part,
                    night,
                    State.ACCEPTED,
                    1,
                    1,
                    0,
                    0,
                    0,
                    ""))
        .toList();
  }
}
