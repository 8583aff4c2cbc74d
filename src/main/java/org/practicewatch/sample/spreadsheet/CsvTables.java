package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A CSV file for each table: RFC 4180 quoting, LF, UTF-8 without a mark. */
final class CsvTables implements Tables {

  private final Map<MosaicTable, Writer> writers = new EnumMap<>(MosaicTable.class);
  private final List<Path> files = new ArrayList<>();

  CsvTables(Path folder, LocalDate asAt) throws IOException {
    try {
      for (MosaicTable table : MosaicTable.values()) {
        Path file = folder.resolve(table.table() + "_" + asAt + ".csv");
        Writer writer = Files.newBufferedWriter(file);
        writers.put(table, writer);
        files.add(file);
        line(writer, table.columns());
      }
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  @Override
  public void add(MosaicTable table, List<Cell> row) throws IOException {
    Writer writer = writers.get(table);
    if (writer == null) {
      throw new IOException("The file of " + table.table() + " is not open");
    }
    line(writer, row.stream().map(cell -> cell.text(table.dates())).toList());
  }

  private static void line(Writer writer, List<String> texts) throws IOException {
    for (int column = 0; column < texts.size(); column++) {
      if (column > 0) {
        writer.append(',');
      }
      writer.append(quoted(texts.get(column)));
    }
    writer.append('\n');
  }

  private static String quoted(String text) {
    boolean needed =
        text.chars()
            .anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public List<Path> finished() throws IOException {
    close();
    return files;
  }

  @Override
  public void close() throws IOException {
    for (Writer writer : writers.values()) {
      writer.close();
    }
  }
}
