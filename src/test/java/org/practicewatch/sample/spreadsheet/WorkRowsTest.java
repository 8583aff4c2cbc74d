package org.practicewatch.sample.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.settings.Vocabulary;

/** Activities and spans of the fictional authority. */
class WorkRowsTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 10, 30);
  private static final Vocabulary NAMES = new SettingsFolder(Path.of("jobs")).read().vocabulary();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"ACTIVITIES, CSV", "ACTIVITIES, WORKBOOK", "SPANS, CSV", "SPANS, WORKBOOK"})
  void the_same_seed_writes_the_same_bytes(Layout layout, Form form) throws IOException {
    FictionalAuthority authority = new FictionalAuthority(42, 30, AS_AT);
    Path once = write(authority, "once", layout, form, Layout.MOSAIC);
    Path again = write(authority, "again", layout, form, Layout.MOSAIC);
    assertThat(again).hasSameBinaryContentAs(once);
    assertThat(once.getFileName().toString()).contains("2026-10-30");
  }

  @Test
  void every_row_is_called_by_a_name_of_the_vocabulary() throws IOException {
    assertThat(NAMES.activities()).containsAll(names(Layout.ACTIVITIES, Layout.CRS));
    assertThat(NAMES.spans()).containsAll(names(Layout.SPANS, Layout.CRS));
  }

  @Test
  void all_that_belongs_to_a_council_happens_in_it() throws IOException {
    assertThat(names(Layout.ACTIVITIES, Layout.CRS))
        .contains(
            "core group",
            "PEP",
            "placement plan made",
            "pre-meeting report",
            "IRO midway review",
            "return interview",
            "pathway plan made",
            "case supervision",
            "chronology",
            "genogram",
            "case summary",
            "private fostering visit",
            "regulation 44 visit",
            "supervising social worker visit",
            "worker supervision",
            "matched with adopters");
    assertThat(names(Layout.SPANS, Layout.CRS))
        .contains(
            "private fostering",
            "pre-proceedings",
            "proceedings",
            "temporary approval",
            "children's home",
            "foster carer",
            "worker in post");
  }

  @Test
  void what_the_dataset_says_itself_is_left_to_it() throws IOException {
    assertThat(names(Layout.ACTIVITIES, Layout.MOSAIC))
        .doesNotContain("matched with adopters", "care plan made");
    assertThat(names(Layout.SPANS, Layout.MOSAIC)).doesNotContain("pre-proceedings", "missing");
  }

  @Test
  void beside_crs_rows_carry_the_ids_of_crs_and_the_file_its_name() throws IOException {
    Path file = write(clean(60), "crs", Layout.ACTIVITIES, Form.CSV, Layout.CRS);
    assertThat(file).hasFileName("crs_activities_2026-10-30.csv");
    assertThat(Practicewatch.rows(file))
        .allSatisfy(
            row -> assertThat(row.get("Child ID") + row.get("Subject ID")).startsWith("CR"));
  }

  @Test
  void nothing_of_a_day_to_come_is_done_and_an_earlier_extract_says_no_more() throws IOException {
    Path now = write(clean(60), "now", Layout.ACTIVITIES, Form.CSV, Layout.CRS);
    FictionalAuthority then = new FictionalAuthority(5, 60, AS_AT.minusMonths(6)).withDirt(false);
    Path before = write(then, "then", Layout.ACTIVITIES, Form.CSV, Layout.CRS);
    Set<String> done = done(now);
    assertThat(done).isNotEmpty().hasSizeGreaterThan(done(before).size());
    assertThat(done).containsAll(childrenOnly(done(before)));
    for (Map<String, String> row : Practicewatch.rows(now)) {
      if (!row.get("Status").equals("Planned")) {
        assertThat(day(row.get("Date"))).isBeforeOrEqualTo(AS_AT);
      }
    }
  }

  /** Of those who left long ago the later report says nothing any more, so only children's. */
  private static Set<String> childrenOnly(Set<String> rows) {
    return rows.stream().filter(row -> row.startsWith("CR3")).collect(Collectors.toSet());
  }

  private static Set<String> done(Path file) {
    return Practicewatch.rows(file).stream()
        .filter(row -> !row.get("Status").equals("Planned"))
        .map(row -> row.get("Child ID") + " " + row.get("What") + " " + row.get("Date"))
        .collect(Collectors.toSet());
  }

  private static LocalDate day(String dayFirst) {
    return LocalDate.of(
        Integer.parseInt(dayFirst.substring(6)),
        Integer.parseInt(dayFirst.substring(3, 5)),
        Integer.parseInt(dayFirst.substring(0, 2)));
  }

  private Set<String> names(Layout layout, Layout beside) throws IOException {
    Path file = write(clean(400), layout + " " + beside, layout, Form.CSV, beside);
    Set<String> names = new HashSet<>();
    Practicewatch.rows(file).forEach(row -> names.add(row.get("What")));
    return names;
  }

  private static FictionalAuthority clean(int children) {
    return new FictionalAuthority(5, children, AS_AT).withDirt(false);
  }

  private Path write(
      FictionalAuthority authority, String name, Layout layout, Form form, Layout beside)
      throws IOException {
    Path into = Files.createDirectories(folder.resolve(name));
    List<Path> files = FictionalExtracts.write(authority, into, layout, form, beside);
    assertThat(files).hasSize(1);
    return files.get(0);
  }
}
