package org.practicewatch.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Worksheet;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportWorkbook;
import org.practicewatch.reports.workbook.WorkbookWriter;

/** Writes one workbook of a team's size, in one way, in a Java of its own. */
final class WriteWorkbook {

  static final String NOTHING = "nothing";
  static final String OURS = "ours";
  static final String FASTEXCEL = "fastexcel";
  static final String POI = "poi";
  static final String POI_STREAMING = "poi-streaming";

  private static final int COLUMNS = 10;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private WriteWorkbook() {}

  public static void main(String[] words) throws IOException {
    Path file = Path.of(words[1]);
    int rows = Integer.parseInt(words[2]);
    switch (words[0]) {
      case NOTHING -> Files.writeString(file, "");
      case OURS -> ours(file, rows);
      case FASTEXCEL -> fastExcel(file, rows);
      case POI -> poi(new XSSFWorkbook(), file, rows);
      case POI_STREAMING -> poi(new SXSSFWorkbook(), file, rows);
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static String words(int row, int column) {
    return column == 0 ? "C" + (100_000 + row) : "visit " + (row * 7 + column) % 97;
  }

  private static boolean isDay(int column) {
    return column >= COLUMNS - 3;
  }

  private static LocalDate day(int row, int column) {
    return FIRST.plusDays((row * 3L + column) % 300);
  }

  private static void ours(Path file, int rows) throws IOException {
    List<Column> columns =
        IntStream.range(0, COLUMNS)
            .mapToObj(column -> new Column("Column " + column, 14, isDay(column)))
            .toList();
    Iterable<List<ReportCell>> cells =
        () -> {
          Iterator<Integer> numbers = IntStream.range(0, rows).iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return numbers.hasNext();
            }

            @Override
            public List<ReportCell> next() {
              return row(numbers.next());
            }
          };
        };
    ReportSheet sheet = new ReportSheet("Children", "A list.", columns, true, cells);
    WorkbookWriter.write(
        new ReportWorkbook("Team", "Fernshire", true, "1 January 2026", List.of(sheet)), file);
  }

  private static List<ReportCell> row(int row) {
    List<ReportCell> cells = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      cells.add(
          isDay(column)
              ? new ReportCell.Day(day(row, column))
              : new ReportCell.Text(words(row, column)));
    }
    return cells;
  }

  private static void fastExcel(Path file, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        org.dhatim.fastexcel.Workbook book =
            new org.dhatim.fastexcel.Workbook(out, "Practicewatch", null)) {
      Worksheet sheet = book.newWorksheet("Children");
      for (int column = 0; column < COLUMNS; column++) {
        sheet.width(column, 14);
        sheet.value(0, column, "Column " + column);
        sheet.style(0, column).bold().set();
      }
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          if (isDay(column)) {
            sheet.value(row + 1, column, day(row, column));
            sheet.style(row + 1, column).format("dd/mm/yyyy").set();
          } else {
            sheet.value(row + 1, column, words(row, column));
          }
        }
      }
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, rows, COLUMNS - 1);
    }
  }

  private static void poi(Workbook book, Path file, int rows) throws IOException {
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("Children");
      CellStyle days = book.createCellStyle();
      days.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      Row headings = sheet.createRow(0);
      for (int column = 0; column < COLUMNS; column++) {
        sheet.setColumnWidth(column, 14 * 256);
        headings.createCell(column).setCellValue("Column " + column);
      }
      for (int number = 0; number < rows; number++) {
        Row row = sheet.createRow(number + 1);
        for (int column = 0; column < COLUMNS; column++) {
          Cell cell = row.createCell(column);
          if (isDay(column)) {
            cell.setCellValue(day(number, column));
            cell.setCellStyle(days);
          } else {
            cell.setCellValue(words(number, column));
          }
        }
      }
      sheet.createFreezePane(0, 1);
      sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, COLUMNS - 1));
      book.write(out);
    }
  }
}
