package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file for each table: RFC 4180 quoting, LF, UTF-8 without a mark. */
final class CsvTables implements Tables {

  private final Map<Table, Writer> writers = new LinkedHashMap<>();
  private final List<Path> files = new ArrayList<>();

  CsvTables(Path folder, LocalDate asAt, List<? extends Table> tables) throws IOException {
    try {
      for (Table table : tables) {
        Path file = folder.resolve(table.fileName(asAt) + ".csv");
        Writer writer = Files.newBufferedWriter(file);
        writers.put(table, writer);
        files.add(file);
        for (List<Cell> row : table.head(asAt)) {
          add(table, row);
        }
      }
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  @Override
  public void add(Table table, List<Cell> row) throws IOException {
    Writer writer = writers.get(table);
    if (writer == null) {
      throw new IOException("The file of " + table.table() + " is not open");
    }
    line(writer, row.stream().map(cell -> cell.text(table.dates())).toList());
  }

  @Override
  public boolean mergesDown() {
    return false;
  }

  @Override
  public void mergeDown(Table table, int column, int rows) {
    throw new IllegalStateException("A CSV file has no merged cells");
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
