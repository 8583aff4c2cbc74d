package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceRow;

/**
 * The cells of a sheet that are merged downwards, such as a child's name beside each of the child's
 * visits. What is merged across, such as a title, stands in its first column alone; over which
 * columns a heading is merged is told to whoever asks.
 */
final class MergedCells {

  /** None is merged. */
  static final MergedCells NONE = new MergedCells();

  /** For each first column, the last row by the first; rows from 1. */
  private final Map<Integer, NavigableMap<Integer, Integer>> downwards = new HashMap<>();

  /** For each first column, those merged across by their first row, from 1. */
  private final Map<Integer, NavigableMap<Integer, CellRangeAddress>> across = new HashMap<>();

  void add(CellRangeAddress merged) {
    if (merged.getLastColumn() > merged.getFirstColumn() && merged.getFirstColumn() >= 0) {
      across
          .computeIfAbsent(merged.getFirstColumn(), column -> new TreeMap<>())
          .put(merged.getFirstRow() + 1, merged);
    }
    if (merged.getLastRow() > merged.getFirstRow() && merged.getFirstColumn() >= 0) {
      downwards
          .computeIfAbsent(merged.getFirstColumn(), column -> new TreeMap<>())
          .merge(merged.getFirstRow() + 1, merged.getLastRow() + 1, Math::max);
    }
  }

  /**
   * The cells of a row, with those that hold nothing because they are merged with the one above.
   *
   * @param above the last row before it that is not blank
   */
  List<SourceCell> fill(@Nullable SourceRow above, int row, List<SourceCell> cells) {
    if (above == null || downwards.isEmpty()) {
      return cells;
    }
    List<SourceCell> filled = new ArrayList<>(cells);
    for (SourceCell cell : above.cells()) {
      if (areOne(cell.column(), above.number(), row) && lack(cells, cell.column())) {
        filled.add(cell);
      }
    }
    filled.sort(Comparator.comparingInt(SourceCell::column));
    return filled;
  }

  /** The last column that is merged with a cell; its own where none is. */
  int acrossTo(int row, int column) {
    NavigableMap<Integer, CellRangeAddress> merged = across.get(column);
    Map.Entry<Integer, CellRangeAddress> last = merged == null ? null : merged.floorEntry(row);
    return last == null || row > last.getValue().getLastRow() + 1
        ? column
        : last.getValue().getLastColumn();
  }

  private boolean areOne(int column, int row, int below) {
    NavigableMap<Integer, Integer> merged = downwards.get(column);
    Map.Entry<Integer, Integer> last = merged == null ? null : merged.floorEntry(row);
    return last != null && row < below && below <= last.getValue();
  }

  /** Whether a column that the row above has holds nothing here: only then can it be merged. */
  static boolean canTakeFrom(@Nullable SourceRow above, List<SourceCell> cells) {
    if (above == null || (leaveNoneOut(cells) && above.width() <= cells.size())) {
      return false;
    }
    int place = 0;
    for (SourceCell cell : above.cells()) {
      while (place < cells.size() && cells.get(place).column() < cell.column()) {
        place++;
      }
      if (place == cells.size() || cells.get(place).column() != cell.column()) {
        return true;
      }
    }
    return false;
  }

  /** Whether cells, which are in order, hold something in each column up to their last. */
  private static boolean leaveNoneOut(List<SourceCell> cells) {
    int size = cells.size();
    return size > 0 && cells.get(size - 1).column() == size - 1;
  }

  private static boolean lack(List<SourceCell> cells, int column) {
    return cells.stream().noneMatch(cell -> cell.column() == column);
  }
}
