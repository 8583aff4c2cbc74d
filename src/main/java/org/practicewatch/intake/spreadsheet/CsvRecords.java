package org.practicewatch.intake.spreadsheet;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The records of a CSV, each cut into its cells. Where a record ends is decided here: opencsv's own
 * reader takes the odd quotation mark in {@code 5" pipe} at the end of a line for an open one, and
 * would join two children's rows.
 */
final class CsvRecords implements Closeable {

  /** A quotation mark still open after this many lines was never meant to open a cell. */
  private static final int MOST_LINES = 1000;

  private final CsvLines lines;
  private final BufferedReader reader;
  private final char separator;
  private final RFC4180Parser parser;
  private long line;
  private int cellsBefore;
  private boolean cutShort;

  CsvRecords(Reader text) throws IOException {
    this.lines = new CsvLines(text);
    this.reader = new BufferedReader(lines, 1 << 17);
    CsvLayout layout = CsvLayout.of(reader);
    this.separator = layout.separator();
    this.line = layout.linesBefore();
    this.parser = new RFC4180ParserBuilder().withSeparator(separator).build();
  }

  /** The cells of the next record, or null after the last. */
  String @Nullable [] next() throws IOException {
    String text = reader.readLine();
    if (text == null) {
      return null;
    }
    line++;
    String[] cells = parser.parseLine(text.indexOf('"') < 0 ? text : wholeRecord(text));
    cutShort = lines.endedInLine() && cells.length < cellsBefore && isLast();
    cellsBefore = cells.length;
    return cells;
  }

  /**
   * Whether the last record has fewer cells than the one before and does not even end its line: a
   * file that was still being written or copied looks so.
   */
  boolean isCutShort() {
    return cutShort;
  }

  private boolean isLast() throws IOException {
    reader.mark(1);
    boolean last = reader.read() < 0;
    if (!last) {
      reader.reset();
    }
    return last;
  }

  private String wholeRecord(String firstLine) throws IOException {
    long first = line;
    StringBuilder record = new StringBuilder(firstLine);
    boolean open = isOpenAfter(firstLine, false, first);
    while (open) {
      String text = reader.readLine();
      if (text == null || line - first >= MOST_LINES) {
        throw badlyQuoted(first);
      }
      line++;
      if (record.length() + text.length() > CsvLines.LONGEST_LINE) {
        throw CsvLines.tooLong();
      }
      record.append('\n').append(text);
      open = isOpenAfter(text, true, first);
    }
    return record.toString();
  }

  /** RFC 4180: a quotation mark opens a cell only as its first character. */
  private boolean isOpenAfter(String text, boolean openBefore, long first) {
    boolean open = openBefore;
    boolean cellStart = !openBefore;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open && c == '"') {
        char after = i + 1 < text.length() ? text.charAt(i + 1) : separator;
        if (after == '"') {
          i++;
        } else if (after == separator) {
          open = false;
        } else {
          throw badlyQuoted(first);
        }
      } else if (!open) {
        open = cellStart && c == '"';
        cellStart = c == separator;
      }
    }
    return open;
  }

  /** Quotes nothing of the record. */
  private static UnreadableExtract badlyQuoted(long line) {
    return new UnreadableExtract(
        "The row that begins on line "
            + line
            + " of the file has a quotation mark that is never properly closed, so the rows after"
            + " it cannot be told apart.");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
