package org.practicewatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Sources;

/** Flags and caseloads of a few children in two teams. */
class FlagTallyTest {

  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();
  private static final Sources SOURCES =
      new Sources(
          Set.of("looked-after visit", "child protection visit"),
          Set.of(),
          Set.of("episode", "placement record", "child protection plan", "referral"));
  private static final String EAST = "Safeguarding Team East";
  private static final String WEST = "Safeguarding Team West";

  private final FlagTally tally = new FlagTally(SETTINGS.flags(), SETTINGS.caseload(), SOURCES);
  private final Flagging flagging =
      new Flagging(
          SETTINGS.flags(),
          SETTINGS.caseload(),
          Wanted.NOTHING,
          SOURCES,
          SETTINGS.calendar(),
          SETTINGS.organisation().teams());

  private void add(InventedChild... children) {
    for (InventedChild one : children) {
      flagging.lookAt(List.of(), one.asAt("2025-03-31")).ifPresent(tally::add);
    }
  }

  @Test
  void a_child_weighs_once_by_the_heaviest_of_what_is_open() {
    add(
        child("C1")
            .plan("referral", "2024-06-03")
            .plan("child protection plan", "2024-06-24")
            .inCareFrom("2025-01-06")
            .heldBy(EAST, "W1", "2024-06-03"));
    FlagTally.Load load = tally.loads().get("W1").get(EAST);
    assertThat(load.children()).isEqualTo(1);
    assertThat(load.weighted()).isEqualByComparingTo("1.5");
    assertThat(load.byKind()).containsExactly(java.util.Map.entry("child protection plan", 1));
  }

  @Test
  void a_worker_with_children_of_two_teams_has_them_all() {
    add(
        child("C1").plan("referral", "2024-06-03").heldBy(EAST, "W1", "2024-06-03"),
        child("C2").plan("referral", "2024-06-03").heldBy("T03", "W1", "2024-06-03"));
    assertThat(tally.loads().get("W1")).containsOnlyKeys(EAST, WEST);
  }

  @Test
  void a_child_whom_nobody_holds_any_more_is_in_no_caseload() {
    add(
        child("C1")
            .plan("referral", "2024-06-03")
            .heldBy(EAST, "Referrer", "2024-06-03", null, 5)
            .heldBy(EAST, "W1", "2024-06-10", "2025-03-14", 1));
    assertThat(tally.loads()).isEmpty();
    FlagLine line = line("C1", "UNALLOCATED");
    assertThat(line.workerNow()).isEmpty();
    assertThat(line.teamNow()).isEqualTo(EAST);
  }

  @Test
  void a_closed_case_is_counted_nowhere() {
    add(child("C1").plan("referral", "2024-06-03", "2024-07-01").heldBy(EAST, "W1", "2024-06-03"));
    assertThat(tally.teams()).isEmpty();
  }

  @Test
  void where_no_child_at_all_has_a_worker_nobody_is_unallocated() {
    add(child("C1").plan("referral", "2024-06-03"), child("C2").plan("referral", "2024-06-03"));
    assertThat(tally.isJudged("UNALLOCATED")).isFalse();
    assertThat(tally.lines())
        .filteredOn(line -> line.flag().equals("UNALLOCATED"))
        .singleElement()
        .matches(line -> line.childId().isEmpty() && line.value().equals(FlagLine.NO_SOURCE));
  }

  @Test
  void where_one_child_has_a_worker_the_others_are_unallocated() {
    add(
        child("C1").plan("referral", "2024-06-03"),
        child("C2").plan("referral", "2024-06-03").heldBy(EAST, "W1", "2024-06-03"));
    assertThat(line("C1", "UNALLOCATED").state()).isEqualTo(Flag.State.FLAGGED);
    assertThat(tally.counts("UNALLOCATED").get("").flagged()).isEqualTo(1);
    assertThat(tally.counts("UNALLOCATED").get(EAST).lookedAt()).isEqualTo(1);
  }

  @Test
  void where_nobody_notes_how_a_visit_was_made_none_is_called_in_person() {
    add(child("C1").inCareFrom("2024-06-03").visited("2025-01-06", "2025-02-03"));
    assertThat(tally.isJudged("VIRTUAL-VISIT")).isFalse();
  }

  @Test
  void a_flag_without_a_child_to_look_at_is_judged_and_has_nothing_to_say() {
    add(child("C1").inCareFrom("2024-06-03"));
    assertThat(tally.isJudged("CP-PLAN-2Y")).isTrue();
    assertThat(tally.counts("CP-PLAN-2Y")).isEmpty();
    assertThat(tally.isJudged("CIN-OVER-6M")).as("no extract has such plans").isFalse();
  }

  @Test
  void what_cannot_be_told_is_a_line_and_in_no_denominator() {
    add(child("C1").inCareFrom("2022-06-06").placed("U6", "2025-01-06").heldBy(EAST, "W1", null));
    FlagLine line = line("C1", "PLACEMENTS-3PLUS");
    assertThat(line.value()).isEqualTo("cannot tell: 1 known");
    assertThat(line.since()).isNull();
    assertThat(tally.counts("PLACEMENTS-3PLUS").get(EAST).lookedAt()).isZero();
    assertThat(tally.counts("PLACEMENTS-3PLUS").get(EAST).cannotTell()).isEqualTo(1);
  }

  @Test
  void lines_stand_in_the_order_of_children_and_flags_whatever_order_they_came_in() {
    add(
        child("C2").plan("child protection plan", "2022-01-10").plan("referral", "2022-01-10"),
        child("C1").plan("child protection plan", "2022-01-10").heldBy(EAST, "W1", "2022-01-10"));
    assertThat(tally.lines())
        .filteredOn(line -> !line.childId().isEmpty())
        .extracting(line -> line.childId() + " " + line.flag())
        .isSorted();
  }

  @Test
  void a_worker_is_in_post_as_long_as_the_span_is_open() {
    CellRef cell = new CellRef("posts.csv", "", "A2");
    List<Span> posts =
        List.of(
            post("agency", "2022-01-10", "2024-01-08", cell),
            post("permanent", "2024-01-08", null, cell));
    assertThat(
            Flagging.findWorker(
                Timeline.of("worker:W1", posts, java.time.LocalDate.of(2025, 3, 31))))
        .contains(new WorkerTonight("W1", WorkerTonight.PERMANENT));
    assertThat(
            Flagging.findWorker(
                Timeline.of("worker:W1", posts, java.time.LocalDate.of(2023, 3, 31))))
        .contains(new WorkerTonight("W1", WorkerTonight.AGENCY));
    assertThat(Flagging.findWorker(child("C1").asAt("2025-03-31"))).isEmpty();
  }

  private static Span post(String code, String from, String to, CellRef cell) {
    return new Span(
        "worker:W1",
        WorkerTonight.IN_POST,
        java.time.LocalDate.parse(from),
        to == null ? null : java.time.LocalDate.parse(to),
        code,
        Set.of(),
        java.util.Map.of(),
        cell);
  }

  private FlagLine line(String child, String flag) {
    return tally.lines().stream()
        .filter(line -> line.childId().equals(child) && line.flag().equals(flag))
        .findFirst()
        .orElseThrow();
  }
}
