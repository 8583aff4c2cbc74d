package org.practicewatch.intake.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.spreadsheet.CsvRecords.CsvRecord;

/**
 * The records of a CSV, looked at a little ahead: some programs leave the empty cells at the end of
 * a row out, and then a row with fewer cells than the headings is whole (docs/decisions/0021).
 */
final class CsvRows implements Closeable {

  /** So many rows at once Excel writes, each to the last column that any of them has filled. */
  private static final int BLOCK = 16;

  private static final int BLOCKS_AHEAD = 64;

  /** Fewer rows than this, or than a twentieth, are rows that something befell. */
  private static final int FEWEST = 3;

  private static final int PART = 20;

  private final CsvRecords records;
  private final Deque<CsvRecord> ahead = new ArrayDeque<>();
  private @Nullable Exception failure;
  private boolean ended;
  private final boolean leavesEmptyOut;
  private final boolean writesBlocks;
  private boolean evenBlock;
  private int inBlock;
  private int widest;

  CsvRows(CsvRecords records) {
    this.records = records;
    lookAhead(BLOCK * BLOCKS_AHEAD);
    this.leavesEmptyOut = leavesEmptyOut(new ArrayList<>(ahead));
    this.writesBlocks = ahead.size() > BLOCK && isEven(BLOCK);
    this.evenBlock = writesBlocks;
  }

  /** The next record, or null after the last. */
  @Nullable CsvRecord next() throws IOException {
    if (inBlock == BLOCK) {
      inBlock = 0;
      lookAhead(BLOCK);
      evenBlock = writesBlocks && ahead.size() > 1 && isEven(BLOCK);
    }
    inBlock++;
    CsvRecord next = ahead.poll();
    if (next != null) {
      widest = Math.max(widest, next.cells().size());
    } else if (failure instanceof IOException unreadable) {
      throw unreadable;
    } else if (failure instanceof RuntimeException unreadable) {
      throw unreadable;
    }
    return next;
  }

  /** How many cells the record just returned has, with the empty ones that were left out. */
  int given(CsvRecord record) {
    return leavesEmptyOut || evenBlock ? widest : record.cells().size();
  }

  /** What cannot be read is told in its place, after the rows before it. */
  private void lookAhead(int wanted) {
    while (ahead.size() < wanted && !ended) {
      try {
        CsvRecord record = records.next();
        if (record == null) {
          ended = true;
        } else {
          ahead.add(record);
        }
      } catch (IOException | RuntimeException unreadable) {
        failure = unreadable;
        ended = true;
      }
    }
  }

  /** Whether the next rows, a block of them or the rest of the file, have equally many cells. */
  private boolean isEven(int rows) {
    Iterator<CsvRecord> block = ahead.iterator();
    int cells = block.next().cells().size();
    for (int i = 1; i < rows && block.hasNext(); i++) {
      if (block.next().cells().size() != cells) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether no row ends in an empty cell, and many between the first and the last full one are
   * short. Where those between two full ones make a full one together, a line was broken.
   */
  private static boolean leavesEmptyOut(List<CsvRecord> rows) {
    int full = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int fullRows = 0;
    int shortRows = 0;
    int sinceFull = 0;
    int together = 1;
    for (CsvRecord row : rows) {
      List<String> cells = row.cells();
      if (cells.size() == 1 && cells.get(0).isBlank()) {
        continue;
      }
      if (cells.get(cells.size() - 1).isEmpty()) {
        return false;
      }
      if (cells.size() == full) {
        if (fullRows > 0 && sinceFull > 1 && together == full) {
          return false;
        }
        shortRows += fullRows == 0 ? 0 : sinceFull;
        fullRows++;
        sinceFull = 0;
        together = 1;
      } else {
        sinceFull++;
        together += cells.size() - 1;
      }
    }
    return shortRows >= FEWEST && shortRows * PART >= fullRows;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
