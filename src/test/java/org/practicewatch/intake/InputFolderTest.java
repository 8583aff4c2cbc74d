package org.practicewatch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.Drop.ReceivedTable;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.practicewatch.intake.spreadsheet.TableInside;

/** What lies in the folder, and which tables are in it. */
class InputFolderTest {

  private static final String REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE";
  private static final String A_REVIEW = "7001,15/06/2010,28/07/2017,PN1";
  private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN";

  @TempDir Path folder;

  private Drop look() {
    return new InputFolder(Sheet.SHIPPED.profiles(), Spreadsheets::open, TableInside::mayBe)
        .look(folder);
  }

  private List<ReceivedTable> tables(String... lines) throws IOException {
    write("a.csv", lines);
    return look().files().get(0).tables();
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
  }

  private static String told(ReceivedTable table) {
    return table.found().map(Headings.Recognised::name).orElse("?")
        + " "
        + table.headerRow()
        + "-"
        + (table.lastRow() == Integer.MAX_VALUE ? "" : table.lastRow());
  }

  // --- Several tables on a sheet -------------------------------------------------------------

  @Test
  void a_table_beneath_another_is_read_by_headings_of_its_own() throws IOException {
    List<ReceivedTable> tables =
        tables(HEADER, "7001,1,15/06/2010,WBRI,", "", "Reviews", REVIEWS, A_REVIEW);
    assertThat(tables)
        .extracting(InputFolderTest::told)
        .containsExactly("header 1-4", "reviews 5-");
    assertThat(tables).allMatch(table -> table.heldBecause().isEmpty());
  }

  @Test
  void a_table_of_the_same_kind_whose_columns_stand_otherwise_is_read_by_its_own_headings()
      throws IOException {
    assertThat(
            tables(
                REVIEWS, A_REVIEW, "CHILD,REVIEW,REVIEW_CODE,DOB", "7001,28/8/2017,PN1,1/6/2010"))
        .extracting(InputFolderTest::told)
        .containsExactly("reviews 1-2", "reviews 3-");
  }

  @Test
  void headings_that_come_again_begin_no_other_table() throws IOException {
    assertThat(tables(REVIEWS, A_REVIEW, "", REVIEWS, A_REVIEW))
        .extracting(InputFolderTest::told)
        .containsExactly("reviews 1-");
  }

  @Test
  void a_list_of_planned_reviews_beneath_those_held_is_held_and_told_for_what_it_is()
      throws IOException {
    List<ReceivedTable> tables =
        tables(
            REVIEWS, A_REVIEW, "CHILD,DOB,PLANNED,REVIEW_CODE", "7001,15/06/2010,20/10/2017,PN1");
    assertThat(tables)
        .extracting(InputFolderTest::told)
        .containsExactly("reviews 1-2", "reviews 3-");
    assertThat(tables.get(0).heldBecause()).isEmpty();
    assertThat(tables.get(1).heldBecause())
        .isEqualTo(
            "Another table begins in row 3. It looks like reviews, but has no column headed REVIEW.");
  }

  @Test
  void a_summary_beneath_a_table_is_left_out_and_told() throws IOException {
    List<ReceivedTable> tables =
        tables(REVIEWS, A_REVIEW, "", "Month,Held,Late", "July,1,0", "August,0,0");
    assertThat(tables).extracting(InputFolderTest::told).containsExactly("reviews 1-2", "? 4-");
    assertThat(tables.get(1).heldBecause()).isEmpty();
    assertThat(tables.get(1).leftOutBecause())
        .contains("row 4")
        .contains("'Month', 'Held', 'Late'");
  }

  @Test
  void a_list_of_children_under_unknown_headings_beneath_a_table_is_held() throws IOException {
    List<ReceivedTable> tables =
        tables(REVIEWS, A_REVIEW, "", "Who,When it is planned", "7001,20/10/2017");
    assertThat(tables.get(1).heldBecause()).contains("row 4").contains("'When it is planned'");
  }

  @Test
  void rows_below_a_gap_are_rows_of_the_table() throws IOException {
    assertThat(tables(REVIEWS, A_REVIEW, "", "A,15/06/2010,28/07/2017,PN1", "", A_REVIEW))
        .hasSize(1);
  }

  @Test
  void two_tables_side_by_side_are_two() throws IOException {
    List<ReceivedTable> tables =
        tables(REVIEWS + ",," + HEADER, A_REVIEW + ",,7001,1,15/06/2010,WBRI,");
    assertThat(tables).extracting(InputFolderTest::told).containsExactly("reviews 1-", "header 1-");
    SourceRow left = new SourceRow(3, false, Sheet.cells("7001", "", "28/7/2017"));
    assertThat(tables.get(0).own(left)).isEqualTo(left);
    assertThat(tables.get(1).own(left)).isNull();
  }

