package org.practicewatch.standards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span;

/**
 * A part of a span in which a standard is owed without a break.
 *
 * @param duringFrom the start of the span, or the later day on which it was counted afresh
 * @param from its first day
 * @param to the day on which it ends; null while it goes on
 */
record Stretch(LocalDate duringFrom, LocalDate from, @Nullable LocalDate to) {

  static Stretch whole(Span span) {
    return new Stretch(span.from(), span.from(), span.to());
  }
}
