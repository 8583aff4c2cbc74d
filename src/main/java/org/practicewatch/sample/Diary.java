package org.practicewatch.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/** When things get done: working days, and the habit of doing things near the day they are due. */
record Diary(Predicate<LocalDate> isWorkingDay) {

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!isWorkingDay.test(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  LocalDate onOrBefore(LocalDate day) {
    LocalDate found = day;
    while (!isWorkingDay.test(found)) {
      found = found.minusDays(1);
    }
    return found;
  }

  LocalDate plusWorkingDays(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0; left--) {
      day = onOrAfter(day.plusDays(1));
    }
    return day;
  }

  /**
   * The day on which something due is done: with the given likelihood on the due date or before it,
   * else some days late, now and then many.
   *
   * @param earliest how much of the time has gone by before anyone begins, from 0 to 1
   */
  LocalDate done(Chance chance, LocalDate since, LocalDate due, double inTime, double earliest) {
    boolean late = !chance.that(inTime);
    int howLate = chance.weighted(70, 25, 5);
    int over =
        switch (howLate) {
          case 0 -> chance.between(1, 7);
          case 1 -> chance.between(8, 25);
          default -> chance.between(26, 90);
        };
    long days = ChronoUnit.DAYS.between(since, due);
    LocalDate first = since.plusDays(Math.max(1, Math.round(days * earliest)));
    LocalDate early = onOrBefore(chance.day(first, due));
    if (late) {
      return onOrAfter(due.plusDays(over));
    }
    return early.isAfter(since) ? early : due;
  }
}
