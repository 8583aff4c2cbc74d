package org.practicewatch.intake.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.SourceCell.Kind;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

class XlsxFileTest {

  @TempDir Path folder;

  @Test
  void a_workbook_reads_as_a_person_would_see_it() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("Visits");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
      sheet.createRow(0).createCell(0).setCellValue("List 6: Children in Need");
      XSSFRow row = sheet.createRow(2);
      row.createCell(0).setCellValue(1.0);
      row.createCell(1).setCellValue("Ann\u00A0Example ");
      row.createCell(2).setCellValue(true);
      row.createCell(3).setCellErrorValue((byte) 42);
      row.createCell(4).setCellValue(45720);
      row.getCell(4).setCellStyle(style(workbook, "dd/mm/yyyy"));
      row.createCell(5).setCellValue(45720.572916666664);
      row.getCell(5).setCellStyle(style(workbook, "[$-809]d mmmm yyyy hh:mm"));
      row.createCell(6).setBlank();
      row.createCell(7).setCellFormula("A3+1");
      row.createCell(8).setCellValue(0.25);
      row.getCell(8).setCellStyle(style(workbook, "hh:mm"));
      row.setZeroHeight(true);
      sheet.createRow(4).createCell(0).setCellStyle(style(workbook, "0"));

      Reading reading = Reading.of(saved(workbook));

