package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;

/**
 * Timelines worked out by hand from the regulations, as extracts in the Mosaic dataset layout, run
 * through the whole night. {@code *} means that a cell is not compared.
 */
class WorkedTimelinesTest {

  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
  private static final List<String> COMPARED =
      List.of("during_from", "number", "since", "due", "done", "timeliness", "days_over");

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  @TestFactory
  Stream<DynamicTest> the_night_says_what_was_worked_out_by_hand() throws IOException {
    List<Path> drops;
    try (Stream<Path> listed = Files.list(SCENARIOS)) {
      drops = listed.filter(Files::isDirectory).sorted().toList();
    }
    return drops.stream().flatMap(this::drop);
  }

  private Stream<DynamicTest> drop(Path drop) {
    String asAt = drop.getFileName().toString();
    Path output = folder.resolve(asAt);
    Practicewatch.Run run = nights.nightly(drop.resolve("extracts"), asAt, output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    Map<String, List<Map<String, String>>> found =
        byChildAndStandard(output.resolve(asAt).resolve("findings.csv"));
    Map<String, List<Map<String, String>>> expected =
        byChildAndStandard(drop.resolve("expected.csv"));
    return Practicewatch.rows(drop.resolve("judged.csv")).stream()
        .map(
            judged -> {
              String key = judged.get("child_id") + " " + judged.get("standard");
              return DynamicTest.dynamicTest(
                  asAt + " " + judged.get("scenario") + " " + judged.get("standard"),
                  () ->
                      compare(
                          judged.get("why"),
                          expected.getOrDefault(key, List.of()),
                          found.getOrDefault(key, List.of())));
            });
  }

  private static void compare(
      String why, List<Map<String, String>> expected, List<Map<String, String>> found) {
    List<Map<String, String>> compared = new ArrayList<>();
    List<Map<String, String>> wanted = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      Map<String, String> want = i < expected.size() ? expected.get(i) : Map.of();
      Map<String, String> have = i < found.size() ? found.get(i) : Map.of();
      compared.add(cells(have, want));
      wanted.add(cells(want, want));
    }
    assertThat(compared).as(why).isEqualTo(wanted);
  }

  private static Map<String, String> cells(Map<String, String> row, Map<String, String> wanted) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : COMPARED) {
      if (!"*".equals(wanted.get(column))) {
        cells.put(column, row.getOrDefault(column, "no such row"));
      }
    }
    for (String column : List.of("team", "team_now")) {
      String want = wanted.getOrDefault(column, "");
      if (!want.isEmpty()) {
        String cell = row.getOrDefault(column, "no such row");
        cells.put(column, cell.isEmpty() ? "(none)" : cell);
      }
    }
    return cells;
  }

  private static Map<String, List<Map<String, String>>> byChildAndStandard(Path file) {
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    for (Map<String, String> row : Practicewatch.rows(file)) {
      rows.computeIfAbsent(
              row.get("child_id") + " " + row.get("standard"), key -> new ArrayList<>())
          .add(row);
    }
    return rows;
  }
}
