package org.practicewatch.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.SheetsIn;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.place.AuthorityReport;
import org.practicewatch.reports.place.TeamReport;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportWorkbook;

/** What a workbook is, as another program reads it. */
@Tag("machine")
class WorkbookWriterTest {

  @TempDir Path folder;

  @Test
  void days_numbers_and_percentages_are_cells_that_can_be_counted_and_ids_are_text()
      throws IOException {
    try (XSSFWorkbook book = read(team(3))) {
      XSSFSheet overdue = book.getSheet("Overdue");
      Cell child = overdue.getRow(3).getCell(0);
      Cell due = overdue.getRow(3).getCell(3);
      Cell days = overdue.getRow(3).getCell(4);
      assertThat(child.getCellType()).isEqualTo(CellType.STRING);
      assertThat(child.getStringCellValue()).isEqualTo("100400");
      assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
      assertThat(due.getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(Fernshire.TONIGHT.minusDays(1));
      assertThat(days.getNumericCellValue()).isEqualTo(1);

      Cell percent = book.getSheet("Standards").getRow(3).getCell(7);
      assertThat(percent.getNumericCellValue()).isEqualTo(0.962);
      assertThat(percent.getCellStyle().getDataFormatString()).isEqualTo("0.0%");
    }
  }

  @Test
  void a_list_can_be_filtered_keeps_its_headings_in_sight_and_prints_on_a4() throws IOException {
    try (XSSFWorkbook book = read(team(3))) {
      XSSFSheet overdue = book.getSheet("Overdue");
      assertThat(overdue.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:H6");
      assertThat(overdue.getPaneInformation().isFreezePane()).isTrue();
      assertThat(overdue.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
      assertThat(overdue.getPrintSetup().getLandscape()).isTrue();
      assertThat(overdue.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
      assertThat(overdue.getFitToPage()).isTrue();
      assertThat(overdue.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(overdue.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      assertThat(overdue.getRepeatingRows().formatAsString()).isEqualTo("3:3");
      assertThat(overdue.getFooter().getLeft()).isEqualTo("As at 30 Jun 2025");
      assertThat(overdue.getFooter().getRight()).isEqualTo("Page &P of &N");
    }
  }

  @Test
  void it_has_a_title_and_says_on_every_sheet_that_the_data_is_fictional() throws IOException {
    try (XSSFWorkbook book = read(team(3))) {
      assertThat(book.getProperties().getCoreProperties().getTitle())
          .isEqualTo("Practice standards: Looked After Team 1, as at 30 Jun 2025");
      assertThat(book.getProperties().getCoreProperties().getCreated()).isNull();
      book.forEach(
          sheet ->
              assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                  .contains("Fictional data."));
    }
  }

  @Test
  void the_authoritys_has_no_childs_id_and_every_measure_a_line_of_its_own() throws IOException {
    NightInReports night = Fernshire.night();
    try (XSSFWorkbook book = read(AuthorityReport.of(night).workbook())) {
      assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
          .containsExactly(
              "Summary",
              "What matters",
              "Standards",
              "Services",
              "Teams",
              "What the words mean",
              "What is owed by when",
              "Sources",
              "Held",
              "Record checks");
      book.forEach(
          sheet ->
              sheet
                  .getRow(2)
                  .forEach(cell -> assertThat(cell.getStringCellValue()).isNotEqualTo("Child")));
      XSSFSheet standards = book.getSheet("Standards");
      assertThat(
              IntStream.rangeClosed(3, 5)
                  .mapToObj(row -> standards.getRow(row).getCell(2).getStringCellValue()))
          .containsExactly(
              "children in timescale now",
              "done in timescale in the period",
              "children with all in timescale in the period");
    }
  }

  @Test
  void a_sheet_too_wide_for_a_page_keeps_its_first_column_in_sight_and_on_every_page()
      throws IOException {
    List<ReportSheet.Column> columns =
        IntStream.range(0, 34).mapToObj(i -> new ReportSheet.Column("H" + i, 13, false)).toList();
    List<ReportCell> cells =
        IntStream.range(0, 34).<ReportCell>mapToObj(i -> new ReportCell.Count(i)).toList();
    ReportSheet wide = new ReportSheet("Wide", "A note.", columns, true, List.of(cells));
    try (XSSFWorkbook book =
        read(new ReportWorkbook("A", "Fernshire", false, "30 Jun 2025", List.of(wide)))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(3).getCell(33).getNumericCellValue()).isEqualTo(33);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:AH4");
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 2);
      assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
    }
  }

  @Test
  void a_due_day_that_has_passed_stands_out_and_is_still_a_day() throws IOException {
    Cell cell = written(new ReportCell.PastDay(LocalDate.of(2025, 6, 3)));
    assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
    assertThat(((XSSFCellStyle) cell.getCellStyle()).getFont().getBold()).isTrue();
  }

  @Test
  void the_same_rows_give_the_same_bytes() throws IOException {
    Path one = folder.resolve("one.xlsx");
    Path other = folder.resolve("other.xlsx");
    WorkbookWriter.write(team(40), one);
    WorkbookWriter.write(team(40), other);

    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  void what_looks_like_a_formula_stays_text_even_when_somebody_edits_it() throws IOException {
    for (String text : List.of("=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx")) {
      for (ReportCell cell : List.of(new ReportCell.Text(text), new ReportCell.Id(text))) {
        Cell written = written(cell);
        assertThat(written.getCellType()).isEqualTo(CellType.STRING);
        assertThat(written.getStringCellValue()).isEqualTo(text);
        assertThat(written.getCellStyle().getQuotePrefixed()).isTrue();
      }
    }
    assertThat(written(new ReportCell.Text("1+1")).getCellStyle().getQuotePrefixed()).isFalse();
  }

  @Test
  void what_a_file_cannot_carry_is_left_out_and_all_else_is_kept() throws IOException {
    assertThat(text("a\u0000b\u001fc\ud800d\uffff")).isEqualTo("abcd");
    assertThat(text("<&>\"' Zoë 😀  two  spaces\nline"))
        .isEqualTo("<&>\"' Zoë 😀  two  spaces\nline");
    assertThat(text("x".repeat(40_000))).hasSize(32_767);
    Cell old = written(new ReportCell.Day(LocalDate.of(1899, 12, 31)));
    assertThat(old.getStringCellValue()).isEqualTo("1899-12-31");
    Cell percent = written(new ReportCell.Percent(new BigDecimal("33.3")));
    assertThat(percent.getNumericCellValue()).isEqualTo(0.333);
  }

  @Test
  void a_name_that_excel_does_not_take_is_shortened_and_no_two_are_alike() throws IOException {
    String longName = "How long the open ones of a team have been open";
    List<ReportSheet> sheets =
        Stream.of(longName, longName.toUpperCase(Locale.UK), "Did it [move]?", "It's", "it's")
            .map(
                name ->
                    new ReportSheet(
                        name,
                        "",
                        List.of(new ReportSheet.Column("H", 9, false)),
                        true,
                        List.of(List.of(ReportCell.text("x")))))
            .toList();
    try (XSSFWorkbook book =
        read(new ReportWorkbook("A", "Fernshire", false, "30 Jun 2025", sheets))) {
      assertThat(IntStream.range(0, 5).mapToObj(book::getSheetName))
          .containsExactly(
              "How long the open ones of a te…",
              "HOW LONG THE OPEN ONES OF… (2)",
              "Did it  move",
              "It's",
              "it's (2)");
      assertThat(book.getSheetAt(3).getRepeatingRows().formatAsString()).isEqualTo("3:3");
    }
    assertThat(SheetsIn.refusedByExcel(folder)).isEmpty();
  }

  @Test
  void none_is_a_nought_that_can_be_added_up() throws IOException {
    assertThat(ReportCell.countOrNothing(0).printed()).isEqualTo("–");
    assertThat(written(ReportCell.countOrNothing(0)).getNumericCellValue()).isZero();
  }

  @Test
  void a_list_of_fifty_thousand_is_all_there() throws IOException {
    try (XSSFWorkbook book = read(team(50_000))) {
      assertThat(book.getSheet("Overdue").getLastRowNum()).isEqualTo(50_002);
    }
  }

  private static ReportWorkbook team(int overdue) {
    NightInReports night = Fernshire.night();
    TeamList list =
        TeamList.of(night, Fernshire.TEAMS.get(0), Fernshire.open(overdue, overdue / 2, 1));
    return TeamReport.of(night, list).workbook();
  }

  private String text(String text) throws IOException {
    return written(new ReportCell.Text(text)).getStringCellValue();
  }

  private Cell written(ReportCell cell) throws IOException {
    ReportSheet sheet =
        new ReportSheet(
            "List",
            "A note.",
            List.of(new ReportSheet.Column("Heading", 20, false)),
            true,
            List.of(List.of(cell)));
    ReportWorkbook book =
        new ReportWorkbook("A & B", "Fernshire", false, "30 Jun 2025", List.of(sheet));
    return read(book).getSheetAt(0).getRow(3).getCell(0);
  }

  private XSSFWorkbook read(ReportWorkbook book) throws IOException {
    Path file = folder.resolve("book.xlsx");
    WorkbookWriter.write(book, file);
    return new XSSFWorkbook(Files.newInputStream(file));
  }
}
