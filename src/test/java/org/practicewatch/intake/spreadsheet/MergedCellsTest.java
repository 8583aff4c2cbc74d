package org.practicewatch.intake.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell that is merged downwards counts for every row that it spans. */
class MergedCellsTest {

  private static final String ROWS =
      "<row r='1'><c r='A1' t='str'><v>Visits sheetData> made</v></c></row>"
          + "<row r='2'><c r='A2'><v>7</v></c><c r='B2' t='str'><v>x</v></c></row>"
          + "<row r='3'><c r='B3' t='str'><v>y</v></c></row>"
          + "<row r='4'><c r='B4' t='str'><v>z</v></c></row>";

  private static final List<String> READ =
      List.of(
          "1: A=TEXT Visits sheetData> made",
          "2: A=NUMBER 7, B=TEXT x",
          "3: A=NUMBER 7, B=TEXT y",
          "4: B=TEXT z");

  @TempDir Path folder;

  static List<Supplier<Workbook>> bothForms() {
    return List.of(XSSFWorkbook::new, HSSFWorkbook::new);
  }

  @ParameterizedTest
  @MethodSource("bothForms")
  void a_childs_id_stands_beside_each_of_the_childs_rows(Supplier<Workbook> form)
      throws IOException {
    try (Workbook workbook = form.get()) {
      Sheet sheet = workbook.createSheet("Visits");
      row(sheet, 0, "Visits to children");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
      row(sheet, 2, "Person ID", "Name", "Visit");
      row(sheet, 3, "300006", "Zor", "first");
      row(sheet, 4, "", "", "second");
      // Row 6 is blank, though the child's cell spans it.
      row(sheet, 6, "", "", "third");
      row(sheet, 7, "", "", "nobody's");
      row(sheet, 8, "300012", "Vix", "first");
      row(sheet, 9, "", "its own", "second");
      sheet.addMergedRegion(new CellRangeAddress(3, 6, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(3, 6, 1, 1));
      sheet.addMergedRegion(new CellRangeAddress(8, 9, 0, 1));
      Path file = folder.resolve("merged");
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }

      Reading reading = Reading.of(file);

      assertThat(reading.lines())
          .containsExactly(
              "1: A=TEXT Visits to children",
              "3: A=TEXT Person ID, B=TEXT Name, C=TEXT Visit",
              "4: A=TEXT 300006, B=TEXT Zor, C=TEXT first",
              "5: A=TEXT 300006, B=TEXT Zor, C=TEXT second",
              "7: A=TEXT 300006, B=TEXT Zor, C=TEXT third",
              "8: C=TEXT nobody's",
              "9: A=TEXT 300012, B=TEXT Vix, C=TEXT first",
              "10: A=TEXT 300012, B=TEXT its own, C=TEXT second");
      assertThat(reading.blankRows()).isEqualTo(2);
    }
  }

  private static void row(Sheet sheet, int number, String... texts) {
    Row row = sheet.createRow(number);
    for (int column = 0; column < texts.length; column++) {
      if (!texts[column].isEmpty()) {
        row.createCell(column).setCellValue(texts[column]);
      }
    }
  }

  @Test
  void they_are_found_behind_the_rows_however_the_workbook_was_written() {
    String merged =
        "<mergeCells count='2'><mergeCell ref='A1:B1'/><mergeCell ref='A2:A3'/></mergeCells>";
    RawXlsx plain = RawXlsx.sheet(sheet(merged));
    assertThat(Reading.of(plain.in(folder)).lines()).isEqualTo(READ);
    assertThat(Reading.of(plain.strict().in(folder)).lines()).isEqualTo(READ);
    RawXlsx dollars =
        RawXlsx.sheet(sheet("<mergeCells><mergeCell ref=\"$a$2:$A$3\" /></mergeCells>"));
    assertThat(Reading.of(dollars.in(folder)).lines()).isEqualTo(READ);
    String prefixed =
        sheet(merged).replaceAll("<(/?)(?=\\w)", "<$1x:").replace("xmlns=", "xmlns:x=");
    assertThat(Reading.of(RawXlsx.sheet(prefixed).in(folder)).lines()).isEqualTo(READ);
    RawXlsx wide =
        plain.with(
            "xl/worksheets/sheet1.xml",
            ("<?xml version='1.0' encoding='UTF-16'?>" + sheet(merged))
                .getBytes(StandardCharsets.UTF_16));
    assertThat(Reading.of(wide.in(folder)).lines()).isEqualTo(READ);
  }

  @Test
  void a_long_list_of_them_is_read_to_its_end() {
    StringBuilder rows = new StringBuilder();
    StringBuilder merged = new StringBuilder("<mergeCells>");
    for (int row = 1; row <= 20_000; row += 2) {
      rows.append("<row r='%d'><c r='A%d'><v>%d</v></c></row>".formatted(row, row, row));
      rows.append("<row r='%d'><c r='C%d'><v>1</v></c></row>".formatted(row + 1, row + 1));
      merged.append("<mergeCell ref='A%d:A%d'/>".formatted(row, row + 1));
    }
    Path file = RawXlsx.sheet(sheet(rows.toString(), merged + "</mergeCells>")).in(folder);

    List<String> lines = Reading.of(file).lines();

    assertThat(lines).hasSize(20_000);
    assertThat(lines.get(19_999)).isEqualTo("20000: A=NUMBER 19999, C=NUMBER 1");
    assertThat(lines.get(9_999)).isEqualTo("10000: A=NUMBER 9999, C=NUMBER 1");
  }

  @Test
  void what_names_no_cells_merges_none() {
    for (String list :
        List.of(
            "",
            "<mergeCells/>",
            "<mergeCells><mergeCell/></mergeCells>",
            "<mergeCells><mergeCell ref='nonsense'/><mergeCell ref='A2'/></mergeCells>")) {
      assertThat(Reading.of(RawXlsx.sheet(sheet(list)).in(folder)).lines())
          .as(list)
          .contains("3: B=TEXT y");
    }
  }

  private static String sheet(String behindTheRows) {
    return sheet(ROWS, behindTheRows);
  }

  private static String sheet(String rows, String behind) {
    return "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>"
        .formatted(RawXlsx.MAIN, rows, behind);
  }
}
