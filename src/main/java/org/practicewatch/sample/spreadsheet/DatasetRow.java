package org.practicewatch.sample.spreadsheet;

import java.util.List;

/** A row of the dataset, by its columns. */
record DatasetRow(Table table, List<Cell> cells) {

  Cell at(String column) {
    return cells.get(table.columns().indexOf(column));
  }

  String text(String column) {
    return at(column).text(table.dates());
  }
}
