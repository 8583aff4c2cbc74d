package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;

/** Drops made by others that an intake may misread; their README says what is right. */
class FaultsNightTest {

  private static final String AS_AT = "2018-03-31";

  @TempDir Path folder;

  private List<Map<String, String>> findings(String drop, String standard) {
    Path input = Practicewatch.shared().resolve("data/faults").resolve(drop);
    assumeTrue(Files.exists(input), "the data made by others is not here: " + input);
    Practicewatch.Run run = Practicewatch.nightly(input, AS_AT, folder);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return Practicewatch.rows(folder.resolve(AS_AT).resolve("findings.csv")).stream()
        .filter(finding -> finding.get("standard").equals(standard))
        .toList();
  }

  @Test
  void the_sheets_of_a_workbook_are_parts_of_one_report() {
    assertThat(findings("a-sheet-a-month", "LAC-VISIT"))
        .filteredOn(finding -> !finding.get("done").isEmpty())
        .extracting(finding -> finding.get("child_id") + " " + finding.get("done"))
        .containsExactly(
            "7001 2017-07-10", "7001 2017-08-14", "7002 2017-07-10", "7002 2017-08-14");
  }

  @Test
  void a_conference_is_tied_to_the_child_that_a_second_column_names() {
    assertThat(findings("child-named-in-a-second-column", "CP-REVIEW"))
        .extracting(finding -> finding.get("child_id") + " " + finding.get("timeliness"))
        .containsExactly(
            "7001 IN_TIMESCALE",
            "7001 IN_TIMESCALE",
            "7001 NOT_YET_DUE",
            "7002 IN_TIMESCALE",
            "7002 IN_TIMESCALE",
            "7002 NOT_YET_DUE");
  }

  @Test
  void an_end_under_the_second_column_of_a_merged_heading_counts() {
    assertThat(findings("heading-merged-over-two-columns", "CIN-VISIT"))
        .isNotEmpty()
        .noneMatch(finding -> finding.get("timeliness").equals("OVERDUE"));
    assertThat(Practicewatch.rows(folder.resolve(AS_AT).resolve("issues.csv")))
        .anyMatch(issue -> issue.get("check").equals("under a merged heading"));
  }
}
