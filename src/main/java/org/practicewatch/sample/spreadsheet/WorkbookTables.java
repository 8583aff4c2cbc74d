package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * One workbook with a sheet for each table. Rows go to disk as they come; dates are date cells and
 * whole numbers number cells, as a report tool writes them.
 */
final class WorkbookTables implements Tables {

  private static final int ROWS_IN_MEMORY = 50;
  private static final int WIDTH = 20;

  /** A number with leading noughts is an id, and a number cell would lose them. */
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** Any fixed moment does: the same rows must give the same bytes. */
  private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
  private final Map<Table, SXSSFSheet> sheets = new LinkedHashMap<>();
  private final Map<Table, Integer> lengths = new HashMap<>();
  private final CellStyle day = style("dd/mm/yyyy");
  private final CellStyle dayAndTime = style("dd/mm/yyyy hh:mm");
  private final Path file;

  @SuppressWarnings("JavaUtilDate") // the library asks for one
  WorkbookTables(Path file, LocalDate asAt, List<? extends Table> tables) {
    this.file = file;
    workbook
        .getXSSFWorkbook()
        .getProperties()
        .getCoreProperties()
        .setCreated(Optional.of(new Date(0)));
    for (Table table : tables) {
      SXSSFSheet sheet = workbook.createSheet(table.table());
      sheets.put(table, sheet);
      sheet.setDefaultColumnWidth(WIDTH);
      table.head(asAt).forEach(row -> add(table, row));
      for (int line = 0; line < table.linesAcross(); line++) {
        sheet.addMergedRegion(new CellRangeAddress(line, line, 0, table.columns().size() - 1));
      }
    }
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Override
  public void add(Table table, List<Cell> row) {
    SXSSFSheet sheet = sheet(table);
    int number = lengths.merge(table, 1, Integer::sum);
    Row line = sheet.createRow(number - 1);
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      if (cell instanceof Cell.Moment moment) {
        org.apache.poi.ss.usermodel.Cell written = line.createCell(column);
        written.setCellValue(moment.at());
        boolean midnight = moment.at().toLocalTime().equals(LocalTime.MIDNIGHT);
        written.setCellStyle(midnight ? day : dayAndTime);
      } else if (cell instanceof Cell.Words words && !cell.isBlank()) {
        boolean whole = table.holdsNumbers(column) && PLAIN_NUMBER.matcher(words.text()).matches();
        if (whole) {
          line.createCell(column).setCellValue(Double.parseDouble(words.text()));
        } else {
          line.createCell(column).setCellValue(words.text());
        }
      }
    }
  }

  private SXSSFSheet sheet(Table table) {
    SXSSFSheet sheet = sheets.get(table);
    if (sheet == null) {
      throw new IllegalStateException("There is no sheet for " + table.table());
    }
    return sheet;
  }

  @Override
  public boolean mergesDown() {
    return true;
  }

  @Override
  public void mergeDown(Table table, int column, int rows) {
    int end = lengths.getOrDefault(table, 0);
    // The safe form compares each with all before it, which takes too long for many children.
    sheet(table).addMergedRegionUnsafe(new CellRangeAddress(end - rows, end - 1, column, column));
  }

  @Override
  public List<Path> finished() throws IOException {
    Path packed = Files.createTempFile("fernshire", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(packed)) {
        workbook.write(out);
      }
      repack(packed);
    } finally {
      Files.delete(packed);
    }
    return List.of(file);
  }

  /** The library stamps each part with the time of day; here they all get the same. */
  private void repack(Path packed) throws IOException {
    try (ZipFile from = new ZipFile(packed.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry part : Collections.list(from.entries())) {
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(PACKED);
        to.putNextEntry(same);
        try (InputStream bytes = from.getInputStream(part)) {
          bytes.transferTo(to);
        }
        to.closeEntry();
      }
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
