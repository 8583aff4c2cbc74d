package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;

/** Whether the reference day is day 0, or counts as the first day. */
public enum Counting {
  /** "Within 20 working days of": the ordinary reading; the day itself is day 0. */
  @JsonProperty("exclusive")
  EXCLUSIVE,
  /** "20 days beginning with": the day itself is day 1. */
  @JsonProperty("inclusive")
  INCLUSIVE;

  LocalDate last(Length length, LocalDate since, WorkingDays calendar) {
    return this == EXCLUSIVE
        ? length.after(since, calendar)
        : length.afterCountingFirstDay(since, calendar);
  }
}
