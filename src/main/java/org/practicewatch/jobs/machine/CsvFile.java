package org.practicewatch.jobs.machine;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final Path file;
  private final ICSVWriter rows;

  /** Begins a file with its header. */
  public CsvFile(Path file, String... header) throws IOException {
    this.file = file;
    Writer writer = Files.newBufferedWriter(WholeFile.unfinished(file), StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    this.rows = new CSVWriterBuilder(writer).withLineEnd("\n").build();
    rows.writeNext(header, false);
  }

  /** Writes a row; what is null is empty. */
  public void row(@Nullable Object... values) {
    String[] cells = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      cells[i] = value instanceof String text ? safe(text) : value == null ? "" : value.toString();
    }
    rows.writeNext(cells, false);
  }

  /** Text that a spreadsheet program would take for a formula is made plain text. */
  static String safe(String text) {
    return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    WholeFile.place(file);
  }
}
