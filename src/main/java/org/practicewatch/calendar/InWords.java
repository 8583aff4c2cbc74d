package org.practicewatch.calendar;

import java.time.LocalDate;

/** Days as people write them. */
public final class InWords {

  /** A month by its name, the same on every machine: some locale data writes "Sept". */
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private InWords() {}

  /** Such as 3 Sep 2018. */
  public static String day(LocalDate day) {
    return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
  }
}
