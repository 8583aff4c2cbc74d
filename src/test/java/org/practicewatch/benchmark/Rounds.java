package org.practicewatch.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Several things measured in turn, round after round, so that a busy minute touches them all. */
final class Rounds {

  private final Map<String, Supplier<Measured>> contestants = new LinkedHashMap<>();

  void add(String name, Supplier<Measured> run) {
    contestants.put(name, run);
  }

  /** The median of each, in the order in which they were added. */
  Map<String, Measured> medians(int rounds) {
    Map<String, List<Measured>> runs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<String, Supplier<Measured>> one : contestants.entrySet()) {
        System.err.println("Round " + round + " of " + rounds + ": " + one.getKey());
        runs.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(one.getValue().get());
      }
    }
    Map<String, Measured> medians = new LinkedHashMap<>();
    runs.forEach((name, all) -> medians.put(name, Measured.median(all)));
    return medians;
  }
}
