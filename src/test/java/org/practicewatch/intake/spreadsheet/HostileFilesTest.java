package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.UnreadableExtract;

/**
 * Files that are damaged, or made to do damage: each is read as it was written, or refused in plain
 * words; nothing else is ever thrown.
 */
class HostileFilesTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;

  /** Reads its first sheet to the end. */
  private static String read(Path file) {
    try (SourceFile source = Spreadsheets.open(file)) {
      return source.sheetNames().isEmpty()
          ? "refused: there is no sheet"
          : String.join("\n", Reading.of(file).lines());
    } catch (UnreadableExtract refused) {
      return "refused: " + refused.getMessage();
    }
  }

  private Path workbook(Workbook book, String name) throws IOException {
    Path file = folder.resolve(name);
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("People");
      for (int i = 0; i < 40; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue(1000 + i);
        row.createCell(1).setCellValue("text " + i);
        row.createCell(2).setCellValue(45_000 + i / 7.0);
      }
      book.write(out);
    }
    return file;
  }

  @Test
  void a_workbook_cut_anywhere_is_refused() throws IOException {
    Path whole = workbook(new XSSFWorkbook(), "whole.xlsx");
    byte[] bytes = Files.readAllBytes(whole);
    for (int i = 1; i <= 60; i++) {
      Path cut = folder.resolve("cut.xlsx");
      Files.write(cut, Arrays.copyOf(bytes, 4 + (bytes.length - 5) * i / 60));
      assertThat(read(cut)).startsWith("refused: ");
    }
  }

  @Test
  void a_workbook_in_which_a_byte_changed_is_refused_or_says_what_it_said() throws IOException {
    Path whole = workbook(new XSSFWorkbook(), "whole.xlsx");
    String said = read(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = folder.resolve("changed.xlsx");
      Files.write(file, changed);
      String now = read(file);
      if (now.startsWith("refused: ")) {
        refused++;
      } else {
        assertThat(now).isEqualTo(said);
      }
    }
    assertThat(refused).isGreaterThan(75);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void an_old_workbook_with_garbage_in_it_throws_nothing_else(int seed) throws IOException {
    Path whole = workbook(new HSSFWorkbook(), "whole.xls");
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      byte[] changed =
          Arrays.copyOf(bytes, i % 3 == 0 ? random.nextInt(bytes.length) : bytes.length);
      for (int at = 8; at < changed.length; at += 1 + random.nextInt(900)) {
        changed[at] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve("garbage.xls");
      Files.write(file, changed);
      assertThat(read(file)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='3'><c r='A3'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>",
        "<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>",
        "<row r='-5'><c><v>1</v></c></row>",
        "<row r='0'><c><v>1</v></c></row>",
        "<row r='1048577'><c><v>1</v></c></row>",
        "<row r='99999999999'><c><v>1</v></c></row>",
        "<row r='x'><c><v>1</v></c></row>",
        "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
        "<row r='1'><c r='XFE1'><v>1</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>7</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
        "<row r='1'><c r='A1' s='x'><v>1</v></c></row>",
        "<row r='1'><c r='A1'><v>1</c></row>",
        "<row r='1'><c r='A1'><v>&bomb;</v></c></row>",
      })
  void rows_and_cells_that_no_spreadsheet_program_writes_are_refused(String rows) {
    assertThat(read(RawXlsx.rows(rows).in(folder))).startsWith("refused: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"})
  void entities_are_refused_in_every_part(String part) {
    RawXlsx book = RawXlsx.rows("<row r='1'><c r='A1'><v>1</v></c></row>");
    String laughs =
        "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&b;&f;</x>";
    assertThat(read(book.with(part, laughs).in(folder))).startsWith("refused: ");
  }

  @Test
  void a_cell_that_would_fill_the_memory_is_refused() throws IOException {
    Path file = folder.resolve("endless.xlsx");
    endless(file, "<row r='1'><c r='A1' t='inlineStr'><is><t>");
    assertThat(read(file)).contains("more text in one cell than any cell can");
    endless(file, "<row r='1' note='");
    assertThat(read(file)).contains("more text in one cell than any cell can");
  }

  /** A sheet whose one text goes on for eight million letters that hardly compress. */
  private void endless(Path file, String opening) throws IOException {
    RawXlsx.rows("").without(SHEET).in(folder);
    byte[] letters = new byte[1 << 20];
    Random random = new Random(3);
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    try (ZipOutputStream to =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        ZipFile from = new ZipFile(folder.resolve("raw.xlsx").toFile())) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
      to.putNextEntry(new ZipEntry(SHEET));
      to.write(("<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData>" + opening).getBytes(UTF_8));
      for (int i = 0; i < 8; i++) {
        to.write(letters);
      }
      to.closeEntry();
    }
  }

  @Test
  void a_part_that_swells_a_thousandfold_is_refused() {
    String rows = "<row><c><v>1</v></c></row>".repeat(100_000);
    assertThat(read(RawXlsx.rows(rows).in(folder))).contains("expands to far more");
  }

  @Test
  void a_long_text_is_kept_as_far_as_any_cell_goes() {
    String text = "x".repeat(60_000);
    Path file =
        RawXlsx.rows("<row r='1'><c r='A1' t='inlineStr'><is><t>" + text + "</t></is></c></row>")
            .with("xl/padding.bin", noise(40_000))
            .in(folder);
    assertThat(Reading.of(file).cell(0, 0).text().length()).isGreaterThan(32_767);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(4).nextBytes(noise);
    return noise;
  }

  @Test
  void a_file_made_by_apples_program_is_named_as_such() {
    Path file = RawXlsx.rows("").without("_rels/.rels").with("Index/Document.iwa", "x").in(folder);
    assertThat(read(file)).contains("Apple Numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,2,3\n4,5",
        "a,b,c\r\n1,2,3\r\n4",
        "a,b,c\r1,2,3\r4,5",
        "a;b;c\n1;2;3\n4;5",
        "a,b\n1,2\n\"x"
      })
  void a_csv_that_ends_within_its_last_row_says_so(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("cut.csv"), text);
    Reading reading;
    try {
      reading = Reading.of(file);
    } catch (UnreadableExtract refused) {
      assertThat(refused).hasMessageContaining("never properly closed");
      return;
    }
    assertThat(reading.rows().get(1).cutShort()).isFalse();
    assertThat(reading.rows().get(2).cutShort()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,2,3\n4,5\n",
        "a,b,c\n1,2,3\n4,5,6",
        "a,b,c\n1,2\n4,5",
        "a,b,c\n4,5\n6,7,8",
        "a,b,c\n1,2,3\n4,5\n\n"
      })
  void a_ragged_row_is_no_sign_of_a_file_cut_short(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("ragged.csv"), text);
    assertThat(Reading.of(file).rows()).noneMatch(row -> row.cutShort());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "x-MacRoman"})
  void an_encoding_changes_no_plain_text(String encoding) throws IOException {
    Path file = folder.resolve("encoded.csv");
    Files.write(file, "a,b\r\n1,caf\u00e9\r\n2,tea\r\n".getBytes(Charset.forName(encoding)));
    assertThat(Reading.of(file).texts()).hasSize(3).contains("a¦b", "2¦tea");
  }

  @Test
  void a_byte_that_is_no_utf_8_does_not_make_the_byte_order_mark_part_of_the_first_heading()
      throws IOException {
    Path file = folder.resolve("marked.csv");
    Files.write(file, "\u00ef\u00bb\u00bfa,b\r\n1,\u00a3\r\n".getBytes(ISO_8859_1));
    assertThat(Reading.of(file).texts()).containsExactly("a\u00a6b", "1\u00a6\ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b\n1,\"2\n3,4\n", "a,b\n1,\"2\"x\n3,4\n", "a,b\n1,2\u0000", "a,b\n\"1\n\n\n"})
  void a_csv_whose_rows_cannot_be_told_apart_is_refused(String text) throws IOException {
    assertThat(read(Files.writeString(folder.resolve("odd.csv"), text))).startsWith("refused: ");
  }

  @Test
  void a_line_without_end_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("line.csv"), "a,b\n" + "x".repeat(6_000_000));
    assertThatThrownBy(() -> Reading.of(file))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("longer than any spreadsheet's");
  }
}
