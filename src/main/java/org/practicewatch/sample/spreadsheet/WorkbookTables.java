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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * One workbook with a sheet for each table. Rows go to disk as they come; dates are date cells and
 * whole numbers number cells, as a report tool writes them.
 */
final class WorkbookTables implements Tables {

  private static final int ROWS_IN_MEMORY = 50;

  /** A number with leading noughts is an id, and a number cell would lose them. */
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** Any fixed moment does: the same rows must give the same bytes. */
  private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
  private final Map<MosaicTable, SXSSFSheet> sheets = new EnumMap<>(MosaicTable.class);
  private final Map<MosaicTable, Integer> lengths = new EnumMap<>(MosaicTable.class);
  private final CellStyle day = style("dd/mm/yyyy");
  private final CellStyle dayAndTime = style("dd/mm/yyyy hh:mm");
  private final Path file;

  @SuppressWarnings("JavaUtilDate") // the library asks for one
  WorkbookTables(Path folder, LocalDate asAt) {
    file = folder.resolve("mosaic_dataset_" + asAt + ".xlsx");
    workbook
        .getXSSFWorkbook()
        .getProperties()
        .getCoreProperties()
        .setCreated(Optional.of(new Date(0)));
    for (MosaicTable table : MosaicTable.values()) {
      sheets.put(table, workbook.createSheet(table.table()));
      add(table, table.columns().stream().<Cell>map(Cell.Words::new).toList());
    }
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Override
  public void add(MosaicTable table, List<Cell> row) {
    SXSSFSheet sheet = sheets.get(table);
    if (sheet == null) {
      throw new IllegalStateException("There is no sheet for " + table.table());
    }
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