  @Test
  void more_tables_on_a_sheet_than_anybody_means_are_held() throws IOException {
    String[] lines = new String[60];
    for (int i = 0; i < lines.length; i += 2) {
      lines[i] = i % 4 == 0 ? REVIEWS : HEADER;
      lines[i + 1] = i % 4 == 0 ? A_REVIEW : "7001,1,15/06/2010,WBRI,";
    }
    assertThat(tables(lines))
        .singleElement()
        .satisfies(table -> assertThat(table.heldBecause()).contains("More than 20 tables"));
  }

  static List<Supplier<Workbook>> bothForms() {
    return List.of(XSSFWorkbook::new, HSSFWorkbook::new);
  }

  @ParameterizedTest
  @MethodSource("bothForms")
  void a_heading_merged_over_two_columns_is_that_of_both(Supplier<Workbook> form)
      throws IOException {
    try (Workbook book = form.get();
        OutputStream out = Files.newOutputStream(folder.resolve("plans.xlsx"))) {
      org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet("Plans");
      row(sheet, 0, "Person ID", "Plan Type", "Plan Start", "Plan End", "", "Team");
      row(sheet, 1, "7001", "CIN", "03/07/2017", "", "29/09/2017", "East");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 3, 4));
      book.write(out);
    }
    assertThat(look().files().get(0).tables().get(0).found().orElseThrow().merged())
        .containsEntry(4, 3)
        .hasSize(1);
  }

  private static void row(org.apache.poi.ss.usermodel.Sheet sheet, int number, String... texts) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        row.createCell(i).setCellValue(texts[i]);
      }
    }
  }

  // --- Lists of which little is known --------------------------------------------------------

  @Test
  void a_list_with_dates_under_headings_that_are_not_known_is_held_with_their_names()
      throws IOException {
    assertThat(tables("Person ID,DOB,Went to see,How", "7001,15/06/2010,10/07/2017,at home"))
        .singleElement()
        .satisfies(
            table ->
                assertThat(table.heldBecause())
                    .contains("'Person ID' and 'DOB'")
                    .contains("'Went to see'"));
    assertThat(tables("Person ID,DOB,Preferred name", "7001,15/06/2010,Ann").get(0).heldBecause())
        .isEmpty();
  }

  @Test
  void what_is_missing_to_the_nearest_table_is_named() throws IOException {
    assertThat(tables("Person ID,Visit Date,How", "7001,10/07/2017,at home").get(0).heldBecause())
        .contains("most like visits")
        .contains("no column headed Visit Type");
  }

  // --- Other returns ---------------------------------------------------------------------------

  @Test
  void another_national_return_is_named_once_for_what_it_is() throws IOException {
    write(
        "census.xml",
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>",
        "</CollectionDetails><Source><LEA>201</LEA></Source></Header><Children><Child>",
        "<ChildIdentifiers><LAchildID>1</LAchildID></ChildIdentifiers></Child></Children></Message>");
    assertThat(look().files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.tables()).isEmpty();
              assertThat(file.heldBecause())
                  .contains("the children in need census (Collection CIN, 2024)");
            });
  }

  @Test
  void a_file_with_many_kinds_of_records_and_none_that_is_known_is_held_once() throws IOException {
    write("other.xml", "<all><a><b>1</b></a><c><d>1</d></c><e><f>1</f></e></all>");
    assertThat(look().files())
        .singleElement()
        .satisfies(file -> assertThat(file.heldBecause()).contains("None of its 3 sheets"));
  }

  // --- Names -----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {"visits.csv.txt", "visits", "visits.txt", "visits.dat", "visits.csv.part"})
  void a_table_that_is_not_named_as_one_is_passed_over_and_told(String name) throws IOException {
    write(name, REVIEWS, A_REVIEW);
    Drop drop = look();
    assertThat(drop.files()).isEmpty();
    assertThat(drop.missesTables()).isTrue();
    assertThat(drop.passedOver().get(0).why()).contains("looks like a table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear all,\nhere are the extracts, and, for once, some commas.\nYours,\nAnn",
        "x",
        "key = value\nother = value"
      })
  void a_note_is_passed_over_without_a_word_more(String text) throws IOException {
    write("notes.txt", text);
    assertThat(look().missesTables()).isFalse();
  }

  @Test
  void an_archive_with_a_spreadsheet_in_it_is_told_and_an_opendocument_is_held_with_what_to_do()
      throws IOException {
    zip("old.zip", "visits.csv");
    zip("letter.docx", "word/document.xml");
    zip("visits.ods", "mimetype");
    zip("visits.xlsx.bak", "xl/workbook.xml");
    Drop drop = look();
    assertThat(drop.passedOver())
        .filteredOn(Drop.PassedOver::looksLikeTable)
        .extracting(Drop.PassedOver::name)
        .containsExactly("old.zip", "visits.xlsx.bak");
    assertThat(drop.files())
        .singleElement()
        .satisfies(file -> assertThat(file.heldBecause()).contains("save it as an Excel workbook"));
  }

  private void zip(String name, String inside) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(inside));
      zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
    }
  }
}
