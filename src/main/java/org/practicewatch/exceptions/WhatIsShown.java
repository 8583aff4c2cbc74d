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
 * @param silent what cannot be told because a table did not come; keys of the practice list
 * @param old what is late by a table that did not come, or told by a row of it; keys of the
 *     practice list
 * @param unsure by check, the subjects of whom it cannot be sure, since a table did not come that
 *     it looks at
 * @param elsewhere gaps that are told by the line of another, and so are no lines of their own
 */
public record WhatIsShown(
    LocalDate asAt,
    Map<ExceptionKey, Shown> shown,
    Set<String> standards,
    Set<String> run,
    Map<ExceptionKey, LocalDate> lastDone,
    Set<ExceptionKey> judged,
    Set<String> known,
    Set<ExceptionKey> silent,
    Set<ExceptionKey> old,
    Map<String, Set<String>> unsure,
    Set<ExceptionKey> elsewhere) {

  public WhatIsShown {
    shown = Map.copyOf(shown);
    standards = Set.copyOf(standards);
    run = withThoseThatShow(run, shown);
    lastDone = Map.copyOf(lastDone);
    judged = Set.copyOf(judged);
    known = Set.copyOf(known);
    silent = Set.copyOf(silent);
    old = Set.copyOf(old);
    unsure = Map.copyOf(unsure);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** What a night shows of which everything came. */
  public WhatIsShown(
      LocalDate asAt,
      Map<ExceptionKey, Shown> shown,
      Set<String> standards,
      Set<String> run,
      Map<ExceptionKey, LocalDate> lastDone,
      Set<ExceptionKey> judged,
      Set<String> known) {
    this(
        asAt, shown, standards, run, lastDone, judged, known, Set.of(), Set.of(), Map.of(),
        Set.of());
  }

  /** Whether nobody can say whether it is so, or was put right, since a table did not come. */
  boolean isSilentOn(ExceptionKey key) {
    return silent.contains(asPractice(key))
        || unsure.getOrDefault(key.code(), Set.of()).contains(key.subject());
  }

  /** Whether it rests on how things were when a table last came. */
  boolean isAsItWas(ExceptionKey key) {
    return isSilentOn(key) || old.contains(asPractice(key));
  }

  private static ExceptionKey asPractice(ExceptionKey key) {
    return new ExceptionKey(ExceptionKey.Sort.PRACTICE, key.subject(), key.code());
  }

  /** What shows a gap has looked, whatever is said of what the extracts carry. */
  private static Set<String> withThoseThatShow(Set<String> run, Map<ExceptionKey, Shown> shown) {
    Set<String> all = new HashSet<>(run);
    shown.keySet().forEach(key -> all.add(key.code()));
    return Set.copyOf(all);
  }
}
