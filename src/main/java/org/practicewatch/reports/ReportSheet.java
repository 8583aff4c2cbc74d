package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook: a heading, a sentence, and one table.
 *
 * @param name as on its tab
 * @param note what to know before using it
 * @param columns from left to right
 * @param filtered whether it is a list to filter and sort
 * @param rows made one by one, so that a long list needs no memory
 */
public record ReportSheet(
    String name,
    String note,
    List<Column> columns,
    boolean filtered,
    Iterable<List<ReportCell>> rows) {

  /**
   * A column.
   *
   * @param heading its heading
   * @param width in characters
   * @param number whether it holds numbers or days, which stand to the right
   * @param fillIn what may be written into it; null where it is only read
   * @param hidden whether nobody needs to see it
   */
  public record Column(
      String heading, int width, boolean number, @Nullable FillIn fillIn, boolean hidden) {

    public Column(String heading, int width, boolean number) {
      this(heading, width, number, null, false);
    }

    static Column text(String heading, int width) {
      return new Column(heading, width, false);
    }

    static Column number(String heading, int width) {
      return new Column(heading, width, true);
    }
  }

  /** What may be written into a column that is sent back. */
  public sealed interface FillIn {

    /** Anything. */
    record AnyText() implements FillIn {}

    /**
     * One of several.
     *
     * @param sheet on which they stand, one below the other
     * @param first row of the first
     * @param last row of the last
     */
    record OneOf(String sheet, int first, int last) implements FillIn {}

    /** A day in a stretch of days, both ends included. */
    record DayIn(LocalDate from, LocalDate to) implements FillIn {}
  }
}
