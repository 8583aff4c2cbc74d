package org.practicewatch.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The day on which a year of figures begins, such as 1 April.
 *
 * @param day the month and the day
 */
public record YearBegins(MonthDay day) {

  /** Reads it as it stands in the settings: {@code 04-01}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static YearBegins parse(String text) {
    try {
      return new YearBegins(MonthDay.parse("--" + text));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("this should be a month and a day, such as 04-01.", wrong);
    }
  }

  /** First day of the year that the date lies in. */
  public LocalDate lastOn(LocalDate date) {
    LocalDate thisYear = day.atYear(date.getYear());
    return thisYear.isAfter(date) ? thisYear.minusYears(1) : thisYear;
  }

  /** First day of the year that is known by the calendar year in which it ends. */
  public LocalDate firstDayOf(int year) {
    return day.atYear(year - 1);
  }

  /** Last day of the year that is known by the calendar year in which it ends. */
  public LocalDate lastDayOf(int year) {
    return day.atYear(year).minusDays(1);
  }
}
