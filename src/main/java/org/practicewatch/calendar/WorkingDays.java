package org.practicewatch.calendar;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.Set;
import java.util.SortedSet;

/**
 * The working days of England and Wales: not a Saturday, a Sunday, Good Friday, Christmas Day or a
 * bank holiday under the Banking and Financial Dealings Act 1971. Knows which years it knows.
 */
public final class WorkingDays {

  private static final MonthDay CHRISTMAS_DAY = MonthDay.of(12, 25);
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int DAYS_AT_WORK = 5;

  private final LocalDate from;
  private final LocalDate to;
  private final SchoolTerms terms;

  // A night makes millions of counts, so each is two look-ups and never a walk.
  private final int[] workingDaysUpTo;
  private final int[] offsetOfWorkingDay;

  /**
   * The working days of the years covered, both ends included.
   *
   * @param bankHolidays every bank holiday in those years, and Good Friday, which moves
   */
  public WorkingDays(LocalDate from, LocalDate to, SortedSet<LocalDate> bankHolidays) {
    this(from, to, bankHolidays, SchoolTerms.NONE);
  }

  /** The same, with the school terms that some counts need. */
  public WorkingDays(
      LocalDate from, LocalDate to, SortedSet<LocalDate> bankHolidays, SchoolTerms terms) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A calendar cannot run from %s to %s".formatted(from, to));
    }
    if (!bankHolidays.isEmpty()
        && (bankHolidays.first().isBefore(from) || bankHolidays.last().isAfter(to))) {
      throw new IllegalArgumentException(
          "Bank holidays from %s to %s do not all lie in %s to %s"
              .formatted(bankHolidays.first(), bankHolidays.last(), from, to));
    }
    this.from = from;
    this.to = to;
    this.terms = terms;
    int days = Math.toIntExact(DAYS.between(from, to)) + 1;
    BitSet holidays = holidays(bankHolidays);
    workingDaysUpTo = new int[days];
    int[] offsets = new int[days];
    int count = 0;
    for (int offset = 0; offset < days; offset++) {
      // 0 for a Monday.
      int dayOfWeek = (from.getDayOfWeek().getValue() - 1 + offset) % DAYS_OF_A_WEEK;
      if (dayOfWeek < DAYS_AT_WORK && !holidays.get(offset)) {
        offsets[count++] = offset;
      }
      workingDaysUpTo[offset] = count;
    }
    offsetOfWorkingDay = new int[count];
    System.arraycopy(offsets, 0, offsetOfWorkingDay, 0, count);
  }

  /** Bank holidays and every Christmas Day, by how many days after the first they lie. */
  private BitSet holidays(Set<LocalDate> bankHolidays) {
    BitSet holidays = new BitSet();
    bankHolidays.forEach(day -> holidays.set(offsetOf(day)));
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      LocalDate christmas = CHRISTMAS_DAY.atYear(year);
      if (covers(christmas)) {
        holidays.set(offsetOf(christmas));
      }
    }
    return holidays;
  }

  /** The first day covered. */
  public LocalDate from() {
    return from;
  }

  /** The last day covered. */
  public LocalDate to() {
    return to;
  }

  /** The school terms, which stand beside the working days in {@code jobs/calendar/}. */
  public SchoolTerms terms() {
    return terms;
  }

  /** Whether the day lies in the years whose bank holidays are known. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean isWorkingDay(LocalDate day) {
    int offset = offsetOf(day);
    return workingDaysUpTo[offset] > (offset == 0 ? 0 : workingDaysUpTo[offset - 1]);
  }

  /**
   * The n-th working day after day 0, which is not itself counted; before it if n is negative; day
   * 0 itself, working or not, if n is 0.
   */
  public LocalDate plus(LocalDate day0, int n) {
    int upToDay0 = workingDaysUpTo[offsetOf(day0)];
    if (n == 0) {
      return day0;
    }
    long before = n < 0 && isWorkingDay(day0) ? upToDay0 - 1L : upToDay0;
    long index = n > 0 ? before + n - 1 : before + n;
    if (index < 0) {
      throw new BeyondCalendar(from.minusDays(1), from, to);
    }
    if (index >= offsetOfWorkingDay.length) {
      throw new BeyondCalendar(to.plusDays(1), from, to);
    }
    return from.plusDays(offsetOfWorkingDay[(int) index]);
  }

  /**
   * How many working days lie after {@code after}, up to and including {@code upTo}; negative if
   * {@code upTo} is the earlier.
   */
  public int between(LocalDate after, LocalDate upTo) {
    return workingDaysUpTo[offsetOf(upTo)] - workingDaysUpTo[offsetOf(after)];
  }

  private int offsetOf(LocalDate day) {
    if (!covers(day)) {
      throw new BeyondCalendar(day, from, to);
    }
    return (int) (day.toEpochDay() - from.toEpochDay());
  }
}
