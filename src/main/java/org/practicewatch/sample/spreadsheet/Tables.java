package org.practicewatch.sample.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the rows go; every table is open at once, so that each child is told only once. */
interface Tables extends Closeable {

  /** Adds a row to a table. */
  void add(Table table, List<Cell> row) throws IOException;

  /**
   * Makes one cell of the last rows of a column, where the form can; the rows below the first then
   * hold nothing there.
   *
   * @return whether the form can
   */
  boolean mergesDown();

  /** Makes one cell of the last so many rows of a column. */
  void mergeDown(Table table, int column, int rows);

  /** Finishes the files and says which they are. */
  List<Path> finished() throws IOException;
}
