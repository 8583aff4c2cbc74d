package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;

/** Cases in which a wrong answer would send somebody to the wrong door. */
class SmallNightsTest {

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  @Test
  void a_child_who_has_died_is_on_no_list() throws IOException {
    file("people.csv", "pers_person_id,pers_dob,pers_death_date", "1,01/02/2015,10/03/2025");
    file(
        "plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1,03/03/2025,");
    file("visits.csv", "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date", "1,7,04/03/2025");

    assertThat(findings("2025-06-30"))
        .noneMatch(row -> List.of("OVERDUE", "DUE_SOON").contains(row.get("timeliness")))
        .anyMatch(row -> row.get("timeliness").equals("IN_TIMESCALE"));
  }

  @Test
  void a_date_that_is_yet_to_come_is_not_the_nights() throws IOException {
    file("people_2026-10-30.csv", "pers_person_id,pers_dob", "1,01/02/2015");
    file(
        "plans to 31 March 2027.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1,03/03/2025,");
    Practicewatch.Run run =
        Practicewatch.run(
            "nightly",
            "--input",
            folder.resolve("drop").toString(),
            "--output",
            folder.resolve("o").toString());
    assertThat(run.out()).contains("Night of 2026-10-30").contains("2027-03-31 FOR ITSELF");
  }

  @Test
  void a_conference_dated_before_its_own_enquiry_is_neither_in_time_nor_overdue()
      throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015");
    file("s47.csv", "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date", "12,1,03/03/2025");
    file(
        "icpc.csv",
        "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_date",
        "5,12,1,24/02/2025");

