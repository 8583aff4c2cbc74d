package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Printed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped sample through the whole night, as a newcomer runs it. */
@Tag("machine")
@Order(2)
class NightTest {

  private static final Path SAMPLE = Path.of("input/sample");

  @TempDir static Path world;

  /** The extracts of a small authority, and the world after their night: for nights that follow. */
  @TempDir static Path prepared;

  private static Practicewatch.Run first;
  private static Path night;

  @BeforeAll
  static void a_night_of_one_drop() throws IOException {
    Path drop = prepared.resolve("drop");
    Practicewatch.run(
        "sample-data",
        "--children",
        "40",
        "--seed",
        "5",
        "--as-at",
        "2026-10-30",
        "--output",
        drop.toString());
    Practicewatch.closed(drop, "2026-10-30", prepared.resolve("output"));
  }

  @BeforeAll
  static void a_first_night_on_the_sample() throws IOException {
    first = Practicewatch.run("nightly", "--output", world.toString());
    try (Stream<Path> nights = Files.list(world)) {
      night =
          nights
              .filter(path -> path.getFileName().toString().startsWith("20"))
              .max(Path::compareTo)
              .orElseThrow();
    }
  }

  @Test
  void it_is_done_and_says_where_to_look() {
    assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
    assertThat(first.out().lines().reduce("", (one, next) -> next))
        .contains("closed")
        .contains("authority.pdf");
  }

  @Test
  void it_holds_the_children_of_both_systems_under_ids_of_their_own() {
    List<String> children =
        Practicewatch.rows(night.resolve("findings.csv")).stream()
            .map(row -> row.get("child_id"))
            .distinct()
            .toList();
    assertThat(children).filteredOn(child -> child.startsWith("CR")).hasSizeGreaterThan(25);
    assertThat(children).filteredOn(child -> !child.startsWith("CR")).hasSizeGreaterThan(80);
    assertThat(Practicewatch.rows(night.resolve("issues.csv")))
        .filteredOn(row -> row.get("check").equals("team not in organisation"))
        .as("one is among the faults of the sample")
        .extracting(row -> row.get("value"))
        .containsExactly("Duty and Rota Team");
  }

  @Test
  void it_comes_with_an_earlier_night_so_that_the_trend_shows() throws IOException {
    try (Stream<Path> nights = Files.list(world)) {
      assertThat(nights.filter(path -> path.getFileName().toString().startsWith("20"))).hasSize(2);
    }
  }

  @Test
  void every_file_of_the_contract_is_there() {
    assertThat(night.resolve("findings.csv")).isNotEmptyFile();
    assertThat(night.resolve("figures.csv")).isNotEmptyFile();
    assertThat(night.resolve("issues.csv")).isNotEmptyFile();
    assertThat(night.resolve("benchmarks.csv")).isNotEmptyFile();
    assertThat(night.resolve("run.json")).isNotEmptyFile();
    assertThat(night.resolve("reports/authority.pdf")).isNotEmptyFile();
    assertThat(night.resolve("services/safeguarding/report.pdf")).isNotEmptyFile();
    assertThat(night.resolve("teams/safeguarding-team-west/report.pdf")).isNotEmptyFile();
  }

  @Test
  void a_workbook_lies_beside_every_report_and_nothing_else_does() throws IOException {
    Set<String> files = new TreeSet<>();
    for (String where : List.of("reports", "teams", "services")) {
      try (Stream<Path> reports = Files.walk(night.resolve(where))) {
        reports.filter(Files::isRegularFile).forEach(file -> files.add(file.toString()));
      }
    }
    assertThat(files).hasSizeGreaterThan(20).allMatch(file -> file.matches(".*\\.(pdf|xlsx)"));
    assertThat(files)
        .allMatch(
            file ->
                files.contains(file.replace(".pdf", ".xlsx"))
                    && files.contains(file.replace(".xlsx", ".pdf")));
  }

  @Test
  void nobody_but_its_owner_may_read_what_a_night_leaves() throws IOException {
    try (Stream<Path> all = Files.walk(world)) {
      assertThat(all.filter(one -> !one.equals(world)))
          .allSatisfy(
              one ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                      .isEqualTo(Files.isDirectory(one) ? "rwx------" : "rw-------"));
    }
  }

