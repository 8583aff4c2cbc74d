package org.practicewatch.jobs.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.spreadsheet.Spreadsheets;

/** What the product writes as CSV. */
class CsvFileTest {

  private static Path written(Path folder) throws IOException {
    Path file = folder.resolve("a list.csv");
    try (CsvFile csv = new CsvFile(file, "child_id", "worker")) {
      csv.row("C1", "Zoë O'Hara, £");
      csv.row("C2", null);
      csv.row("C3", "=1+1");
    }
    return file;
  }

  @Test
  void it_begins_with_one_byte_order_mark_and_then_its_heading(@TempDir Path folder)
      throws IOException {
    byte[] bytes = Files.readAllBytes(written(folder));
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF, 'c', 'h');
    assertThat(new String(bytes, UTF_8))
        .isEqualTo("\uFEFFchild_id,worker\nC1,\"Zoë O'Hara, £\"\nC2,\nC3,'=1+1\n");
  }

  /** Marks only where RFC 4180 asks for them, and a day as ISO 8601 has it, whatever its year. */
  @Test
  void cells_are_quoted_where_they_must_be(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cells.csv");
    try (CsvFile csv = new CsvFile(file, "a", "b", "c")) {
      csv.row("a \"word\"", "two\nlines", "a\rb");
      csv.row(LocalDate.of(2024, 2, 29), LocalDate.of(1999, 12, 1), 12);
      csv.row(LocalDate.of(202, 1, 3), LocalDate.of(12024, 10, 30), "");
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            "\uFEFFa,b,c\n\"a \"\"word\"\"\",\"two\nlines\",\"a\rb\"\n"
                + "2024-02-29,1999-12-01,12\n0202-01-03,+12024-10-30,\n");
  }

  @Test
  void it_is_read_again_by_our_own_readers_without_the_mark(@TempDir Path folder)
      throws IOException {
    Path file = written(folder);
    try (SourceFile source = Spreadsheets.open(file);
        SourceSheet sheet = source.open(0)) {
      assertThat(sheet.next().cells())
          .extracting(SourceCell::text)
          .containsExactly("child_id", "worker");
    }
    assertThat(Practicewatch.rows(file).get(0)).containsEntry("child_id", "C1");
  }
}
