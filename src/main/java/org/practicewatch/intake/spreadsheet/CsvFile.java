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
import org.practicewatch.intake.UnreadableExtract;

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
        return new CsvSheet(new CsvRecords(reader));
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

    private final CsvRecords records;
    private int last;
    private int blank;

    CsvSheet(CsvRecords records) {
      this.records = records;
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
        for (String[] record = records.next(); record != null; record = records.next()) {
          List<SourceCell> cells = cells(record);
          last++;
          if (!Cells.areBlank(cells)) {
            return new SourceRow(last, false, cells, records.isCutShort());
          }
          blank++;
        }
        return null;
      } catch (IOException e) {
        throw Cells.damagedAfter(last, e);
      }
    }

    private List<SourceCell> cells(String[] record) {
      List<SourceCell> cells = new ArrayList<>(record.length);
      for (int column = 0; column < record.length; column++) {
        String text = record[column];
        if (text.indexOf('\0') >= 0) {
          throw new UnreadableExtract(
              "The file holds binary data after row "
                  + last
                  + ": it was probably not copied completely.");
        }
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
        records.close();
      } catch (IOException e) {
        throw Spreadsheets.cannotOpen(e);
      }
    }
  }
}