  /** Not with the program's own figures: from findings.csv, row by row. */
  @Test
  void every_number_on_the_first_pages_is_that_of_the_findings() throws IOException {
    FirstPages counted = new FirstPages(night);
    List<String> authority =
        Printed.inPdf(night.resolve("reports/authority.pdf")).lines().map(String::strip).toList();
    String text = String.join(" ", authority).replaceAll("\\s+", " ");
    for (Priorities.Priority rank : FirstPages.RANKS) {
      int overdue = counted.overdue(rank, "").size();
      assertThat(text)
          .contains(rank.priority() + " " + overdue + " ")
          .contains(counted.allInTime(rank, "2026-04-01", "2026-10-30"));
    }
    Priorities.Priority seeing = FirstPages.RANKS.get(0);
    assertThat(text)
        .contains(counted.overdue(seeing, "").size() + " of 106 children have not been visited");
    Set<String> unseen = counted.overdue(seeing, "Safeguarding Team East");
    String team =
        Printed.inPdf(night.resolve("teams/safeguarding-team-east/report.pdf"))
            .replaceAll("\\s+", " ");
    assertThat(team).contains(unseen.size() + " of 30 children have not been visited in time.");
    assertThat(team.substring(team.indexOf("See these"), team.indexOf("The team's other")))
        .contains(unseen);
  }

  @Test
  void the_lines_of_all_teams_workbooks_are_the_nights_overdue() throws IOException {
    long overdue =
        Practicewatch.rows(night.resolve("findings.csv")).stream()
            .filter(row -> row.get("timeliness").equals("OVERDUE"))
            .count();
    assertThat(overdue).isPositive();
    for (String level : List.of("teams", "services")) {
      int listed = 0;
      try (Stream<Path> books = Files.walk(night.resolve(level))) {
        for (Path book : books.filter(file -> file.toString().endsWith(".xlsx")).toList()) {
          try (Workbook workbook = WorkbookFactory.create(book.toFile(), null, true)) {
            listed += workbook.getSheet("Overdue").getLastRowNum() - 2;
          }
        }
      }
      assertThat(listed).as(level).isEqualTo((int) overdue);
    }
  }

  @Test
  void every_row_read_is_loaded_rejected_or_left_out() throws IOException {
    JsonNode run = JsonMapper.shared().readTree(Files.readString(night.resolve("run.json")));
    assertThat(run.get("extracts").values()).hasSizeGreaterThan(20);
    for (JsonNode extract : run.get("extracts").values()) {
      assertThat(
              extract.get("rows_loaded").asInt()
                  + extract.get("rows_rejected").asInt()
                  + extract.get("rows_left_out").asInt())
          .isEqualTo(extract.get("rows_read").asInt());
    }
    assertThat(run.get("steps").values().stream().map(step -> step.get("name").asString()))
        .containsExactly(
            "receive-extracts", "read-extracts", "check-children", "close-night", "write-reports");
  }

  @Test
  void no_id_and_no_name_of_a_child_is_printed_or_in_the_name_of_a_file() throws IOException {
    Set<String> secrets = new TreeSet<>();
    try (Stream<Path> files = Files.list(SAMPLE)) {
      Path people =
          files
              .filter(f -> f.getFileName().toString().startsWith("ssd_person"))
              .findFirst()
              .orElseThrow();
      for (Map<String, String> row : Practicewatch.rows(people)) {
        secrets.add(row.get("pers_person_id"));
        secrets.add(row.get("pers_surname"));
      }
    }
    secrets.removeIf(secret -> secret == null || secret.length() < 4);
    assertThat(secrets).hasSizeGreaterThan(100);
    StringBuilder seen = new StringBuilder(first.out()).append(first.err());
    try (Stream<Path> files = Files.walk(world)) {
      files.forEach(file -> seen.append('\n').append(file.getFileName()));
    }
    assertThat(secrets).noneMatch(secret -> seen.indexOf(secret) >= 0);
  }

  @Test
  void names_are_in_no_file_that_comes_out() throws IOException {
    Set<String> surnames = new TreeSet<>();
    try (Stream<Path> files = Files.list(SAMPLE)) {
      Path people =
          files
              .filter(f -> f.getFileName().toString().startsWith("ssd_person"))
              .findFirst()
              .orElseThrow();
      Practicewatch.rows(people).forEach(row -> surnames.add(row.get("pers_surname")));
    }
    surnames.removeIf(String::isBlank);
    for (String csv :
        List.of(
            "findings.csv",
            "figures.csv",
            "flags.csv",
            "issues.csv",
            "benchmarks.csv",
            "run.json")) {
      String text = Files.readString(night.resolve(csv), UTF_8);
      assertThat(surnames).as(csv).noneMatch(text::contains);
    }
  }

  @Test
  void the_same_again_changes_nothing_and_says_so(@TempDir Path again) throws IOException {
    Path drop = copyOfPrepared(again);
    Path output = again.resolve("output");
    Path there = output.resolve(night.getFileName());
    String findings = Files.readString(there.resolve("findings.csv"));

    Practicewatch.Run second = Practicewatch.closed(drop, "2026-10-30", output);

    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("Nothing has changed");
    assertThat(there.resolve("findings.csv")).hasContent(findings);
  }

