package org.practicewatch.exceptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A gap as one night shows it: one for a child and a standard or check, however many stand behind
 * it.
 *
 * @param key what it is
 * @param team that can put it right; empty for none
 * @param worker likewise
 * @param since day 0 of the count; null for a check
 * @param due last day in timescale; null where it is not known, and for a check
 * @param lastDone the last time it was done for this child; null for never
 * @param daysOver calendar days past due; null where it is not past due
 * @param count how many stand behind it: obligations, or cells
 * @param problem in a sentence, what is wrong; without any id
 * @param source the first cell that proves it
 */
public record Shown(
    ExceptionKey key,
    String team,
    String worker,
    @Nullable LocalDate since,
    @Nullable LocalDate due,
    @Nullable LocalDate lastDone,
    @Nullable Integer daysOver,
    int count,
    String problem,
    String source) {

  /** The same, with what else is to be said of it. */
  Shown saying(String sentence) {
    return new Shown(key, team, worker, since, due, lastDone, daysOver, count, sentence, source);
  }

  /** The same, standing for so many. */
  Shown standingFor(int many) {
    return new Shown(key, team, worker, since, due, lastDone, daysOver, many, problem, source);
  }

  /** The same of a subject that is known by another id. */
  Shown of(ExceptionKey other) {
    return new Shown(other, team, worker, since, due, lastDone, daysOver, count, problem, source);
  }
}
