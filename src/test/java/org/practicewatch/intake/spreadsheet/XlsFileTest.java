package org.practicewatch.intake.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.hssf.usermodel.HSSFFormulaEvaluator;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;

class XlsFileTest {

  @TempDir Path folder;

  @Test
  void a_binary_workbook_reads_like_an_xlsx() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("List_2");
      workbook.createSheet("Codes");
      workbook.setSheetHidden(1, true);
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat((short) 14);
      HSSFRow row = sheet.createRow(1);
      row.createCell(0).setCellValue(36526);
      row.createCell(1).setCellValue(36526);
      row.getCell(1).setCellStyle(date);
      row.createCell(2).setCellValue(" x\u00A0");
      row.createCell(3).setCellValue(false);
      row.createCell(4).setCellErrorValue(FormulaError.REF);
      row.createCell(5).setCellFormula("A2/4");
      row.createCell(6).setCellFormula("\"a\"&\"b\"");
      row.createCell(7).setCellFormula("NA()");
      row.createCell(8).setCellValue("");
      CellStyle digits = workbook.createCellStyle();
      digits.setDataFormat(workbook.createDataFormat().getFormat("000000"));
      row.createCell(9).setCellValue(42);
      row.getCell(9).setCellStyle(digits);
      row.setZeroHeight(true);
      sheet.createRow(3).createCell(0).setCellValue("  ");
      HSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
      Path file = folder.resolve("old.xls");
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }

      Reading reading = Reading.of(file);

      assertThat(reading.lines())
          .containsExactly(
              "2: A=NUMBER 36526, B=DATE 2000-01-01, C=TEXT  x\u00A0, D=BOOLEAN FALSE,"
                  + " E=ERROR #REF!, F=NUMBER 9131.5, G=TEXT ab, H=ERROR #N/A, J=NUMBER 000042");
      assertThat(reading.cell(0, 0).moment()).isEqualTo(LocalDateTime.parse("2000-01-01T00:00"));
      assertThat(reading.rows()).extracting(SourceRow::hidden).containsExactly(true);
      assertThat(reading.blankRows()).isEqualTo(3);
      try (SourceFile source = Spreadsheets.open(file);
          SourceSheet codes = source.open(1)) {
        assertThat(source.sheetNames()).containsExactly("List_2", "Codes");
        assertThat(codes.hidden()).isTrue();
        assertThat(codes.next()).isNull();
        assertThat(codes.blankRows()).isZero();
      }
    }
  }
}
