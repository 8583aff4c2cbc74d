package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.machine.MigratedDatabase;

/** The same nights in a PostgreSQL as in the files under the output folder. */
@Tag("machine")
@Order(1)
class PostgreSqlNightTest {

  @TempDir static Path folder;
  private static Path september;
  private static Path october;

  @BeforeAll
  static void two_drops_of_one_authority() {
    september = drop("2026-09-30");
    october = drop("2026-10-30");
  }

  private static Path drop(String asAt) {
    Path drop = folder.resolve("drop of " + asAt);
    Run run =
        Practicewatch.run(
            "sample-data",
            "--children",
            "60",
            "--seed",
            "4",
            "--as-at",
            asAt,
            "--output",
            drop.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return drop;
  }

  private static Run night(Path drop, Path output, String... more) {
    String[] words = {"nightly", "--input", drop.toString(), "--output", output.toString()};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Practicewatch.untilClosed(all);
  }

  @Test
  void gives_the_same_bytes() {
    Path inFiles = folder.resolve("in files");
    Path inPostgreSql = folder.resolve("in postgresql");
    String url = MigratedDatabase.postgreSql();
    for (Path drop : new Path[] {september, october}) {
      Run here = night(drop, inFiles);
      Run there = night(drop, inPostgreSql, "--database", url);
      assertThat(here.exitCode()).as(here.out() + here.err()).isZero();
      assertThat(there.exitCode()).as(there.out() + there.err()).isZero();
    }
    for (String asAt : new String[] {"2026-09-30", "2026-10-30"}) {
      for (String file : new String[] {"findings.csv", "figures.csv", "flags.csv", "issues.csv"}) {
        assertThat(inPostgreSql.resolve(asAt).resolve(file))
            .hasSameBinaryContentAs(inFiles.resolve(asAt).resolve(file));
      }
    }
    assertThat(inPostgreSql.resolve("database")).doesNotExist();
    Run again = night(october, inPostgreSql, "--database", url);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("Nothing has changed");
  }
}
