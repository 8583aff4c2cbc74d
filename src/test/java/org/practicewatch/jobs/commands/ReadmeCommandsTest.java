package org.practicewatch.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.jobs.machine.MigratedDatabase;

/** What the pages tell people to type works, and what they mistype is told plainly. */
@Tag("machine")
@Order(2)
class ReadmeCommandsTest {

  private static final List<Path> PAGES =
      List.of(
          Path.of("README.md"),
          Path.of("CONTRIBUTING.md"),
          Path.of("jobs/README.md"),
          Path.of("docs/the-night.md"),
          Path.of("docs/the-week.md"),
          Path.of("docs/running-it.md"),
          Path.of("docs/your-extracts.md"),
          Path.of("docs/activities-and-spans.md"),
          Path.of("docs/reading-the-outputs.md"));

  /** They need what an earlier command left, or stay up. */
  private static final String WITH_TESTS_OF_THEIR_OWN =
      "(backup|explain|practice-week-draw|practice-week-report|restore|schedule|weekly)\\b.*";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_command_in_the_pages_works() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : PAGES) {
      Pattern.compile("\\./practicewatch ([^`\n|]+)")
          .matcher(Files.readString(page))
          .results()
          .map(found -> inFoldersOfTheTest(found.group(1).strip()))
          .filter(command -> !command.matches(WITH_TESTS_OF_THEIR_OWN))
          .filter(command -> !commands.contains(command))
          .forEach(commands::add);
    }
    assertThat(commands).contains("nightly", "check-settings");
    return commands.stream()
        .map(
            command ->
                DynamicTest.dynamicTest(command, () -> works(command, commands.indexOf(command))));
  }

  /** Two commands that differ only in their folders are one. */
  private static String inFoldersOfTheTest(String command) {
    return command.replaceAll(" --(input|output) \\S+", "");
  }

  private void works(String command, int number) throws IOException {
    Path output = folder.resolve(String.valueOf(number));
    // What a command is given matters less than that it works: a few children will do.
    Path input = output.resolve("input");
    Practicewatch.run(
        "sample-data", "--children", "20", "--as-at", "2026-10-30", "--output", input.toString());
    List<String> words = new ArrayList<>(List.of(command.split(" +")));
    words.replaceAll(
        word -> word.startsWith("jdbc:postgresql:") ? MigratedDatabase.postgreSql() : word);
    if (!words.contains("--help")) {
      words.addAll(
          List.of("--input", input.toString(), "--output", output.resolve("output").toString()));
    }
    // The whole of a night, reports included, is NightTest's.
    Practicewatch.Run run = Practicewatch.untilClosed(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  @Test
  void every_job_says_what_it_takes() {
    for (String job :
        List.of(
            "nightly",
            "weekly",
            "schedule",
            "check-settings",
            "sample-data",
            "template",
            "backup",
            "restore")) {
      Practicewatch.Run run = Practicewatch.run(job, "--help");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("Usage: practicewatch " + job, "Example");
    }
    assertThat(Practicewatch.run("--help").out()).contains("nightly", "check-settings");
  }

  @Test
  void what_is_mistyped_is_told_with_what_was_meant() {
    isTold("Which job?", new String[0]);
    isTold("There is no job nigtly. Did you mean nightly?", "nigtly");
    isTold(
        "There is no option --as-att in nightly. Did you mean --as-at?", "nightly", "--as-att=1");
    isTold("There is no room for 2026-09-30 in nightly.", "nightly", "2026-09-30");
    isTold(
        "--as-at should be a date that exists, such as 2026-09-30, not '30/09/2026'.",
        "nightly",
        "--as-at",
        "30/09/2026");
    isTold("--as-at should be a date that exists", "nightly", "--as-at", "2026-02-30");
    isTold("--as-at needs a value: --as-at YYYY-MM-DD.", "nightly", "--as-at");
    isTold("--children should be a whole number, not 'many'.", "sample-data", "--children", "many");
    isTold("--jobs was given twice.", "check-settings", "--jobs", "a", "--jobs", "b");
  }

  private static void isTold(String told, String... words) {
    Practicewatch.Run run = Practicewatch.run(words);
    assertThat(run.exitCode()).as(told).isEqualTo(2);
    assertThat(run.err()).contains(told, "--help").doesNotContain("Exception", "java.", "\tat ");
  }

  @Test
  void settings_that_are_not_there_start_nothing() {
    Practicewatch.Run run =
        Practicewatch.run("check-settings", "--jobs", folder.resolve("none").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no such folder of settings", "Nothing was started.");
  }
}
