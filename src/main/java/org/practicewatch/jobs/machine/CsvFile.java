package org.practicewatch.jobs.machine;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.files.WholeFile;

/**
 * A CSV of the contract: UTF-8, comma, RFC 4180, LF, safe to open in Excel. It takes its name only
 * when it is whole.
 *
 * <p>It begins with a byte order mark, without which Excel reads UTF-8 as Windows-1252 and shows
 * ZoÃ« for Zoë. Programs read it as UTF-8 with a signature.
 */
public final class CsvFile implements Closeable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int WRITTEN_AT_ONCE = 60_000;

  private final Path file;
  private final OutputStream out;
  private final StringBuilder lines = new StringBuilder(WRITTEN_AT_ONCE + 1_000);

  /** Begins a file with its header. */
  public CsvFile(Path file, String... header) throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(WholeFile.unfinished(file));
    lines.append(BYTE_ORDER_MARK);
    row((Object[]) header);
  }

  /** Writes a row; what is null is empty. */
  public void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        lines.append(',');
      }
      Object value = values[i];
      if (value instanceof String text) {
        append(safe(text));
      } else if (value instanceof LocalDate day) {
        append(day);
      } else if (value != null) {
        append(value.toString());
      }
    }
    lines.append('\n');
    if (lines.length() >= WRITTEN_AT_ONCE) {
      write();
    }
  }

  /** As {@link LocalDate#toString} says it: half of what a night writes are days. */
  private void append(LocalDate day) {
    int year = day.getYear();
    if (year < 1000 || year > 9999) {
      append(day.toString());
    } else {
      lines.append(year);
      appendTwo(day.getMonthValue());
      appendTwo(day.getDayOfMonth());
    }
  }

  private void appendTwo(int number) {
    lines.append(number < 10 ? "-0" : "-").append(number);
  }

  /** In quotation marks only where RFC 4180 asks for them, and those within are doubled. */
  private void append(String text) {
    if (isPlain(text)) {
      lines.append(text);
      return;
    }
    lines.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lines.append(c);
      if (c == '"') {
        lines.append('"');
      }
    }
    lines.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }

  private void write() {
    try {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      lines.setLength(0);
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** Text that a spreadsheet program would take for a formula is made plain text. */
  static String safe(String text) {
    return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      write();
    }
    WholeFile.place(file);
  }
}
