package org.practicewatch.standards;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the extracts that stand carry, layout by layout. A layout that lists children speaks only
 * for those it tells of: that another case system has no questionnaire of a child proves nothing
 * where it has never heard of the child. One that lists none, such as a report of one kind of work,
 * speaks for all.
 */
public final class Carried {

  private final List<Layout> layouts;
  private final Map<BitSet, Sources> joined = new ConcurrentHashMap<>();

  /**
   * The extracts of one layout.
   *
   * @param listsChildren whether it says which children there are
   * @param extracts their files and sheets, as {@code CellRef} names them
   * @param sources what they carry
   */
  public record Layout(boolean listsChildren, Set<String> extracts, Sources sources) {

    public Layout {
      extracts = Set.copyOf(extracts);
    }

    boolean speaksOf(Set<String> childsExtracts) {
      return !listsChildren || childsExtracts.stream().anyMatch(extracts::contains);
    }
  }

  public Carried(List<Layout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  /** Sources that speak for every child. */
  public static Carried alike(Sources sources) {
    return new Carried(List.of(new Layout(false, Set.of(), sources)));
  }

  /** What they carry at all. */
  public Sources all() {
    return join(layouts);
  }

  /**
   * What they carry for a child.
   *
   * @param extracts the files and sheets that tell of the child
   */
  public Sources of(Set<String> extracts) {
    BitSet speaking = new BitSet();
    for (int i = 0; i < layouts.size(); i++) {
      speaking.set(i, layouts.get(i).speaksOf(extracts));
    }
    return joined.computeIfAbsent(
        speaking, which -> join(which.stream().mapToObj(layouts::get).toList()));
  }

  private static Sources join(List<Layout> layouts) {
    Set<String> events = new HashSet<>();
    Set<String> snapshots = new HashSet<>();
    Set<String> spans = new HashSet<>();
    Set<String> listed = new HashSet<>();
    for (Layout layout : layouts) {
      events.addAll(layout.sources().events());
      snapshots.addAll(layout.sources().snapshots());
      spans.addAll(layout.sources().spans());
      listed.addAll(layout.sources().listed());
    }
    return new Sources(events, snapshots, spans, listed);
  }
}
