package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whole nights on bad and hostile input, each beside good children whose findings stay as they are.
 */
class HostileNightTest {

  private static final String AS_AT = "2025-03-31";

  private static final List<String> TEAMS =
      List.of(
          "../../../etc/passwd",
          "..\\..\\windows",
          "CON",
          "nul",
          "aux.txt",
          "/",
          "..",
          "C:\\temp",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-2+3",
          "@SUM(A1)",
          "\t=1+1",
          "North",
          "north",
          "North.",
          "NORTH ",
          "😀 Team",
          "\u202etxt.exe",
          "Zero\u200bWidth",
          "<b>bold</b> &amp;",
          "$F{x}",
          "a\u001fb",
          "'); DROP TABLE finding;--",
          "line\nbreak",
          "العربية",
          "W".repeat(200),
          "L".repeat(5_000));

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  private void file(String name, List<String> lines) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.writeString(drop.resolve(name), String.join("\n", lines) + "\n", UTF_8);
  }

  /** Three good children: one in time, one overdue, one whose plan has ended. */
  private void good() throws IOException {
    file(
        "people.csv",
        List.of("pers_person_id,pers_dob", "G1,01/02/2015", "G2,01/02/2016", "G3,01/02/2017"));
    file(
        "plans.csv",
        List.of(
            "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
            "P1,G1,03/03/2025,",
            "P2,G2,03/02/2025,",
            "P3,G3,03/02/2025,20/03/2025"));
    file(
        "visits.csv",
        List.of(
            "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date",
            "1,P1,10/03/2025",
            "2,P1,24/03/2025",
            "3,P2,10/02/2025",
            "4,P3,10/02/2025"));
  }

  private void add(String name, List<String> lines) throws IOException {
    Path file = folder.resolve("drop").resolve(name);
    Files.writeString(file, Files.readString(file, UTF_8) + String.join("\n", lines) + "\n", UTF_8);
  }

  private Run night(String output, int exitCode) {
    return asExpected(
        nights.nightly(folder.resolve("drop"), AS_AT, folder.resolve(output)), exitCode);
  }

  private static Run asExpected(Run run, int exitCode) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ", "\u001b", "\u202e");
    return run;
  }

  private List<Map<String, String>> rows(String output, String file) {
    return Practicewatch.rows(folder.resolve(output).resolve(AS_AT).resolve(file));
  }

  private List<Map<String, String>> ofTheGood(String output) {
    return rows(output, "findings.csv").stream()
        .filter(row -> row.get("child_id").startsWith("G"))
        .toList();
  }

  private List<JsonNode> extracts(String output) throws IOException {
    List<JsonNode> extracts = new ArrayList<>();
    Path record = folder.resolve(output).resolve(AS_AT).resolve("run.json");
    for (JsonNode one :
        new ObjectMapper().readTree(Files.readString(record, UTF_8)).get("extracts")) {
      assertThat(one.get("rows_read").asInt())
          .isEqualTo(
              one.get("rows_loaded").asInt()
                  + one.get("rows_rejected").asInt()
                  + one.get("rows_left_out").asInt());
      extracts.add(one);
    }
    return extracts;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Test
  void no_name_or_id_gets_out_of_its_cell() throws IOException {
    good();
    night("before", 0);
    List<String> people = new ArrayList<>();
    List<String> referrals =
        new ArrayList<>(
            List.of(
                "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_team,cine_referral_worker_id"));
    List<String> plans = new ArrayList<>();
    for (int i = 0; i < TEAMS.size(); i++) {
      String name = quoted(TEAMS.get(i));
      String id = quoted("=ID " + i + TEAMS.get(i));
      people.add(id + ",01/02/2015");
      referrals.add("R" + i + "," + id + ",03/03/2025," + name + "," + name);
      plans.add("Q" + i + "," + id + ",03/03/2025,");
    }
    file("referrals.csv", referrals);
    add("people.csv", people);
    add("plans.csv", plans);

    Run run =
        asExpected(
            Practicewatch.nightly(folder.resolve("drop"), AS_AT, folder.resolve("after")), 0);

    assertThat(ofTheGood("after")).isNotEmpty().isEqualTo(ofTheGood("before"));
    assertThat(run.out()).doesNotContain("=ID", "passwd", "DROP", "calc");
    extracts("after");
    for (String csv : List.of("findings.csv", "figures.csv", "flags.csv", "issues.csv")) {
      for (Map<String, String> row : rows("after", csv)) {
        assertThat(row.values())
            .allMatch(cell -> cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0);
      }
    }
    Path night = folder.resolve("after").resolve(AS_AT);
    try (Stream<Path> written = Files.walk(night)) {
      List<String> names =
          written
              .filter(Files::isRegularFile)
              .map(path -> night.relativize(path).toString())
              .toList();
      assertThat(names).allMatch(name -> name.matches("[a-z0-9/-]+\\.(csv|json|pdf|xlsx)"));
      assertThat(names).noneMatch(name -> name.matches(".*/(con|nul|aux)\\..*"));
      assertThat(names).filteredOn(name -> name.matches("teams/north-[^/]*/report.pdf")).hasSize(4);
    }
    assertThat(rows("after", "issues.csv"))
        .filteredOn(issue -> issue.get("check").equals("too long"))
        .extracting(issue -> issue.get("extract") + " " + issue.get("column") + issue.get("row"))
        .containsOnlyOnce(
            "people.csv A pers_person_id" + (TEAMS.size() + 4),
            "plans.csv B cppl_person_id" + (TEAMS.size() + 4));
  }

  @Test
  void what_is_no_extract_or_a_broken_one_is_named_and_the_rest_is_read() throws IOException {
    good();
    night("before", 0);
    Path drop = folder.resolve("drop");
    Files.createDirectories(drop.resolve("folder.csv"));
    Files.createDirectories(drop.resolve("mosaic/2024"));
    Files.writeString(drop.resolve("new\nline \u001b[31m\u202e.csv"), "a,b,c\n1,2,4\n");
    Files.writeString(drop.resolve("-rf.csv"), "a,b,c\n1,2,3\n");
    Files.writeString(drop.resolve("ü".repeat(100) + ".csv"), "");
    Files.write(drop.resolve("mark.csv"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    Files.writeString(drop.resolve("blank.csv"), "\n,,,\n \n");
    Files.writeString(
        drop.resolve("header.csv"), "cine_referral_id,cine_person_id,cine_referral_date\n");
    Files.writeString(drop.resolve("pdf.csv"), "%PDF-1.7\n%\u00e2\n");
    Files.write(drop.resolve("program.xlsx"), new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});
    Files.writeString(drop.resolve("zip.xlsx"), "PK\u0003\u0004 and nothing else");
    Files.writeString(
        drop.resolve("cut.csv"),
        "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date\n1,G1,03/03/2025\n2,G2");
    Files.createSymbolicLink(drop.resolve("gone.csv"), drop.resolve("x".repeat(90) + ".csv"));
    Files.createSymbolicLink(drop.resolve("round.csv"), drop.resolve("round.csv"));

    Run run = night("after", 3);

    assertThat(ofTheGood("after")).isNotEmpty().isEqualTo(ofTheGood("before"));
    assertThat(extracts("after"))
        .filteredOn(one -> one.get("state").asString().equals("held"))
        .allMatch(one -> !one.get("held_because").asString().isEmpty())
        .extracting(one -> one.get("file").asString())
        .containsExactlyInAnyOrder(
            "new line [31m.csv",
            "-rf.csv",
            "ü".repeat(100) + ".csv",
            "mark.csv",
            "blank.csv",
            "pdf.csv",
            "program.xlsx",
            "zip.xlsx",
            "cut.csv",
            "gone.csv",
            "round.csv");
    assertThat(run.out())
        .contains("Held: cut.csv: The file ends in the middle of row 3")
        .contains("passed over folder.csv/", "passed over 2024/");
  }

  @Test
  @Timeout(60)
  void a_pipe_in_the_input_folder_keeps_nobody_waiting() throws IOException, InterruptedException {
    good();
    Path pipe = folder.resolve("drop/pipe.csv");
    try {
      Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
      assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "no mkfifo here");
    } catch (IOException none) {
      abort("no mkfifo here");
    }
    assertThat(night("after", 0).out()).contains("passed over pipe.csv");
  }

  @Test
  void the_same_rows_in_two_files_count_once() throws IOException {
    good();
    night("before", 0);
    for (String name : List.of("people", "plans", "visits")) {
      Path file = folder.resolve("drop/" + name + ".csv");
      Files.writeString(
          folder.resolve("drop/" + name + " again.csv"),
          Files.readString(file, UTF_8).replace("\n", "\r\n"),
          UTF_8);
    }
    night("after", 0);
    assertThat(withoutSource("after")).isEqualTo(withoutSource("before"));
    assertThat(rows("after", "figures.csv")).isEqualTo(rows("before", "figures.csv"));
  }

  private List<Map<String, String>> withoutSource(String output) {
    List<Map<String, String>> findings = ofTheGood(output);
    findings.forEach(finding -> finding.remove("source"));
    return findings;
  }
}
