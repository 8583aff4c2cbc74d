package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables of one sheet. As a rule there is one; people also set a list beneath another, or
 * two side by side, each with headings of its own, by which alone its rows can be read.
 */
final class TablesOnSheet {

  /** Beyond it nobody meant tables. */
  static final int MOST_TABLES = 20;

  private final Headings headings;
  private final List<SourceRow> first = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private int lastRow;
  private boolean idsHaveDigits = true;
  private boolean afterGap;

  /** Where the last block has the child's id; null where it has none. */
  private @Nullable Integer idPlace;

  TablesOnSheet(Headings headings) {
    this.headings = headings;
  }

  /**
   * Rows of a sheet under headings of their own.
   *
   * @param found what the headings are those of; empty where they are of no table that is known
   * @param header the row that they stand in
   * @param lastRow the last row that is not blank, by the sheet's own number
   * @param ofChildren whether, where the headings are not known, rows beneath them look like those
   *     of children all the same
   */
  record Block(
      Optional<Headings.Recognised> found,
      SourceRow header,
      double score,
      int lastRow,
      boolean ofChildren) {

    private Block endingAt(int row) {
      return new Block(found, header, score, row, ofChildren);
    }

    private Block ofChildrenToo() {
      return new Block(found, header, score, lastRow, true);
    }

    /** The same, where more is known of its headings. */
    Block with(Headings.Recognised known) {
      return new Block(Optional.of(known), header, score, lastRow, ofChildren);
    }
  }

  /** The first rows of the sheet, as far down as headings may stand. */
  List<SourceRow> firstRows() {
    return first;
  }

  /** The blocks, from the top. */
  List<Block> blocks() {
    return blocks;
  }

  /**
   * Looks through a sheet.
   *
   * @throws UnreadableExtract when its first rows cannot be read; what comes after is told when it
   *     is read
   */
  void look(SourceSheet sheet) {
    SourceRow row = sheet.next();
    while (row != null && row.number() <= Headings.ROWS_SEARCHED) {
      first.add(row);
      row = add(row, true) ? sheet.next() : null;
    }
    try {
      while (row != null) {
        row = add(row, !blocks.isEmpty()) ? sheet.next() : null;
      }
    } catch (UnreadableExtract toldWhenItIsRead) {
      // Until there, what was found is right.
    }
    end();
  }

  /** Whether the rest of the sheet is worth looking at. */
  private boolean add(SourceRow row, boolean mayBeHeadings) {
    boolean adjacent = !blocks.isEmpty() && lastRow == last().header().number();
    afterGap |= row.number() > lastRow + 1;
    if (mayBeHeadings && (blocks.isEmpty() || mayBeHeadings(row))) {
      Headings.Scored scored = headings.scored(row);
      if (scored != null) {
        begin(row, Optional.of(scored.found()), scored.score(), adjacent);
      } else if (!blocks.isEmpty() && !adjacent && isOtherHeadings(row)) {
        begin(row, Optional.empty(), 0, false);
      }
    }
    noteId(row);
    // A title between two tables is no gap within one, but what follows it may be headings.
    afterGap = row.cells().size() == 1;
    lastRow = row.number();
    return blocks.size() <= MOST_TABLES
        && (!blocks.isEmpty() || row.number() <= Headings.ROWS_SEARCHED);
  }

  private void begin(
      SourceRow row, Optional<Headings.Recognised> found, double score, boolean adjacent) {
    if (found.isPresent() && !blocks.isEmpty()) {
      Optional<Headings.Recognised> above = last().found();
      if (above.isPresent() && above.get().isHeadedAs(found.get())) {
        return;
      }
    }
    if (adjacent) {
      // Headings in two rows: the fuller are the headings, and the other a line above or below.
      if (score <= last().score()) {
        return;
      }
      blocks.remove(blocks.size() - 1);
    }
    end();
    blocks.add(new Block(found, row, score, Integer.MAX_VALUE, false));
    idPlace = found.map(TablesOnSheet::idPlace).orElse(null);
    idsHaveDigits = true;
  }

  private void end() {
    if (!blocks.isEmpty() && last().lastRow() == Integer.MAX_VALUE) {
      blocks.set(blocks.size() - 1, last().endingAt(lastRow));
    }
  }

  private Block last() {
    return blocks.get(blocks.size() - 1);
  }

  /** Most rows are told from headings by their numbers and dates. */
  private static boolean mayBeHeadings(SourceRow row) {
    int withDigit = 0;
    for (SourceCell cell : row.cells()) {
      if (cell.kind() != SourceCell.Kind.TEXT) {
        return false;
      }
      char c = cell.text().isEmpty() ? ' ' : cell.text().charAt(0);
      withDigit += c >= '0' && c <= '9' ? 1 : 0;
    }
    return row.cells().size() > 1 && withDigit * 3 <= row.cells().size();
  }

  /** Headings of no table that is known, beneath one that is. */
  private boolean isOtherHeadings(SourceRow row) {
    Headings.Recognised above = last().found().orElse(null);
    if (above == null || above.table().isEmpty() || !isWithoutValues(row)) {
      return false;
    }
    Map<Integer, String> again = new HashMap<>();
    int known = 0;
    int cells = 0;
    for (SourceCell cell : row.cells()) {
      String heading = Headings.normal(cell.text());
      String here = above.headings().get(cell.column());
      cells += heading.isEmpty() ? 0 : 1;
      if (here != null && Headings.normal(here).equals(heading)) {
        again.put(cell.column(), heading);
      }
      known += headings.knows(heading) || isOneOf(above, heading) ? 1 : 0;
    }
    return again.size() < cells && (known > 1 || (afterGap && idsHaveDigits));
  }

  private static boolean isOneOf(Headings.Recognised above, String heading) {
    return above.headings().values().stream().anyMatch(one -> Headings.normal(one).equals(heading));
  }

  /** Whether no cell holds a date, and none under the first heading has a digit. */
  private boolean isWithoutValues(SourceRow row) {
    for (SourceCell cell : row.cells()) {
      if ((isId(cell) && CellText.hasDigit(cell.text()))
          || DateText.read(CellText.tidy(cell.text())).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private void noteId(SourceRow row) {
    if (blocks.isEmpty() || row.number() == last().header().number()) {
      return;
    }
    if (last().found().isEmpty()) {
      if (!last().ofChildren() && hasNumberAndDate(row)) {
        blocks.set(blocks.size() - 1, last().ofChildrenToo());
      }
      return;
    }
    if (!idsHaveDigits) {
      return;
    }
    for (SourceCell cell : row.cells()) {
      // A line with one cell is a title or a footer.
      if (isId(cell) && row.cells().size() > 1) {
        idsHaveDigits = CellText.hasDigit(cell.text());
      }
    }
  }

  private boolean isId(SourceCell cell) {
    return idPlace != null && cell.column() == idPlace;
  }

  /** As a row of a child has, and a line of a summary has not. */
  private static boolean hasNumberAndDate(SourceRow row) {
    return CellText.hasDigit(row.cells().get(0).text())
        && row.cells().stream()
            .skip(1)
            .anyMatch(
                cell ->
                    cell.kind() == SourceCell.Kind.DATE
                        || DateText.read(CellText.tidy(cell.text()))
                            .filter(read -> !read.serial())
                            .isPresent());
  }

  /** Where the table above has the child's id. */
  private static @Nullable Integer idPlace(Headings.Recognised above) {
    String column =
        above
            .table()
            .filter(table -> !table.child().isEmpty())
            .map(table -> table.child().get(0).column())
            .orElse("");
    return above.columns().entrySet().stream()
        .filter(one -> one.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
