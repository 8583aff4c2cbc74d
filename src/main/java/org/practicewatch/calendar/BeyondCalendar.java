package org.practicewatch.calendar;

import java.time.LocalDate;

/** A count of working days reached a day whose bank holidays nobody has told us. */
public final class BeyondCalendar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final LocalDate day;

  BeyondCalendar(LocalDate day, LocalDate from, LocalDate to) {
    super(
        "%s cannot be counted: jobs/calendar/bank-holidays.yml covers %s to %s. Add the missing year."
            .formatted(day, from, to));
    this.day = day;
  }

  /** The first day met that the calendar does not cover. */
  public LocalDate day() {
    return day;
  }
}
