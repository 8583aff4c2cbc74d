package org.practicewatch.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practicewatch.intake.CellValue.Unreadable;

/**
 * How a column writes its dates, as far as its first rows tell: by what clock, and whether the
 * month comes first. One cell can say neither of itself (docs/decisions/0021).
 */
final class DateHabits {

  /** A saved 23:00 that was rounded on its way. */
  private static final int SECONDS_OFF = 5;

  private static final int HOUR = 3_600;

  /** One may be a slip of the pen. */
  private static final int NO_SLIP = 2;

  /** So many days are all below 13 in one column of fifteen. */
  private static final int NO_CHANCE = 3;

  private static final int MONTHS = 12;
  private static final Pattern IN_NUMBERS =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-]\\d{4}.*");

  private int moments;
  private int momentsAt23;
  private int summerAt23;
  private int winterMidnights;
  private int summerMidnights;
  private int anHourBefore;
  private int otherTimes;
  private int monthFirst;
  private int dayFirst;
  private int eitherFirst;
  private int cells;
  private int cellsToThe12th;

  /** Takes note of a cell of one of the first rows. */
  void see(SourceCell cell, String text, Optional<DateText.Read> read) {
    if (cell.moment() == null) {
      seeOrder(text);
    } else if (read.isPresent()) {
      cells++;
      cellsToThe12th += read.get().day().getDayOfMonth() <= MONTHS ? 1 : 0;
    }
    read.ifPresent(this::seeClock);
  }

  private void seeOrder(String text) {
    Matcher numbers = IN_NUMBERS.matcher(text);
    if (!numbers.matches()) {
      return;
    }
    int first = Integer.parseInt(numbers.group(1));
    int second = Integer.parseInt(numbers.group(2));
    if (first <= MONTHS && second <= MONTHS) {
      eitherFirst++;
    } else if (first <= MONTHS) {
      monthFirst++;
    } else if (second <= MONTHS) {
      dayFirst++;
    }
  }

  private void seeClock(DateText.Read read) {
    if (read.form() == DateText.Form.MOMENT) {
      moments++;
      momentsAt23 += standsAt(23, read) ? 1 : 0;
    } else if (isMidnightInUtc(read)) {
      summerAt23++;
    } else if (isAnHourBefore(read)) {
      anHourBefore++;
    } else if (standsAt(0, read)) {
      if (DateText.isMidnightIfOfUtc(read.day(), LocalTime.MIDNIGHT)) {
        winterMidnights++;
      } else {
        summerMidnights++;
      }
    } else if (read.time().getHour() < 23 || read.time().getMinute() < 59) {
      // 23:59:59 is how databases end a day.
      otherTimes++;
    }
  }

  private static boolean standsAt(int hour, DateText.Read read) {
    return Math.abs(read.time().toSecondOfDay() - hour * HOUR) <= SECONDS_OFF;
  }

  /** 23:00 in summer, which is midnight in the United Kingdom where it is of UTC. */
  private static boolean isMidnightInUtc(DateText.Read read) {
    return standsAt(23, read) && DateText.isMidnightIfOfUtc(read.day(), LocalTime.of(23, 0));
  }

  /** Midnight of Central Europe, written in UTC: 22:00 in summer, 23:00 in winter. */
  private static boolean isAnHourBefore(DateText.Read read) {
    boolean summer = DateText.isMidnightIfOfUtc(read.day(), LocalTime.of(23, 0));
    return standsAt(summer ? 22 : 23, read);
  }

  /** Whether anything of it needs to be asked for each cell. */
  boolean isUnusual() {
    return summerAt23 + anHourBefore + momentsAt23 > 0 || isMonthFirst() || isTurnedRound();
  }

  /** Whether the column shows that this is midnight in the United Kingdom, written in UTC. */
  boolean isMidnightOfUtc(DateText.Read read) {
    return isOfUtc() && read.form() != DateText.Form.MOMENT && isMidnightInUtc(read);
  }

  /** In every date of summer 23:00, and in none another time of day. */
  private boolean isOfUtc() {
    return summerAt23 > 0
        && summerAt23 + winterMidnights >= NO_SLIP
        && summerMidnights + anHourBefore + otherTimes == 0;
  }

  /** Why nobody can tell which day this is, where that is so. */
  Optional<Unreadable> doubt(SourceCell cell, String text, DateText.Read read) {
    if (isClockInDoubt(read)) {
      return Optional.of(
          new Unreadable(
              "day in doubt",
              "It stands at "
                  + LocalTime.of(Math.round(read.time().toSecondOfDay() / (float) HOUR), 0)
                  + ", which is midnight of the next day where it was written by another clock"
                  + " (such as UTC). Export the dates without a time of day and send it again."));
    }
    return isOrderInDoubt(cell, text, read.day())
        ? Optional.of(
            new Unreadable(
                "day or month first",
                "It may be another day, with day and month the other way round: others in this"
                    + " column were written or read with the month first. Export the dates as"
                    + " year-month-day, such as 2025-03-31, and send it again."))
        : Optional.empty();
  }

  private boolean isClockInDoubt(DateText.Read read) {
    if (read.form() == DateText.Form.MOMENT) {
      return moments >= NO_SLIP && momentsAt23 == moments && standsAt(23, read);
    }
    if (isMidnightInUtc(read)) {
      return !isOfUtc() && otherTimes < summerAt23;
    }
    boolean always =
        anHourBefore >= NO_SLIP && summerAt23 + winterMidnights + summerMidnights + otherTimes == 0;
    return always && isAnHourBefore(read);
  }

  private boolean isOrderInDoubt(SourceCell cell, String text, LocalDate day) {
    if (day.getDayOfMonth() > MONTHS || day.getDayOfMonth() == day.getMonthValue()) {
      return false;
    }
    return cell.moment() == null
        ? isMonthFirst() && IN_NUMBERS.matcher(text).matches()
        : isTurnedRound();
  }

  private boolean isMonthFirst() {
    return monthFirst >= NO_SLIP && monthFirst > dayFirst;
  }

  /**
   * American dates opened in a British Excel, or the other way round: it turns those round that
   * have a day below 13, and leaves the others as text.
   */
  private boolean isTurnedRound() {
    return monthFirst + dayFirst >= NO_SLIP
        && eitherFirst == 0
        && cells >= NO_CHANCE
        && cellsToThe12th == cells;
  }
}
