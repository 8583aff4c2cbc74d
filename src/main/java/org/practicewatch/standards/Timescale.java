package org.practicewatch.standards;

import static com.fasterxml.jackson.annotation.JsonTypeInfo.As.WRAPPER_OBJECT;
import static com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * A kind of clock: says by when the next one is due.
 *
 * <p>To add a kind, write one record here and one test, and name the record in {@code permits}. Its
 * key in the YAML is its {@code @JsonTypeName}.
 */
@JsonTypeInfo(use = NAME, include = WRAPPER_OBJECT)
public sealed interface Timescale
    permits Within,
        InTurn,
        ByAge,
        ByCircumstances,
        EachTerm,
        EachCalendarMonth,
        ByTheDueDateOf,
        EveryUntil,
        Midway,
        Before,
        OnceByCircumstances,
        WithinOrExtended {

  /**
   * The next one due, or null when nothing more is.
   *
   * @param count where the count stands
   */
  @Nullable Due next(Count count);

  /** The clock in plain words, to stand after "due": "within 20 working days of the start". */
  String words();

  /** The kinds of activity, besides the one that meets the standard, that the clock looks at. */
  default Set<String> looksAt() {
    return Set.of();
  }

  /** The circumstances that the clock looks at. */
  default List<Circumstances> circumstances() {
    return List.of();
  }

  /** Whether it is due once in each span, and done for good. */
  default boolean once() {
    return false;
  }

  /** The days after the start of a span from which it is counted afresh, in order. */
  default List<LocalDate> startsAgain(Timeline timeline, Span span) {
    return List.of();
  }

  /** The day in a span on which nothing more is due, before the span ends; null for none. */
  default @Nullable LocalDate stops(Timeline timeline, Span span) {
    return null;
  }

  /**
   * Where a count stands.
   *
   * @param timeline the child's record
   * @param span the span in which it is counted
   * @param nth after which of the activities that start a count; 1 where none does
   * @param until the day on which this count stops for good or for a while; null while it goes on
   * @param since day 0: the start, or the day the last one was done
   * @param alreadyDone how many have been done; {@link #MANY} where the past is not known
   * @param counting how days are counted
   * @param calendar the working days
   */
  record Count(
      Timeline timeline,
      Span span,
      int nth,
      @Nullable LocalDate until,
      LocalDate since,
      int alreadyDone,
      Counting counting,
      WorkingDays calendar) {

    /** The past is not known, so the last and lasting length applies. */
    public static final int MANY = Integer.MAX_VALUE;

    /**
     * The last day of a length that applies from a day: a shorter one cannot make something due
     * before the day from which it applies, nor later than it was.
     *
     * @param dueBefore by the rule before
     */
    LocalDate notBeforeTheRuleApplied(Length length, LocalDate applies, LocalDate dueBefore) {
      LocalDate due = after(length);
      if (!due.isBefore(applies)) {
        return due;
      }
      LocalDate fromThere = counting.last(length, applies, calendar);
      return fromThere.isBefore(dueBefore) ? fromThere : dueBefore;
    }

    /** The last day of a length that runs from {@code since}. */
    public LocalDate after(Length length) {
      return counting.last(length, since, calendar);
    }
  }

  /**
   * What is due.
   *
   * @param on last day in timescale; null where the record does not tell which rule applies
   * @param length the length that was counted, which decides when it is due soon
   * @param unless the activity that, had it been done by then, would have made it due later; null
   *     for none
   */
  record Due(@Nullable LocalDate on, @Nullable Length length, @Nullable String unless) {

    /** Something is due, but the record does not tell by when. */
    public static final Due CANNOT_TELL = new Due(null, null);

    Due(@Nullable LocalDate on, @Nullable Length length) {
      this(on, length, null);
    }
  }
}
