package org.practicewatch.jobs.night;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.Headings;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;

/** Which tables are read before others: rows are tied to children by ids that another gives. */
final class OrderOfNeed {

  private OrderOfNeed() {}

  /** Parts that do not need each other's ids together; in front those whose ids others use. */
  static Collection<List<List<Entry>>> of(List<Entry> entries, Map<Integer, Drop.Received> places) {
    Map<String, List<Entry>> slots = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.state() == State.READING || entry.state() == State.ACCEPTED) {
        slots
            .computeIfAbsent(entry.slot() + "\n" + entry.part(), key -> new ArrayList<>())
            .add(entry);
      }
    }
    Set<TableProfile> tonights = new LinkedHashSet<>();
    for (List<Entry> slot : slots.values()) {
      table(slot.get(0), places).ifPresent(tonights::add);
    }
    Map<TableProfile, Integer> depths = new HashMap<>();
    Map<Integer, List<List<Entry>>> byNeed = new TreeMap<>();
    for (List<Entry> slot : slots.values()) {
      int depth = table(slot.get(0), places).map(table -> depth(table, tonights, depths)).orElse(0);
      byNeed.computeIfAbsent(depth, key -> new ArrayList<>()).add(slot);
    }
    return byNeed.values();
  }

  private static Optional<TableProfile> table(Entry entry, Map<Integer, Drop.Received> places) {
    return Optional.ofNullable(places.get(entry.extractId()))
        .flatMap(Drop.Received::table)
        .flatMap(Drop.ReceivedTable::found)
        .flatMap(Headings.Recognised::table);
  }

  /**
   * How many tables must be read before one, along its longest chain of ids.
   *
   * @param known what was found already; two tables that need each other need nothing of that
   */
  private static int depth(
      TableProfile table, Set<TableProfile> all, Map<TableProfile, Integer> known) {
    Integer before = known.putIfAbsent(table, 0);
    if (before != null) {
      return before;
    }
    int deepest = 0;
    for (TableProfile other : all) {
      if (!other.equals(table) && givesIdsTo(table, other)) {
        deepest = Math.max(deepest, 1 + depth(other, all, known));
      }
    }
    known.put(table, deepest);
    return deepest;
  }

  private static boolean givesIdsTo(TableProfile table, TableProfile other) {
    boolean namesTeams = table.meanings().stream().anyMatch(RowMeaning::saysWhoHolds);
    return other.meanings().stream()
        .anyMatch(
            meaning ->
                table.child().stream()
                        .anyMatch(way -> meaning.idOf().filter(way.of()::equals).isPresent())
                    || (namesTeams && meaning.isOfNames()));
  }
}
