package org.practicewatch.intake.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.spreadsheet.SheetRows.StoredRow;

/**
 * The rows of a sheet, read from its bytes as programs write them. Whatever is written otherwise,
 * or is wrong, is left to {@link ParsedRows}, so that only what both read alike is read here.
 */
final class ScannedRows implements Closeable {

  private static final int NOT_PLAIN = -1;

  private static final String ROW_ATTRIBUTES =
      "r hidden spans s customFormat ht customHeight outlineLevel collapsed thickTop thickBot ph";

  private static final String END = "</sheetData";

  private static final int NUMBER = 0;
  private static final int HIDDEN = 1;

  private final PartBytes part;
  private final PlainTag rowTag;
  private final ScannedCells cells;
  private boolean ended;
  private @Nullable StoredRow row;

  ScannedRows(PartBytes part, CellValues values) throws IOException, NotPlain {
    this.part = part;
    this.cells = new ScannedCells(values);
    Set<String> prefixes = PlainHead.pass(part, "sheetData", 2);
    Stream<String> attributes = Stream.of(ROW_ATTRIBUTES.split(" "));
    // Excel puts this on every row.
    this.rowTag =
        new PlainTag(
            prefixes.contains("x14ac")
                ? Stream.concat(attributes, Stream.of("x14ac:dyDescent"))
                : attributes);
  }

  /** The next row, or null after the last. */
  @Nullable StoredRow next(int numberIfNotSaid) throws IOException, NotPlain {
    do {
      int end = read(part.bytes(), numberIfNotSaid);
      if (end != NOT_PLAIN) {
        part.passTo(end);
        if (ended) {
          part.readToEnd();
        }
        return row;
      }
      // Perhaps only the rest of it is not there yet.
    } while (part.more());
    throw new NotPlain();
  }

  private int read(byte[] bytes, int numberIfNotSaid) {
    int at = PlainTag.spaces(bytes, part.from());
    boolean isRow =
        bytes[at] == '<' && bytes[at + 1] == 'r' && bytes[at + 2] == 'o' && bytes[at + 3] == 'w';
    if (!isRow) {
      return end(bytes, at);
    }
    at = rowTag.pass(bytes, at + 4);
    if (at < 0) {
      return NOT_PLAIN;
    }
    int number = number(bytes, numberIfNotSaid);
    boolean hidden = hidden(bytes);
    cells.begin();
    if (bytes[at] == '/') {
      at += 2;
    } else {
      at = cells.read(bytes, at + 1);
    }
    if (at < 0 || number < 0) {
      return NOT_PLAIN;
    }
    row = new StoredRow(number, hidden, cells.list(), cells.inOrder());
    return at;
  }

  private int end(byte[] bytes, int at) {
    row = null;
    int end =
        PlainTag.stands(bytes, at, END) ? PlainTag.close(bytes, at + END.length()) : NOT_PLAIN;
    ended = end >= 0;
    return end;
  }

  private int number(byte[] bytes, int numberIfNotSaid) {
    return rowTag.has(NUMBER)
        ? ScannedCells.whole(bytes, rowTag.begin(NUMBER), rowTag.end(NUMBER))
        : numberIfNotSaid;
  }

  private boolean hidden(byte[] bytes) {
    if (!rowTag.has(HIDDEN)) {
      return false;
    }
    int begin = rowTag.begin(HIDDEN);
    int length = rowTag.end(HIDDEN) - begin;
    return (length == 1 && bytes[begin] == '1')
        || (length == 4 && PlainTag.stands(bytes, begin, "true"));
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
