package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;

/** Flags through whole nights. */
class FlagsNightTest {

  private static final String AS_AT = "2025-03-31";

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  private Path drop() throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    write(
        drop.resolve("referrals.csv"),
        "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date,cine_referral_team,"
            + "cine_referral_worker_id",
        "R1,C1,03/06/2024,,T02,W9",
        "R2,C2,03/06/2024,,T02,W9",
        "R3,C3,03/06/2024,31/12/2024,T02,W9");
    write(
        drop.resolve("plans.csv"),
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "P1,C1,06/03/2023,",
        "P2,C2,01/02/2016,07/11/2016",
        "P3,C2,07/10/2024,");
    write(
        drop.resolve("visits.csv"),
        "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
            + "cppv_cp_visit_seen_alone",
        "V1,C1,P1,06/01/2025,N,N",
        "V2,C1,P1,20/01/2025,Y,Y",
        "V3,C2,P3,20/01/2025,Y,Y");
    write(
        drop.resolve("involvements.csv"),
        "invo_involvements_id,invo_professional_id,invo_professional_role_id,"
            + "invo_professional_team,invo_referral_id,invo_involvement_start_date,"
            + "invo_involvement_end_date",
        "I1,W1,Allocated Worker,T02,R1,06/03/2023,14/03/2025",
        "I2,W2,Allocated Worker,T02,R2,03/06/2024,");
    return drop;
  }

  private static void write(Path file, String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
  }

  /** The shipped settings, without some of their files. */
  private Path jobs(String... without) throws IOException {
    Path jobs = Folder.copy(Path.of("jobs"), folder.resolve("jobs"));
    for (String file : without) {
      Files.delete(jobs.resolve(file));
    }
    return jobs;
  }

  private Path night(Path drop, String output) {
    Path world = folder.resolve(output);
    isDone(nights.nightly(drop, AS_AT, world));
    return world.resolve(AS_AT);
  }

  private Path night(Path drop, String output, Path jobs) {
    Path world = folder.resolve(output);
    isDone(nights.nightly(jobs, drop, AS_AT, world));
    return world.resolve(AS_AT);
  }

  /** With its reports, and a database that can be asked afterwards. */
  private Path wholeNight() throws IOException {
    Path world = folder.resolve("whole");
    isDone(Practicewatch.nightly(drop(), AS_AT, world));
    return world.resolve(AS_AT);
  }

  private static void isDone(Run run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private static List<String> flags(Path night) {
    return Practicewatch.rows(night.resolve("flags.csv")).stream()
        .filter(row -> !row.get("child_id").isEmpty())
        .map(
            row ->
                String.join(
                    " ",
                    row.get("child_id"),
                    row.get("flag"),
                    row.get("value"),
                    row.get("since"),
                    row.get("team_now"),
                    row.get("worker_now"),
                    row.get("source")))
        .toList();
  }

  @Test
  void each_flag_on_a_child_is_a_row_with_its_team_its_day_and_its_cell() throws IOException {
    assertThat(flags(night(drop(), "output")))
        .containsExactly(
            "C1 CP-PLAN-2Y 24 months 2025-03-06 Safeguarding Team East W9 plans.csv!!C2",
            "C1 UNALLOCATED no worker 2025-03-15 Safeguarding Team East  involvements.csv!!D2",
            "C1 VISIT-NOT-SEEN 1 of 2 2025-01-06 Safeguarding Team East W9 visits.csv!!D2",
            "C2 CP-PLAN-SECOND 2 2024-10-07 Safeguarding Team East W2 plans.csv!!C4");
  }

  @Test
  void explain_says_what_a_child_was_flagged_for_and_what_was_looked_at() throws IOException {
    wholeNight();
    Run run =
        Practicewatch.run(
            "explain", "--child", "C1", "--output", folder.resolve("whole").toString());
    assertThat(run.out())
        .contains("Flags: counts worth a look, and no duties")
        .contains("  No worker allocated: no worker, since 2025-03-15.  [involvements.csv!!D2]")
        .contains("  Looked at and not flagged: Six or more social workers (1);");
  }

  @Test
  void a_flag_that_nothing_received_can_tell_is_one_row_that_says_so() throws IOException {
    List<Map<String, String>> rows =
        Practicewatch.rows(night(drop(), "output").resolve("flags.csv"));
    assertThat(rows)
        .filteredOn(row -> row.get("child_id").isEmpty())
        .allMatch(row -> row.get("value").equals("not judged: no source"))
        .extracting(row -> row.get("flag"))
        .contains("PLACEMENTS-3PLUS", "CIN-OVER-6M", "VIRTUAL-VISIT", "REVIEW-CASE-NOTE-ONLY")
        .doesNotContain("CP-PLAN-2Y", "UNALLOCATED", "SOCIAL-WORKERS-6PLUS")
        .isSorted();
  }

  @Test
  void findings_and_figures_are_what_they_are_without_any_flag() throws IOException {
    Path drop = drop();
    Path jobs = jobs("standards/flags.yml", "caseload.yml");
    Path with = night(drop, "with");
    Path without = night(drop, "without", jobs);
    for (String file : List.of("findings.csv", "figures.csv", "issues.csv")) {
      assertThat(with.resolve(file)).hasSameBinaryContentAs(without.resolve(file));
    }
    assertThat(flags(without)).isEmpty();
  }

  @Test
  void a_child_to_be_forgotten_is_in_no_flag_of_any_night() throws IOException {
    Path drop = drop();
    night(drop, "output");
    Path jobs = jobs();
    Files.writeString(
        jobs.resolve("organisation/children.yml"),
        "merged ids: []\nforgotten:\n  - {child: C1, because: invented}\n");
    assertThat(flags(night(drop, "output", jobs)))
        .isNotEmpty()
        .noneMatch(line -> line.startsWith("C1"));
  }

  @Test
  void the_reports_have_the_page_and_only_lists_of_teams_and_services_have_ids()
      throws IOException {
    Path night = wholeNight();
    try (Workbook authority =
            WorkbookFactory.create(night.resolve("reports/authority.xlsx").toFile(), null, true);
        Workbook team =
            WorkbookFactory.create(
                night.resolve("teams/safeguarding-team-east/report.xlsx").toFile(), null, true)) {
      assertThat(authority.getSheet("Flags")).isNotNull();
      assertThat(authority.getSheet("Caseloads")).isNotNull();
      assertThat(authority.getSheet("Flagged")).isNull();
      assertThat(team.getSheet("Flagged").getLastRowNum()).isEqualTo(2 + 4);
      assertThat(team.getSheet("Caseloads").getRow(3).getCell(0).getStringCellValue())
          .isEqualTo("W2");
    }
  }
}
