package org.practicewatch.intake.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.DateText;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceCell.Kind;

/**
 * Makes cells out of what an XLSX sheet stores, with what the workbook says of texts and styles.
 */
final class CellValues {

  /** Serials from here on are days in either system. */
  private static final int FIRST_DAY = 61;

  /** Serials below this, to 2079, are nearly all days that a record holds. */
  private static final int DAYS = 1 << 16;

  /** So many days are made together: where one stands, others of its year do. */
  private static final int DAYS_TOGETHER = 1 << 8;

  private final List<String> strings;
  private final DateStyles styles;
  private final boolean from1904;

  /** The serials as days: a sheet repeats its days, and to write one as text is slow. */
  private final @Nullable SourceCell[] days;

  CellValues(List<String> strings, DateStyles styles, boolean from1904) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
    this.days = new SourceCell[DAYS];
  }

  /**
   * A cell, or null where it holds nothing.
   *
   * @param value null where none is stored
   */
  @Nullable SourceCell cell(
      int column, CellType type, int style, @Nullable String value, boolean formula) {
    // Excel writes an empty text as the result of a formula that gives one; other programs write
    // an empty number where they did not calculate.
    if (formula && (value == null || (value.isEmpty() && type == CellType.NUMBER))) {
      return Cells.noResult(column);
    }
    if (value == null || value.isEmpty()) {
      return null;
    }
    SourceCell cell = cell(column, type, style, value);
    return formula && cell != null ? cell.ofFormula() : cell;
  }

  private @Nullable SourceCell cell(int column, CellType type, int style, String value) {
    return switch (type) {
      case NUMBER, UNKNOWN -> number(column, style, value);
      case SHARED_TEXT -> shared(column, Integer.parseInt(value.strip()));
      case TEXT -> textOrNull(column, value);
      case BOOLEAN -> Cells.bool(column, value.equals("1") || value.equals("true"));
      case ERROR -> Cells.error(column, value);
      case ISO_DATE -> isoDate(column, value);
    };
  }

  /** The text that stands at a place among those that cells share; null where it is empty. */
  @Nullable SourceCell shared(int column, int place) {
    return textOrNull(column, strings.get(place));
  }

  private static @Nullable SourceCell textOrNull(int column, String text) {
    return text.isEmpty() ? null : Cells.text(column, text);
  }

  private SourceCell number(int column, int style, String value) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    // Some programs write NaN where they had nothing to write: what stands there is only text.
    return Double.isFinite(number)
        ? styles.shown(Cells.number(column, value, number, styles.isDate(style), from1904), style)
        : Cells.text(column, value);
  }

  /** Whether a whole number in this style is a day whose cell needs no digits: see {@link #day}. */
  boolean isDay(int style, int serial) {
    return serial >= FIRST_DAY && serial < DAYS && styles.isDate(style);
  }

  SourceCell day(int column, int serial) {
    SourceCell day = days[serial];
    if (day == null) {
      day = makeDays(serial);
    }
    return new SourceCell(column, Kind.DATE, day.text(), day.moment());
  }

  private SourceCell makeDays(int serial) {
    int first = serial / DAYS_TOGETHER * DAYS_TOGETHER;
    for (int i = Math.max(FIRST_DAY, first); i < first + DAYS_TOGETHER; i++) {
      days[i] = Cells.number(0, i, true, from1904);
    }
    return Cells.number(0, serial, true, from1904);
  }

  /** A number of at most fifteen digits, without a nought before or behind that says nothing. */
  SourceCell plainNumber(int column, int style, double number, String digits) {
    return styles.shown(
        styles.isDate(style)
            ? Cells.number(column, digits, number, true, from1904)
            : Cells.plainNumber(column, digits, number, from1904),
        style);
  }

  private static SourceCell isoDate(int column, String value) {
    // A time alone is no date, and a moment that may be of two days is told as the text that it is.
    return DateText.read(value.strip())
        .map(read -> Cells.date(column, read.day().atTime(read.time())))
        .orElseGet(() -> Cells.text(column, value));
  }
}
