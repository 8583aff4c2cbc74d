package org.practicewatch.intake;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as councils' systems write them: day first, ISO, with the month in words, and the forms in
 * which databases and Excel write a date where nobody asked for another. A month never comes first
 * as a number, because 03/04/2025 would then be a guess, and a year has four digits but in the one
 * form that a database writes with two.
 *
 * <p>A date with a time of a time zone is a moment, and its day is the one that it was in the
 * United Kingdom: 23:00 of UTC on 30 July was midnight, when 31 July began.
 */
public final class DateText {

  private static final String TIME_AFTER = "(?:[ T,]+(.+))?";

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})" + TIME_AFTER);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T]+(.+)|Z|[+-]\\d{2}:\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  /** ISO 8601 without dashes; as day, month, year the same digits give no year since 1900. */
  private static final Pattern YEAR_FIRST_IN_ONE =
      Pattern.compile("((?:19|20|21)\\d{2}|9999)(\\d{2})(\\d{2})(?:[ T](.+))?");

  private static final Pattern MONTH_IN_WORDS =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})(?:-|,? )(\\d{4})" + TIME_AFTER);

  /** As SQL Server does by default, and Excel's long date in American. */
  private static final Pattern MONTH_IN_WORDS_FIRST =
      Pattern.compile("([A-Za-z]{3,9}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + TIME_AFTER);

  /**
   * As Oracle does by default. Of a year with two digits it says 2000 to 2049 and 1950 to 1999
   * ({@code RR}, Oracle Database SQL Language Reference, Format Models), and nothing in a record of
   * children is of 1949 or before.
   */
  private static final Pattern OF_ORACLE =
      Pattern.compile("(\\d{2})-([A-Z]{3})-(\\d{2})(?: (.+))?");

  private static final int FIRST_OF_1900S = 50;

  private static final String ZONE =
      "(?: ?(Z|UTC|GMT|BST|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?)(?: ?[\\[(][A-Za-z_/ ]+[\\])])?)?";
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:]\\d+)?)?(?: ?([AP])M)?" + ZONE,
          Pattern.CASE_INSENSITIVE);

  /** As Oracle writes it; after a date alone, because 0.25 can be a quarter of a day. */
  private static final Pattern TIME_WITH_POINTS =
      Pattern.compile(
          "(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2})(?:\\.\\d+)?)?(?: ?([AP])M)?" + ZONE,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
  private static final Pattern WORD_BEFORE = Pattern.compile("([A-Za-z]{3,9}),? (.+)");
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
  private static final long MILLIS_IN_DAY = 86_400_000;
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
   * @param time the time of day that it carries, midnight where it carries none
   * @param form how it was written
   */
  public record Read(LocalDate day, LocalTime time, Form form) {

    /** Whether it carries a time other than midnight. */
    public boolean timed() {
      return !time.equals(LocalTime.MIDNIGHT);
    }

    /** Whether it is a spreadsheet's serial number. */
    public boolean serial() {
      return form == Form.SERIAL;
    }
  }

  /** How a date was written. */
  public enum Form {
    /** As a day, perhaps with a time of no zone. */
    DAY,
    /** As a moment of a time zone. */
    MOMENT,
    /** As a spreadsheet's serial number. */
    SERIAL
  }

  /** A date as it is written, and what stands after it. */
  private record Written(LocalDate day, @Nullable String time) {}

  /** The date that a text is; empty where it is none, or might be another. */
  public static Optional<Read> read(String text) {
    try {
      return SERIAL.matcher(text).matches()
          ? Optional.of(serial(Double.parseDouble(text)))
          : written(text).flatMap(DateText::read);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Written> written(String text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(0))
        ? withWordFirst(text)
        : withDigitsFirst(text);
  }

  private static Optional<Written> withDigitsFirst(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return written(
          number(dayFirst, 4), number(dayFirst, 3), number(dayFirst, 1), dayFirst.group(5));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return written(
          number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), yearFirst.group(4));
    }
    Matcher words = MONTH_IN_WORDS.matcher(text);
    if (words.matches()) {
      return written(number(words, 3), month(words.group(2)), number(words, 1), words.group(4));
    }
    Matcher oracle = OF_ORACLE.matcher(text);
    if (oracle.matches()) {
      int year = number(oracle, 3);
      return written(
          year + (year < FIRST_OF_1900S ? 2000 : 1900),
          month(oracle.group(2)),
          number(oracle, 1),
          oracle.group(4));
    }
    Matcher inOne = YEAR_FIRST_IN_ONE.matcher(text);
    return inOne.matches()
        ? written(number(inOne, 1), number(inOne, 2), number(inOne, 3), inOne.group(4))
        : Optional.empty();
  }

  private static Optional<Written> withWordFirst(String text) {
    Matcher words = MONTH_IN_WORDS_FIRST.matcher(text);
    if (words.matches() && month(words.group(1)) > 0) {
      return written(number(words, 3), month(words.group(1)), number(words, 2), words.group(4));
    }
    Matcher named = WORD_BEFORE.matcher(text);
    Optional<DayOfWeek> weekday = named.matches() ? weekday(named.group(1)) : Optional.empty();
    // A weekday that is not the date's says that one of the two is wrong.
    return weekday.flatMap(
        day -> written(named.group(2)).filter(read -> read.day().getDayOfWeek() == day));
  }

  private static Optional<Written> written(int year, int month, int day, @Nullable String time) {
    return Optional.of(new Written(LocalDate.of(year, month, day), time));
  }

  private static Optional<DayOfWeek> weekday(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(
            day ->
                word.equalsIgnoreCase(day.getDisplayName(TextStyle.FULL, Locale.UK))
                    || word.equalsIgnoreCase(day.name().substring(0, 3)))
        .findFirst();
  }

  /** To the second, as {@code Cells} of a workbook has it: a saved 23:00 is seldom exact. */
  private static Read serial(double days) {
    long day = (long) days;
    long millis = Math.round((days - day) * MILLIS_IN_DAY);
    if (millis == MILLIS_IN_DAY) {
      day++;
      millis = 0;
    }
    LocalTime time = LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(millis / 1000.0)));
    return new Read(SERIAL_NOUGHT.plusDays(day), time, Form.SERIAL);
  }

  /** Whether it can be a spreadsheet's serial number of a day since 1927. */
  static boolean isSerial(String text) {
    return SERIAL.matcher(text).matches();
  }

  private static Optional<Read> read(Written written) {
    String after = written.time();
    if (after == null) {
      return Optional.of(new Read(written.day(), LocalTime.MIDNIGHT, Form.DAY));
    }
    Matcher clock = clock(after.strip());
    Optional<LocalTime> at = timeOfDay(clock);
    if (at.isEmpty() || clock.group(5) == null) {
      return at.map(time -> new Read(written.day(), time, Form.DAY));
    }
    return inTheUnitedKingdom(written.day().atTime(at.get()), offset(clock.group(5)));
  }

  private static Matcher clock(String time) {
    Matcher clock = TIME.matcher(time);
    return clock.matches() ? clock : TIME_WITH_POINTS.matcher(time);
  }

  /**
   * What a moment was in the United Kingdom; empty where it stands at the beginning or end of
   * another day there where it was written, for then nobody can tell which of the two is meant.
   */
  private static Optional<Read> inTheUnitedKingdom(LocalDateTime written, ZoneOffset offset) {
    LocalDateTime here = here(written, offset);
    boolean dayAlone =
        written.toLocalTime().equals(LocalTime.MIDNIGHT)
            || !written.toLocalTime().isBefore(END_OF_DAY);
    return dayAlone && !here.toLocalDate().equals(written.toLocalDate())
        ? Optional.empty()
        : Optional.of(new Read(here.toLocalDate(), here.toLocalTime(), Form.MOMENT));
  }

  private static LocalDateTime here(LocalDateTime written, ZoneOffset offset) {
    return OffsetDateTime.of(written, offset).atZoneSameInstant(UNITED_KINGDOM).toLocalDateTime();
  }

  /** Whether a date and time, if they are of UTC, are midnight in the United Kingdom. */
  static boolean isMidnightIfOfUtc(LocalDate day, LocalTime time) {
    return here(day.atTime(time), ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /** How far a zone is from UTC; BST is British Summer Time. */
  private static ZoneOffset offset(String zone) {
    String upper = zone.toUpperCase(Locale.ROOT);
    if (upper.equals("BST")) {
      return ZoneOffset.ofHours(1);
    }
    int sign = Math.max(upper.indexOf('+'), upper.indexOf('-'));
    if (sign < 0) {
      return ZoneOffset.UTC;
    }
    String digits = upper.substring(sign + 1).replace(":", "");
    int hoursAndMinutes = Integer.parseInt(digits) * (digits.length() > 2 ? 1 : 100);
    int minutes = hoursAndMinutes / 100 * 60 + hoursAndMinutes % 100;
    return ZoneOffset.ofTotalSeconds((upper.charAt(sign) == '-' ? -60 : 60) * minutes);
  }

  /** A time of day, to the second. */
  static Optional<LocalTime> timeOfDay(String text) {
    return timeOfDay(TIME.matcher(text));
  }

  private static Optional<LocalTime> timeOfDay(Matcher clock) {
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
