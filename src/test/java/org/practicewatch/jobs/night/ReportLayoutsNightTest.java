package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same children's lives, out of one system as the dataset and out of it and another as reports,
 * give the same findings and figures.
 */
@Tag("machine")
@Order(2)
class ReportLayoutsNightTest {

  private static final String AS_AT = "2026-10-30";
  private static final Pattern CRS_ID = Pattern.compile("CR(?=\\d)");

  /** The standards for which the reports carry all that the dataset does. */
  private static final List<String> SAID_BY_ALL =
      List.of(
          "LAC-VISIT",
          "LAC-REVIEW",
          "LAC-IHA",
          "LAC-RHA",
          "LAC-DENTAL",
          "CP-VISIT",
          "CP-REVIEW",
          "ICPC",
          "CIN-VISIT",
          "ASSESSMENT");

  @TempDir static Path folder;

  @AutoClose private static final NightsInMemory NIGHTS = new NightsInMemory();

  private static List<Map<String, String>> findings;
  private static List<Map<String, String>> figures;

  @BeforeAll
  static void a_night_on_the_dataset() throws IOException {
    Path night = night(sample("mosaic", "csv", true));
    findings = rows(night, "findings.csv");
    figures = rows(night, "figures.csv");
    for (String standard : SAID_BY_ALL) {
      assertThat(findings).as(standard).anyMatch(row -> row.get("standard").equals(standard));
    }
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({"mosaic-reports, csv", "mosaic-reports, workbook", "crs, csv", "crs, workbook"})
  void reports_say_what_the_dataset_says(String layout, String form) throws IOException {
    Path night = night(sample(layout, form, true));
    assertThat(rows(night, "findings.csv")).isEqualTo(findings);
    assertThat(rows(night, "figures.csv")).isEqualTo(figures);
  }

  @Test
  void reports_with_the_faults_of_real_ones_are_read_and_what_is_wrong_in_them_is_told()
      throws IOException {
    for (String layout : List.of("mosaic-reports", "crs")) {
      Path night = night(sample(layout, "workbook", false));
      List<String> checks =
          Practicewatch.rows(night.resolve("issues.csv")).stream()
              .map(row -> row.get("check"))
              .toList();
      assertThat(checks).contains("repeated rows", "footer", "unknown code");
      assertThat(rows(night, "findings.csv")).hasSizeGreaterThan(findings.size() * 9 / 10);
    }
  }

  @Test
  void the_run_line_gives_the_night_its_date_and_notes_of_other_types_are_left_out()
      throws IOException {
    Path output = folder.resolve("dated by its run line");
    Practicewatch.untilClosed(
        "nightly",
        "--input",
        sample("crs", "workbook", true).toString(),
        "--output",
        output.toString());
    JsonNode record =
        JsonMapper.shared().readTree(Files.readString(output.resolve(AS_AT).resolve("run.json")));
    assertThat(record.get("as_at").asString()).isEqualTo(AS_AT);
    for (JsonNode extract : record.get("extracts").values()) {
      if (extract.get("table").asString().equals("case notes")) {
        assertThat(extract.get("rows_left_out").asInt())
            .isGreaterThan(extract.get("rows_loaded").asInt());
        assertThat(extract.get("rows_rejected").asInt()).isZero();
        return;
      }
    }
    throw new AssertionError("no case notes among the extracts");
  }

  @Test
  void both_systems_in_one_night_are_two_sets_of_children_each_judged_by_what_its_own_records()
      throws IOException {
    Path input = Files.createDirectories(folder.resolve("both"));
    write(input, "mosaic", "csv", true);
    write(input.resolve("crs"), "crs", "workbook", true);
    Path night = night(input);
    List<Map<String, String>> all = saidByAll(night, "findings.csv");
    assertThat(all).hasSize(2 * findings.size());
    assertThat(all.stream().filter(row -> row.get("child_id").startsWith("CR")))
        .hasSize(findings.size());
    assertThat(Practicewatch.rows(night.resolve("findings.csv")))
        .filteredOn(row -> row.get("standard").equals("LAC-SDQ"))
        .isNotEmpty()
        .noneMatch(row -> row.get("child_id").startsWith("CR"));
  }

  private static Path sample(String layout, String form, boolean clean) {
    Path input = folder.resolve(layout + " " + form + (clean ? "" : " dirty"));
    if (!Files.exists(input)) {
      write(input, layout, form, clean);
    }
    return input;
  }

  private static void write(Path input, String layout, String form, boolean clean) {
    List<String> words =
        new ArrayList<>(
            // Of these every conference was quorate: only the dataset can say that one was not.
            List.of("sample-data", "--children", "60", "--seed", "14", "--as-at", AS_AT));
    words.addAll(List.of("--layout", layout, "--form", form, "--output", input.toString()));
    if (clean) {
      words.add("--clean");
    }
    Practicewatch.Run run = Practicewatch.run(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** The night that the extracts date themselves; one on each folder is enough for all tests. */
  private static Path night(Path input) {
    Path output = folder.resolve("night of " + input.getFileName());
    if (!Files.exists(output)) {
      Practicewatch.Run run = NIGHTS.nightly(input, AS_AT, output);
      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }
    return output.resolve(AS_AT);
  }

  private static List<Map<String, String>> saidByAll(Path night, String file) {
    return Practicewatch.rows(night.resolve(file)).stream()
        .filter(row -> SAID_BY_ALL.contains(row.get("standard")))
        .toList();
  }

  /** The rows without their cells, and with the ids of CRS as Mosaic has them. */
  private static List<Map<String, String>> rows(Path night, String file) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : saidByAll(night, file)) {
      Map<String, String> plain = new LinkedHashMap<>(row);
      plain.remove("source");
      plain.replaceAll((column, value) -> CRS_ID.matcher(value).replaceFirst(""));
      rows.add(plain);
    }
    return rows;
  }
}
