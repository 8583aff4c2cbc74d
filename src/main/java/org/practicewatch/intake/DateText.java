package org.practicewatch.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as councils' systems write them: day first, or ISO. A year has four digits, and a month
 * never comes first, because 03/04/2025 would then be a guess.
 */
public final class DateText {

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:[ T,]+(.+))?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T]+(.+))?");
  private static final Pattern MONTH_IN_WORDS =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\\d{4})(?:[ T,]+(.+))?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?: ?([AaPp])[Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
  private static final List<String> MONTHS =
      Arrays.asList(
          "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> MONTHS_IN_FULL =
      Arrays.asList(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final LocalDate SERIAL_NOUGHT = LocalDate.of(1899, 12, 30);

  private DateText() {}

  /**
   * A date read from text.
   *
   * @param day the date
   * @param timed whether it carries a time other than midnight
   * @param serial whether it is a spreadsheet's serial number
   */
  public record Read(LocalDate day, boolean timed, boolean serial) {}

  public static Optional<Read> read(String text) {
    try {
      Matcher dayFirst = DAY_FIRST.matcher(text);
      if (dayFirst.matches()) {
        return read(
            number(dayFirst, 4), number(dayFirst, 3), number(dayFirst, 1), dayFirst.group(5));
      }
      Matcher yearFirst = YEAR_FIRST.matcher(text);
      if (yearFirst.matches()) {
        return read(
            number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), yearFirst.group(4));
      }
      Matcher words = MONTH_IN_WORDS.matcher(text);
      if (words.matches()) {
        return read(number(words, 3), month(words.group(2)), number(words, 1), words.group(4));
      }
      if (SERIAL.matcher(text).matches()) {
        double days = Double.parseDouble(text);
        return Optional.of(new Read(SERIAL_NOUGHT.plusDays((int) days), days % 1 != 0, true));
      }
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether it can be a spreadsheet's serial number of a day since 1927. */
  static boolean isSerial(String text) {
    return SERIAL.matcher(text).matches();
  }

  private static Optional<Read> read(int year, int month, int day, @Nullable String time) {
    LocalDate date = LocalDate.of(year, month, day);
    if (time == null) {
      return Optional.of(new Read(date, false, false));
    }
    return timeOfDay(time.strip()).map(at -> new Read(date, !at.equals(LocalTime.MIDNIGHT), false));
  }

  /** A time of day, to the second. */
  static Optional<LocalTime> timeOfDay(String text) {
    Matcher clock = TIME.matcher(text);
    if (!clock.matches()) {
      return Optional.empty();
    }
    int hour = number(clock, 1);
    if (clock.group(4) != null) {
      hour = hour % 12 + (clock.group(4).equalsIgnoreCase("p") ? 12 : 0);
    }
    int second = clock.group(3) == null ? 0 : number(clock, 3);
    return hour > 23 || number(clock, 2) > 59 || second > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, number(clock, 2), second));
  }

  /** The number of a month in words; nought, which is no month, for anything else. */
  private static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int inFull = MONTHS_IN_FULL.indexOf(lower);
    int shortened = lower.equals("sept") ? 8 : MONTHS.indexOf(lower);
    return Math.max(inFull, shortened) + 1;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