  @Test
  void a_night_without_the_earlier_one_says_the_same(@TempDir Path output) {
    Practicewatch.closed(SAMPLE, "2026-10-30", output);

    assertThat(output.resolve("2026-10-30/findings.csv"))
        .hasSameBinaryContentAs(night.resolve("findings.csv"));
  }

  @Test
  void a_corrected_extract_replaces_the_night(@TempDir Path again) throws IOException {
    Path drop = copyOfPrepared(again);
    Path output = again.resolve("output");
    Path there = output.resolve(night.getFileName()).resolve("findings.csv");
    List<Map<String, String>> before = Practicewatch.rows(there);
    Path visits = drop.resolve("ssd_cp_visits_" + night.getFileName() + ".csv");
    List<String> rows = Files.readAllLines(visits, UTF_8);
    Files.write(visits, rows.subList(0, rows.size() - rows.size() / 5), UTF_8);

    Practicewatch.Run second = Practicewatch.closed(drop, "2026-10-30", output);

    assertThat(second.exitCode()).as(second.out()).isZero();
    List<Map<String, String>> after = Practicewatch.rows(there);
    assertThat(after).isNotEqualTo(before);
    assertThat(ofOthersThanVisits(after)).isEqualTo(ofOthersThanVisits(before));

    Files.write(visits, rows, UTF_8);
    Practicewatch.closed(drop, "2026-10-30", output);
    assertThat(Practicewatch.rows(there)).isEqualTo(before);
  }

  private static List<Map<String, String>> ofOthersThanVisits(List<Map<String, String>> findings) {
    return findings.stream()
        .filter(row -> !List.of("CP-VISIT", "VISIT-RECORDED").contains(row.get("standard")))
        .toList();
  }

  @Test
  void an_extract_that_lost_most_of_its_rows_is_held_and_what_it_proved_stands(@TempDir Path again)
      throws IOException {
    Path drop = copyOfPrepared(again);
    Path output = again.resolve("output");
    Path there = output.resolve(night.getFileName()).resolve("findings.csv");
    List<Map<String, String>> before = Practicewatch.rows(there);
    Path visits = drop.resolve("ssd_cla_visits_" + night.getFileName() + ".csv");
    List<String> rows = Files.readAllLines(visits, UTF_8);
    Files.write(visits, rows.subList(0, rows.size() / 3), UTF_8);

    Practicewatch.Run second = Practicewatch.closed(drop, "2026-10-30", output);

    assertThat(second.exitCode()).isEqualTo(3);
    assertThat(second.out()).contains("Held: ssd_cla_visits").contains("shrank");
    assertThat(Practicewatch.rows(there)).isEqualTo(before);
  }

  @Test
  void an_empty_input_folder_is_a_mistake_on_the_first_night(@TempDir Path empty)
      throws IOException {
    Path input = Files.createDirectory(empty.resolve("input"));
    Practicewatch.Run run =
        Practicewatch.run(
            "nightly", "--input", input.toString(), "--output", empty.resolve("o").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("No extract was found");
  }

  @Test
  void an_empty_input_folder_later_leaves_what_stands_and_says_three(@TempDir Path again)
      throws IOException {
    Path drop = copyOfPrepared(again);
    Path output = again.resolve("output");
    Path input = Files.createDirectory(again.resolve("input"));

    Practicewatch.Run later = Practicewatch.closed(input, "2026-11-20", output);

    assertThat(later.exitCode()).as(later.out() + later.err()).isEqualTo(3);
    assertThat(output.resolve("2026-11-20/findings.csv")).isNotEmptyFile();
  }

  @Test
  void a_second_run_while_one_is_going_touches_nothing(@TempDir Path output) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      Practicewatch.Run run = Practicewatch.run("nightly", "--output", output.toString());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("Another job is at work");
    }
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".lock");
    }
  }

  @Test
  void extracts_of_another_authority_are_refused(@TempDir Path again) throws IOException {
    Path real = Files.createDirectories(again.resolve("real"));
    Files.writeString(real.resolve("people.csv"), "pers_person_id,pers_dob\n1,01/02/2015\n");

    Practicewatch.Run run = Practicewatch.nightly(real, "2026-10-30", world);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("belongs to");
  }

  /** The drop, beside the world as its first night left it. */
  private static Path copyOfPrepared(Path folder) throws IOException {
    Folder.copy(prepared, folder);
    return folder.resolve("drop");
  }
}
