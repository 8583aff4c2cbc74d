package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;

/**
 * Fictional returns made by others, against the due dates that an independent program worked out
 * for every ordinary period of care in them.
 */
@Tag("machine")
@Order(2)
class SharedReturnsTest {

  private static final List<String> OUTPUTS =
      List.of("findings.csv", "figures.csv", "flags.csv", "issues.csv");

  @TempDir Path folder;

  @AutoClose private final NightsInMemory nights = new NightsInMemory();

  @ParameterizedTest(name = "{1} as at {2}")
  @CsvSource({
    "ssda903, '', 2018-03-31, be903_2018-03-31_periods.csv, 1305",
    "ssda903-xml, '', 2018-03-31, be903_xml_2018-03-31_periods.csv, 114",
    "ssda903-years, 2017, 2018-03-31, csdm_2017_periods.csv, 530",
    "ssda903-years, 2018, 2019-03-31, csdm_2018_periods.csv, 334",
    "ssda903-years, '', 2019-03-31, csdm_merged_2017_2018_periods.csv, 590",
  })
  void every_review_of_every_ordinary_period_is_judged_as_expected(
      String from, String year, String asAt, String expected, int ordinary) throws IOException {
    Path input = copied(from, year);
    Practicewatch.Run run = nights.nightly(input, asAt, folder.resolve("output"));
    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    Map<String, List<Map<String, String>>> reviews = reviews(asAt);
    List<String> disagreements = new ArrayList<>();
    // Nothing is owed to a child from the eighteenth birthday on (how we count, "What ends
    // everything"); these are all the rows of the expected ones that it takes.
    List<Map<String, String>> past18 =
        expectedPeriods("past_18.csv").stream()
            .filter(late -> expected.equals(late.get("set") + "_periods.csv"))
            .toList();
    int compared = 0;
    for (Map<String, String> period : expectedPeriods(expected)) {
      if (period.get("ordinary").equals("True")) {
        compared++;
        List<Map<String, String>> found =
            reviews.getOrDefault(period.get("child") + " " + period.get("start"), List.of());
        List<String> want = wanted(period);
        past18.stream()
            .filter(late -> late.get("child").equals(period.get("child")))
            .filter(late -> late.get("start").equals(period.get("start")))
            .forEach(late -> want.remove(late.get("due") + "  STILL TO COME"));
        List<String> got = found.stream().map(SharedReturnsTest::said).toList();
        if (!agree(want, got)) {
          disagreements.add(period.get("start") + " expected " + want + " but was " + got);
        }
      }
    }
    assertThat(compared).isEqualTo(ordinary);
    assertThat(disagreements).isEmpty();
    if (from.equals("ssda903")) {
      the_checks_on_the_record_agree_with_the_public_validator();
    }
  }

