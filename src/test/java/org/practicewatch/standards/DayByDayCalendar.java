package org.practicewatch.standards;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.SchoolTerms;
import org.practicewatch.fixtures.EnglandAndWales;

/** Lengths counted out on the calendar, a day at a time. */
final class DayByDayCalendar {

  private static final Set<LocalDate> HOLIDAYS = holidays();
  private static final SchoolTerms TERMS = Shipped.calendar().terms();

  private DayByDayCalendar() {}

  /** Of terms and of half-ways: nothing below twenty working days tells that one is near. */
  static final Length LONG = Length.parse("3 months");

  static LocalDate endOfTermAfter(LocalDate day) {
    for (SchoolTerms.Term term : TERMS.terms()) {
      if (term.from().isAfter(day)) {
        return term.to();
      }
    }
    throw new IllegalStateException("no term after " + day);
  }

  static LocalDate more(Length length, LocalDate day) {
    int n = length.amount();
    return switch (length.unit()) {
      case HOURS -> day.plusDays(n / 24);
      case WORKING_DAYS -> workingDays(day, n);
      case DAYS -> day.plusDays(n);
      case WEEKS -> day.plusDays(7L * n);
      case MONTHS -> months(day, n);
      case YEARS -> months(day, 12 * n);
    };
  }

  static LocalDate less(Length length, LocalDate day) {
    int n = length.amount();
    return switch (length.unit()) {
      case HOURS -> day.minusDays(n / 24);
      case WORKING_DAYS -> workingDaysBefore(day, n);
      case DAYS -> day.minusDays(n);
      case WEEKS -> day.minusDays(7L * n);
      case MONTHS -> months(day, -n);
      case YEARS -> months(day, -12 * n);
    };
  }

  /** The same day of a later month, or its last where it has no such day. */
  static LocalDate months(LocalDate day, int n) {
    YearMonth month = YearMonth.from(day).plusMonths(n);
    return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
  }

  static LocalDate workingDays(LocalDate from, int n) {
    LocalDate day = from;
    int left = n;
    while (left > 0) {
      day = day.plusDays(1);
      left -= working(day) ? 1 : 0;
    }
    return day;
  }

  static LocalDate workingDaysBefore(LocalDate from, int n) {
    LocalDate day = from;
    int left = n;
    while (left > 0) {
      day = day.minusDays(1);
      left -= working(day) ? 1 : 0;
    }
    return day;
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !HOLIDAYS.contains(day);
  }

  private static Set<LocalDate> holidays() {
    Set<LocalDate> days = new HashSet<>();
    EnglandAndWales.bankHolidays().values().forEach(days::addAll);
    return days;
  }
}
