package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Printed;

/**
 * A night of May 2020, when the law asked for less than the ordinary rule: what falls due in it
 * carries the mark, and is judged as ever.
 */
class RegimeNightTest {

  private static final String MARK = "relaxed period of 2020";

  @TempDir static Path folder;

  private static Path night;

  @BeforeAll
  static void a_night_in_the_relaxed_period() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    Map<String, String> extracts =
        Map.of(
            "people.csv",
            "pers_person_id,pers_dob,pers_expected_dob\n810001,2012-05-01,\n",
            "episodes.csv",
            """
            clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_id,clae_cla_episode_ceased_date,clae_cla_placement_id
            E1,810001,2020-03-02,S,P1,,PL1
            """,
            "placements.csv",
            """
            clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_id,clap_cla_placement_end_date
            PL1,2020-03-02,U6,P1,
            """,
            "visits.csv",
            """
            clav_cla_id,clav_cla_visit_id,clav_cla_visit_date,clav_cla_visit_seen,clav_person_id
            P1,V1,2020-03-06,Y,810001
            P1,V2,2020-04-08,Y,810001
            """);
    for (Map.Entry<String, String> extract : extracts.entrySet()) {
      Files.writeString(input.resolve(extract.getKey()), extract.getValue());
    }
    Practicewatch.Run run = Practicewatch.nightly(input, "2020-05-29", folder.resolve("output"));
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    night = folder.resolve("output/2020-05-29");
  }

  @Test
  void findings_are_those_of_the_ordinary_rule() {
    assertThat(
            Practicewatch.rows(night.resolve("findings.csv")).stream()
                .filter(row -> row.get("standard").equals("LAC-VISIT"))
                .map(row -> row.get("due") + " " + row.get("timeliness")))
        .containsExactly(
            "2020-03-09 IN_TIMESCALE", "2020-04-17 IN_TIMESCALE", "2020-05-20 OVERDUE");
  }

  @Test
  void lists_carry_the_mark_and_say_what_it_means() throws IOException {
    Path team = night.resolve("teams/no-team-recorded/report");
    String book = Printed.inWorkbook(Path.of(team + ".xlsx"));
    assertThat(book).containsOnlyOnce(">" + MARK + "<");
    assertThat(book).contains("Mark: " + MARK, "It fell due from 24 Apr 2020 to 25 Sep 2020.");
    assertThat(Printed.inPdf(Path.of(team + ".pdf"))).contains(MARK);
    assertThat(Printed.inPdf(night.resolve("reports/authority.pdf"))).contains("Mark: " + MARK);
  }

  @Test
  void explain_marks_what_fell_due_in_it_and_no_more() {
    Practicewatch.Run run =
        Practicewatch.run(
            "explain",
            "--output",
            folder.resolve("output").toString(),
            "--child",
            "810001",
            "--standard",
            "LAC-VISIT");
    assertThat(run.out().lines().filter(line -> line.contains("(" + MARK + ")")))
        .singleElement()
        .asString()
        .contains("due by 2020-05-20 (" + MARK + "); not done, 9 days over: overdue");
    assertThat(run.out())
        .contains(
            "  " + MARK + ": In these months as soon as reasonably practicable", "S.I. 2020/445");
  }
}
