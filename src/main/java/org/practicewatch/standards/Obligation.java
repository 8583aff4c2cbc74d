package org.practicewatch.standards;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;

/**
 * One thing owed to one child.
 *
 * @param standard id of the standard
 * @param duringFrom start of the span it belongs to; null where it cannot be read
 * @param number 1, 2, 3 … within that span
 * @param since day 0 of the count; null where it is not known
 * @param due last day in timescale; null where it cannot be told
 * @param done the day it was done
 * @param timeliness the state, as at the night's date
 * @param over the day up to which days past due are counted; null when not past due
 * @param current whether the span goes on and this is the last of it: what the child stands at now
 * @param source the cell that proves it; of an open obligation the cell of {@code since}
 */
public record Obligation(
    String standard,
    @Nullable LocalDate duringFrom,
    int number,
    @Nullable LocalDate since,
    @Nullable LocalDate due,
    @Nullable LocalDate done,
    Timeliness timeliness,
    @Nullable LocalDate over,
    boolean current,
    CellRef source) {

  /** The same where a table that would have shown it is silent. */
  public Obligation untold(Silence.OldTable old) {
    CellRef silent =
        old.extracts().stream()
            .sorted()
            .findFirst()
            .map(extract -> CellRef.parse(extract + "!"))
            .orElse(source);
    return new Obligation(
        standard,
        duringFrom,
        number,
        since,
        due,
        done,
        Timeliness.CANNOT_TELL,
        null,
        current,
        silent);
  }

  /** Calendar days past due; null when it is not past due. */
  public @Nullable Integer daysOver() {
    return over == null || due == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(due, over));
  }
}
