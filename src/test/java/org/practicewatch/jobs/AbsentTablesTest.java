package org.practicewatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.exceptions.Event.What;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Silence.OldTable;

/** Each table of a sample of two systems is left out in turn: its absence accuses nobody. */
@Tag("machine")
@Order(2)
class AbsentTablesTest {

  private static final String BEFORE = "2026-09-30";
  private static final String NIGHT = "2026-10-30";
  private static final String WEEK_AFTER = "2026-11-06";
  private static final String CHILDREN = System.getProperty("children", "10");

  /**
   * Of some forty; {@code -Dtables=.} with {@code -Dchildren=40} leaves out each of them in turn.
   */
  private static final String TABLES = System.getProperty("tables", "cin_visits|crs_activities");

  private static final Set<What> LIFE =
      Set.of(What.NEW, What.REOPENED, What.FIXED, What.LAPSED, What.ESCALATED, What.SET_ASIDE);

  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();

  @TempDir static Path folder;

  @AutoClose private static final NightsInMemory NIGHTS = new NightsInMemory();

  private static Path drop;
  private static Path earlier;
  private static Set<String> overdueBefore;
  private static Set<String> overdueWithAll;

  @BeforeAll
  static void a_month_in_which_everything_came() throws IOException {
    earlier = sample("earlier", BEFORE);
    drop = sample("sample", NIGHT);
    Path output = folder.resolve("whole");
    night(earlier, BEFORE, output);
    night(drop, NIGHT, output);
    overdueBefore = overdue(output, BEFORE);
    overdueWithAll = overdue(output, NIGHT);
    assertThat(overdueWithAll).isNotEmpty();
  }

  /** A case system with its activities and spans, and another system's beside it. */
  private static Path sample(String name, String asAt) {
    Path input = folder.resolve(name);
    write(input, asAt, "mosaic", "mosaic");
    write(input, asAt, "activities", "mosaic");
    write(input.resolve("crs"), asAt, "activities", "crs");
    write(input.resolve("crs"), asAt, "crs", "crs");
    return input;
  }

  private static void write(Path to, String asAt, String layout, String beside) {
    List<String> words =
        List.of("sample-data", "--children", CHILDREN, "--seed", "5", "--as-at", asAt);
    words =
        Stream.concat(words.stream(), Stream.of("--layout", layout, "--output", to.toString()))
            .toList();
    if (layout.equals("activities")) {
      words = Stream.concat(words.stream(), Stream.of("--beside", beside)).toList();
    }
    assertThat(Practicewatch.run(words.toArray(String[]::new)).exitCode()).isZero();
  }

  static List<String> tables() throws IOException {
    try (Stream<Path> files = Files.walk(drop)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .map(file -> drop.relativize(file).toString())
          .filter(Pattern.compile(TABLES).asPredicate())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nobody_becomes_overdue_because_a_table_did_not_come(String table) throws IOException {
    Path input = Folder.copy(drop, folder.resolve("without " + table.replace('/', ' ')));
    Files.deleteIfExists(input.resolve(table));
    Path output = folder.resolve("output of " + table.replace('/', ' '));
    night(earlier, BEFORE, output);
    night(input, NIGHT, output);
    Set<String> overdue = overdue(output, NIGHT);
    overdue.removeAll(overdueWithAll);
    overdue.removeAll(overdueBefore);
    assertThat(overdue).isEmpty();
  }

  /**
   * What is put on lists, taken off them, told further up or credited without it, is with it too.
   */
  @Test
  void no_list_changes_because_a_table_did_not_come() throws IOException {
    Path with = folder.resolve("weeks with all");
    Path without = folder.resolve("weeks without");
    Path after = sample("after", WEEK_AFTER);
    Path missing = Folder.copy(drop, folder.resolve("missing"));
    Files.delete(missing.resolve("activities_2026-10-30.csv"));
    weeks(with, Map.of(BEFORE, earlier, NIGHT, drop, WEEK_AFTER, after));
    weeks(without, Map.of(BEFORE, earlier, NIGHT, missing));
    List<OldTable> old =
        new OldTables(SETTINGS, NIGHTS.stores(without), LocalDate.parse(NIGHT), 2).find();
    assertThat(old).extracting(OldTable::until).containsExactly(LocalDate.parse(BEFORE));
    assertThat(OldTables.sentence(old.get(0))).contains("30 September 2026");
    weeks(without, Map.of(WEEK_AFTER, after));
    Set<String> known = events(with, NIGHT);
    assertThat(events(without, NIGHT)).isSubsetOf(known);
    Set<String> caughtUp = new HashSet<>(events(with, WEEK_AFTER));
    caughtUp.addAll(known);
    assertThat(events(without, WEEK_AFTER)).isSubsetOf(caughtUp);
  }

  private static void weeks(Path output, Map<String, Path> drops) {
    new TreeMap<>(drops)
        .forEach(
            (asAt, input) -> {
              night(input, asAt, output);
              NIGHTS.follow(asAt, output);
            });
  }

  private static Set<String> events(Path output, String asAt) {
    Set<String> events = new HashSet<>();
    NIGHTS.stores(output).exceptions().events(LocalDate.parse(asAt)).stream()
        .filter(event -> LIFE.contains(event.what()))
        .forEach(event -> events.add(event.key() + " " + event.what()));
    return events;
  }

  private static Practicewatch.Run night(Path input, String asAt, Path output) {
    Practicewatch.Run run = NIGHTS.nightly(input, asAt, output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    return run;
  }

  /** Who is overdue with what, and since when. */
  private static Set<String> overdue(Path output, String asAt) {
    Set<String> overdue = new HashSet<>();
    List<String> states = new ArrayList<>(List.of("OVERDUE", "MISSED", "LATE"));
    for (Map<String, String> row :
        Practicewatch.rows(output.resolve(asAt).resolve("findings.csv"))) {
      if (states.contains(row.get("timeliness"))) {
        overdue.add(
            row.get("child_id")
                + row.get("subject")
                + " "
                + row.get("standard")
                + " "
                + row.get("due"));
      }
    }
    return overdue;
  }
}
