package org.practicewatch.intake.spreadsheet;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceRow.Fault;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The records of a CSV, each cut into its cells. Where a record ends is decided here: opencsv's own
 * reader takes the odd quotation mark in {@code 5" pipe} at the end of a line for an open one, and
 * would join two children's rows.
 */
final class CsvRecords implements Closeable {

  /** A quotation mark still open after this many lines was never meant to open a cell. */
  private static final int MOST_LINES = 1000;

  /** A sector of a disk, the least that a copy leaves out. */
  private static final int LOST_SECTOR = 512;

  private final CsvLines lines;
  private final BufferedReader reader;
  private final char separator;
  private final RFC4180Parser parser;
  private long line;
  private int records;
  private int cellsBefore;

  CsvRecords(Reader text) throws IOException {
    this.lines = new CsvLines(text);
    this.reader = new BufferedReader(lines, 1 << 17);
    CsvLayout layout = CsvLayout.of(reader);
    this.separator = layout.separator();
    this.line = layout.linesBefore();
    this.parser = new RFC4180ParserBuilder().withSeparator(separator).build();
  }

  /** One record, cut into its cells. */
  record CsvRecord(List<String> cells, Fault fault) {}

  /** The next record, or null after the last. */
  @Nullable CsvRecord next() throws IOException {
    String text = reader.readLine();
    if (text == null) {
      return null;
    }
    line++;
    boolean quotes = text.indexOf('"') >= 0;
    String whole = quotes ? wholeRecord(text) : text;
    boolean noughts = whole.indexOf('\0') >= 0;
    if (noughts) {
      refuseIfTorn(whole);
    }
    String[] cells = quotes || text.isEmpty() ? parser.parseLine(whole) : split(text);
    boolean cutShort = isCutShort(cells.length);
    cellsBefore = cells.length;
    records++;
    return new CsvRecord(
        Arrays.asList(cells),
        cutShort ? Fault.CUT_SHORT : noughts ? Fault.NOUGHT_BYTES : Fault.NONE);
  }

  /** Where nothing stands in quotation marks every separator parts two cells. */
  private String[] split(String line) {
    int count = 1;
    for (int i = line.indexOf(separator); i >= 0; i = line.indexOf(separator, i + 1)) {
      count++;
    }
    String[] cells = new String[count];
    int from = 0;
    for (int cell = 0; cell < count; cell++) {
      int end = cell + 1 < count ? line.indexOf(separator, from) : line.length();
      cells[cell] = line.substring(from, end);
      from = end + 1;
    }
    return cells;
  }

  /**
   * A last record that has fewer cells than the one before and does not even end its line is one of
   * a file that was still being written or copied.
   */
  private boolean isCutShort(int cells) throws IOException {
    return lines.endedInLine() && cells < cellsBefore && isLast();
  }

  /** A copy that was torn holds noughts to its end, or a hole in which other rows have stood. */
  private void refuseIfTorn(String record) throws IOException {
    boolean toTheEnd = record.endsWith("\0") && lines.endedInLine() && isLast();
    if (toTheEnd || record.contains("\0".repeat(LOST_SECTOR))) {
      throw new UnreadableExtract(
          "The file holds binary data after row "
              + records
              + ": it was probably not copied completely.");
    }
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
