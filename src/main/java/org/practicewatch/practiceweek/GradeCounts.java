package org.practicewatch.practiceweek;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often each grade was given.
 *
 * @param counts by grade
 * @param notGiven audits without a grade that can be used
 */
public record GradeCounts(Map<Grade, Integer> counts, int notGiven) {

  /** Counts grades; null stands for one that was not given. */
  public static GradeCounts of(Collection<? extends @Nullable Grade> grades) {
    Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
    grades.stream().filter(Objects::nonNull).forEach(grade -> counts.merge(grade, 1, Integer::sum));
    int given = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new GradeCounts(counts, grades.size() - given);
  }

  /** How often one was given. */
  public int of(Grade grade) {
    return counts.getOrDefault(grade, 0);
  }

  /** How many were given. */
  public int given() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of them were good or outstanding. */
  public int goodOrBetter() {
    return of(Grade.OUTSTANDING) + of(Grade.GOOD);
  }
}
