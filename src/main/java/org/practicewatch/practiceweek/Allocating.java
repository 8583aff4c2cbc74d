package org.practicewatch.practiceweek;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gives cases to auditors so that nobody has more than they must: for each case the least loaded of
 * all auditors that it can reach, directly or by passing other cases on. What comes out is as even
 * as who may audit what allows (an optimal semi-matching: Harvey, Ladner, Lovász and Tamir,
 * Semi-matchings for bipartite graphs and load balancing, Journal of Algorithms 59, 2006).
 */
final class Allocating {

  private final Map<String, List<String>> eligible;
  private final ToIntFunction<String> cap;
  private final Map<String, String> auditorOf = new LinkedHashMap<>();
  private final Map<String, List<String>> casesOf = new HashMap<>();

  private Allocating(Map<String, List<String>> eligible, ToIntFunction<String> cap) {
    this.eligible = eligible;
    this.cap = cap;
  }

  /**
   * Who audits what.
   *
   * @param eligible for each case, in the order of the draw, those who may audit it: of two with
   *     the same load the first is taken
   * @param cap how many cases an auditor takes at most
   * @return the auditor of each case; a case that nobody can take is not in it
   */
  static Map<String, String> balance(
      Map<String, List<String>> eligible, ToIntFunction<String> cap) {
    Allocating allocating = new Allocating(eligible, cap);
    eligible.keySet().forEach(allocating::place);
    return allocating.auditorOf;
  }

  private void place(String one) {
    Map<String, String> passedBy = new HashMap<>();
    ArrayDeque<String> cases = new ArrayDeque<>(List.of(one));
    Set<String> seen = new HashSet<>();
    String best = null;
    while (!cases.isEmpty()) {
      String passing = cases.remove();
      for (String auditor : eligible.getOrDefault(passing, List.of())) {
        if (seen.add(auditor)) {
          passedBy.put(auditor, passing);
          cases.addAll(casesOf.getOrDefault(auditor, List.of()));
          best = isBetter(auditor, best) ? auditor : best;
        }
      }
    }
    if (best != null) {
      passOn(one, best, passedBy);
    }
  }

  private boolean isBetter(String auditor, @Nullable String best) {
    return load(auditor) < cap.applyAsInt(auditor) && (best == null || load(auditor) < load(best));
  }

  private int load(String auditor) {
    return casesOf.getOrDefault(auditor, List.of()).size();
  }

  private void passOn(String one, String last, Map<String, String> passedBy) {
    String to = last;
    while (true) {
      String passing = passedBy.getOrDefault(to, one);
      String from = auditorOf.put(passing, to);
      casesOf.computeIfAbsent(to, key -> new ArrayList<>()).add(passing);
      if (from == null) {
        return;
      }
      casesOf.getOrDefault(from, new ArrayList<>()).remove(passing);
      to = from;
    }
  }
}
