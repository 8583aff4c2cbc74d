package org.practicewatch.intake;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, from the top, once. */
public interface SourceSheet extends Closeable {

  /** The sheet's name; empty for a CSV. */
  String name();

  boolean hidden();

  /**
   * The next row that is not blank, or null after the last.
   *
   * @throws UnreadableExtract when the rest of the sheet cannot be read
   */
  @Nullable SourceRow next();

  /**
   * The last column with which a cell is merged across; its own where it is not. Asked of rows that
   * were given already.
   *
   * @param row its number
   */
  default int mergedAcrossTo(int row, int column) {
    return column;
  }

  /** Rows inside the used range that held nothing, passed over so far. */
  int blankRows();

  @Override
  void close();
}
