package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.fixtures.InventedTimelines;
import org.practicewatch.fixtures.InventedTimelines.Invented;
import org.practicewatch.settings.SettingsFolder;

/** Which version judges what, and that nothing is lost where one follows another. */
class VersionsTest {

  private static final String PLAN = "child in need plan";
  private static final String VISIT = "child in need visit";

  /** From March six weeks become four, and from then on a visit marked so no longer counts. */
  private static final String FROM_MARCH =
      """
      changes:
        - standard: CIN-VISIT
          because: Practice board (fictional)
          rule: Seen within six weeks.
          timescale: {in turn: [6 weeks]}
          examples:
            - {because: six weeks, from: 2025-01-06, as at: 2025-01-07, expect: [not yet due], due: [2025-02-17]}
        - standard: CIN-VISIT
          from: 2025-03-03
          because: Practice board (fictional), later on
          rule: Seen within four weeks.
          timescale: {in turn: [4 weeks]}
          not if: [not seen, transfer in]
          examples:
            - {because: four weeks, from: 2025-03-03, as at: 2025-03-04, expect: [not yet due], due: [2025-03-31]}
      """;

  @TempDir Path folder;

  /** Each shipped standard cut in two on a day, both parts saying the same. */
  @ParameterizedTest
  @ValueSource(strings = {"2024-01-17", "2025-02-14"})
  void a_standard_that_is_cut_in_two_says_what_it_said_in_one(String day) throws IOException {
    StringBuilder local = new StringBuilder("presets: [croydon]\nchanges:\n");
    for (String id : ids()) {
      local.append(
          "  - {standard: %s, from: %s, because: a test, variations: [a test]}%n"
              .formatted(id, day));
    }
    List<Versions> cut = standards(local.toString());
    List<Versions> whole = Versions.of(Shipped.standards());
    assertThat(cut).hasSameSizeAs(whole).allMatch(one -> one.all().size() == 2);
    for (int seed = 9_000; seed < 9_080; seed++) {
      Invented child = InventedTimelines.of(seed);
      Timeline timeline = Timeline.of(child.childId(), child.all(), child.asAt());
      for (int i = 0; i < cut.size(); i++) {
        assertThat(obligations(cut.get(i), timeline))
            .as("%s, child %s", whole.get(i).all().get(0).id(), child.childId())
            .isEqualTo(obligations(whole.get(i), timeline));
      }
    }
  }

  @Test
  void a_count_that_began_the_day_before_is_judged_by_the_version_of_that_day() throws IOException {
    Versions visits = visits(FROM_MARCH);
    assertThat(dues(visits, child("C1").plan(PLAN, "2025-03-02").asAt("2025-03-04")))
        .containsExactly("2025-03-02 > 2025-04-13");
    assertThat(dues(visits, child("C1").plan(PLAN, "2025-03-03").asAt("2025-03-04")))
        .containsExactly("2025-03-03 > 2025-03-31");
  }

  @Test
  void the_next_count_is_judged_by_the_version_of_the_day_of_the_visit() throws IOException {
    InventedChild seen =
        child("C1").plan(PLAN, "2025-01-06").did(VISIT, "2025-02-10", "2025-03-20");
    assertThat(dues(visits(FROM_MARCH), seen.asAt("2025-03-31")))
        .containsExactly(
            "2025-01-06 > 2025-02-17", "2025-02-10 > 2025-03-24", "2025-03-20 > 2025-04-17");
  }

  @Test
  void a_visit_that_the_new_version_does_not_count_meets_what_began_under_the_old()
      throws IOException {
    InventedChild seen =
        child("C1")
            .plan(PLAN, "2025-02-03")
            .did(VISIT, "2025-03-10", Set.of(), Set.of("transfer in"))
            .did(VISIT, "2025-03-17", Set.of(), Set.of("transfer in"));
    // The next four weeks begin with the visit that counted; the second one does not meet them.
    assertThat(dues(visits(FROM_MARCH), seen.asAt("2025-04-08")))
        .containsExactly("2025-02-03 > 2025-03-17", "2025-03-10 > 2025-04-07");
    assertThat(
            visits(FROM_MARCH).owedTo(seen.asAt("2025-04-08"), Shipped.EVENTS, Shipped.calendar()))
        .extracting(owing -> owing.obligation().number() + " " + owing.obligation().timeliness())
        .containsExactly("1 IN_TIMESCALE", "2 OVERDUE");
  }

