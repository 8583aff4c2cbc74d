package org.practicewatch.sample.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.practicewatch.sample.FictionalAuthority;

/** Reports as people make them: title, run date, merged cells, footer. */
class ReportTablesTest {

  private static final FictionalAuthority AUTHORITY =
      new FictionalAuthority(42, 30, LocalDate.of(2026, 9, 30));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MOSAIC_REPORTS", "CRS"})
  void the_same_seed_writes_the_same_bytes(Layout layout) throws IOException {
    for (Form form : Form.values()) {
      List<Path> once = write(layout, form, "once");
      List<Path> again = write(layout, form, "again");
      for (int place = 0; place < once.size(); place++) {
        assertThat(again.get(place)).hasSameBinaryContentAs(once.get(place));
      }
    }
  }

  @Test
  void a_report_has_a_title_a_run_date_and_a_footer_and_its_file_no_date() throws IOException {
    List<Path> files = write(Layout.CRS, Form.CSV, "crs");
    Path notes = folder.resolve("crs/crs_case_notes.csv");
    assertThat(files).contains(notes).hasSize(13);
    List<String> lines = Files.readAllLines(notes);
    assertThat(lines.subList(0, 4))
        .containsExactly(
            "CRS - Case Notes by Type",
            "Run date: 30 September 2026 06:12",
            "",
            "CRS ID,Client Name,Note No,Note Type,Event Date,Entered On");
    assertThat(lines.get(4)).startsWith("CR300");
    assertThat(lines.subList(lines.size() - 3, lines.size()))
        .containsExactly("", "Number of records: " + (lines.size() - 7), "End of report");
  }

  @Test
  void in_a_workbook_the_title_is_merged_across_and_the_child_down_the_childs_rows()
      throws IOException {
    Path file = write(Layout.MOSAIC_REPORTS, Form.WORKBOOK, "xlsx").get(0);
    write(Layout.MOSAIC_REPORTS, Form.CSV, "csv");
    assertThat(file).hasFileName("mosaic_reports.xlsx");
    try (InputStream bytes = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(13);
      Sheet visits = workbook.getSheet("Visits");
      assertThat(visits.getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("Report run on 30/09/2026 06:12");
      assertThat(visits.getMergedRegions())
          .contains(new CellRangeAddress(0, 0, 0, 7), new CellRangeAddress(1, 1, 0, 7))
          .anyMatch(region -> region.getFirstRow() == 4 && region.getLastRow() > 4);
      List<String> children = new ArrayList<>();
      for (CellRangeAddress region : visits.getMergedRegions()) {
        if (region.getFirstColumn() == 0 && region.getLastColumn() == 0) {
          children.add(visits.getRow(region.getFirstRow()).getCell(0).toString());
          Row second = visits.getRow(region.getFirstRow() + 1);
          assertThat(second.getCell(0)).isNull();
          assertThat(second.getCell(2)).isNotNull();
        }
      }
      assertThat(children).doesNotHaveDuplicates().hasSizeGreaterThan(5);
      assertThat(visits.getLastRowNum() + 1)
          .isEqualTo(Files.readAllLines(folder.resolve("csv/mosaic_visits.csv")).size());
    }
  }

  private List<Path> write(Layout layout, Form form, String name) throws IOException {
    return FictionalExtracts.write(AUTHORITY, folder.resolve(name), layout, form);
  }
}
