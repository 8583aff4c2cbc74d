package org.practicewatch.intake.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV separates its cells.
 *
 * @param separator one of comma, semicolon, tab and bar, or what a {@code sep=} line says
 * @param linesBefore 1 where a {@code sep=} line stands before the first row
 */
record CsvLayout(char separator, int linesBefore) {

  private static final int SAMPLE = 1 << 16;
  private static final int SAMPLE_LINES = 50;
  private static final String SEPARATORS = ",;\t|";
  private static final Pattern DECLARED =
      Pattern.compile("\"?sep=([^\"\r\n])\"?\\R.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Looks at the beginning, and leaves the reader at the first row. */
  static CsvLayout of(BufferedReader reader) throws IOException {
    skipByteOrderMark(reader);
    String sample = sample(reader);
    Matcher declared = DECLARED.matcher(sample);
    if (declared.matches()) {
      reader.readLine();
      return new CsvLayout(declared.group(1).charAt(0), 1);
    }
    return new CsvLayout(likeliest(sample), 0);
  }

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  private static String sample(BufferedReader reader) throws IOException {
    reader.mark(SAMPLE);
    char[] buffer = new char[SAMPLE];
    int length = 0;
    for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
      read = reader.read(buffer, length, SAMPLE - length);
    }
    reader.reset();
    return new String(buffer, 0, length);
  }

  /**
   * The separator that occurs the same number of times on the most lines; the more often on each,
   * the better. A title line or a comma inside a sentence does not sway that.
   */
  private static char likeliest(String sample) {
    char best = SEPARATORS.charAt(0);
    long bestScore = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      long score = score(sample, separator);
      if (score > bestScore) {
        bestScore = score;
        best = separator;
      }
    }
    return best;
  }

  private static long score(String sample, char separator) {
    Map<Integer, Integer> linesByCount = new HashMap<>();
    int count = 0;
    int lines = 0;
    boolean quoted = false;
    boolean cellStart = true;
    for (int i = 0; i < sample.length() && lines < SAMPLE_LINES; i++) {
      char c = sample.charAt(i);
      if (quoted) {
        quoted = c != '"';
      } else if (c == '"' && (cellStart || sample.charAt(i - 1) == '"')) {
        // Opens a quoted cell, or is the second of a doubled quotation mark inside one.
        quoted = true;
        cellStart = false;
      } else if (c == '\n' || c == '\r') {
        lines++;
        linesByCount.merge(count, 1, Integer::sum);
        count = 0;
        cellStart = true;
      } else {
        count += c == separator ? 1 : 0;
        cellStart = SEPARATORS.indexOf(c) >= 0;
      }
    }
    linesByCount.merge(count, 1, Integer::sum);
    linesByCount.remove(0);
    return linesByCount.entrySet().stream()
        .mapToLong(entry -> entry.getValue() * 10_000L + Math.min(entry.getKey(), 9_999))
        .max()
        .orElse(0);
  }
}