  @Test
  void what_is_switched_off_for_some_days_owes_what_was_counting_and_resumes_with_the_next()
      throws IOException {
    Versions visits =
        visits(
            """
            switched off:
              - {standard: CIN-VISIT, from: 2025-03-03, to: 2025-04-30, because: a test}
            """);
    InventedChild seen =
        child("C1").plan(PLAN, "2025-02-24").did(VISIT, "2025-03-10", "2025-04-07", "2025-05-05");
    assertThat(dues(visits, seen.asAt("2025-05-06")))
        .containsExactly("2025-02-24 > 2025-03-24", "2025-05-05 > 2025-06-03");
  }

  @Test
  void a_list_that_gives_the_latest_visit_alone_is_judged_by_the_version_of_that_day()
      throws IOException {
    Sources latest = new Sources(Set.of(), Set.of(VISIT), Set.of(PLAN));
    InventedChild listed = child("C1").plan(PLAN, "2025-01-06").latest(VISIT, "2025-03-20");
    assertThat(visits(FROM_MARCH).owedTo(listed.asAt("2025-03-31"), latest, Shipped.calendar()))
        .extracting(owing -> owing.obligation().due())
        .containsExactly(LocalDate.parse("2025-04-17"));
  }

  @Test
  void a_plan_whose_start_cannot_be_read_is_told_once() throws IOException {
    Timeline timeline = child("C1").unreadable(PLAN).did(VISIT, "2025-03-20").asAt("2025-03-31");
    assertThat(visits(FROM_MARCH).owedTo(timeline, Shipped.EVENTS, Shipped.calendar())).hasSize(1);
  }

  /** Not by {@code within} alone: another clock is due once, and done is done. */
  @Test
  void what_is_due_once_and_done_is_not_asked_again_where_what_outranks_it_has_no_readable_end()
      throws IOException {
    Versions plan =
        standard(
            "PERMANENCE-PLAN",
            """
            changes:
              - standard: PERMANENCE-PLAN
                because: a test
                rule: Not during proceedings.
                outranked by: [proceedings]
                examples:
                  - {because: care, from: 2025-01-06, as at: 2025-01-07, expect: [not yet due]}
            """);
    InventedChild planned =
        child("C1")
            .inCareFrom("2025-01-06")
            .did("permanence plan made", "2025-03-03")
            .span(
                "proceedings",
                "",
                "2025-04-01",
                null,
                Set.of(),
                Map.of(NotKnown.END.words(), "yes"));
    assertThat(dues(plan, planned.asAt("2025-06-30"))).containsExactly("2025-01-06 > 2025-05-03");
  }

  private Versions visits(String local) throws IOException {
    return standard("CIN-VISIT", local);
  }

  private Versions standard(String id, String local) throws IOException {
    return standards(local).stream()
        .filter(one -> one.all().get(0).id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The shipped standards with another local.yml. */
  private List<Versions> standards(String local) throws IOException {
    Path from = Path.of("jobs");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    Files.writeString(folder.resolve("standards/local.yml"), local);
    return Versions.of(new SettingsFolder(folder).read().standards());
  }

  private static List<String> ids() {
    return Shipped.standards().stream().map(PracticeStandard::id).toList();
  }

  private static List<Obligation> obligations(Versions versions, Timeline timeline) {
    return versions.owedTo(timeline, Shipped.EVENTS, Shipped.calendar()).stream()
        .map(Versions.Owing::obligation)
        .collect(Collectors.toList());
  }

  private static List<String> dues(Versions versions, Timeline timeline) {
    return obligations(versions, timeline).stream()
        .map(one -> one.since() + " > " + one.due())
        .toList();
  }
}
