package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a closed night shows, as far as exceptions go.
 *
 * @param asAt the night's date
 * @param shown every gap
 * @param standards ids of the standards there are; what else is on a list is a check
 * @param run ids of the standards that were judged and of the checks that could run
 * @param lastDone for a subject and a standard, when it was last done; keys of the practice list
 * @param judged the subjects and standards that have a finding of any state; keys of the practice
 *     list
 * @param known every subject of whom the night knows anything
 */
public record WhatIsShown(
    LocalDate asAt,
    Map<ExceptionKey, Shown> shown,
    Set<String> standards,
    Set<String> run,
    Map<ExceptionKey, LocalDate> lastDone,
    Set<ExceptionKey> judged,
    Set<String> known) {

  public WhatIsShown {
    shown = Map.copyOf(shown);
    standards = Set.copyOf(standards);
    run = withThoseThatShow(run, shown);
    lastDone = Map.copyOf(lastDone);
    judged = Set.copyOf(judged);
    known = Set.copyOf(known);
  }

  /** What shows a gap has looked, whatever is said of what the extracts carry. */
  private static Set<String> withThoseThatShow(Set<String> run, Map<ExceptionKey, Shown> shown) {
    Set<String> all = new HashSet<>(run);
    shown.keySet().forEach(key -> all.add(key.code()));
    return Set.copyOf(all);
  }
}
