package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;

/** What was left blank, what is only a flag, and a time of day beside a date. */
class SilenceNightTest {

  private static final String PEOPLE = "pers_person_id,pers_dob";
  private static final String MISSING =
      "miss_table_id,miss_person_id,miss_missing_episode_start_date,"
          + "miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted";
  private static final String ACTIVITIES = "Child ID,What,Date,Time,Reference,Reference is of";

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  @Test
  void an_interview_that_is_flagged_and_dated_elsewhere_is_one_judged_by_its_date()
      throws IOException {
    file("missing.csv", MISSING, "5,1,2025-06-01,2025-06-02,Y,Y", "6,2,2025-06-01,2025-06-02,Y,Y");
    file(
        "activities.csv",
        ACTIVITIES,
        "1,return interview,04/06/2025,,5,missing",
        "2,return interview,09/06/2025,,6,missing");
    assertThat(states("RHI")).isEqualTo(Map.of("1", "IN_TIMESCALE", "2", "LATE"));
  }

  @Test
  void where_interviews_are_listed_with_dates_a_flag_alone_is_none() throws IOException {
    file("missing.csv", MISSING, "5,1,2025-06-01,2025-06-02,Y,Y", "6,2,2025-06-01,2025-06-02,Y,Y");
    file("activities.csv", ACTIVITIES, "1,return interview,04/06/2025,,5,missing");
    assertThat(states("RHI")).isEqualTo(Map.of("1", "IN_TIMESCALE", "2", "OVERDUE"));
  }

