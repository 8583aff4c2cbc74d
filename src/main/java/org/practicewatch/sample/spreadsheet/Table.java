package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.util.List;

/** What is written as a CSV file or a sheet of its own. */
interface Table {

  /** How a table's dates come out of the tool that exported it: tools differ. */
  enum Dates {
    DAY_FIRST,
    ISO
  }

  /** The sheet's name. */
  String table();

  /** The name of the CSV file, without its ending. */
  String fileName(LocalDate asAt);

  Dates dates();

  List<String> columns();

  /** Whether a column holds whole numbers. */
  boolean holdsNumbers(int column);

  /** The rows down to the headings. */
  List<List<Cell>> head(LocalDate asAt);

  /** How many of them, from the first, are one cell across the whole table. */
  int linesAcross();

  /** A row of texts. */
  static List<Cell> cells(List<String> texts) {
    return texts.stream().<Cell>map(Cell.Words::new).toList();
  }
}
