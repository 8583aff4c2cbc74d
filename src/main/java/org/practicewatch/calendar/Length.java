package org.practicewatch.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take, as a standard says it: "20 working days", "6 weeks", "3 months".
 *
 * @param amount how many; nought or more
 * @param unit of what
 */
public record Length(int amount, Unit unit) {

  private static final Pattern SENTENCE =
      Pattern.compile("(\\d{1,4}) (hours?|working days?|days?|weeks?|months?|years?)");

  private static final int HOURS_OF_A_DAY = 24;

  /** What a length is counted in. Months and years are calendar ones; a week is seven days. */
  public enum Unit {
    /** Whole days by the clock: 72 hours are three days, to the same time of day. */
    HOURS("hour"),
    WORKING_DAYS("working day"),
    DAYS("day"),
    WEEKS("week"),
    MONTHS("month"),
    YEARS("year");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    private static Unit of(String words) {
      for (Unit unit : values()) {
        if (words.equals(unit.word) || words.equals(unit.word + "s")) {
          return unit;
        }
      }
      throw new IllegalArgumentException("No such unit: " + words);
    }
  }

  public Length {
    if (amount < 0) {
      throw new IllegalArgumentException("A length cannot be negative: " + amount);
    }
    if (unit == Unit.HOURS && amount % HOURS_OF_A_DAY != 0) {
      throw new IllegalArgumentException(
          "\"%d hours\" is not a number of whole days. Write 24 hours, 48 hours, 72 hours and so on."
              .formatted(amount));
    }
  }

  /** Reads a length as it stands in the settings. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Length parse(String text) {
    Matcher sentence = SENTENCE.matcher(text.strip().replaceAll("\\s+", " "));
    if (!sentence.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a length of time. Write a whole number and one of: %s; for example \"%s\"."
              .formatted(
                  text,
                  "working days, days, weeks, months, years, hours",
                  new Length(20, Unit.WORKING_DAYS)));
    }
    return new Length(Integer.parseInt(sentence.group(1)), Unit.of(sentence.group(2)));
  }

  /**
   * The last day within this length of day 0, which is not itself counted. A month that is too
   * short gives its last day: 31 August and 6 months is 28 or 29 February.
   */
  public LocalDate after(LocalDate day0, WorkingDays workingDays) {
    return switch (unit) {
      case HOURS -> day0.plusDays(amount / HOURS_OF_A_DAY);
      case WORKING_DAYS -> workingDays.plus(day0, amount);
      case DAYS -> day0.plusDays(amount);
      case WEEKS -> day0.plusWeeks(amount);
      case MONTHS -> day0.plusMonths(amount);
      case YEARS -> day0.plusYears(amount);
    };
  }

  /**
   * The day this long before another: "within the previous three months" includes the day exactly
   * three months before (how we count, "The day exactly three months before").
   */
  public LocalDate before(LocalDate day, WorkingDays workingDays) {
    return switch (unit) {
      case HOURS -> day.minusDays(amount / HOURS_OF_A_DAY);
      case WORKING_DAYS -> workingDays.plus(day, -amount);
      case DAYS -> day.minusDays(amount);
      case WEEKS -> day.minusWeeks(amount);
      case MONTHS -> day.minusMonths(amount);
      case YEARS -> day.minusYears(amount);
    };
  }

  /**
   * The last day within this length where day 0 is the first day of it, as in "26 weeks beginning
   * with the day of issue". A day 0 that is not a working day is none of the working days.
   */
  public LocalDate afterCountingFirstDay(LocalDate day0, WorkingDays workingDays) {
    if (unit == Unit.WORKING_DAYS) {
      return workingDays.plus(day0, workingDays.isWorkingDay(day0) ? amount - 1 : amount);
    }
    return after(day0, workingDays).minusDays(1);
  }

  /** About how many days this is: for telling a long length from a short one, never for a date. */
  public int roughDays() {
    return switch (unit) {
      case HOURS -> amount / HOURS_OF_A_DAY;
      case WORKING_DAYS -> amount * 7 / 5;
      case DAYS -> amount;
      case WEEKS -> amount * 7;
      case MONTHS -> amount * 30;
      case YEARS -> amount * 365;
    };
  }

  /** The sentence that {@link #parse} reads. */
  @Override
  @JsonValue
  public String toString() {
    return amount + " " + unit.word + (amount == 1 ? "" : "s");
  }
}
