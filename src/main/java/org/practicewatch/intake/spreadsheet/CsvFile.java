package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.spreadsheet.CsvRecords.CsvRecord;

/** A CSV file: one sheet without a name. Every cell is text. */
record CsvFile(Path file, Charset charset) implements SourceFile {

  @Override
  public List<String> sheetNames() {
    return List.of("");
  }

  @Override
  public SourceSheet open(int sheet) {
    try {
      Reader reader = new InputStreamReader(Files.newInputStream(file), charset);
      try {
        return new CsvSheet(new CsvRows(new CsvRecords(reader)));
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw Spreadsheets.cannotOpen(e);
    }
  }

  @Override
  public void close() {
    // Only a sheet holds the file open.
  }

  private static final class CsvSheet implements SourceSheet {

    private final CsvRows rows;
    private int last;
    private int blank;

    CsvSheet(CsvRows rows) {
      this.rows = rows;
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public boolean hidden() {
      return false;
    }

    @Override
    public @Nullable SourceRow next() {
      try {
        for (CsvRecord record = rows.next(); record != null; record = rows.next()) {
          List<SourceCell> cells = cells(record.cells());
          last++;
          if (!Cells.areBlank(cells)) {
            return new SourceRow(last, false, cells, rows.given(record), record.fault());
          }
          blank++;
        }
        return null;
      } catch (IOException e) {
        throw Cells.damagedAfter(last, e);
      }
    }

    private static List<SourceCell> cells(List<String> record) {
      List<SourceCell> cells = new ArrayList<>(record.size());
      for (int column = 0; column < record.size(); column++) {
        String text = record.get(column);
        if (!text.isEmpty()) {
          boolean longer = text.length() > XmlPart.MOST_CHARACTERS;
          cells.add(Cells.text(column, longer ? text.substring(0, XmlPart.MOST_CHARACTERS) : text));
        }
      }
      return cells;
    }

    @Override
    public int blankRows() {
      return blank;
    }

    @Override
    public void close() {
      try {
        rows.close();
      } catch (IOException e) {
        throw Spreadsheets.cannotOpen(e);
      }
    }
  }
}
