package org.practicewatch.standards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates between which a version of a standard is in force; an obligation is judged by the
 * version in force when its count began (architecture, decision 17).
 */
public record InForce(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** No limits. */
  public static final InForce ALWAYS = new InForce(null, null);

  /** Whether a count that begins on that day is judged by it. */
  public boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
