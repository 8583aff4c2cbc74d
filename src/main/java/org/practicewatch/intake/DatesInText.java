package org.practicewatch.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The date that a file name, a folder or a title row gives for an extract. */
final class DatesInText {

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-_./](\\d{1,2})[-_./]((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}) ?(?:st|nd|rd|th)?[ _-]([A-Za-z]{3,9})[ _-]((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

  /** How a report says of a date that it is its own, and not one of those it covers. */
  private static final Pattern RUN =
      Pattern.compile(
          "(?i)\\b(as at|as of|run|printed|produced|generated|extracted|created|date of report|report date)\\b");

  private DatesInText() {}

  /**
   * The date that the rows above the headings give: that of the run where they tell it, for a title
   * may also name a period that ends later; else the newest.
   */
  static Optional<LocalDate> ofReport(List<SourceRow> above) {
    List<String> lines = above.stream().map(DatesInText::line).toList();
    return lines.stream()
        .map(DatesInText::ofRun)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> fullDate(String.join("\n", lines)));
  }

  private static Optional<LocalDate> ofRun(String line) {
    Matcher run = RUN.matcher(line);
    return run.find()
        ? fullDate(line.substring(run.end())).or(() -> fullDate(line))
        : Optional.empty();
  }

  private static String line(SourceRow row) {
    return row.cells().stream().map(SourceCell::text).collect(Collectors.joining("  "));
  }

  /** The newest full date in the text. */
  static Optional<LocalDate> fullDate(String text) {
    Optional<LocalDate> iso = newest(ISO.matcher(text), 1, 2, 3);
    Optional<LocalDate> dayFirst = newest(DAY_FIRST.matcher(text), 3, 2, 1);
    Optional<LocalDate> inWords = Optional.empty();
    Matcher words = IN_WORDS.matcher(text);
    while (words.find()) {
      Optional<LocalDate> day =
          DateText.read(words.group(1) + " " + words.group(2) + " " + words.group(3))
              .map(DateText.Read::day);
      inWords = later(inWords, day);
    }
    return later(later(iso, dayFirst), inWords);
  }

  /** The text with a space for each full date. */
  static String withoutDates(String text) {
    String without = text;
    for (Pattern date : List.of(ISO, DAY_FIRST, IN_WORDS)) {
      without = date.matcher(without).replaceAll(" ");
    }
    return without;
  }

  /** The year in the text, where it is plain. */
  static Optional<Year> year(String text) {
    Matcher matcher = YEAR.matcher(text);
    return matcher.find() ? Optional.of(Year.parse(matcher.group(1))) : Optional.empty();
  }

  private static Optional<LocalDate> newest(Matcher matcher, int year, int month, int day) {
    Optional<LocalDate> newest = Optional.empty();
    while (matcher.find()) {
      newest = later(newest, date(matcher.group(year), matcher.group(month), matcher.group(day)));
    }
    return newest;
  }

  /** Eight digits that are no date are a number. */
  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isAfter(other.get()) ? one : other;
  }
}
