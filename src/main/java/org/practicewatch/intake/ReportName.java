package org.practicewatch.intake;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a report is called, night after night, by the name of its file.
 *
 * @param series its name without full dates, for each of which the same report is made again
 * @param part its folder and name without months and years either
 * @param isCopy whether the name is one that a program gives to a copy
 */
record ReportName(String series, String part, boolean isCopy) {

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]{3,7}$");

  /** As Windows, browsers and macOS call a copy. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?i)^copy (\\(\\d+\\) )?of | ?\\(\\d{1,2}\\)$| ?- copy( \\(\\d+\\))?$| copy( \\d)?$");

  private static final Pattern MONTH_OR_YEAR =
      Pattern.compile(
          "(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?"
              + "|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])"
              + "|(?<!\\d)(19|20)\\d\\d([-_. ]?(0[1-9]|1[0-2]))?(?!\\d)"
              + "|(?<!\\d)(0[1-9]|1[0-2])[-_.](19|20)\\d\\d(?!\\d)");
  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  static ReportName of(Path file) {
    String name = ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
    String original = COPY.matcher(name).replaceAll("");
    String series = bare(DatesInText.withoutDates(original));
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path folderName = folder == null ? null : folder.getFileName();
    return new ReportName(
        series,
        withoutMonths(DatesInText.withoutDates(folderName == null ? "" : folderName.toString()))
            + "/"
            + withoutMonths(series),
        !original.equals(name));
  }

  private static String withoutMonths(String text) {
    return bare(MONTH_OR_YEAR.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
  }

  private static String bare(String text) {
    return NO_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
