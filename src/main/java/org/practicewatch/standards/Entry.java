package org.practicewatch.standards;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Life;
import org.practicewatch.casework.Span;
import org.practicewatch.standards.Timescale.Due;

/**
 * One thing that was counted, before it is judged.
 *
 * @param span in which it was counted
 * @param stretch the part of the span
 * @param since day 0; null where it is not known
 * @param due what was due
 * @param act what met it; null for nothing
 * @param sinceCell the cell of {@code since}
 */
record Entry(
    Span span,
    Stretch stretch,
    @Nullable LocalDate since,
    Due due,
    @Nullable Activity act,
    CellRef sinceCell) {

  /** What was not done, and would have been counted from a day on or after the end. */
  boolean isAfterTheEnd(OneVersion by) {
    LocalDate end = stretch.to();
    return act == null
        && by.standard().beforeEach() == null
        && since != null
        && end != null
        && !since.isBefore(end);
  }

  /** Its state as at the night; null where nothing was owed. */
  @Nullable Timeliness timeliness(OneVersion by) {
    LocalDate on = due.on();
    if (on == null) {
      return Timeliness.CANNOT_TELL;
    }
    if (act != null) {
      return act.on().isAfter(on) || isAfterTheHour(act)
          ? Timeliness.LATE
          : Timeliness.IN_TIMESCALE;
    }
    if (by.standard().beforeEach() != null) {
      return Timeliness.MISSED;
    }
    LocalDate end = stretch.to();
    if (end != null) {
      return end.isAfter(on) ? Timeliness.MISSED : null;
    }
    LocalDate asAt = by.timeline().asAt();
    if (on.isBefore(asAt)) {
      return Timeliness.OVERDUE;
    }
    return asAt.isBefore(by.soonFrom(on, due.length()))
        ? Timeliness.NOT_YET_DUE
        : Timeliness.DUE_SOON;
  }

  /**
   * On the last day of a length in hours the clock decides, where both times are known; where only
   * dates are, the day does (how we count, "Hours where both times are known").
   */
  private boolean isAfterTheHour(Activity done) {
    Length length = due.length();
    LocalTime ended = span.endedAt();
    return length != null
        && length.unit() == Length.Unit.HOURS
        && done.on().equals(due.on())
        && ended != null
        && done.findTime().filter(time -> time.isAfter(ended)).isPresent();
  }

  /**
   * Whether it would be due only when the child is too old for it, or no child any more: the age is
   * that on the day it is due (how we count, "Age on the due date").
   */
  boolean isOutgrown(OneVersion by) {
    LocalDate on = due.on();
    LocalDate childhoodEnds = new Ends(by).ofChildhood();
    return on != null
        && (isOutgrown(by, on) || (childhoodEnds != null && !on.isBefore(childhoodEnds)));
  }

  private static boolean isOutgrown(OneVersion by, LocalDate on) {
    Life life = by.timeline().life();
    Ages ages = by.standard().ages();
    Integer under = ages == null ? null : ages.underFor(life);
    LocalDate outgrown = under == null ? null : life.child().birthday(under);
    return outgrown != null && !on.isBefore(outgrown);
  }

  /** The day up to which days past due are counted; null where it is not past due. */
  @Nullable LocalDate overUntil(Timeliness timeliness, LocalDate asAt) {
    return switch (timeliness) {
      case LATE -> act == null ? null : act.on();
      case OVERDUE -> asAt;
      case MISSED -> stretch.to();
      default -> null;
    };
  }
}
