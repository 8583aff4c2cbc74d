package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Printed;

/**
 * The recipes of jobs/README.md, word for word, on a copy of the settings and through a whole
 * night: what a council may want of its own is YAML and nothing else.
 */
class YamlOnlyTest {

  private static final Path SETTINGS = Path.of("jobs");
  private static final String AS_AT = "2026-03-31";
  private static final Map<String, String> EXTRACTS =
      Map.of(
          "people.csv",
          """
          pers_person_id,pers_dob,pers_expected_dob
          800001,2015-05-01,
          800002,2016-05-01,
          800003,2017-05-01,
          """,
          "referrals.csv",
          """
          cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_team
          R1,800001,2026-01-02,N1,T99
          R2,800002,2026-01-02,N1,T99
          R3,800003,2026-01-02,N1,T99
          """,
          "episodes.csv",
          """
          clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_id,clae_cla_episode_ceased_date,clae_cla_placement_id
          E1,800001,2026-01-05,S,P1,,PL1
          """,
          "placements.csv",
          """
          clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_id,clap_cla_placement_end_date
          PL1,2026-01-05,Kinship home for good,P1,
          """,
          "visits.csv",
          """
          clav_cla_id,clav_cla_visit_id,Visited On,clav_cla_visit_seen,clav_person_id
          P1,V1,2026-01-10,Y,800001
          """,
          "health.csv",
          """
          clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status
          H1,800001,Dental check,2026-02-01,Completed
          """,
          "reviews.csv",
          """
          clar_cla_id,clar_cla_review_date,clar_cla_review_participation,clar_cla_review_cancelled,clar_cla_person_id
          P1,2026-01-21,PN6,N,800001
          """,
          "cin_plans.csv",
          """
          cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date
          N1,R2,800002,2026-01-12,
          N2,R3,800003,2026-02-02,
          """,
          "cin_visits.csv",
          """
          cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date,cinv_cin_visit_seen
          V9,N1,2026-02-05,Y
          """,
          "sessions.csv",
          """
          Child reference,Session held on,Session worker
          800001,12/01/2026,W9
          """);

  private static final String CONFERENCES =
      """
      time_period,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,ICPC,Duration_0-10_days,Duration_11-15_days
      2025,Local authority,E92000001,England,E12000009,South West,991,E06000999,Fernshire,80,20,44
      2025,Local authority,E92000001,England,E12000009,South West,992,E06000998,Mossdale,90,c,60
      2025,Local authority,E92000001,England,E12000009,South West,993,E06000997,Otterham,50,10,30
      """;

  private static final String STEPS =
      """
      Client,Step name,Step completed on,Step outcome
      800001,LAC Care Plan Form,12/01/2026,
      800001,CLA - IRO Mid-Point Check,13/01/2026,Abandoned
      800001,pep,02/02/2026,Completed
      800001,Telephone Call,03/02/2026,Completed
      """;

  @TempDir static Path folder;

  private static Path shipped;
  private static Path edited;
  private static String checked;

