package org.practicewatch.jobs.week;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.casework.store.FactStore.ChildFacts;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.Checking;
import org.practicewatch.standards.Silence;
import org.practicewatch.standards.Silence.OldTable;

/**
 * Of whom a check cannot be sure, because it holds one table against another that did not come: a
 * visit of this week is in no plan of last week's list.
 */
final class UnsureChecks {

  private final Map<String, List<OldTable>> byCheck = new HashMap<>();

  UnsureChecks(List<OldTable> old, WhatItMeans meanings) {
    Checking.looksAt()
        .forEach(
            (name, kinds) -> {
              CheckEntry entry = meanings.checkOf(name);
              List<OldTable> tables =
                  old.stream()
                      .filter(
                          table ->
                              kinds.contains(Checking.EVERYTHING) || Silence.carries(table, kinds))
                      .toList();
              if (entry != null && !tables.isEmpty()) {
                byCheck.merge(entry.check(), tables, UnsureChecks::both);
              }
            });
  }

  private static List<OldTable> both(List<OldTable> some, List<OldTable> others) {
    Set<OldTable> all = new HashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /**
   * The subjects by check.
   *
   * @param children asked for only where a check is unsure at all
   */
  Map<String, Set<String>> of(Supplier<FactStore.Caseload> children) {
    Map<String, Set<String>> unsure = new HashMap<>();
    if (!byCheck.isEmpty()) {
      FactStore.Caseload caseload = children.get();
      for (int bucket = 0; bucket < FactStore.BUCKETS; bucket++) {
        caseload.bucket(bucket).forEach(child -> add(child, unsure));
      }
    }
    return unsure;
  }

  private void add(ChildFacts child, Map<String, Set<String>> unsure) {
    Set<String> telling = new HashSet<>();
    for (Fact fact : child.facts()) {
      telling.add(fact.source().extract());
    }
    byCheck.forEach(
        (check, tables) -> {
          if (tables.stream().anyMatch(table -> table.mayHold(telling))) {
            unsure.computeIfAbsent(check, one -> new HashSet<>()).add(child.childId());
          }
        });
  }
}
