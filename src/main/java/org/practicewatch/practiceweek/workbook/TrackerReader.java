package org.practicewatch.practiceweek.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.practicewatch.practiceweek.Returned.Fault;

/** Reads a tracker that came back: what was done, and when. Columns are found by their headings. */
public final class TrackerReader {

  public static final String DONE = "Done on";
  public static final String NOTE = "Note";
  public static final String LINE = "Line";

  private static final int ROWS_ABOVE_HEADINGS = 20;

  private TrackerReader() {}

  /**
   * What a line says.
   *
   * @param line by which it is known
   * @param done the day; null for none
   */
  public record Said(String line, @Nullable LocalDate done, String note) {}

  /** What a file says, and what in it cannot be used. */
  public record Read(List<Said> said, List<Fault> faults) {}

  /** Reads one. */
  public static Read read(Path file, LocalDate today) throws IOException {
    List<Said> said = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    byte[] bytes = Files.readAllBytes(file);
    Workbook book;
    try {
      book = WorkbookFactory.create(new ByteArrayInputStream(bytes));
    } catch (IOException | RuntimeException unreadable) {
      // POI tells of a damaged file by exceptions of many kinds.
      faults.add(new Fault("", "", "", "This is no workbook that can be read. Save it again."));
      return new Read(said, faults);
    }
    for (Sheet sheet : book) {
      read(sheet, today, said, faults);
    }
    return new Read(said, faults);
  }

  private static void read(Sheet sheet, LocalDate today, List<Said> said, List<Fault> faults) {
    DataFormatter text = new DataFormatter(Locale.UK);
    Map<String, Integer> columns = Map.of();
    for (Row row : sheet) {
      if (columns.isEmpty()) {
        columns = row.getRowNum() < ROWS_ABOVE_HEADINGS ? headings(row, text) : Map.of();
        continue;
      }
      String line = words(row, columns, LINE, text);
      if (line.isEmpty()) {
        continue;
      }
      Cell cell = row.getCell(columns.getOrDefault(DONE, 0));
      String written = words(row, columns, DONE, text);
      LocalDate done = written.isEmpty() ? null : FormDates.of(cell, written).orElse(null);
      String where =
          new CellReference(row.getRowNum(), columns.getOrDefault(DONE, 0)).formatAsString();
      if (!written.isEmpty() && done == null) {
        faults.add(
            new Fault(
                sheet.getSheetName(),
                where,
                written,
                "This is no date that can be read. Dates are read day first, as dd/mm/yyyy."));
      } else if (done != null && done.isAfter(today)) {
        faults.add(
            new Fault(
                sheet.getSheetName(),
                where,
                written,
                "The day lies ahead. Leave it blank until then."));
        done = null;
      }
      said.add(new Said(line, done, words(row, columns, NOTE, text)));
    }
  }

  private static Map<String, Integer> headings(Row row, DataFormatter text) {
    Map<String, Integer> columns = new HashMap<>();
    for (Cell cell : row) {
      columns.put(text.formatCellValue(cell).strip(), cell.getColumnIndex());
    }
    return columns.keySet().containsAll(List.of(DONE, NOTE, LINE)) ? columns : Map.of();
  }

  private static String words(
      Row row, Map<String, Integer> columns, String heading, DataFormatter text) {
    return text.formatCellValue(row.getCell(columns.getOrDefault(heading, 0))).strip();
  }
}
