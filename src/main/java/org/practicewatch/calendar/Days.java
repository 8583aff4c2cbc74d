package org.practicewatch.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of which one may not be known. */
public final class Days {

  private Days() {}

  /** The earlier of two; the other where one is null, and null where both are. */
  public static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