      assertThat(reading.lines())
          .containsExactly(
              "1: A=TEXT List 6: Children in Need",
              "3: A=NUMBER 1, B=TEXT Ann\u00A0Example , C=BOOLEAN TRUE, D=ERROR #N/A,"
                  + " E=DATE 2025-03-04, F=DATE 2025-03-04T13:45, H=NO_RESULT , I=DATE 06:00");
      assertThat(reading.rows()).extracting(SourceRow::hidden).containsExactly(false, true);
      assertThat(reading.cell(1, 5).moment()).isEqualTo(LocalDateTime.parse("2025-03-04T13:45"));
      assertThat(reading.blankRows()).isEqualTo(3);
    }
  }

  @Test
  void chart_sheets_are_passed_over_and_hidden_sheets_are_read() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("Front");
      workbook.createSheet("Codes").createRow(0).createCell(0).setCellValue("X");
      workbook.setSheetHidden(1, true);
      workbook.createSheet("List 1");
      Path file = saved(workbook);
      try (SourceFile source = Spreadsheets.open(file)) {
        assertThat(source.sheetNames()).containsExactly("Front", "Codes", "List 1");
        try (SourceSheet sheet = source.open(1)) {
          assertThat(sheet.hidden()).isTrue();
          assertThat(sheet.name()).isEqualTo("Codes");
          assertThat(sheet.next()).isNotNull();
        }
        try (SourceSheet sheet = source.open(2)) {
          assertThat(sheet.hidden()).isFalse();
          assertThat(sheet.next()).isNull();
        }
      }
    }
    Path chart =
        RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .replacing(
                "xl/workbook.xml",
                "<sheets>",
                "<sheets><sheet name='Chart' sheetId='9' r:id='rId9'/>")
            .replacing(
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                RawXlsx.relation("rId9", "chartsheet", "chartsheets/sheet1.xml")
                    + "</Relationships>")
            .in(folder);
    try (SourceFile source = Spreadsheets.open(chart)) {
      assertThat(source.sheetNames()).containsExactly("List 1");
    }
  }

  @Test
  void numbers_are_plain_and_the_extension_does_not_matter() throws IOException {
    Path file =
        RawXlsx.rows(
                "<row r='1'><c r='A1'><v>1.0</v></c><c r='B1'><v>1.2E+06</v></c>"
                    + "<c r='C1'><v>0.30000000000000004</v></c><c r='D1'><v>6.138</v></c>"
                    + "<c r='E1'><v>-0</v></c><c r='F1'><v>1.2345678901234568E+17</v></c>"
                    + "<c r='G1'><v>1E-7</v></c><c r='H1'><v>NaN</v></c><c r='I1'><v/></c></row>")
            .in(folder);
    Path renamed = Files.move(file, folder.resolve("export.csv"));
    assertThat(Reading.of(renamed).lines())
        .containsExactly(
            "1: A=NUMBER 1, B=NUMBER 1200000, C=NUMBER 0.3, D=NUMBER 6.138, E=NUMBER 0,"
                + " F=NUMBER 123456789012346000, G=NUMBER 0.0000001, H=TEXT NaN");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "0.5, 0.5",
    "1234.56, 1234.56",
    "999999999999999, 999999999999999",
    "007, 7",
    "00.5, 0.5",
    "1.50, 1.5",
    "2., 2",
    "5.0, 5",
    ".5, 0.5",
    "+5, 5",
    "1234567890.123456, 1234567890.12346",
    "0.1000000000000001, 0.1"
  })
  void a_number_reads_the_same_however_it_is_written(String written, String read) {
    Path file = RawXlsx.rows("<row r='1'><c r='A1'><v>" + written + "</v></c></row>").in(folder);

    assertThat(Reading.of(file).lines()).containsExactly("1: A=NUMBER " + read);
  }

  @Test
  void rows_and_cells_without_references_follow_one_another() {
    Path file =
        RawXlsx.sheet(
                "<worksheet xmlns='"
                    + RawXlsx.MAIN
                    + "'><dimension ref='A1:ZZ1048576'/><sheetData>"
                    + "<row><c><v>1</v></c><c><v>2</v></c></row><row/>"
                    + "<row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c><c r='A5'><v>5</v></c></row>"
                    + "<row><c r='AA6'><v>6</v></c></row><row r='9' hidden='1'/></sheetData>"
                    + "<rowBreaks/></worksheet>")
            .in(folder);
    Reading reading = Reading.of(file);
    assertThat(reading.lines().subList(0, 2))
        .containsExactly("1: A=NUMBER 1, B=NUMBER 2", "5: A=NUMBER 5, C=NUMBER 3, D=NUMBER 4");
    assertThat(reading.rows().get(2).number()).isEqualTo(6);
    assertThat(reading.cell(2, 0).column()).isEqualTo(26);
    assertThat(reading.blankRows()).isEqualTo(6);
  }

  @Test
  void strings_keep_their_exact_text_without_phonetic_guides() {
    Path file =
        RawXlsx.rows(
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                    + "<c r='C1' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                    + "<c r='D1' t='s'><v>2</v></c><c r='E1' t='s'><v>3</v></c></row>"
                    + "<row r='2'><c r='A2' t='s'><v>4</v></c></row>")
            .strings(
                "<si><t xml:space='preserve'> two  spaces </t></si>"
                    + "<si><r><rPr><b/></rPr><t>Sec</t></r><r><t>tion\u00A020</t></r>"
                    + "<rPh sb='0' eb='1'><t>guide</t></rPh><phoneticPr/></si>"
                    + "<si><t>a_x000D_b_x005F_x0041_ &amp; &lt;c&gt;</t></si><si><t/></si>"
                    + "<si><t> \u00A0</t></si>")
            .in(folder);
    Reading reading = Reading.of(file);
    assertThat(reading.texts())
        .containsExactly(" two  spaces ¦Section\u00A020¦inline¦a\rb_x0041_ & <c>");
    assertThat(reading.blankRows()).isEqualTo(1);
  }

  @Test
  void a_formula_gives_its_saved_result_or_none() {
    Path file =
        RawXlsx.rows(
                "<row r='1'><c r='A1'><f>H2+5</f><v>45720</v></c>"
                    + "<c r='B1' t='str'><f>X</f><v>done</v></c>"
                    + "<c r='C1' t='str'><f>X</f><v></v></c><c r='D1'><f>X</f><v/></c>"
                    + "<c r='E1'><f>X</f></c><c r='F1' t='e'><f>X</f><v>#REF!</v></c>"
                    + "<c r='G1' t='b'><f>X</f><v>0</v></c><c r='H1' t='str'><f>X</f></c></row>")
            .in(folder);
    assertThat(Reading.of(file).lines())
        .containsExactly(
            "1: A=NUMBER 45720, B=TEXT done, D=NO_RESULT , E=NO_RESULT , F=ERROR #REF!,"
                + " G=BOOLEAN FALSE, H=NO_RESULT ");
  }

  @Test
  void a_style_decides_what_is_a_date() {
    String styles =
        "<styleSheet xmlns='%s'><numFmts><numFmt numFmtId='164' formatCode='dd\\/mm\\/yyyy;@'/>"
            + "<numFmt numFmtId='165' formatCode='0.0&quot; days&quot;'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
            + "<xf numFmtId='165'/><xf numFmtId='22'/></cellXfs></styleSheet>";
    RawXlsx workbook =
        RawXlsx.rows(
                "<row r='1'><c r='A1' s='0'><v>45720</v></c><c r='B1' s='1'><v>45720</v></c>"
                    + "<c r='C1' s='2'><v>45720</v></c><c r='D1' s='3'><v>45720</v></c>"
                    + "<c r='E1' s='4'><v>45720.5000058</v></c><c r='F1' s='1'><v>-3</v></c>"
                    + "<c r='G1' s='1'><v>3000000</v></c><c r='H1' s='1'><v>1</v></c>"
                    + "<c r='I1' t='d'><v>2025-03-04T00:00:00Z</v></c></row>")
            .with("xl/styles.xml", styles.formatted(RawXlsx.MAIN));
    Reading reading = Reading.of(workbook.in(folder));
    assertThat(reading.lines())
        .containsExactly(
            "1: A=NUMBER 45720, B=DATE 2025-03-04, C=DATE 2025-03-04, D=NUMBER 45720,"
                + " E=DATE 2025-03-04T12:00:01, F=NUMBER -3, G=NUMBER 3000000,"
                + " H=DATE 1900-01-01, I=DATE 2025-03-04");
    assertThat(reading.cell(0, 0).moment()).isEqualTo(LocalDateTime.parse("2025-03-04T00:00"));
    assertThat(reading.cell(0, 6).moment()).isNull();

    workbook.replacing("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904='1'/>");
    Reading from1904 = Reading.of(workbook.in(folder));
    assertThat(from1904.cell(0, 1).text()).isEqualTo("2029-03-05");
    assertThat(from1904.cell(0, 0).moment()).isEqualTo(LocalDateTime.parse("2029-03-05T00:00"));
  }

  @Test
  void a_number_has_the_noughts_before_it_that_its_format_shows() {
    String styles =
        "<styleSheet xmlns='%s'><numFmts><numFmt numFmtId='164' formatCode='000000'/>"
            + "<numFmt numFmtId='165' formatCode='0.00'/></numFmts>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>"
            + "</styleSheet>";
    RawXlsx workbook =
        RawXlsx.rows(
                "<row r='1'><c r='A1' s='1'><v>42</v></c><c r='B1' s='1'><v>1234567</v></c>"
                    + "<c r='C1' s='1'><v>-4</v></c><c r='D1' s='1'><v>4.5</v></c>"
                    + "<c r='E1' s='2'><v>42</v></c><c r='F1' s='0'><v>42</v></c></row>")
            .with("xl/styles.xml", styles.formatted(RawXlsx.MAIN));
    assertThat(Reading.of(workbook.in(folder)).lines())
        .containsExactly(
            "1: A=NUMBER 000042, B=NUMBER 1234567, C=NUMBER -4, D=NUMBER 4.5, E=NUMBER 42,"
                + " F=NUMBER 42");
  }

  @Test
  void the_leap_day_that_1900_never_had_is_counted_as_excel_counts_it() {
    assertThat(Cells.number(0, 59, true, false).text()).isEqualTo("1900-02-28");
    assertThat(Cells.number(0, 60, true, false).moment()).isNull();
    assertThat(Cells.number(0, 61, true, false).text()).isEqualTo("1900-03-01");
    assertThat(Cells.number(0, 2958465, true, false).text()).isEqualTo("9999-12-31");
    assertThat(Cells.number(0, 0.5, false, false).moment()).isNull();
    assertThat(Cells.number(0, 45719.999999999, true, false).text()).isEqualTo("2025-03-04");
    assertThat(Cells.number(0, 45720.99999997, true, false).text())
        .isEqualTo("2025-03-04T23:59:59");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void every_serial_is_the_date_that_poi_takes_it_for(boolean from1904) {
    for (int i = 1; i < 30_000; i++) {
      double serial = i * 97 + (i * 37 % 1440) / 1440.0;
      assertThat(Cells.number(0, serial, false, from1904).moment())
          .isEqualTo(DateUtil.getLocalDateTime(serial, from1904, true));
    }
    for (int serial = from1904 ? 1 : 61; serial < 500; serial++) {
      assertThat(Cells.number(0, serial, false, from1904).moment())
          .isEqualTo(DateUtil.getLocalDateTime(serial, from1904));
    }
  }

  @Test
  void the_strict_form_reads_the_same() {
    Path file =
        RawXlsx.rows("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
            .strings("<si><t>x</t></si>")
            .strict()
            .in(folder);
    assertThat(Reading.of(file).lines()).containsExactly("1: A=TEXT x");
  }

  @ParameterizedTest
  @CsvSource({
    "worksheets/sheet%201.xml, xl/worksheets/sheet 1.xml",
    "worksheets/sheet%201.xml, xl/worksheets/sheet%201.xml",
    "worksheets/sheet 1.xml, xl/worksheets/sheet 1.xml",
    "worksheets/sheet 1.xml, xl/worksheets/sheet%201.xml",
    "/xl/worksheets/Bl%C3%A4tter.xml, xl/worksheets/Bl\u00e4tter.xml",
    "worksheets/100%.xml, xl/worksheets/100%.xml",
    "../xl/./worksheets/sheet1.xml, xl/worksheets/sheet1.xml",
    "\\xl\\worksheets\\sheet1.xml, /XL/worksheets/sheet1.xml",
  })
  void a_part_is_found_however_its_name_is_written(String target, String part) {
    RawXlsx book = RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>");
    Path file =
        book.moving("xl/worksheets/sheet1.xml", part)
            .replacing("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", target)
            .in(folder);
    assertThat(Reading.of(file).lines()).containsExactly("1: A=NUMBER 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Target='worksheets/gone.xml'",
        "Target='../../worksheets/sheet1.xml'",
        "Target='file:///etc/hostname'",
        "Target='file%3A///etc/hostname'",
        "Target='//elsewhere/sheet1.xml'",
        "Target='worksheets/sheet1.xml' TargetMode='External'",
        "Target='https://elsewhere.example/sheet1.xml' TargetMode='External'",
        "",
      })
  void a_sheet_whose_part_cannot_be_had_is_named_and_refused(String target) {
    Path file =
        RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .replacing(
                "xl/workbook.xml",
                "</sheets>",
                "<sheet name='Lost' sheetId='2' r:id='rId9'/></sheets>")
            .replacing(
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                (target.isEmpty()
                        ? ""
                        : "<Relationship Id='rId9' Type='"
                            + RawXlsx.OFFICE
                            + "/worksheet' "
                            + target
                            + "/>")
                    + "</Relationships>")
            .in(folder);
    assertThat(Reading.of(file).lines()).hasSize(1);
    try (SourceFile source = Spreadsheets.open(file)) {
      assertThat(source.sheetNames()).containsExactly("List 1", "Lost");
      assertThatThrownBy(() -> source.open(1))
          .isInstanceOf(UnreadableExtract.class)
          .hasMessageContaining("what it holds is not in the workbook");
    }
  }

  @Test
  void two_sheets_of_one_part_and_two_parts_of_one_id_are_damage() {
    RawXlsx twice =
        RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .replacing(
                "xl/workbook.xml",
                "</sheets>",
                "<sheet name='Again' sheetId='2' r:id='rId1'/></sheets>");
    assertThatThrownBy(() -> Reading.of(twice.in(folder), 1))
        .hasMessageContaining("is the same as");

    Path oneId =
        RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .replacing("xl/_rels/workbook.xml.rels", "rId3", "rId1")
            .in(folder);
    assertThatThrownBy(() -> Reading.of(oneId)).hasMessageContaining("go by one id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"styles.xml", "/xl/sharedStrings.xml"})
  void without_what_its_cells_refer_to_a_workbook_is_refused(String part) {
    Path file =
        RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .replacing("xl/_rels/workbook.xml.rels", "'" + part + "'", "'file:///etc/hostname'")
            .in(folder);
    assertThatThrownBy(() -> Reading.of(file)).hasMessageContaining("said to be outside it");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-07-30T23:00:00.000Z, DATE 2017-07-31",
    "2017-07-31T00:00:00+01:00, DATE 2017-07-31",
    "2017-12-03T14:05:00Z, DATE 2017-12-03T14:05",
    "2017-07-30, DATE 2017-07-30",
    "2017-07-30T23:00:00, DATE 2017-07-30T23:00",
    "2017-07-31T00:00:00+02:00, TEXT 2017-07-31T00:00:00+02:00",
    "13:45:00, TEXT 13:45:00",
  })
  void a_moment_in_a_date_cell_is_the_day_that_it_was_in_the_united_kingdom(
      String written, String read) {
    Path file =
        RawXlsx.rows("<row r='1'><c r='A1' t='d'><v>" + written + "</v></c></row>").in(folder);
    assertThat(Reading.of(file).lines()).containsExactly("1: A=" + read);
  }

  @Test
  void a_sheet_cut_short_gives_its_rows_and_then_says_where_it_stops() {
    Path file =
        RawXlsx.sheet(
                "<worksheet xmlns='"
                    + RawXlsx.MAIN
                    + "'><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
                    + "<row r='7'><c r='A7'><v>2</v></c></row><row r='8'><c r='A8'><v>3")
            .in(folder);
    try (SourceFile source = Spreadsheets.open(file);
        SourceSheet sheet = source.open(0)) {
      assertThat(sheet.next()).isNotNull();
      assertThat(sheet.next()).isNotNull();
      assertThatThrownBy(sheet::next)
          .isInstanceOf(UnreadableExtract.class)
          .hasMessage(
              "The sheet cannot be read after row 7: the file is damaged or was not copied"
                  + " completely.");
    }
  }

  @Test
  void a_cell_that_points_at_no_shared_string_is_damage() {
    Path file = RawXlsx.rows("<row r='1'><c r='A1' t='s'><v>5</v></c></row>").in(folder);
    assertThatThrownBy(() -> Reading.of(file))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("from its first row");
  }

  @Test
  void entities_are_refused() {
    Path file =
        RawXlsx.sheet(
                "<!DOCTYPE worksheet [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet xmlns='"
                    + RawXlsx.MAIN
                    + "'><sheetData><row r='1'><c r='A1' t='str'><v>&e;</v></c></row></sheetData>"
                    + "</worksheet>")
            .in(folder);
    assertThatThrownBy(() -> Reading.of(file))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("XML entities");
  }

  @Test
  void a_leading_apostrophe_is_no_part_of_the_value() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      CellStyle quoted = workbook.createCellStyle();
      quoted.setQuotePrefixed(true);
      XSSFRow row = workbook.createSheet("A").createRow(0);
      row.createCell(0).setCellValue("00123");
      row.getCell(0).setCellStyle(quoted);
      assertThat(Reading.of(saved(workbook)).cell(0, 0))
          .satisfies(cell -> assertThat(cell.text()).isEqualTo("00123"))
          .satisfies(cell -> assertThat(cell.kind()).isEqualTo(Kind.TEXT));
    }
  }

  private static CellStyle style(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private Path saved(XSSFWorkbook workbook) throws IOException {
    Path file = folder.resolve("workbook.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }
}
