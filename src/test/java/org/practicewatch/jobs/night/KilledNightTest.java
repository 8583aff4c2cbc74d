package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;

/** A night whose process is killed for real, and the same command given again. */
@Tag("machine")
@Order(1)
class KilledNightTest {

  @TempDir static Path folder;
  private static Path drop;
  private static Path undisturbed;

  @BeforeAll
  static void a_night_that_nobody_disturbs() {
    drop = folder.resolve("drop");
    Practicewatch.run(
        "sample-data", "--children", "120", "--seed", "9", "--output", drop.toString());
    undisturbed = folder.resolve("undisturbed");
    Practicewatch.Run run =
        Practicewatch.untilClosed(
            "nightly", "--input", drop.toString(), "--output", undisturbed.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"rows of child in need visits, false", "children in the record, true"})
  void the_same_command_finishes_with_the_bytes_of_an_undisturbed_night(
      String killedAfter, boolean reports) throws IOException, InterruptedException {
    Path output = folder.resolve("killed after " + killedAfter);
    Process process =
        Practicewatch.process(
                List.of(), "nightly", "--input", drop.toString(), "--output", output.toString())
            .start();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.contains(killedAfter)) {
        line = lines.readLine();
      }
      process.destroyForcibly().waitFor();
      assertThat(line).as("the night got as far as that").isNotNull();
    }

    String[] same = {"nightly", "--input", drop.toString(), "--output", output.toString()};
    Practicewatch.Run again = reports ? Practicewatch.run(same) : Practicewatch.untilClosed(same);

    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    for (String file :
        new String[] {"findings.csv", "figures.csv", "flags.csv", "issues.csv", "benchmarks.csv"}) {
      assertThat(output.resolve("2026-10-30").resolve(file))
          .hasSameBinaryContentAs(undisturbed.resolve("2026-10-30").resolve(file));
    }
    assertThat(Files.exists(output.resolve("2026-10-30/reports/authority.pdf"))).isEqualTo(reports);
  }
}
