package org.practicewatch.intake.spreadsheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.practicewatch.intake.UnreadableExtract;

/** Keeps an eye on the lines of a text file: on endless ones, and on how the last one ends. */
final class CsvLines extends FilterReader {

  /** A hundred times what a row of a spreadsheet holds. */
  static final int LONGEST_LINE = 5_000_000;

  private int length;
  private boolean ended;

  CsvLines(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    ended = read < 0;
    for (int i = offset; i < offset + read; i++) {
      length = buffer[i] == '\n' || buffer[i] == '\r' ? 0 : length + 1;
      if (length > LONGEST_LINE) {
        throw tooLong();
      }
    }
    return read;
  }

  /** Whether the file has come to its end within a line. */
  boolean endedInLine() {
    return ended && length > 0;
  }

  static UnreadableExtract tooLong() {
    return new UnreadableExtract(
        "A line of the file is longer than any spreadsheet's, so it was not read any further.");
  }
}
