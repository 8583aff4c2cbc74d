package org.practicewatch.intake.spreadsheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Finds out which cells of an XLSX sheet are merged. They are named behind the rows, so the sheet
 * is looked through a second time; its rows are passed over as text, which costs far less than
 * reading them.
 */
final class MergedCellsPart {

  private static final int PIECE = 1 << 16;
  private static final String END_OF_ROWS = "sheetData>";

  private static final int LONGEST_PREFIX = 20;

  /** No tag that names merged cells is longer. */
  private static final int LONGEST_TAG = 512;

  private static final Pattern CLOSING = Pattern.compile("(?s).*</(\\w+:)?");
  private static final Pattern END_OF_LIST = Pattern.compile("</(?:\\w+:)?mergeCells\\s*>");

  private static final Pattern MERGED =
      Pattern.compile(
          "<(?:\\w+:)?mergeCell\\s[^>]*?\\bref\\s*=\\s*[\"'](\\$?[A-Za-z]{1,3}\\$?\\d{1,7}:\\$?[A-Za-z]{1,3}\\$?\\d{1,7})[\"']");

  private final Reader reader;
  private final char[] piece = new char[PIECE];
  private final StringBuilder text = new StringBuilder();

  private MergedCellsPart(Reader reader) {
    this.reader = reader;
  }

  /** Reads the part to the end of its list of merged cells. */
  static MergedCells read(InputStream part) throws IOException {
    try (BufferedInputStream bytes = new BufferedInputStream(part, PIECE);
        Reader reader = new InputStreamReader(bytes, charset(bytes))) {
      MergedCellsPart reading = new MergedCellsPart(reader);
      return reading.passRows() ? reading.merged() : MergedCells.NONE;
    }
  }

  /** What is looked for is ASCII, which every encoding but this one writes alike. */
  private static Charset charset(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    boolean marked = Math.min(first, second) == 0xFE && Math.max(first, second) == 0xFF;
    if (marked || first == 0) {
      return StandardCharsets.UTF_16;
    }
    return second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
  }

  private boolean passRows() throws IOException {
    do {
      for (int at = text.indexOf(END_OF_ROWS); at >= 0; at = text.indexOf(END_OF_ROWS, at + 1)) {
        // The same words in the text of a cell have no "</" before them.
        if (CLOSING.matcher(text.substring(Math.max(0, at - LONGEST_PREFIX), at)).matches()) {
          text.delete(0, at);
          return true;
        }
      }
      keepLast(END_OF_ROWS.length() + LONGEST_PREFIX);
    } while (more());
    return false;
  }

  private MergedCells merged() throws IOException {
    MergedCells merged = new MergedCells();
    boolean goesOn;
    do {
      Matcher found = MERGED.matcher(text);
      int passed = 0;
      while (found.find()) {
        merged.add(CellRangeAddress.valueOf(found.group(1)));
        passed = found.end();
      }
      goesOn = !END_OF_LIST.matcher(text).find(passed);
      text.delete(0, passed);
      keepLast(LONGEST_TAG);
    } while (goesOn && more());
    return merged;
  }

  private boolean more() throws IOException {
    int read = reader.read(piece);
    if (read > 0) {
      text.append(piece, 0, read);
    }
    return read >= 0;
  }

  private void keepLast(int length) {
    if (text.length() > length) {
      text.delete(0, text.length() - length);
    }
  }
}
