package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night on the fictional authority's dataset with its activities and spans beside it. */
class ActivitiesNightTest {

  private static final String AS_AT = "2026-10-30";

  @TempDir static Path folder;

  @AutoClose private static final NightsInMemory NIGHTS = new NightsInMemory();

  private static Path night;
  private static Path input;

  @BeforeAll
  static void a_night() {
    input = folder.resolve("input");
    for (String layout : List.of("mosaic", "activities", "spans")) {
      assertThat(
              Practicewatch.run(
                      "sample-data",
                      "--children",
                      "60",
                      "--seed",
                      "5",
                      "--as-at",
                      AS_AT,
                      "--clean",
                      "--layout",
                      layout,
                      "--output",
                      input.toString())
                  .exitCode())
          .isZero();
    }
    Path output = folder.resolve("output");
    Practicewatch.Run run = NIGHTS.nightly(input, AS_AT, output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    night = output.resolve(AS_AT);
  }

  @Test
  void every_row_is_loaded_or_left_out_for_a_reason_and_the_rows_balance() throws IOException {
    Map<String, JsonNode> extracts = extracts();
    JsonNode activities = extracts.get("activities");
    List<Map<String, String>> rows =
        Practicewatch.rows(input.resolve("activities_" + AS_AT + ".csv"));
    long notDone =
        rows.stream()
            .filter(row -> List.of("Planned", "Cancelled").contains(row.get("Status")))
            .count();
    assertThat(notDone).isPositive();
    assertThat(activities.get("rows_read").asInt()).isEqualTo(rows.size());
    assertThat(activities.get("rows_rejected").asInt()).isZero();
    assertThat((long) activities.get("rows_left_out").asInt()).isGreaterThanOrEqualTo(notDone);
    for (JsonNode extract : extracts.values()) {
      assertThat(extract.get("rows_read").asInt())
          .isEqualTo(
              extract.get("rows_loaded").asInt()
                  + extract.get("rows_rejected").asInt()
                  + extract.get("rows_left_out").asInt());
    }
    assertThat(extracts.get("spans").get("rows_loaded").asInt())
        .isEqualTo(extracts.get("spans").get("rows_read").asInt());
  }

  @Test
  void what_no_national_format_carries_is_judged() {
    List<String> judged =
        Practicewatch.rows(night.resolve("findings.csv")).stream()
            .map(row -> row.get("standard"))
            .distinct()
            .toList();
    assertThat(judged)
        .contains("CORE-GROUP", "PEP", "PRE-MEETING-REPORT", "SUPERVISION-CASE", "VISIT-RECORDED")
        .contains("PLACEMENT-PLAN", "PATHWAY-PLAN", "PROCEEDINGS", "CHRONOLOGY");
  }

  @Test
  void a_home_and_a_worker_are_judged_as_what_they_are_and_by_their_team() {
    List<Map<String, String>> findings = new ArrayList<>();
    for (Map<String, String> row : Practicewatch.rows(night.resolve("findings.csv"))) {
      if (List.of("REG44", "SSW-CARER-VISIT", "SUPERVISION-WORKER").contains(row.get("standard"))) {
        findings.add(row);
      }
    }
    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("child_id")).isEmpty();
              assertThat(row.get("subject")).containsPattern("^(home|carer|worker):");
            });
    assertThat(findings).anyMatch(row -> row.get("team").equals("Looked After Team"));
  }

  @Test
  void a_finding_cites_the_cell_of_the_report() {
    assertThat(Practicewatch.rows(night.resolve("findings.csv")))
        .filteredOn(row -> row.get("standard").equals("PEP") && !row.get("done").isEmpty())
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row.get("source")).startsWith("activities_" + AS_AT + ".csv!!C"));
  }

  private static Map<String, JsonNode> extracts() throws IOException {
    JsonNode record = JsonMapper.shared().readTree(Files.readString(night.resolve("run.json")));
    Map<String, JsonNode> extracts = new HashMap<>();
    for (JsonNode extract : record.get("extracts").values()) {
      extracts.put(extract.get("table").asString(), extract);
    }
    return extracts;
  }
}