    assertThat(findings("2025-06-30"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("standard", "ICPC");
              assertThat(row).containsEntry("timeliness", "CANNOT_TELL");
            });
    assertThat(Practicewatch.rows(folder.resolve("o/2025-06-30/issues.csv")))
        .anyMatch(row -> row.get("check").equals("before it began"));
  }

  @Test
  void somebody_in_an_unknown_role_is_taken_for_the_worker_only_where_nobody_better_is_known()
      throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015", "2,01/02/2016");
    file(
        "referrals.csv",
        "cine_referral_id,cine_person_id,cine_referral_date",
        "100,1,03/02/2025",
        "200,2,03/02/2025");
    file(
        "assessments.csv",
        "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date",
        "1,1,100,03/02/2025,",
        "2,2,200,03/02/2025,");
    file(
        "involvements.csv",
        "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_referral_id,invo_involvement_start_date,invo_involvement_end_date",
        "1,W1,Allocated Worker,Assessment Team,100,03/02/2025,",
        "2,W2,Wizard,Safeguarding Team East,100,04/02/2025,",
        "3,W3,Wizard,Safeguarding Team West,200,04/02/2025,",
        "4,W4,Independent Reviewing Officer,Quality,200,05/02/2025,");

    assertThat(findings("2025-06-30"))
        .filteredOn(row -> row.get("standard").equals("ASSESSMENT"))
        .extracting(row -> row.get("child_id") + " " + row.get("team_now"))
        .containsExactly("1 Assessment Team", "2 Safeguarding Team West");
  }

  @Test
  void a_review_on_the_first_day_of_the_plan_does_not_count_however_early_the_conference()
      throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015");
    file(
        "icpc.csv",
        "icpc_icpc_id,icpc_person_id,icpc_cp_plan_id,icpc_icpc_date",
        "5,1,7,03/03/2025");
    file(
        "plans.csv",
        "cppl_cp_plan_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,5,1,05/03/2025,");
    file("reviews.csv", "cppr_cp_review_id,cppr_cp_plan_id,cppr_cp_review_date", "1,7,05/03/2025");

    assertThat(findings("2025-06-30"))
        .filteredOn(row -> row.get("standard").equals("CP-REVIEW"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("since", "2025-03-03");
              assertThat(row).containsEntry("due", "2025-06-03");
              assertThat(row).containsEntry("timeliness", "OVERDUE");
            });
  }

  @Test
  void a_placement_left_open_ends_where_the_next_begins() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015");
    file(
        "episodes.csv",
        "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_id,clae_cla_episode_ceased_date,clae_entered_care_date",
        "1,1,03/03/2025,S,9,,03/03/2025");
    file(
        "placements.csv",
        "clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_id,clap_cla_placement_end_date",
        "1,03/03/2025,U6,9,",
        "2,02/06/2025,K2,9,");
    file(
        "visits.csv",
        "clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen",
        "1,1,05/03/2025,Y");

    assertThat(findings("2025-06-30"))
        .filteredOn(row -> row.get("standard").equals("LAC-VISIT"))
        .extracting(row -> row.get("during_from") + " " + row.get("timeliness"))
        .containsExactly("2025-03-03 IN_TIMESCALE", "2025-03-03 MISSED", "2025-06-02 OVERDUE");
  }

  @Test
  void a_child_looked_after_without_a_date_of_birth_is_told_once() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,", "2,");
    file(
        "episodes.csv",
        "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_id,clae_cla_episode_ceased_date,clae_entered_care_date",
        "1,1,03/03/2025,S,9,,03/03/2025");
    findings("2025-06-30");

    assertThat(Practicewatch.rows(folder.resolve("o/2025-06-30/issues.csv")))
        .filteredOn(row -> row.get("check").equals("no date of birth"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("row", "2").containsEntry("child_id", "1"));
  }

  @Test
  void a_plan_recorded_twice_is_owed_its_visits_once() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015", "2,01/02/2016");
    file(
        "plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_latest_category",
        "7,1,03/03/2025,,NEG",
        "7,1,03/03/2025,,EMO",
        "8,2,03/03/2025,,NEG",
        "8,2,03/03/2025,20/03/2025,NEG");
    file("visits.csv", "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date", "1,7,10/03/2025");

    assertThat(findings("2025-04-30"))
        .filteredOn(row -> row.get("standard").equals("CP-VISIT"))
        .extracting(row -> row.get("child_id") + " " + row.get("timeliness"))
        .containsExactly("1 IN_TIMESCALE", "1 OVERDUE", "2 CANNOT_TELL");
    assertThat(Practicewatch.rows(folder.resolve("o/2025-04-30/issues.csv")))
        .filteredOn(row -> row.get("check").equals("contradiction"))
        .hasSize(2);
  }

  @Test
  void nobody_is_overdue_by_what_a_plan_with_an_unreadable_date_may_outrank() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015", "2,01/02/2015");
    file(
        "need.csv",
        "cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date",
        "5,1,06/01/2025,",
        "6,2,06/01/2025,");
    file(
        "seen.csv",
        "cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date",
        "1,5,20/01/2025",
        "2,6,20/01/2025");
    file(
        "plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1,31/06/2025,",
        "8,2,03/02/2025,31/06/2025");

    assertThat(findings("2025-12-31"))
        .filteredOn(row -> row.get("standard").equals("CIN-VISIT"))
        .extracting(row -> row.get("child_id") + " " + row.get("timeliness"))
        .containsExactly("1 IN_TIMESCALE", "1 CANNOT_TELL", "2 IN_TIMESCALE", "2 CANNOT_TELL");
  }

  @Test
  void a_visit_whose_plan_is_another_childs_is_told() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015", "2,01/02/2016");
    file(
        "plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1,03/03/2025,");
    file(
        "visits.csv",
        "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date",
        "1,2,7,10/03/2025");
    findings("2025-04-30");

    assertThat(Practicewatch.rows(folder.resolve("o/2025-04-30/issues.csv")))
        .anyMatch(row -> row.get("problem").contains("another child's"));
  }

  @Test
  void a_table_that_did_not_come_is_named_with_what_stands_for_it() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015");
    file(
        "plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1,03/03/2025,");
    file("visits.csv", "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date", "1,7,10/03/2025");
    findings("2025-03-20");
    Files.delete(folder.resolve("drop/visits.csv"));

    Practicewatch.Run second =
        nights.nightly(folder.resolve("drop"), "2025-03-21", folder.resolve("o"));

    assertThat(second.out())
        .contains(
            "Not received tonight: child protection visits (mosaic). What visits.csv said on 2025-03-20 stands.");
    assertThat(Files.readString(folder.resolve("o/2025-03-21/run.json"))).contains("not_received");
  }

  @Test
  void why_a_file_is_held_is_printed() throws IOException {
    file("people.csv", "pers_person_id,pers_dob", "1,01/02/2015");
    Files.createFile(folder.resolve("drop/empty.csv"));

    Practicewatch.Run run =
        nights.nightly(folder.resolve("drop"), "2025-03-21", folder.resolve("o"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("Held: empty.csv: ");
  }

  private void file(String name, String... lines) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.writeString(drop.resolve(name), String.join("\n", lines) + "\n", UTF_8);
  }

  private List<Map<String, String>> findings(String asAt) {
    Practicewatch.Run run = nights.nightly(folder.resolve("drop"), asAt, folder.resolve("o"));
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return Practicewatch.rows(folder.resolve("o").resolve(asAt).resolve("findings.csv"));
  }
}
