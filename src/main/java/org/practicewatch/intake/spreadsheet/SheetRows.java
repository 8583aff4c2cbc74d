package org.practicewatch.intake.spreadsheet;

import java.io.Closeable;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;

/** The rows of an XLSX sheet as its part holds them, one after another, blank ones too. */
interface SheetRows extends Closeable {

  /**
   * One row.
   *
   * @param cells those that hold anything, in the order of the part
   * @param inOrder whether each stands to the right of the one before it
   */
  record StoredRow(int number, boolean hidden, List<SourceCell> cells, boolean inOrder) {}

  /**
   * The next row, or null after the last.
   *
   * @param numberIfNotSaid the number of a row that does not say its own
   */
  @Nullable StoredRow next(int numberIfNotSaid) throws XMLStreamException;

  @Override
  void close();
}
