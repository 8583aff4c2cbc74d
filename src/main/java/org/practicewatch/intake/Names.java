package org.practicewatch.intake;

import java.util.Set;

/**
 * Names of the vocabulary.
 *
 * @param activities what can be done
 * @param spans what can go on
 * @param marks what something done can be marked with
 */
public record Names(Set<String> activities, Set<String> spans, Set<String> marks) {

  /** None at all. */
  static final Names NONE = new Names(Set.of(), Set.of(), Set.of());

  /** Names of things done alone. */
  static Names ofActivities(Set<String> activities) {
    return new Names(activities, Set.of(), Set.of());
  }
}
