package org.practicewatch.calendar;

import java.time.LocalDate;
import java.util.List;

/** A count reached a day whose bank holidays, or school terms, nobody has told us. */
public final class BeyondCalendar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final LocalDate day;

  BeyondCalendar(LocalDate day, LocalDate from, LocalDate to) {
    super(
        "%s cannot be counted: jobs/calendar/bank-holidays.yml covers %s to %s. Add the missing year."
            .formatted(day, from, to));
    this.day = day;
  }

  BeyondCalendar(LocalDate day, List<SchoolTerms.Term> terms) {
    super(
        "The term after %s is not known: jobs/calendar/terms.yml covers %s. Add the missing year."
            .formatted(
                day,
                terms.isEmpty()
                    ? "nothing"
                    : terms.get(0).from() + " to " + terms.get(terms.size() - 1).to()));
    this.day = day;
  }

  /** The first day met that the calendar does not cover. */
  public LocalDate day() {
    return day;
  }
}
