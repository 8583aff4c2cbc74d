package org.practicewatch.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.SheetsIn;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.PracticeStandard;

/** The workbook to fill in: what it asks for, and that a night reads it. */
class TemplateTest {

  private static final Settings SHIPPED = new SettingsFolder(Path.of("jobs")).read();
  private static final DataFormatter TEXT = new DataFormatter();

  @TempDir static Path folder;

  private static Path template;

  @BeforeAll
  static void a_template() {
    Practicewatch.Run run = Practicewatch.run("template", "--output", folder.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    template = folder.resolve("activities-and-spans.xlsx");
    assertThat(run.out()).contains(template.toString());
  }

  @Test
  void its_sheets_have_names_that_excel_takes() throws Exception {
    assertThat(SheetsIn.refusedByExcel(folder)).isEmpty();
  }

  @Test
  void it_has_a_sheet_to_read_two_to_fill_in_and_one_that_says_what_is_needed() throws IOException {
    try (XSSFWorkbook workbook = open(template)) {
      List<String> sheets = new ArrayList<>();
      workbook.forEach(sheet -> sheets.add(sheet.getSheetName()));
      assertThat(sheets)
          .containsExactly("Read me", "Activities", "Spans", "What to extract", "Lists");
      assertThat(texts(workbook.getSheet("Activities").getRow(2)))
          .containsExactly(
              "Child ID",
              "What",
              "Date",
              "Time",
              "Status",
              "Recorded on",
              "Worker",
              "Team",
              "Marks",
              "Reference",
              "Reference is of",
              "Subject kind",
              "Subject ID");
      for (String sheet : List.of("Activities", "Spans")) {
        assertThat(workbook.getSheet(sheet).getLastRowNum()).as("no example rows").isEqualTo(2);
        assertThat(workbook.getSheet(sheet).getPaneInformation().isFreezePane()).isTrue();
      }
    }
  }

  @Test
  void what_can_be_chosen_is_what_the_vocabulary_and_the_code_lists_name() throws IOException {
    try (XSSFWorkbook workbook = open(template)) {
      Sheet activities = workbook.getSheet("Activities");
      List<String> lists =
          activities.getDataValidations().stream()
              .map(DataValidation::getValidationConstraint)
              .map(constraint -> String.valueOf(constraint.getFormula1()))
              .filter(formula -> formula.startsWith("Lists!"))
              .toList();
      assertThat(lists).as("what, status, marks, reference is of, subject kind").hasSize(5);
      assertThat(column(workbook.getSheet("Lists"), 0))
          .containsExactlyInAnyOrderElementsOf(SHIPPED.vocabulary().activities());
      assertThat(column(workbook.getSheet("Lists"), 2))
          .containsExactlyInAnyOrderElementsOf(SHIPPED.vocabulary().marks());
      assertThat(column(workbook.getSheet("Lists"), 5))
          .containsExactlyInAnyOrderElementsOf(SHIPPED.vocabulary().spans());
    }
  }

  @Test
  void every_standard_says_which_rows_it_needs_and_every_one_of_them_can_be_chosen()
      throws IOException {
    Set<String> standards = new HashSet<>();
    try (XSSFWorkbook workbook = open(template)) {
      for (Row row : workbook.getSheet("What to extract")) {
        List<String> texts = texts(row);
        if (row.getRowNum() > 0) {
          standards.add(texts.get(0));
          boolean activity = texts.get(2).equals("Activities");
          assertThat(texts.get(3))
              .isIn(activity ? SHIPPED.vocabulary().activities() : SHIPPED.vocabulary().spans());
          assertThat(texts.get(5)).isNotEmpty();
          assertThat(texts.get(7)).isEqualTo(texts.get(8).isEmpty() ? "yes" : texts.get(7));
          assertThat(texts.get(9)).isNotEmpty();
        }
      }
    }
    assertThat(standards)
        .containsExactlyInAnyOrderElementsOf(
            new HashSet<>(SHIPPED.standards().stream().map(PracticeStandard::id).toList()));
  }

  @Test
  void what_another_layout_carries_is_not_to_be_extracted_twice() throws IOException {
    List<String> yes = new ArrayList<>();
    List<String> no = new ArrayList<>();
    try (XSSFWorkbook workbook = open(template)) {
      for (Row row : workbook.getSheet("What to extract")) {
        List<String> texts = texts(row);
        (texts.get(7).equals("yes") ? yes : no).add(texts.get(3));
        if (texts.get(3).equals("visit recorded")) {
          assertThat(texts.get(5)).startsWith("Recorded on, in the row of the").contains("visit");
        }
        if (texts.get(0).equals("REG44")) {
          assertThat(texts.get(6)).contains("Subject kind: home");
        }
      }
    }
    assertThat(yes).contains("core group", "PEP", "case supervision", "regulation 44 visit");
    assertThat(no).contains("looked-after visit", "child protection plan", "episode");
    assertThat(yes).doesNotContainAnyElementsOf(no);
  }

  @Test
  void filled_in_it_is_read_by_a_night() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    try (XSSFWorkbook workbook = open(template)) {
      LocalDate asAt = LocalDate.of(2026, 3, 31);
      Sheet activities = workbook.getSheet("Activities");
      activities.getRow(0).getCell(1).setCellValue(asAt);
      fill(activities, 3, "00123", "core group", LocalDate.of(2026, 1, 12), "", "Completed");
      fill(activities, 4, "00123", "Core Group", LocalDate.of(2026, 2, 23), "", "");
      fill(activities, 5, "00123", "core group", LocalDate.of(2026, 4, 6), "", "planned");
      Row visit = fill(activities, 6, "", "regulation 44 visit", LocalDate.of(2026, 2, 3));
      visit.createCell(11).setCellValue("home");
      visit.createCell(12).setCellValue("SC000001");
      Sheet spans = workbook.getSheet("Spans");
      spans.getRow(0).getCell(1).setCellValue(asAt);
      fill(spans, 3, "00123", "child protection plan", LocalDate.of(2026, 1, 2));
      Row home = fill(spans, 4, "", "children's home", LocalDate.of(2026, 1, 20));
      home.createCell(10).setCellValue("home");
      home.createCell(11).setCellValue("SC000001");
      try (OutputStream out = Files.newOutputStream(input.resolve("filled in.xlsx"))) {
        workbook.write(out);
      }
    }
    Path output = folder.resolve("output");
    Practicewatch.Run run =
        Practicewatch.run("nightly", "--input", input.toString(), "--output", output.toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("held 0; rows rejected 0");
    List<Map<String, String>> findings =
        Practicewatch.rows(output.resolve("2026-03-31/findings.csv"));
    assertThat(findings)
        .filteredOn(row -> row.get("standard").equals("CORE-GROUP"))
        .extracting(row -> row.get("done"), row -> row.get("timeliness"), row -> row.get("source"))
        .startsWith(tuple("2026-01-12", "IN_TIMESCALE", "filled in.xlsx!Activities!C4"));
    assertThat(findings)
        .filteredOn(row -> row.get("standard").equals("REG44"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("subject")).isEqualTo("home:SC000001"));
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new XSSFWorkbook(bytes);
    }
  }

  private static Row fill(
      Sheet sheet, int number, String child, String what, LocalDate on, String... more) {
    Row row = sheet.createRow(number);
    row.createCell(0).setCellValue(child);
    row.createCell(1).setCellValue(what);
    row.createCell(2).setCellValue(on);
    row.getCell(2).setCellStyle(sheet.getRow(0).getCell(1).getCellStyle());
    for (int place = 0; place < more.length; place++) {
      row.createCell(3 + place).setCellValue(more[place]);
    }
    return row;
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int place = 0; place < row.getLastCellNum(); place++) {
      texts.add(TEXT.formatCellValue(row.getCell(place)));
    }
    return texts;
  }

  private static List<String> column(Sheet sheet, int place) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      String text = TEXT.formatCellValue(row.getCell(place));
      if (row.getRowNum() > 0 && !text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }
}
