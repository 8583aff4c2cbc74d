package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A table that has not come for too long is told, wherever a night is told of. */
class StaleExtractsTest {

  private static final Settings SHIPPED = new SettingsFolder(Path.of("jobs")).read();

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  @ParameterizedTest
  @CsvSource({
    // layout, table, dated, received on the night of, stale on 30 October 2026
    "mosaic, people, 2026-10-30, 2026-10-30, false",
    "mosaic, people, 2026-10-27, 2026-10-30, false",
    "mosaic, people, 2026-10-26, 2026-10-30, true",
    "mosaic, people, , 2026-10-27, false",
    "mosaic, people, , 2026-10-26, true",
    "annex-a, list 3 referral, 2026-09-25, 2026-09-25, false",
    "annex-a, list 3 referral, 2026-09-24, 2026-09-24, true",
    "ssda903, episodes, 2020-03-31, 2026-10-01, false",
    "unknown, people, 2020-03-31, 2020-03-31, false",
  })
  void a_snapshot_has_a_limit_and_a_return_has_none(
      String profile, String table, LocalDate dated, LocalDate received, boolean stale) {
    assertThat(
            StaleExtracts.among(
                List.of(entry(profile, table, dated, received)),
                LocalDate.parse("2026-10-30"),
                SHIPPED))
        .hasSize(stale ? 1 : 0);
  }

  @Test
  void the_newest_of_the_parts_of_a_table_counts() {
    List<Entry> parts =
        List.of(
            entry("mosaic", "people", LocalDate.parse("2026-10-30"), LocalDate.parse("2026-10-30")),
            entry(
                "mosaic", "people", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-10-30")));
    assertThat(StaleExtracts.among(parts, LocalDate.parse("2026-10-31"), SHIPPED)).isEmpty();
  }

  @Test
  void a_stale_table_is_told_on_the_console_in_the_record_and_once_in_the_report()
      throws IOException {
    Path first = folder.resolve("first");
    write(first.resolve("people 2026-10-01.csv"), "pers_person_id,pers_dob", "1,01/02/2015");
    write(
        first.resolve("plans 2026-10-01.csv"),
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1,03/03/2026,");
    Path second = folder.resolve("second");
    write(second.resolve("people 2026-10-30.csv"), "pers_person_id,pers_dob", "1,01/02/2015");
    Path world = folder.resolve("world");
    assertThat(nights.nightly(first, "2026-10-01", world).exitCode()).isZero();

    Practicewatch.Run run = nights.nightly(second, "2026-10-30", world);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "STALE: child protection plans (mosaic): its newest extract is of 2026-10-01, 29 days"
                + " before the night; more than 3.");
    JsonNode record =
        new ObjectMapper().readTree(Files.readString(world.resolve("2026-10-30/run.json"), UTF_8));
    assertThat(record.get("stale")).hasSize(1);
    JsonNode stale = record.get("stale").get(0);
    assertThat(stale.get("profile").asString()).isEqualTo("mosaic");
    assertThat(stale.get("table").asString()).isEqualTo("child protection plans");
    assertThat(stale.get("newest").asString()).isEqualTo("2026-10-01");
    assertThat(stale.get("days").asInt()).isEqualTo(29);
    assertThat(stale.get("limit").asInt()).isEqualTo(3);
    assertThat(record.get("not_received")).hasSize(1);
  }

  private static void write(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
  }

  private static Entry entry(String profile, String table, LocalDate dated, LocalDate received) {
    return new Entry(
        1,
        1,
        received,
        0,
        "file.csv",
        "",
        "",
        profile,
        table,
        profile + " / " + table,
        "",
        "",
        dated,
        State.ACCEPTED,
        1,
        1,
        0,
        0,
        0,
        "");
  }
}
