package org.practicewatch.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Versions;

/**
 * The standards as they hold here: those that ship, with what the council has of its own laid over
 * them.
 *
 * @param worked every standard with its worked examples: as it is written, and as a change makes it
 * @param judged what children are judged by; the versions of one standard follow each other
 * @param switchedOff what nobody is judged by
 * @param told what the council has of its own, a sentence each
 */
record StandardsHere(
    List<Worked> worked,
    List<PracticeStandard> judged,
    List<SwitchedOff> switchedOff,
    List<String> told) {

  StandardsHere {
    worked = List.copyOf(worked);
    judged = List.copyOf(judged);
    switchedOff = List.copyOf(switchedOff);
    told = List.copyOf(told);
  }

  /** Ids of the standards there are, judged or switched off. */
  Set<String> ids() {
    return worked.stream()
        .map(one -> one.standard().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * A standard, and what its examples are held against.
   *
   * @param file where it is written, as printed
   * @param asWritten whether it is a whole standard, and no change of one
   * @param judgedBy of a whole standard itself alone; of a change every version there is, for its
   *     examples may show what happens about the day on which it begins
   */
  record Worked(String file, PracticeStandard standard, boolean asWritten, Versions judgedBy) {}
}
