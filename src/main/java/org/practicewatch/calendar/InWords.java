package org.practicewatch.calendar;

import java.time.LocalDate;
import java.util.Locale;

/** Days and numbers of things as people write them. */
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

  /** Such as 12,345. */
  public static String count(int number) {
    // A formatter is slow, and nearly all that is counted of a child or a team is below a thousand.
    return number > -1000 && number < 1000
        ? Integer.toString(number)
        : String.format(Locale.UK, "%,d", number);
  }

  /** Such as "1 child", or "12 children". */
  public static String count(int number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }
}
