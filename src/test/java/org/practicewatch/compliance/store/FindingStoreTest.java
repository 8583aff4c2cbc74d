package org.practicewatch.compliance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.compliance.Doubtful;
import org.practicewatch.compliance.Finding;
import org.practicewatch.fixtures.EmptyDatabase;
import org.practicewatch.standards.Timeliness;
import org.springframework.jdbc.core.JdbcTemplate;

class FindingStoreTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 30);
  private static final int RUN = 7;

  private static final EmptyDatabase DATABASE = new EmptyDatabase("findings");

  private final JdbcTemplate jdbc = DATABASE.jdbc();
  private final FindingStore store = new FindingStore(jdbc, new BulkRows(jdbc));

  @AfterEach
  void empty() {
    jdbc.update("delete from finding_page");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /** Whatever bucket a child is in, all come out as they went in, in the order of the children. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gives_back_what_was_added_child_by_child(long seed) {
    Random random = new Random(seed);
    Map<Integer, List<Finding>> all = new TreeMap<>();
    Map<Integer, Map<Integer, List<Finding>>> byBucket = new HashMap<>();
    for (int ordinal = 0; ordinal < 400; ordinal++) {
      List<Finding> findings = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        findings.add(finding(random, "C" + ordinal));
      }
      byBucket.computeIfAbsent(random.nextInt(5), bucket -> new HashMap<>()).put(ordinal, findings);
      if (!findings.isEmpty()) {
        all.put(ordinal, findings);
      }
    }
    byBucket.forEach((bucket, children) -> store.add(RUN, bucket, children));
    store.add(RUN + 1, 0, Map.of(3, List.of(finding(random, "another night's"))));

    List<List<Finding>> read = new ArrayList<>();
    store.forEachChild(RUN, read::add);

    assertThat(read).isEqualTo(List.copyOf(all.values()));
  }

  @Test
  void reads_more_than_a_page_of_a_bucket_in_order() {
    Random random = new Random(4);
    Map<Integer, List<Finding>> children = new HashMap<>();
    for (int ordinal = 0; ordinal < 4_000; ordinal++) {
      children.put(ordinal, List.of(finding(random, "C" + ordinal)));
    }
    store.add(RUN, 3, children);

    List<String> ids = new ArrayList<>();
    store.forEachChild(RUN, findings -> ids.add(findings.get(0).childId()));

    assertThat(pages()).isGreaterThan(2);
    assertThat(ids).hasSize(4_000).startsWith("C0", "C1").endsWith("C3999");
  }

  @Test
  void lists_what_is_open_and_current() {
    store.add(
        RUN,
        0,
        Map.of(
            1,
            List.of(
                open("overdue", Timeliness.OVERDUE, NIGHT.minusDays(1), true),
                open("of a span that ended", Timeliness.OVERDUE, NIGHT.minusDays(1), false),
                open("in a week", Timeliness.NOT_YET_DUE, NIGHT.plusDays(7), true),
                open("in eight days", Timeliness.NOT_YET_DUE, NIGHT.plusDays(8), true),
                open("no due date", Timeliness.NOT_YET_DUE, null, true),
                open("not to be told", Timeliness.CANNOT_TELL, null, true),
                open("missed", Timeliness.MISSED, NIGHT.minusDays(1), true)),
            0,
            List.of(open("soon", Timeliness.DUE_SOON, NIGHT, true))));

    List<String> listed = new ArrayList<>();
    store.forEachOpen(
        RUN, NIGHT.plusDays(7), List.of("missed"), finding -> listed.add(finding.standard()));

    assertThat(listed).containsExactly("soon", "overdue", "in a week", "not to be told", "missed");
  }

  @Test
  void forgets_a_child_and_a_run() {
    Random random = new Random(5);
    List<Finding> kept = List.of(finding(random, "kept"));
    store.add(RUN, 0, Map.of(0, kept, 1, List.of(finding(random, "forgotten"))));
    store.add(RUN + 1, 0, Map.of(0, List.of(finding(random, "kept"))));

    store.forget(Set.of("forgotten"));
    store.removeRun(RUN + 1);

    List<List<Finding>> read = new ArrayList<>();
    store.forEachChild(RUN, read::add);
    assertThat(read).containsExactly(kept);
    assertThat(pages()).isEqualTo(1);
  }

  private int pages() {
    Integer pages = jdbc.queryForObject("select count(*) from finding_page", Integer.class);
    return pages == null ? 0 : pages;
  }

  private static Finding finding(Random random, String child) {
    boolean due = random.nextBoolean();
    LocalDate day = LocalDate.of(1969, 12, 1).plusDays(random.nextInt(20_000));
    return new Finding(
        child,
        random.nextBoolean() ? "" : "home:SC" + random.nextInt(9),
        "STANDARD-" + random.nextInt(4),
        random.nextBoolean() ? day : null,
        random.nextInt(300),
        day.minusDays(30),
        due ? day : null,
        random.nextBoolean() ? day.plusDays(1) : null,
        Timeliness.values()[random.nextInt(Timeliness.values().length)],
        due ? random.nextInt(500) : null,
        "Team Zoë " + random.nextInt(3),
        "W" + random.nextInt(30),
        "",
        "",
        "a file!of visits.xlsx!Sheet " + random.nextInt(2) + "!F" + random.nextInt(9_000),
        random.nextBoolean(),
        Doubtful.of(random.nextInt(16)));
  }

  private static Finding open(String standard, Timeliness state, LocalDate due, boolean current) {
    return new Finding(
        "C1", "", standard, NIGHT, 1, NIGHT, due, null, state, null, "T", "W", "T", "W", "f!!A1",
        current);
  }
}