  @Test
  void where_nothing_but_flags_came_nobody_can_tell() throws IOException {
    file("missing.csv", MISSING, "5,1,2025-06-01,2025-06-02,Y,Y");
    assertThat(states("RHI")).isEqualTo(Map.of("1", "CANNOT_TELL"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-02 22:30, 22:15, IN_TIMESCALE",
    "2025-06-02 22:30, 22:45, LATE",
    "2025-06-02, 22:45, IN_TIMESCALE",
    "2025-06-02 22:30, beside 22:15, IN_TIMESCALE",
    "2025-06-02 22:30, beside 22:45, LATE",
    "2025-06-02 23:59:59, 22:45, IN_TIMESCALE",
  })
  void hours_are_counted_from_the_time_beside_a_date(String end, String at, String state)
      throws IOException {
    file("missing.csv", MISSING, "5,1,2025-06-01 08:00," + end + ",Y,Y");
    String when = at.startsWith("beside") ? at.substring(6) + "," : "," + at;
    file("activities.csv", ACTIVITIES, "1,return interview,05/06/2025" + when + ",5,missing");
    assertThat(states("RHI")).isEqualTo(Map.of("1", state));
  }

  @Test
  void a_figure_says_how_many_rest_on_a_blank_seen_or_a_repeated_row() throws IOException {
    file(
        "plans.csv",
        "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date",
        "7,1,03/06/2025,",
        "8,2,03/06/2025,");
    file(
        "visits.csv",
        "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen",
        "1,1,04/06/2025,",
        "2,2,04/06/2025,Y",
        "2,2,04/06/2025,Y");
    night("2025-07-31");
    assertThat(Practicewatch.rows(folder.resolve("o/2025-07-31/figures.csv")))
        .filteredOn(row -> row.get("standard").equals("CIN-VISIT"))
        .filteredOn(row -> row.get("level").equals("authority"))
        .filteredOn(row -> row.get("measure").startsWith("done"))
        .filteredOn(row -> row.get("from").equals("2025-04-01"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("doubtful", "4"));
  }

  @Test
  void a_row_that_cannot_be_read_makes_nobody_late_and_nobody_new() throws IOException {
    file("missing.csv", MISSING, "5,1,2025-06-01,2025-06-02,Y,Y", "6,2,2025-06-01,2025-06-02,Y,Y");
    file(
        "activities.csv",
        ACTIVITIES,
        "2,return interview,04/06/2025,,6,missing",
        "1,return interview,04/0\u00006/2025,,5,missing",
        "Ann,1,return interview,04/06/2025,,5,missing");
    assertThat(states("RHI")).isEqualTo(Map.of("1", "CANNOT_TELL", "2", "IN_TIMESCALE"));
    assertThat(Practicewatch.rows(folder.resolve("o/2025-06-30/findings.csv")))
        .extracting(row -> row.get("child_id"))
        .doesNotContain("Ann");
  }

  @ParameterizedTest
  @CsvSource({"counts, IN_TIMESCALE", "does not count, OVERDUE", "cannot tell, CANNOT_TELL"})
  void what_a_visit_is_that_does_not_say_whether_the_child_was_seen(String said, String state)
      throws IOException {
    Path jobs = Folder.copy(Path.of("jobs"), folder.resolve("jobs"));
    Path nightly = jobs.resolve("nightly.yml");
    Files.writeString(
        nightly, Files.readString(nightly).replace("blank seen: counts", "blank seen: " + said));
    file(
        "plans.csv",
        "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date",
        "7,1,03/06/2025,");
    file(
        "visits.csv",
        "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen",
        "1,1,04/06/2025,");
    file("people.csv", PEOPLE, "1,01/02/2012");
    nights.nightly(jobs, folder.resolve("drop"), "2025-07-02", folder.resolve("o"));
    assertThat(Practicewatch.rows(folder.resolve("o/2025-07-02/findings.csv")))
        .filteredOn(row -> row.get("standard").equals("CIN-VISIT"))
        .first()
        .satisfies(row -> assertThat(row).containsEntry("timeliness", state));
  }

  @Test
  void a_flag_says_the_last_night_of_which_its_table_tells() throws IOException {
    file(
        "referrals.csv",
        "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date",
        "7,1,03/06/2025,");
    file(
        "visits.csv",
        "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen",
        "1,1,04/06/2025,N");
    night("2025-06-30");
    assertThat(flagAsAt("2025-06-30")).isEmpty();
    Files.delete(folder.resolve("drop/visits.csv"));
    night("2025-07-01");
    assertThat(flagAsAt("2025-07-01")).isEqualTo("2025-06-30");
  }

  private String flagAsAt(String asAt) {
    return Practicewatch.rows(folder.resolve("o").resolve(asAt).resolve("flags.csv")).stream()
        .filter(row -> row.get("flag").equals("VISIT-NOT-SEEN") && row.get("child_id").equals("1"))
        .findFirst()
        .orElseThrow()
        .get("as_at");
  }

  @Test
  void a_visit_that_was_not_seen_and_says_nothing_any_more_is_told() throws IOException {
    String visits = "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen";
    file("visits_2025-06-30.csv", visits, "1,1,04/06/2025,N", "2,2,04/06/2025,");
    night("2025-06-30");
    Files.delete(folder.resolve("drop/visits_2025-06-30.csv"));
    file("visits_2025-07-01.csv", visits, "1,1,04/06/2025,", "2,2,04/06/2025,");
    night("2025-07-01");
    assertThat(Practicewatch.rows(folder.resolve("o/2025-07-01/issues.csv")))
        .filteredOn(row -> row.get("check").equals("not seen, and blank now"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("child_id", "1").containsEntry("row", "2"));
  }

  @Test
  void a_review_of_a_return_without_its_date_happened_on_a_day_that_nobody_knows()
      throws IOException {
    file(
        "2024-episodes.csv",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        "1,01/05/2024,S,C2,N1,U6,PR1,,,,,,");
    file("2024-header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "1,1,01/02/2012,WBRI,,,");
    file(
        "2024-reviews.csv",
        "CHILD,DOB,REVIEW,REVIEW_CODE",
        "1,01/02/2012,,PN1",
        "1,01/02/2012,20/08/2024,PN1");
    night("2024-09-30");
    assertThat(Practicewatch.rows(folder.resolve("o/2024-09-30/findings.csv")))
        .filteredOn(row -> row.get("standard").equals("LAC-REVIEW"))
        .first()
        .satisfies(row -> assertThat(row).containsEntry("timeliness", "CANNOT_TELL"));
    assertThat(Practicewatch.rows(folder.resolve("o/2024-09-30/issues.csv")))
        .anySatisfy(row -> assertThat(row).containsEntry("check", "no date"));
  }

  @Test
  void what_was_past_when_an_extract_was_made_is_not_in_the_future_of_an_older_night()
      throws IOException {
    file(
        "missing_2025-06-30.csv",
        MISSING,
        "5,1,2025-06-01,2025-06-02,Y,Y",
        "6,2,2025-06-01,2025-07-02,Y,Y");
    night("2025-05-31");
    assertThat(Practicewatch.rows(folder.resolve("o/2025-05-31/issues.csv")))
        .filteredOn(row -> row.get("check").equals("date in the future"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("problem")).contains("2025-07-02"));
  }

  private Map<String, String> states(String standard) throws IOException {
    night("2025-06-30");
    Map<String, String> states = new TreeMap<>();
    Practicewatch.rows(folder.resolve("o/2025-06-30/findings.csv")).stream()
        .filter(row -> row.get("standard").equals(standard))
        .forEach(row -> states.put(row.get("child_id"), row.get("timeliness")));
    return states;
  }

  private void night(String asAt) throws IOException {
    file("people.csv", PEOPLE, "1,01/02/2012", "2,01/02/2012");
    Practicewatch.Run run = nights.nightly(folder.resolve("drop"), asAt, folder.resolve("o"));
    assertThat(run.exitCode()).as(run.out()).isIn(0, 3);
  }

  private void file(String name, String... lines) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.writeString(drop.resolve(name), String.join("\n", List.of(lines)) + "\n", UTF_8);
  }
}
