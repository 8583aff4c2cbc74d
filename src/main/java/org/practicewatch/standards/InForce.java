package org.practicewatch.standards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates between which a version of a standard is in force; an obligation is judged by the
 * version in force when its count began (how we count, "The version of the day").
 */
public record InForce(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** No limits. */
  public static final InForce ALWAYS = new InForce(null, null);

  /** Whether a count that begins on that day is judged by it. */
  public boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Whether some day is one of both. */
  public boolean overlaps(InForce other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  private boolean endsBefore(InForce other) {
    return to != null && other.from != null && to.isBefore(other.from);
  }
}
