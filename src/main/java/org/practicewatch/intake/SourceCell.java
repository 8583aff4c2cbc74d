package org.practicewatch.intake;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One cell as the file holds it, before anyone decides what it means.
 *
 * @param column 0 for column A
 * @param kind what the file says it is
 * @param text what a person would read in it, untrimmed: numbers plain ({@code 1} not {@code 1.0},
 *     never {@code 1E6}), dates ISO, errors as {@code #N/A}
 * @param moment the date and time, for a date cell; for a number the date that its serial would be
 *     (1900 or 1904 system, as the workbook says) or null where it is outside 1 January 1900 to 31
 *     December 9999; null for the rest
 * @param formula whether it is a formula, and the text the result that was saved with it
 */
public record SourceCell(
    int column, Kind kind, String text, @Nullable LocalDateTime moment, boolean formula) {

  /** A cell that was typed in. */
  public SourceCell(int column, Kind kind, String text, @Nullable LocalDateTime moment) {
    this(column, kind, text, moment, false);
  }

  /** The same as the result of a formula. */
  public SourceCell ofFormula() {
    return new SourceCell(column, kind, text, moment, true);
  }

  /** What the file says a cell is. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    BOOLEAN,
    /** {@code #N/A}, {@code #REF!} and the like. */
    ERROR,
    /** A formula whose result was not saved with it. */
    NO_RESULT,
    /** Given more than once, and not alike, as an XML record can: the text names two of them. */
    TWICE
  }
}
