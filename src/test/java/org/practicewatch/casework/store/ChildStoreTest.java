package org.practicewatch.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.store.ChildStore.Held;
import org.practicewatch.fixtures.EmptyDatabase;

class ChildStoreTest {

  private static final EmptyDatabase DATABASE = new EmptyDatabase("children");

  private final ChildStore store = new ChildStore(DATABASE.jdbc(), new BulkRows(DATABASE.jdbc()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /** A week is told of its own run while the next night is being checked. */
  @Test
  void keeps_the_children_of_each_run_apart_and_forgets_a_child_in_all() {
    store.add(1, 0, List.of(new Held("C1", "North", "")));
    store.add(1, 7, List.of(new Held("C2", "South", "")));
    store.add(2, 0, List.of(new Held("C1", "South", "A Name")));
    store.add(2, 3, List.of(new Held(Subject.HOME.idOf("H1"), "", ""), new Held("C3", "", "")));

    assertThat(store.teamsNow(1)).isEqualTo(Map.of("C1", "North", "C2", "South"));
    assertThat(store.countChildren(2)).as("a home is no child").isEqualTo(2);
    assertThat(store.names(2)).isEqualTo(Map.of("C1", "A Name"));

    store.forget(Set.of("C1"));
    assertThat(store.teamsNow(1)).isEqualTo(Map.of("C2", "South"));
    assertThat(store.names(2)).isEmpty();

    store.removeRun(1);
    assertThat(store.countChildren(1)).isZero();
    assertThat(store.countChildren(2)).isEqualTo(1);
  }
}
