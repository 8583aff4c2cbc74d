package org.practicewatch.intake.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceCell.Kind;
import org.practicewatch.intake.UnreadableExtract;

/** Makes cells out of what a file stores, the same for every kind of file. */
final class Cells {

  /** Excel keeps and shows no more than this many digits of a number. */
  private static final MathContext EXCEL_DIGITS = new MathContext(15);

  /** The serial of the day after 31 December 9999. */
  private static final double END_OF_TIME = 2_958_466;

  /** The serial of 29 February 1900, which never was. */
  private static final long NO_SUCH_DAY = 60;

  private static final long MILLIS_IN_DAY = 86_400_000;
  private static final long DAY_ZERO_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
  private static final long DAY_ZERO_1900 = LocalDate.of(1899, 12, 31).toEpochDay();
  private static final long DAY_ZERO_AFTER_60 = LocalDate.of(1899, 12, 30).toEpochDay();

  private static final char END_OF_FILE = '\u001a';

  private Cells() {}

  static SourceCell text(int column, String text) {
    return new SourceCell(column, Kind.TEXT, unwrapped(text), null);
  }

  /**
   * What a spreadsheet program shows of {@code ="007001"}, which report tools write so that it
   * keeps the noughts. Any other formula stays as it is.
   */
  private static String unwrapped(String text) {
    if (text.isEmpty() || text.charAt(0) != '=') {
      return text;
    }
    int end = text.length() - 1;
    // What opencsv makes of an empty one that stands in no quotation marks.
    if (text.equals("=\"")) {
      return "";
    }
    if (end < 2 || text.charAt(1) != '"' || text.charAt(end) != '"') {
      return text;
    }
    String inside = text.substring(2, end);
    boolean one = inside.replace("\"\"", "").indexOf('"') < 0;
    return one ? inside.replace("\"\"", "\"") : text;
  }

  static SourceCell bool(int column, boolean value) {
    return new SourceCell(column, Kind.BOOLEAN, value ? "TRUE" : "FALSE", null);
  }

  static SourceCell error(int column, String code) {
    return new SourceCell(column, Kind.ERROR, code, null);
  }

  static SourceCell noResult(int column) {
    return new SourceCell(column, Kind.NO_RESULT, "", null);
  }

  /** What is given more than once; two of the texts say enough. */
  static SourceCell twice(int column, String one, String other) {
    return new SourceCell(column, Kind.TWICE, one + " / " + other, null);
  }

  static SourceCell date(int column, LocalDateTime moment) {
    boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
    String text = midnight ? moment.toLocalDate().toString() : moment.toString();
    return new SourceCell(column, Kind.DATE, text, moment);
  }

  /**
   * A number, or a date where its style says so. A serial below 1 is a time of day without a date:
   * its text is the time, its moment falls on day 0.
   */
  static SourceCell number(int column, double value, boolean dateStyle, boolean from1904) {
    return number(column, "", value, dateStyle, from1904);
  }

  /** The same, where the file holds the number as text. */
  static SourceCell number(
      int column, String written, double value, boolean dateStyle, boolean from1904) {
    LocalDateTime moment = moment(value, from1904);
    if (dateStyle && moment != null) {
      return value < 1
          ? new SourceCell(column, Kind.DATE, moment.toLocalTime().toString(), moment)
          : date(column, moment);
    }
    String text = isPlain(written) ? written : plain(value);
    return new SourceCell(column, Kind.NUMBER, text, inRange(moment));
  }

  /** A number that is no date, of which the file holds the digits as {@link #plain} writes them. */
  static SourceCell plainNumber(int column, String digits, double value, boolean from1904) {
    return new SourceCell(column, Kind.NUMBER, digits, inRange(moment(value, from1904)));
  }

  private static @Nullable LocalDateTime inRange(@Nullable LocalDateTime moment) {
    return moment != null && moment.getYear() >= 1900 ? moment : null;
  }

  /** With the noughts before it that its format shows, as of an id that was typed as a number. */
  static SourceCell withNoughts(SourceCell cell, int digits) {
    String text = cell.text();
    boolean whole = cell.kind() == Kind.NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole && text.length() < digits
        ? new SourceCell(
            cell.column(), Kind.NUMBER, "0".repeat(digits - text.length()) + text, cell.moment())
        : cell;
  }

  /** How many digits a number format such as 000000 shows at least; nought for any other format. */
  static int digitsOf(@Nullable String format) {
    if (format == null || format.length() > EXCEL_DIGITS.getPrecision()) {
      return 0;
    }
    return format.chars().allMatch(c -> c == '0') ? format.length() : 0;
  }

  /**
   * Whether a number is written as {@link #plain} would write it: nearly all are, and to write a
   * fraction anew is slow.
   */
  private static boolean isPlain(String written) {
    int length = written.length();
    if (length == 0 || length > EXCEL_DIGITS.getPrecision()) {
      return false;
    }
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = written.charAt(i);
      if (c == '.' && point < 0 && i > 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    boolean noughtBefore = written.charAt(0) == '0' && length > 1 && point != 1;
    boolean noughtAfter = point > 0 && (point == length - 1 || written.endsWith("0"));
    return !noughtBefore && !noughtAfter;
  }

  /** The number without exponent or trailing zeros, to the digits that Excel would show. */
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(EXCEL_DIGITS).stripTrailingZeros().toPlainString();
  }

  /**
   * What POI's {@code DateUtil} says, at a fraction of its cost; to the second, because a saved
   * 13:45 is seldom exact. Before serial 60 the 1900 system is a day behind: it counts a 29
   * February 1900 that never was.
   */
  private static @Nullable LocalDateTime moment(double value, boolean from1904) {
    if (!(value >= 0 && value < END_OF_TIME)) {
      return null;
    }
    long day = (long) value;
    if (day == NO_SUCH_DAY && !from1904) {
      return null;
    }
    long millis = value > day ? Math.round((value - day) * MILLIS_IN_DAY) : 0;
    if (millis == MILLIS_IN_DAY) {
      day++;
      millis = 0;
    }
    long dayZero = from1904 ? DAY_ZERO_1904 : day < 61 ? DAY_ZERO_1900 : DAY_ZERO_AFTER_60;
    LocalDate date = LocalDate.ofEpochDay(dayZero + day);
    if (date.getYear() > 9999) {
      return null;
    }
    // 23:59:59.997, a database's end of day, stays on its day.
    return millis == 0
        ? date.atStartOfDay()
        : date.atTime(LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(millis / 1000.0))));
  }

  /** Whether nobody would see anything in them: a no-break space shows nothing either. */
  static boolean areBlank(List<SourceCell> cells) {
    for (SourceCell cell : cells) {
      if (cell.kind() != Kind.TEXT || !isBlank(cell.text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // The sign by which DOS ended a file is nothing either.
      if (!Character.isWhitespace(c) && c != '\u00A0' && c != END_OF_FILE) {
        return false;
      }
    }
    return true;
  }

  static UnreadableExtract damagedAfter(int row, Exception cause) {
    String where = row == 0 ? "from its first row" : "after row " + row;
    return new UnreadableExtract(
        "The sheet cannot be read " + where + ": the file is damaged or was not copied completely.",
        cause);
  }
}
