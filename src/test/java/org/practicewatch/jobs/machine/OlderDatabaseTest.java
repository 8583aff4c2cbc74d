package org.practicewatch.jobs.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;

/**
 * A database that an earlier version left. {@code databases/0.1.0.zip} was written by version
 * 0.1.0: the night of 30 September 2026 on {@code sample-data --children 14 --seed 5 --as-at
 * 2026-09-30}.
 */
class OlderDatabaseTest {

  @TempDir Path folder;

  private static final Set<String> STANDARDS =
      Set.of(
          "LAC-VISIT",
          "LAC-REVIEW",
          "LAC-IHA",
          "LAC-RHA",
          "LAC-DENTAL",
          "CP-VISIT",
          "CP-REVIEW",
          "ICPC",
          "CIN-VISIT",
          "ASSESSMENT");

  @Test
  void is_brought_up_to_date_and_the_next_night_says_what_it_would_have_said() throws IOException {
    Path older = folder.resolve("older");
    unpack("/databases/0.1.0.zip", older);
    Path fresh = folder.resolve("fresh");
    night(drop("2026-09-30"), fresh);

    // Only the newest table comes, so that what 0.1.0 read of the others has to stand.
    Path october = drop("2026-10-30");
    Path some = Files.createDirectories(folder.resolve("some of October"));
    for (String name :
        new String[] {
          "ssd_cla_visits_2026-10-30.csv",
          "ssd_cla_reviews_2026-10-30.csv",
          "README-fictional-sample.md"
        }) {
      Files.copy(october.resolve(name), some.resolve(name));
    }
    night(some, older);
    night(some, fresh);

    for (String file : new String[] {"findings.csv", "figures.csv"}) {
      assertThat(ofItsStandards(older, file)).isEqualTo(ofItsStandards(fresh, file));
    }
    assertThat(ofItsStandards(older, "findings.csv")).hasSizeGreaterThan(50);
    assertThat(Practicewatch.rows(older.resolve("2026-10-30/findings.csv")))
        .as("what 0.1.0 did not read makes nobody overdue")
        .noneMatch(row -> row.get("standard").equals("CARE-PLAN"));
  }

  /** The rows of the standards that 0.1.0 had; what is new has to be read anew first. */
  private static List<Map<String, String>> ofItsStandards(Path output, String file) {
    return Practicewatch.rows(output.resolve("2026-10-30").resolve(file)).stream()
        .filter(row -> STANDARDS.contains(row.get("standard")))
        // Which rows were folded into others 0.1.0 did not keep.
        .peek(row -> row.remove("doubtful"))
        .toList();
  }

  private Path drop(String asAt) {
    Path drop = folder.resolve("drop of " + asAt);
    Run run =
        Practicewatch.run(
            "sample-data",
            "--children",
            "14",
            "--seed",
            "5",
            "--as-at",
            asAt,
            "--output",
            drop.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return drop;
  }

  private static void night(Path drop, Path output) {
    Run run =
        Practicewatch.untilClosed(
            "nightly", "--input", drop.toString(), "--output", output.toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private static void unpack(String resource, Path to) throws IOException {
    try (InputStream bytes = OlderDatabaseTest.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}
