package org.practicewatch.quality.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.fixtures.EmptyDatabase;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore.Stage;
import org.springframework.jdbc.core.JdbcTemplate;

class IssueStoreTest {

  private static final int RUN = 7;

  private static final EmptyDatabase DATABASE = new EmptyDatabase("issues");

  private final JdbcTemplate jdbc = DATABASE.jdbc();
  private final IssueStore store = new IssueStore(jdbc, new BulkRows(jdbc));

  @AfterEach
  void empty() {
    jdbc.update("delete from issue_page");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /**
   * However they came, and in however many pages, they are read in one order, none of them lost.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gives_back_all_in_the_order_of_the_file(long seed) {
    Random random = new Random(seed);
    List<Issue> all = new ArrayList<>();
    for (int origin = 0; origin < 6; origin++) {
      Stage stage = origin < 3 ? Stage.READING : Stage.CHECKING;
      IssueStore.Writing writing = store.write(RUN, stage, origin, 0);
      for (int part = 0; part < 4; part++) {
        List<Issue> some = issues(random, 1_000);
        writing.add(some);
        all.addAll(some);
      }
    }
    List<Issue> ofTheNight = issues(random, 3);
    store.add(RUN, Stage.NIGHT, 0, 0, ofTheNight);
    all.addAll(ofTheNight);

    assertThat(read(RUN)).isEqualTo(all.stream().sorted(Issue.IN_ORDER).toList());
  }

  @Test
  void reads_pages_of_an_earlier_version_whatever_their_order() {
    List<Issue> found = issues(new Random(4), 5_000);
    store.add(RUN, Stage.READING, 1, 0, found.subList(0, 2_500));
    store.add(RUN, Stage.CHECKING, 1, 0, found.subList(2_500, 5_000));
    jdbc.update("update issue_page set sorted = 0");

    assertThat(read(RUN)).isEqualTo(found.stream().sorted(Issue.IN_ORDER).toList());
  }

  @Test
  void says_again_in_a_later_run_what_was_found_when_the_table_was_read() {
    List<Issue> found = issues(new Random(5), 2_000);
    store.write(RUN, Stage.READING, 1, 0).add(found);
    store.carryOver(1, RUN + 1);

    assertThat(read(RUN + 1)).isEqualTo(read(RUN)).hasSize(2_000);
  }

  @Test
  void counts_and_forgets() {
    store.add(
        RUN,
        Stage.READING,
        1,
        0,
        List.of(
            issue("a", 1, "one", "C1"), issue("a", 2, "two", "C2"), issue("b", 1, "two", "C1")));
    store.forget(Set.of("C1"));

    assertThat(store.countByCheck(RUN)).isEqualTo(Map.of("two", 1));
    assertThat(read(RUN)).containsExactly(issue("a", 2, "two", "C2"));
  }

  @Test
  void cuts_what_no_report_shows() {
    Issue issue = new Issue("f", "", 1, "A", "v".repeat(1_000), "c", "p", "e", "C1");
    store.add(RUN, Stage.READING, 1, 0, List.of(issue));

    assertThat(read(RUN)).singleElement().satisfies(one -> assertThat(one.value()).hasSize(391));
  }

  private List<Issue> read(int run) {
    List<Issue> read = new ArrayList<>();
    store.forEach(run, read::add);
    return read;
  }

  private static List<Issue> issues(Random random, int size) {
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      issues.add(
          issue(
              "extract " + random.nextInt(3),
              random.nextInt(4_000),
              "check " + random.nextInt(5),
              "C" + random.nextInt(50)));
    }
    return issues;
  }

  private static Issue issue(String extract, int row, String check, String child) {
    return new Issue(
        extract,
        "",
        row,
        "C Date of visit",
        "31/02/2026",
        check,
        "No such day.",
        "Not read.",
        child);
  }
}
