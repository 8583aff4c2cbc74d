package org.practicewatch.sample.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the rows go; every table is open at once, so that each child is told only once. */
interface Tables extends Closeable {

  /** Adds a row to a table. */
  void add(MosaicTable table, List<Cell> row) throws IOException;

  /** Finishes the files and says which they are. */
  List<Path> finished() throws IOException;
}