  /** Counted by rule, on rows as received: what the public validator counts in this return. */
  private void the_checks_on_the_record_agree_with_the_public_validator() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Map<String, String> issue :
        Practicewatch.rows(folder.resolve("output/2018-03-31/issues.csv"))) {
      Matcher rule = Pattern.compile("\\(rule (\\w+)\\)").matcher(issue.get("problem"));
      if (rule.find()) {
        counts.merge(rule.group(1), 1, Integer::sum);
      }
    }
    assertThat(counts)
        .containsEntry("440", 1435)
        .containsEntry("441", 663)
        .containsEntry("148", 1413)
        .containsEntry("142", 10)
        .containsEntry("501", 62);
    // By an independent program that follows the validator's rules.
    assertThat(counts)
        .containsEntry("358", 596)
        .containsEntry("365", 365)
        .containsEntry("378", 13)
        .containsEntry("381", 210)
        .containsEntry("382", 148)
        .containsEntry("432", 7)
        .containsEntry("433", 12)
        .containsEntry("434", 58)
        .containsEntry("435", 7)
        .containsEntry("436", 5);
  }

  @Test
  void the_same_return_gives_the_same_bytes_and_a_second_run_changes_nothing() throws IOException {
    Path input = copied("ssda903-years", "2017");
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    Practicewatch.closed(input, "2018-03-31", one);
    Practicewatch.closed(input, "2018-03-31", other);
    for (String file : OUTPUTS) {
      assertThat(one.resolve("2018-03-31").resolve(file))
          .hasSameBinaryContentAs(other.resolve("2018-03-31").resolve(file));
    }
    Practicewatch.Run again = Practicewatch.closed(input, "2018-03-31", one);
    assertThat(again.out()).contains("Nothing has changed");
    for (String file : OUTPUTS) {
      assertThat(one.resolve("2018-03-31").resolve(file))
          .hasSameBinaryContentAs(other.resolve("2018-03-31").resolve(file));
    }
  }

  /** In the words of the expected files: due, done and state of each obligation in order. */
  private static List<String> wanted(Map<String, String> period) {
    boolean open = period.get("open_at_R").equals("True");
    List<String> wanted = new ArrayList<>();
    List<String> trail =
        period.get("trail").isEmpty() ? List.of() : List.of(period.get("trail").split("\\|"));
    if (!period.get("start_known").equals("True")) {
      boolean none = !trail.isEmpty() && trail.get(0).startsWith("any:");
      wanted.add(none ? "  CANNOT_TELL" : " * CANNOT_TELL");
    }
    for (String step : trail) {
      String[] said = step.split(":", -1);
      String due = said[1];
      if (!said[0].equals("any")) {
        switch (said[3]) {
          case "met" -> wanted.add(due + " " + said[2] + " IN_TIMESCALE");
          case "late" -> wanted.add(due + " " + said[2] + " LATE");
          case "missed" -> wanted.add(due + "  " + (open ? "OVERDUE" : "MISSED"));
          case "not_due" -> wanted.add(due + "  STILL TO COME");
          default -> assertThat(said[3]).isEqualTo("ended");
        }
      }
    }
    return wanted;
  }

  private static String said(Map<String, String> row) {
    String state = row.get("timeliness");
    boolean toCome = state.equals("DUE_SOON") || state.equals("NOT_YET_DUE");
    return row.get("due") + " " + row.get("done") + " " + (toCome ? "STILL TO COME" : state);
  }

  private static boolean agree(List<String> wanted, List<String> said) {
    if (wanted.size() != said.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      boolean anyDay =
          wanted.get(i).equals(" * CANNOT_TELL")
              && said.get(i).matches(" \\d{4}-\\d\\d-\\d\\d CANNOT_TELL");
      if (!anyDay && !wanted.get(i).equals(said.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, List<Map<String, String>>> reviews(String asAt) {
    Map<String, List<Map<String, String>>> reviews = new HashMap<>();
    Path findings = folder.resolve("output").resolve(asAt).resolve("findings.csv");
    for (Map<String, String> row : Practicewatch.rows(findings)) {
      if (row.get("standard").equals("LAC-REVIEW")) {
        reviews
            .computeIfAbsent(
                row.get("child_id") + " " + row.get("during_from"), key -> new ArrayList<>())
            .add(row);
      }
    }
    reviews
        .values()
        .forEach(
            rows -> rows.sort(Comparator.comparing(row -> Integer.valueOf(row.get("number")))));
    return reviews;
  }

  private static List<Map<String, String>> expectedPeriods(String file) {
    return Practicewatch.rows(Practicewatch.shared().resolve("data/expected").resolve(file));
  }

  /** The files of a return, or those of one year, in a folder of their own. */
  private Path copied(String from, String year) throws IOException {
    Path given = Practicewatch.shared().resolve("data").resolve(from);
    assumeTrue(
        Files.isDirectory(given), "skipped: the data made by others are not at ../shared/data");
    Path input = Files.createDirectories(folder.resolve("input"));
    try (Stream<Path> files = Files.list(given)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(year)) {
          Files.copy(file, input.resolve(file.getFileName()));
        }
      }
    }
    return input;
  }
}
