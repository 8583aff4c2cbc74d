package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;
import org.practicewatch.intake.spreadsheet.SheetRows.StoredRow;

/** The rows of one XLSX sheet as they stand in its XML; the declared dimension is not looked at. */
final class XlsxSheet implements SourceSheet {

  private static final int LAST_ROW = 1_048_576;

  private final String name;
  private final boolean hidden;
  private final SheetRows rows;
  private final Supplier<MergedCells> mergedCells;
  private @Nullable MergedCells merged;
  private @Nullable SourceRow above;
  private int last;
  private int blank;
  private boolean ended;

  /**
   * A sheet.
   *
   * @param mergedCells finds out which cells are merged: asked only where a cell may be, because it
   *     must look through the sheet once more
   */
  XlsxSheet(String name, boolean hidden, SheetRows rows, Supplier<MergedCells> mergedCells) {
    this.name = name;
    this.hidden = hidden;
    this.rows = rows;
    this.mergedCells = mergedCells;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  @Override
  public int blankRows() {
    return blank;
  }

  @Override
  public void close() {
    rows.close();
  }

  @Override
  public @Nullable SourceRow next() {
    try {
      while (!ended) {
        StoredRow stored = rows.next(last + 1);
        ended = stored == null;
        SourceRow row = stored == null ? null : row(stored);
        if (row != null) {
          return row;
        }
      }
      return null;
    } catch (UnreadableExtract e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      throw ZipParts.isSwollen(e) ? ZipParts.tooMuchInside(e) : Cells.damagedAfter(last, e);
    }
  }

  /** A row as it is given, or null where it holds nothing. */
  private @Nullable SourceRow row(StoredRow stored) {
    int number = stored.number();
    List<SourceCell> cells = stored.cells();
    if (number <= last || number > LAST_ROW) {
      throw new IllegalArgumentException("no such row, or not in its place");
    }
    blank += number - last - 1;
    last = number;
    if (Cells.areBlank(cells)) {
      blank++;
      return null;
    }
    if (!stored.inOrder()) {
      cells = new ArrayList<>(cells);
      cells.sort(Comparator.comparingInt(SourceCell::column));
      for (int i = 1; i < cells.size(); i++) {
        if (cells.get(i).column() == cells.get(i - 1).column()) {
          throw new IllegalArgumentException("a cell stands twice");
        }
      }
    }
    above = new SourceRow(number, stored.hidden(), withMerged(number, cells));
    return above;
  }

  private List<SourceCell> withMerged(int row, List<SourceCell> cells) {
    if (merged == null && MergedCells.canTakeFrom(above, cells)) {
      merged = mergedCells.get();
    }
    return merged == null ? cells : merged.fill(above, row, cells);
  }

  @Override
  public int mergedAcrossTo(int row, int column) {
    if (merged == null) {
      merged = mergedCells.get();
    }
    return merged.acrossTo(row, column);
  }
}
