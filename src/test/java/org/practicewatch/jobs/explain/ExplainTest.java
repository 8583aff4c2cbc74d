package org.practicewatch.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.machine.ExitCodes;

/** A manager points at a child or at a figure and is told why, in sentences that cite cells. */
@Tag("machine")
@Order(2)
class ExplainTest {

  private static final Pattern COUNT =
      Pattern.compile("([\\d,]+) of ([\\d,]+).*cannot be told: ([\\d,]+)\\.");

  @TempDir static Path folder;

  @BeforeAll
  static void two_nights() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    write(in, "people.csv", "pers_person_id,pers_dob", "1001,01/02/2015", "2002,01/02/2016");
    write(
        in,
        "plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "7,1001,03/03/2025,",
        "8,2002,03/03/2025,");
    write(
        in,
        "visits.csv",
        "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen",
        "1,7,10/03/2025,Y",
        "2,7,26/03/2025,Y",
        "3,8,32/03/2025,Y");
    for (String asAt : List.of("2025-03-20", "2025-03-31")) {
      assertThat(practicewatch("nightly", "--input", in.toString(), "--as-at", asAt).exitCode())
          .isZero();
    }
    Path sample = folder.resolve("sample");
    assertThat(Practicewatch.closed(Path.of("input/sample"), "2026-10-30", sample).exitCode())
        .isZero();
  }

  private static void write(Path folder, String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static Run practicewatch(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--output", folder.resolve("out").toString()));
    return Practicewatch.untilClosed(all.toArray(String[]::new));
  }

  @Test
  void a_child_is_told_from_the_record_to_the_verdict_with_cells() {
    Run run = practicewatch("explain", "--child", "1001");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Child 1001, on the night of 2025-03-31.")
        .contains("Born 2015-02-01 (10 years old).  [people.csv!!B2]")
        .contains("  2025-03-26              child protection visit  [visits.csv!!C3]")
        .contains("CP-VISIT, Child protection visit")
        .contains(
            "child protection plan from 2025-03-03, 2: counted from 2025-03-10, due by 2025-03-24;"
                + " done on 2025-03-26, 2 days over: late.  [visits.csv!!C3]")
        .contains("no source: ")
        .doesNotContain("would not give the same");
  }

  @Test
  void what_cannot_be_told_is_told_with_the_cell_that_stands_in_the_way() {
    assertThat(practicewatch("explain", "--child", "2002", "--standard", "CP-VISIT").out())
        .contains("cannot tell")
        .contains("This is not a date")
        .contains("Value: 32/03/2025.")
        .contains("visits.csv, row 4");
  }

  @Test
  void an_earlier_night_is_told_as_it_was() {
    assertThat(practicewatch("explain", "--child", "1001", "--as-at", "2025-03-30").out())
        .contains("on the night of 2025-03-20.")
        .contains("due by 2025-03-24; not done yet: due soon.")
        .contains("What was owed is told as that night reported it.")
        .doesNotContain("done on 2025-03-26");
  }

  @Test
  void the_plans_assessments_and_conferences_behind_a_published_measure_add_up_to_it() {
    Path sample = folder.resolve("sample");
    int told = 0;
    for (Map<String, String> row :
        Practicewatch.rows(sample.resolve("2026-10-30/benchmarks.csv"))) {
      if (row.get("whose").equals("counted here")) {
        String out =
            Practicewatch.run(
                    "explain", "--output", sample.toString(), "--figure", row.get("measure"))
                .out();
        Matcher count = COUNT.matcher(out);
        assertThat(count.find()).as(out).isTrue();
        assertThat(List.of(count.group(1), count.group(2), count.group(3)))
            .containsExactly(row.get("numerator"), row.get("denominator"), row.get("cannot_tell"));
        assertThat(out.lines().filter(line -> line.matches("  \\S+: due .*")))
            .hasSize(
                Integer.parseInt(row.get("denominator"))
                    + Integer.parseInt(row.get("cannot_tell")));
        told++;
      }
    }
    assertThat(told).isEqualTo(3);
    assertThat(practicewatch("explain", "--figure", "D6").out())
        .contains("cannot judge: no source.");
    assertThat(practicewatch("explain", "--figure", "D6", "--team", "Looked After Team").err())
        .contains("--figure D6 is of the authority, and stands alone.");
  }

  @Test
  void the_children_behind_every_figure_of_the_sample_add_up_to_it() throws IOException {
    Path night = folder.resolve("sample").resolve("2026-10-30");
    int told = 0;
    for (Map<String, String> figure : Practicewatch.rows(night.resolve("figures.csv"))) {
      boolean shown =
          figure.get("level").equals("authority") || figure.get("name").equals("Looked After Team");
      boolean ofRank =
          figure.get("standard").equals("rank:seeing")
              && figure.get("level").equals("authority")
              && figure.get("measure").equals("children in timescale now");
      if (!ofRank && (!figure.get("standard").equals("LAC-VISIT") || !shown)) {
        continue;
      }
      List<String> words =
          new ArrayList<>(
              List.of(
                  "explain",
                  "--output",
                  folder.resolve("sample").toString(),
                  "--standard",
                  figure.get("standard"),
                  "--figure",
                  figure.get("measure"),
                  "--period",
                  figure.get("from").equals("2026-04-01") ? "year" : "month"));
      if (!figure.get("level").equals("authority")) {
        words.addAll(List.of("--" + figure.get("level"), figure.get("name")));
      }
      String out = Practicewatch.run(words.toArray(String[]::new)).out();
      Matcher count = COUNT.matcher(out);
      assertThat(count.find()).as(out).isTrue();
      assertThat(List.of(count.group(1), count.group(2), count.group(3)))
          .containsExactly(
              figure.get("numerator"), figure.get("denominator"), figure.get("cannot_tell"));
      long lines = out.lines().filter(line -> line.startsWith("  ")).count();
      assertThat(lines)
          .isEqualTo(
              Long.parseLong(figure.get("denominator"))
                  + Long.parseLong(figure.get("cannot_tell")));
      told++;
    }
    assertThat(told).isEqualTo(11);
  }

  @Test
  void what_is_not_there_is_told_in_a_sentence() {
    assertThat(practicewatch("explain", "--child", "9").err())
        .contains("The night of 2025-03-31 knows no child with this id.")
        .doesNotContain("9 ");
    assertThat(practicewatch("explain", "--child", "1001", "--as-at", "2024-01-01").err())
        .contains("No night was closed on or before 2024-01-01.");
    assertThat(practicewatch("explain", "--figure", "done", "--standard", "CP-VISITS").err())
        .contains("There is no standard CP-VISITS. There are: ");
    assertThat(practicewatch("explain", "--figure", "done").err())
        .contains("A figure is of one standard");
    assertThat(practicewatch("explain", "--figure", "some", "--standard", "CP-VISIT").err())
        .contains("--figure should be now, done or all, not 'some'.");
    Run both = practicewatch("explain", "--figure", "now", "--child", "1001");
    assertThat(both.err()).contains("Say what to explain");
    assertThat(both.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(
            practicewatch(
                    "explain", "--figure", "now", "--standard", "CP-VISIT", "--team", "Nobody's")
                .err())
        .contains("has no such figure of CP-VISIT for Nobody's. It has it for: No team recorded.");
  }
}
