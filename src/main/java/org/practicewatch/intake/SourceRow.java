package org.practicewatch.intake;

import java.util.List;

/**
 * One row that is not blank.
 *
 * @param number the sheet's own row number, from 1; for a CSV the line of the record, counting
 *     records as a spreadsheet program would show them; for XML the records of one kind, below a
 *     row of headings
 * @param hidden whether the row is hidden: it is data all the same
 * @param cells the cells that hold anything, by column
 * @param cutShort whether the file ends within the row, before its last cell
 */
public record SourceRow(int number, boolean hidden, List<SourceCell> cells, boolean cutShort) {

  public SourceRow {
    cells = List.copyOf(cells);
  }

  /** A whole row. */
  public SourceRow(int number, boolean hidden, List<SourceCell> cells) {
    this(number, hidden, cells, false);
  }
}
