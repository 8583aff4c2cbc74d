package org.practicewatch.jobs.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.exceptions.Event.What;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.jobs.night.NightsInMemory;
import org.practicewatch.jobs.standing.OldTables;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Silence.OldTable;

/** Each table of a sample of two systems is left out in turn: its absence accuses nobody. */
@Tag("machine")
@Order(2)
class AbsentTablesTest {

  private static final String BEFORE = "2026-09-30";
  private static final String NIGHT = "2026-10-30";
  private static final int WEEKS = Integer.getInteger("weeks", 3);
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
   * What is put on lists, taken off them, told further up or credited without some tables, is with
   * them too; {@code -Dweeks=8 -Dchildren=60 -Dseeds=4} goes on for longer.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void no_list_changes_because_tables_did_not_come(int seed) throws IOException {
    Random random = new Random(seed);
    Path with = folder.resolve("weeks with all, " + seed);
    Path without = folder.resolve("weeks without, " + seed);
    Set<String> known = new HashSet<>();
    for (int week = 0; week < WEEKS; week++) {
      String asAt = LocalDate.parse(NIGHT).plusWeeks(week - 1).toString();
      Path all = folder.resolve("of " + asAt);
      if (!Files.exists(all)) {
        sample("of " + asAt, asAt);
      }
      Path some = Folder.copy(all, folder.resolve("some of " + asAt + ", " + seed));
      boolean whole = week == 0 || week == WEEKS - 1;
      List<String> missing = whole ? List.of() : leaveOut(some, random);
      week(all, asAt, with);
      week(some, asAt, without);
      List<OldTable> old =
          new WhatStands(SETTINGS, NIGHTS.stores(without), LocalDate.parse(asAt))
              .oldTables(week + 1);
      assertThat(OldTables.notReceived(old).isEmpty()).isEqualTo(missing.isEmpty());
      known.addAll(events(with, asAt));
      assertThat(events(without, asAt)).as("without %s", missing).isSubsetOf(known);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("seeds", 1));
  }

  private static List<String> leaveOut(Path drop, Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(drop)) {
      files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    List<String> missing = new ArrayList<>();
    for (Path file : files) {
      if (random.nextInt(4) == 0) {
        Files.delete(file);
        missing.add(drop.relativize(file).toString());
      }
    }
    return missing;
  }

  private static void week(Path input, String asAt, Path output) {
    night(input, asAt, output);
    ExceptionsInMemory.follow(NIGHTS, asAt, output);
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
