package org.practicewatch.intake.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.intake.SourceCell.Kind;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceRow.Fault;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

class CsvFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, bom",
    "UTF-16LE, bom",
    "UTF-16BE, bom",
    "UTF-16LE, ''",
    "UTF-16BE, ''",
    "windows-1252, ''"
  })
  void every_encoding_that_councils_send_is_told_apart(String charset, String bom)
      throws IOException {
    String text = (bom.isEmpty() ? "" : "\uFEFF") + "Child ID,Name\r\n1,Zoë ‘Z’ £\r\n";
    Reading reading = Reading.of(file(text.getBytes(Charset.forName(charset))));
    assertThat(reading.texts()).containsExactly("Child ID¦Name", "1¦Zoë ‘Z’ £");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_separator_is_seen_from_the_first_lines(String separator) throws IOException {
    String text =
        "Report, run on 1 March; by team\nid~when~\"note, in\nfull; yes\"\n1~2,5~x\n2~3,5~y\n"
            .replace("~", separator);
    if (separator.equals(",")) {
      text = text.replace("2,5", "2").replace("3,5", "3");
    }
    Reading reading = Reading.of(file(text));
    assertThat(reading.rows().get(1).cells()).hasSize(3);
    assertThat(reading.cell(2, 2).text()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\r\n", "SEP=;\n", "\"sep=;\"\r"})
  void a_separator_line_is_obeyed_and_is_not_a_row(String line) throws IOException {
    Reading reading = Reading.of(file(line + "a,b,c;d\n1,2,3;4\n"));
    assertThat(reading.lines())
        .containsExactly("1: A=TEXT a,b,c, B=TEXT d", "2: A=TEXT 1,2,3, B=TEXT 4");
  }

  @Test
  void rows_are_numbered_as_a_spreadsheet_program_shows_them() throws IOException {
    Reading reading =
        Reading.of(
            file("\na,b\r\n\r\n\"one\ntwo\",\"he said \"\"no\"\"\"\r,, \n\u00A0,\n  c ,\u00A0d"));
    assertThat(reading.lines())
        .containsExactly(
            "2: A=TEXT a, B=TEXT b",
            "4: A=TEXT one\ntwo, B=TEXT he said \"no\"",
            "7: A=TEXT   c , B=TEXT \u00A0d");
    assertThat(reading.blankRows()).isEqualTo(4);
  }

  @Test
  void a_cell_is_text_whatever_it_looks_like() throws IOException {
    Reading reading = Reading.of(file("id,date\n007,2025-03-04\n1.0,,5\" pipe\n"));
    assertThat(reading.lines())
        .containsExactly(
            "1: A=TEXT id, B=TEXT date",
            "2: A=TEXT 007, B=TEXT 2025-03-04",
            "3: A=TEXT 1.0, C=TEXT 5\" pipe");
    assertThat(reading.cell(1, 1).moment()).isNull();
    assertThat(reading.cell(1, 1).kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void a_quotation_mark_never_closed_is_refused_with_its_line_and_none_of_its_text()
      throws IOException {
    Path file = file("sep=,\nid,note\n1,\"two\nlines\"\n2,\"Secret\n3,x\n");
    try (SourceFile source = Spreadsheets.open(file);
        SourceSheet sheet = source.open(0)) {
      assertThat(sheet.next()).isNotNull();
      assertThat(sheet.next()).isNotNull();
      assertThatThrownBy(sheet::next)
          .isInstanceOf(UnreadableExtract.class)
          .hasMessageContaining("line 5")
          .hasMessageNotContaining("Secret")
          .hasNoCause();
    }
  }

  @Test
  void odd_quotation_marks_inside_a_cell_join_no_rows() throws IOException {
    Reading reading =
        Reading.of(
            file(
                "id,note\n1,5\" pipe\n2,6\" pipe\n3,\"\"\n4,\"\"\"x\"\"\"\n5,\"a,\nb\",\n6,it\"s"));
    assertThat(reading.texts())
        .containsExactly(
            "id¦note", "1¦5\" pipe", "2¦6\" pipe", "3", "4¦\"x\"", "5¦a,\nb", "6¦it\"s");
  }

  @Test
  void text_after_a_closing_quotation_mark_is_refused_rather_than_guessed() throws IOException {
    assertThatThrownBy(() -> Reading.of(file("a,b\n\"x\" y,2\n3,\"4\"\n")))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void a_quotation_mark_that_swallows_the_file_is_stopped() throws IOException {
    Path file = file("id,note\n1,\"open\n" + "2,x\n".repeat(5000));
    assertThatThrownBy(() -> Reading.of(file))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void zeros_where_the_copy_stopped_are_refused_after_the_last_good_row() throws IOException {
    String good = "1,x\n".repeat(3000);
    assertThatThrownBy(() -> Reading.of(file(good + "\0".repeat(500))))
        .isInstanceOf(UnreadableExtract.class)
        .hasMessageContaining("after row 3000");
  }

  @Test
  void a_zero_within_the_file_is_a_fault_of_its_row_alone() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      Reading reading = Reading.of(file("id,note\n1,a\n2,b\0c\n3,d\n".getBytes(charset)));
      assertThat(reading.rows())
          .extracting(SourceRow::fault)
          .containsExactly(Fault.NONE, Fault.NONE, Fault.NOUGHT_BYTES, Fault.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,b%s", "%s", "%s\n2,b\n"})
  void a_file_that_ends_in_zeros_or_has_a_hole_of_them_is_refused(String text) throws IOException {
    Path file = file("id,note\n" + "1,a\n".repeat(3000) + text.formatted("\0".repeat(600)));
    assertThatThrownBy(() -> Reading.of(file)).hasMessageContaining("not copied completely");
  }

  @Test
  void the_sign_by_which_dos_ends_a_file_is_no_row() throws IOException {
    assertThat(Reading.of(file("id,note\n1,a\n\u001a")).texts()).containsExactly("id¦note", "1¦a");
  }

  @Test
  void a_formula_that_only_keeps_a_text_is_the_text() throws IOException {
    Reading reading =
        Reading.of(
            file(
                "=\"id\",note\n=\"007\",\"=\"\"20/10/2017\"\"\"\n\"=\"\"a\"\"&\"\"b\"\"\",=\"\"\n"));
    assertThat(reading.texts()).containsExactly("id¦note", "007¦20/10/2017", "=\"a\"&\"b\"¦");
  }

  @Test
  void a_row_says_how_many_cells_the_file_gives_it() throws IOException {
    Reading reading = Reading.of(file("a,b,c\n1,2,3\n1,2\n1,2,3,\n1,2,,\n"));
    assertThat(reading.rows()).extracting(SourceRow::given).containsExactly(3, 3, 2, 4, 4);
  }

  @Test
  void where_no_row_ends_in_an_empty_cell_the_short_ones_lack_only_those() throws IOException {
    Reading reading = Reading.of(file("a,b,c\n1,2,3\n1,2\n1,2\n1,2\n1,2,3\n1,2\n"));
    assertThat(reading.rows()).extracting(SourceRow::given).containsOnly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,2,3\n1,2\n1,2,3\n1,2\n1,2,3\n", // too few of them
        "a,b,c\n1,2,3\n1,2\n1\n1,2\n1,2,\n1,2,3\n", // an empty cell is written elsewhere
        "a,b,c\n1,2\n2,3\n1,2,3\n1,2\n1\n1\n1\n1,2,3\n", // a line was broken
        "a,b,c\n1,2\n1,2\n1,2\n1,2\n", // none is full
      })
  void otherwise_a_short_row_is_short(String text) throws IOException {
    assertThat(Reading.of(file(text)).rows()).anyMatch(row -> row.given() < 3);
  }

  @Test
  void blocks_of_sixteen_rows_without_a_last_column_are_excels_way_to_write_it_empty()
      throws IOException {
    String full = "1,2,\n".repeat(14) + "1,2,3\n";
    String text = "a,b,c\n" + full + "1,2\n".repeat(16) + "1,2,\n".repeat(16) + "1,2\n".repeat(3);
    assertThat(Reading.of(file(text)).rows()).extracting(SourceRow::given).containsOnly(3);

    String lone = "a,b,c\n" + full + "1,2\n".repeat(15) + "1,2,\n" + "1,2\n";
    assertThat(Reading.of(file(lone)).rows()).filteredOn(row -> row.given() < 3).hasSize(16);
  }

  @Test
  void a_sheet_may_be_opened_again_and_has_no_name() throws IOException {
    try (SourceFile source = Spreadsheets.open(file("a,b"))) {
      assertThat(source.sheetNames()).containsExactly("");
      for (int i = 0; i < 2; i++) {
        try (SourceSheet sheet = source.open(0)) {
          assertThat(sheet.name()).isEmpty();
          assertThat(sheet.hidden()).isFalse();
          assertThat(sheet.next()).isNotNull();
          assertThat(sheet.next()).isNull();
        }
      }
    }
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("list.csv"), bytes);
  }
}
