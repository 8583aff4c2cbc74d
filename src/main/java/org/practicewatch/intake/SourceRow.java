package org.practicewatch.intake;

import java.util.List;
import java.util.Optional;

/**
 * One row that is not blank.
 *
 * @param number the sheet's own row number, from 1; for a CSV the line of the record, counting
 *     records as a spreadsheet program would show them; for XML the records of one kind, below a
 *     row of headings
 * @param hidden whether the row is hidden: it is data all the same
 * @param cells the cells that hold anything, by column
 * @param given how many cells the file gives the row, empty ones too; {@link #IN_THEIR_COLUMNS}
 *     where each cell says in which column it stands, and one that is not there is empty
 * @param fault what is wrong with the row as it stands in the file
 */
public record SourceRow(
    int number, boolean hidden, List<SourceCell> cells, int given, Fault fault) {

  /** The cells of a workbook need no others before them to be in their columns. */
  public static final int IN_THEIR_COLUMNS = Integer.MAX_VALUE;

  /** Why a row that {@link #fitsUnder} denies cannot be read, and what to do. */
  public static final String MISFIT =
      "The row has more or fewer cells than headings, or is damaged, so a value may stand under"
          + " another's heading. Put a value that holds a comma in quotation marks.";

  /** What can be wrong with a row, whatever it says. */
  public enum Fault {
    NONE,
    /** The file ends within the row, before its last cell. */
    CUT_SHORT,
    /** It holds bytes of nought, which no program writes into a text. */
    NOUGHT_BYTES
  }

  public SourceRow {
    cells = List.copyOf(cells);
  }

  /** A whole row of a workbook. */
  public SourceRow(int number, boolean hidden, List<SourceCell> cells) {
    this(number, hidden, cells, IN_THEIR_COLUMNS, Fault.NONE);
  }

  /** Whether the file ends within the row, before its last cell. */
  public boolean cutShort() {
    return fault == Fault.CUT_SHORT;
  }

  /** How many columns there are to its last cell that holds anything. */
  public int width() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).column() + 1;
  }

  /** Whether its cells stand under their own headings, which are so many columns wide. */
  public boolean fitsUnder(int headings) {
    return fault != Fault.NOUGHT_BYTES
        && (given == IN_THEIR_COLUMNS || (given >= headings && beyond(headings).isEmpty()));
  }

  /** The first cell beyond the last heading that holds anything. */
  Optional<SourceCell> beyond(int headings) {
    return width() <= headings
        ? Optional.empty()
        : cells.stream()
            .filter(cell -> cell.column() >= headings && !CellText.tidy(cell.text()).isEmpty())
            .findFirst();
  }
}