  @BeforeAll
  static void the_same_night_with_the_shipped_settings_and_with_the_recipes() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    for (Map.Entry<String, String> extract : EXTRACTS.entrySet()) {
      Files.writeString(input.resolve(extract.getKey()), extract.getValue());
    }
    Files.writeString(input.resolve("steps.csv"), STEPS);
    Path jobs = Folder.copy(SETTINGS, folder.resolve("jobs"));
    shipped = night(input, jobs, "shipped", 3);
    Files.writeString(jobs.resolve("benchmarks/conferences.csv"), CONFERENCES);
    for (Recipe recipe : recipes()) {
      recipe.applyTo(jobs);
    }
    Practicewatch.Run check = Practicewatch.run("check-settings", "--jobs", jobs.toString());
    assertThat(check.exitCode()).as(check.err()).isZero();
    checked = check.out();
    edited = night(input, jobs, "edited", 0);
  }

  @Test
  void a_renamed_column_is_read() {
    assertThat(findings(shipped, "LAC-VISIT")).isEmpty();
    assertThat(findings(edited, "LAC-VISIT").get(0))
        .containsEntry("done", "2026-01-10")
        .containsEntry("timeliness", "IN_TIMESCALE")
        .containsEntry("source", "visits.csv!!C2");
  }

  @Test
  void a_stricter_limit_of_our_own_stands_beside_the_statutory_one() {
    assertThat(findings(edited, "LAC-REVIEW").get(0))
        .containsEntry("due", "2026-02-02")
        .containsEntry("timeliness", "IN_TIMESCALE");
    assertThat(findings(edited, "LAC-REVIEW-LOCAL"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("due", "2026-01-19")
                    .containsEntry("timeliness", "LATE")
                    .containsEntry("days_over", "2"));
  }

  @Test
  void a_preset_that_ships_is_judged_beside_the_law() {
    assertThat(checked)
        .contains("Of our own:", "LAC-VISIT-LOCAL is added by preset croydon.")
        .contains("LIFE-STORY is added by local.yml.")
        .contains("CIN-VISIT is changed by local.yml from 2026-02-02: timescale (in place of");
    assertThat(findings(edited, "LAC-VISIT").get(0)).containsEntry("due", "2026-01-12");
    assertThat(findings(edited, "LAC-VISIT-LOCAL"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("due", "2026-01-08")
                    .containsEntry("timeliness", "LATE"));
  }

  @Test
  void what_was_counting_when_an_interval_changed_is_judged_as_before() {
    // Walsall's six weeks for the plan of January and four for that of February.
    assertThat(findings(edited, "CIN-VISIT"))
        .extracting(row -> row.get("child_id") + " " + row.get("since") + " " + row.get("due"))
        .containsExactly(
            "800002 2026-01-12 2026-02-23",
            "800002 2026-02-05 2026-03-05",
            "800003 2026-02-02 2026-03-02");
    assertThat(findings(shipped, "CIN-VISIT"))
        .extracting(row -> row.get("due"))
        .containsExactly("2026-02-09", "2026-03-05", "2026-03-02");
  }

  @Test
  void a_report_of_our_own_that_calls_things_otherwise_is_read() {
    assertThat(findings(edited, "PEP").get(0))
        .containsEntry("done", "2026-02-02")
        .containsEntry("source", "steps.csv!!C4");
    assertThat(Practicewatch.rows(edited.resolve("issues.csv")))
        .noneMatch(row -> row.get("extract").equals("steps.csv"));
  }

  @Test
  void a_standard_of_our_own_is_judged_from_a_spreadsheet_of_our_own() {
    List<Map<String, String>> sessions = findings(edited, "LIFE-STORY");
    assertThat(sessions)
        .extracting(row -> row.get("due"))
        .containsExactly("2026-03-02", "2026-03-09");
    assertThat(sessions)
        .extracting(row -> row.get("timeliness"))
        .containsExactly("IN_TIMESCALE", "OVERDUE");
    assertThat(figures(edited, "authority", "LIFE-STORY", "children in timescale now"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row).containsEntry("numerator", "0").containsEntry("denominator", "1"));
  }

  @Test
  void a_new_spelling_of_a_code_is_understood() {
    assertThat(issues(shipped)).anyMatch(row -> row.get("value").equals("Kinship home for good"));
    assertThat(issues(edited)).noneMatch(row -> row.get("value").equals("Kinship home for good"));
    assertThat(findings(edited, "LIFE-STORY")).as("owed only while U1 or U4").isNotEmpty();
  }

  @Test
  void a_new_team_is_counted_under_its_service() {
    assertThat(issues(shipped))
        .anyMatch(row -> row.get("check").equals("team not in organisation"));
    assertThat(issues(edited))
        .noneMatch(row -> row.get("check").equals("team not in organisation"));
    for (String level : List.of("service", "team")) {
      assertThat(figures(edited, level, "LAC-VISIT", "children in timescale now"))
          .extracting(row -> row.get("name"))
          .containsExactly(level.equals("team") ? "Kinship Team" : "Looked After and Leaving Care");
    }
  }

  @Test
  void a_standard_that_is_switched_off_is_not_judged_and_the_reports_say_why() throws IOException {
    assertThat(findings(shipped, "LAC-DENTAL")).isNotEmpty();
    assertThat(findings(edited, "LAC-DENTAL")).isEmpty();
    try (Stream<Path> reports = Files.walk(edited)) {
      List<Path> books =
          reports
              .filter(
                  file ->
                      file.toString().matches(".*(authority|(services|teams)/.*/report)[.]xlsx"))
              .toList();
      assertThat(books).hasSizeGreaterThan(3);
      for (Path book : books) {
        assertThat(Printed.inWorkbook(book))
            .as(book.toString())
            .contains("Dental check", "no dentist in the county takes new patients (fictional)");
      }
    }
    assertThat(explain("--child", "800001", "--standard", "LAC-DENTAL"))
        .contains("Switched off: LAC-DENTAL. Because: no dentist in the county");
  }

  @Test
  void a_target_of_our_own_is_told_beside_the_law_it_rests_on() throws IOException {
    assertThat(Printed.inWorkbook(edited.resolve("reports/authority.xlsx")))
        .contains("reg. 33; our own target: Improvement plan 2026, action 4 (fictional)");
    assertThat(explain("--child", "800001", "--standard", "LAC-REVIEW"))
        .contains(
            "LAC-REVIEW, Looked-after review (statutory)", "; our own target: Improvement plan");
  }

  @Test
  void explain_tells_the_versions_of_a_standard_apart() {
    assertThat(explain("--child", "800002", "--standard", "CIN-VISIT"))
        .contains(
            "Seen at home within six weeks",
            "This version is for counts that begin to 2026-02-01.",
            "Seen within four weeks of the start of the plan",
            "Practice board, 12 January 2026 (fictional); here in place of: Local practice standard",
            "This version is for counts that begin from 2026-02-02.");
  }

  private static String explain(String... what) {
    List<String> words =
        new ArrayList<>(List.of("explain", "--jobs", folder.resolve("jobs").toString()));
    words.addAll(List.of("--output", folder.resolve("edited").toString()));
    words.addAll(List.of(what));
    Practicewatch.Run run = Practicewatch.run(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void published_figures_of_ours_and_of_our_neighbours_stand_beside_the_nights() {
    assertThat(benchmarks(shipped)).noneMatch(row -> row.get("whose").equals("neighbour"));
    assertThat(
            benchmarks(edited).stream()
                .filter(row -> row.get("year").equals("2025"))
                .map(row -> row.get("whose") + " " + row.get("name") + " " + row.get("percent")))
        .containsExactly(
            "published of us Fernshire 80.0", "neighbour Mossdale ", "neighbour Otterham 80.0");
    assertThat(benchmarks(edited))
        .filteredOn(row -> row.get("whose").equals("counted here"))
        .extracting(row -> row.get("note"))
        .containsOnly("cannot judge: no source");
  }

  private static List<Map<String, String>> benchmarks(Path night) {
    return Practicewatch.rows(night.resolve("benchmarks.csv"));
  }

  /** One block of YAML in jobs/README.md: the file, where in it, and what to put there. */
  private record Recipe(String file, String place, String text) {

    void applyTo(Path jobs) throws IOException {
      Path target = jobs.resolve(file);
      String old = Files.exists(target) ? Files.readString(target) : "";
      String now =
          switch (place) {
            case "" -> file.equals("standards/local.yml") ? ofOurOwn(old) : old + "\n" + text;
            case "table \"looked-after visits\"" ->
                old.replace("      date: {headed: clav_cla_visit_date, is: date}\n", text);
            case "group \"foster placement\", wordings, U1" ->
                old.replaceFirst("(?m)^      U1:\n(?=        - )", "      U1:\n" + text);
            case "service \"Looked After and Leaving Care\"" ->
                old.replaceFirst("(?m)^(?=      - \\{team: Looked After Team)", text);
            case "in place of all that is there" -> text;
            case "activities" -> old.replaceFirst("(?m)^activities:\n", "activities:\n" + text);
            default -> throw new IllegalArgumentException(place);
          };
      assertThat(now).as(file).isNotEqualTo(old);
      Files.writeString(target, now);
    }

    /** Below the key that is there already, or at the end; the line of presets is one line. */
    private String ofOurOwn(String old) {
      String key = text.substring(0, text.indexOf(':') + 1);
      if (key.equals("presets:")) {
        return old.replaceFirst("(?m)^presets:.*\n", text);
      }
      String below = text.substring(text.indexOf('\n') + 1);
      return old.contains("\n" + key + "\n")
          ? old.replace("\n" + key + "\n", "\n" + key + "\n" + below)
          : old + "\n" + text;
    }
  }

  private static List<Recipe> recipes() throws IOException {
    Matcher block =
        Pattern.compile("```yaml\n# jobs/([^,\n]+)(?:, ([^\n]*))?\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(SETTINGS.resolve("README.md")));
    List<Recipe> recipes =
        block
            .results()
            .map(
                found ->
                    new Recipe(
                        found.group(1),
                        found.group(2) == null ? "" : found.group(2),
                        found.group(3)))
            .toList();
    assertThat(recipes).hasSize(13);
    return recipes;
  }

  private static Path night(Path input, Path jobs, String name, int exitCode) {
    Path output = folder.resolve(name);
    Practicewatch.Run run =
        Practicewatch.run(
            "nightly",
            "--input",
            input.toString(),
            "--jobs",
            jobs.toString(),
            "--as-at",
            AS_AT,
            "--output",
            output.toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return output.resolve(AS_AT);
  }

  private static List<Map<String, String>> findings(Path night, String standard) {
    return Practicewatch.rows(night.resolve("findings.csv")).stream()
        .filter(row -> row.get("standard").equals(standard))
        .toList();
  }

  private static List<Map<String, String>> figures(
      Path night, String level, String standard, String measure) {
    return Practicewatch.rows(night.resolve("figures.csv")).stream()
        .filter(row -> row.get("level").equals(level))
        .filter(row -> row.get("standard").equals(standard))
        .filter(row -> row.get("measure").equals(measure))
        .toList();
  }

  private static List<Map<String, String>> issues(Path night) {
    return Practicewatch.rows(night.resolve("issues.csv"));
  }
}
