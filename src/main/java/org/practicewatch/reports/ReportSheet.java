package org.practicewatch.reports;

import java.util.List;

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
   */
  public record Column(String heading, int width, boolean number) {

    static Column text(String heading, int width) {
      return new Column(heading, width, false);
    }

    static Column number(String heading, int width) {
      return new Column(heading, width, true);
    }
  }
}
