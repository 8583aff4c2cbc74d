package org.practicewatch.intake;

import java.io.Closeable;
import java.util.List;

/** A spreadsheet file: its sheets in order, each read as a stream. One sheet is open at a time. */
public interface SourceFile extends Closeable {

  /** Names of the sheets, in order; one empty name for a CSV, a sheet a kind of record for XML. */
  List<String> sheetNames();

  /** Opens one sheet by its place in {@link #sheetNames()}. */
  SourceSheet open(int sheet);

  @Override
  void close();
}
