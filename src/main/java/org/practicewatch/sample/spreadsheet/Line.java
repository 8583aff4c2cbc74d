package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row in the making. What lies after the as-at date is not known yet and stays blank. */
final class Line {

  private final MosaicTable table;
  private final LocalDate asAt;
  private final List<Cell> cells;

  Line(MosaicTable table, LocalDate asAt) {
    this.table = table;
    this.asAt = asAt;
    this.cells = new ArrayList<>(Collections.nCopies(table.columns().size(), Cell.Words.BLANK));
  }

  Line put(String column, String text) {
    return set(column, new Cell.Words(text));
  }

  /** A text that is known from a day on. */
  Line since(LocalDate day, String column, String text) {
    return day.isAfter(asAt) ? this : put(column, text);
  }

  /** The day on which something happened. */
  Line on(String column, @Nullable LocalDate day) {
    return day == null || day.isAfter(asAt) ? this : planned(column, day);
  }

  /** The moment at which something happened. */
  Line at(String column, LocalDateTime moment) {
    return moment.toLocalDate().isAfter(asAt) ? this : set(column, new Cell.Moment(moment));
  }

  /** A day that may lie ahead. */
  Line planned(String column, LocalDate day) {
    return set(column, new Cell.Moment(day.atStartOfDay()));
  }

  private Line set(String column, Cell cell) {
    int place = table.columns().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(table.table() + " has no column " + column);
    }
    cells.set(place, cell);
    return this;
  }

  MosaicTable table() {
    return table;
  }

  List<Cell> cells() {
    return cells;
  }
}
