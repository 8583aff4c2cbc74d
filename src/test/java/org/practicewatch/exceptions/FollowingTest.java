package org.practicewatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;

/** The life of one gap, week by week. */
class FollowingTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final ExceptionKey VISIT = new ExceptionKey(Sort.PRACTICE, "1", "CP-VISIT");
  private static final ExceptionKey UNTOLD = new ExceptionKey(Sort.DATA, "1", "CP-VISIT");
  private static final ExceptionKey CHECK = new ExceptionKey(Sort.DATA, "1", "dq-check");
  private static final AcceptanceRules RULES =
      new AcceptanceRules(4, List.of("Family refuses"), Set.of("dq-never"), Set.of("CP-VISIT"));

  private final List<AcceptanceAsked> asked = new ArrayList<>();
  private final Map<ExceptionKey, Shown> shown = new HashMap<>();
  private final Map<ExceptionKey, LocalDate> lastDone = new HashMap<>();
  private final Set<String> run = new HashSet<>(Set.of("CP-VISIT", "dq-check", "dq-never"));
  private final Set<ExceptionKey> judged = new HashSet<>();
  private final Set<String> known = new HashSet<>(Set.of("1"));
  private final Map<String, Set<String>> unsure = new HashMap<>();
  private MergedIds merged = MergedIds.NONE;
  private List<OpenException> now = List.of();
  private Following.Week last;
  private int week;

  @Test
  void what_was_unknown_is_new_on_its_teams_list() {
    show(VISIT, "East", 1);
    assertThat(told()).containsExactly("NEW East");
    assertThat(one(VISIT).openSince()).isEqualTo(FIRST);
    assertThat(one(VISIT).opened()).isEqualTo(1);
  }

  @Test
  void a_visit_that_was_done_puts_it_right_on_its_day() {
    show(VISIT, "East", 1);
    told();
    shown.clear();
    lastDone.put(VISIT, FIRST.plusDays(3));
    assertThat(told()).containsExactly("FIXED East");
    assertThat(one(VISIT).closed()).isEqualTo(FIRST.plusDays(3));
    assertThat(last.events().get(0).detail()).isEqualTo("by 5 March 2026");
  }

  @Test
  void a_gap_that_ends_without_anything_done_has_lapsed() {
    show(VISIT, "East", 1);
    told();
    shown.clear();
    assertThat(told()).containsExactly("LAPSED East");
    assertThat(one(VISIT).phase()).isEqualTo(Phase.LAPSED);
  }

  @Test
  void what_could_not_be_judged_is_put_right_when_it_can_and_lapses_when_nothing_is_owed() {
    show(UNTOLD, "East", 1);
    told();
    shown.clear();
    judged.add(VISIT);
    assertThat(told()).containsExactly("FIXED East");
    show(UNTOLD, "East", 1);
    assertThat(told()).containsExactly("REOPENED East");
    shown.clear();
    judged.clear();
    assertThat(told()).containsExactly("LAPSED East");
  }

  @Test
  void a_cell_that_was_corrected_is_put_right_and_that_of_a_child_who_is_gone_lapses() {
    show(CHECK, "East", 1);
    told();
    shown.clear();
    assertThat(told()).containsExactly("FIXED East");
    show(CHECK, "East", 1);
    told();
    shown.clear();
    known.clear();
    assertThat(told()).containsExactly("LAPSED East");
    assertThat(last.events().get(0).detail()).isEqualTo("no more on record");
  }

  @Test
  void what_a_check_cannot_be_sure_of_is_neither_opened_nor_told_further_up_nor_put_right() {
    unsure.put("CP-VISIT", Set.of("1"));
    show(VISIT, "East", 1);
    assertThat(told()).isEmpty();
    unsure.clear();
    assertThat(told()).containsExactly("NEW East");
    unsure.put("CP-VISIT", Set.of("1"));
    assertThat(told()).isEmpty();
    shown.clear();
    assertThat(told()).isEmpty();
    unsure.put("CP-VISIT", Set.of("2"));
    assertThat(told()).containsExactly("LAPSED East");
  }

  @Test
  void a_relapse_is_known_as_such_and_begins_again_at_the_team() {
    show(VISIT, "East", 1);
    told();
    assertThat(told()).containsExactly("ESCALATED East");
    shown.clear();
    told();
    show(VISIT, "West", 1);
    assertThat(told()).containsExactly("REOPENED West");
    assertThat(one(VISIT).opened()).isEqualTo(2);
    assertThat(one(VISIT).firstSeen()).isEqualTo(FIRST);
    assertThat(one(VISIT).openSince()).isEqualTo(FIRST.plusWeeks(3));
    assertThat(one(VISIT).level()).isEqualTo(Level.TEAM);
    assertThat(one(VISIT).acceptance()).isNull();
  }

  @Test
  void a_child_who_moves_takes_the_history_along() {
    show(CHECK, "East", 1);
    told();
    show(CHECK, "", 1);
    assertThat(told()).containsExactly("MOVED_OUT East", "MOVED_IN ");
    assertThat(last.events().get(0).detail()).isEqualTo("no team");
    assertThat(one(CHECK).openSince()).isEqualTo(FIRST);
    assertThat(last.balances())
        .extracting(one -> one.team() + one.before() + one.movedIn() + one.movedOut() + one.now())
        .containsExactly("0101", "East1010");
  }

  @Test
  void what_was_not_checked_is_set_aside_once_and_taken_up_again() {
    show(CHECK, "East", 1);
    told();
    shown.clear();
    run.remove("dq-check");
    assertThat(told()).containsExactly("SET_ASIDE East");
    assertThat(last.balances().get(0).now()).isZero();
    assertThat(told()).isEmpty();
    run.add("dq-check");
    show(CHECK, "East", 1);
    assertThat(told()).containsExactly("TAKEN_UP East");
    assertThat(one(CHECK).openSince()).isEqualTo(FIRST);
  }

  @Test
  void what_shows_a_gap_has_been_run_whatever_is_said() {
    run.clear();
    show(CHECK, "East", 1);
    assertThat(told()).containsExactly("NEW East");
  }

  @Test
  void an_acceptance_holds_through_its_last_day_and_then_runs_out() {
    show(CHECK, "East", 1);
    ask(CHECK, FIRST.plusWeeks(1));
    assertThat(told()).containsExactly("NEW East", "ACCEPTED East");
    assertThat(told()).isEmpty();
    assertThat(one(CHECK).phase()).isEqualTo(Phase.ACCEPTED);
    assertThat(told()).containsExactly("RAN_OUT East");
    assertThat(one(CHECK).weeksOpen(last.events().get(0).asAt())).isEqualTo(2);
  }

  @Test
  void more_than_was_accepted_is_not_accepted() {
    show(CHECK, "East", 2);
    ask(CHECK, FIRST.plusWeeks(3));
    told();
    show(CHECK, "East", 3);
    assertThat(told()).containsExactly("RAN_OUT East");
    assertThat(last.events().get(0).detail()).isEqualTo("there are more than were accepted");
  }

  @Test
  void what_is_accepted_is_told_to_nobody_further_up() {
    show(VISIT, "East", 1);
    ask(VISIT, FIRST.plusWeeks(4));
    told();
    told();
    told();
    assertThat(one(VISIT).level()).isEqualTo(Level.TEAM);
  }

  @Test
  void it_goes_up_with_its_age_and_each_step_is_told_once() {
    show(VISIT, "East", 1);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.addAll(told());
    }
    assertThat(all).containsExactly("NEW East", "ESCALATED East", "ESCALATED East");
    assertThat(one(VISIT).level()).isEqualTo(Level.HEAD);
  }

  @Test
  void what_cannot_be_accepted_is_refused_with_what_to_do() {
    show(CHECK, "East", 1);
    show(UNTOLD, "East", 1);
    show(new ExceptionKey(Sort.DATA, "1", "dq-never"), "East", 1);
    LocalDate day = FIRST.plusWeeks(1);
    assertThat(refusal(CHECK, day, "", "A")).contains("there is no reason");
    assertThat(refusal(CHECK, day, "Busy", "A")).contains("no reason of the list");
    assertThat(refusal(CHECK, day, "Family refuses", " ")).contains("there is no name of whoever");
    assertThat(refusal(CHECK, null, "Family refuses", "A")).contains("cannot be read");
    assertThat(refusal(CHECK, FIRST, "Family refuses", "A")).contains("after 2 March 2026");
    assertThat(refusal(CHECK, FIRST.plusWeeks(4).plusDays(1), "Family refuses", "A"))
        .contains("last day possible is 30 March 2026");
    assertThat(refusal(UNTOLD, day, "Family refuses", "A")).contains("whether the child was seen");
    assertThat(refusal(new ExceptionKey(Sort.DATA, "1", "dq-never"), day, "Family refuses", "A"))
        .contains("never be accepted");
    assertThat(refusal(new ExceptionKey(Sort.DATA, "9", "dq-check"), day, "Family refuses", "A"))
        .contains("on no list");
  }

  @Test
  void a_line_that_was_changed_or_belongs_to_others_is_refused() {
    show(CHECK, "East", 1);
    LocalDate day = FIRST.plusWeeks(1);
    assertThat(refusal(CHECK.line(), "2", day, "", "")).contains("the child in this line");
    assertThat(refusal(CHECK.line(), "1", day, "CP-VISIT", "")).contains("the standard in this");
    assertThat(refusal(CHECK.line(), "1", day, "", "West")).contains("another team now, East");
  }

  @Test
  void what_is_closed_or_was_not_checked_is_not_accepted() {
    show(CHECK, "East", 1);
    told();
    shown.clear();
    run.remove("dq-check");
    assertThat(refusal(CHECK, FIRST.plusWeeks(2), "Family refuses", "A")).contains("not checked");
    run.add("dq-check");
    told();
    assertThat(refusal(CHECK, FIRST.plusWeeks(3), "Family refuses", "A")).contains("put right");
  }

  @Test
  void the_same_asked_twice_changes_nothing_and_something_else_is_refused() {
    show(CHECK, "East", 1);
    ask(CHECK, FIRST.plusWeeks(3));
    told();
    OpenException accepted = one(CHECK);
    ask(CHECK, FIRST.plusWeeks(3));
    assertThat(told()).isEmpty();
    assertThat(last.refused()).isEmpty();
    assertThat(one(CHECK)).isEqualTo(accepted);
    ask(CHECK, FIRST.plusWeeks(4));
    told();
    assertThat(last.refused())
        .singleElement()
        .satisfies(
            one -> assertThat(one.problem()).contains("accepted already, until 23 March 2026"));
  }

  @Test
  void a_child_with_another_id_keeps_the_history_and_the_list_that_was_sent() {
    show(CHECK, "East", 1);
    told();
    shown.clear();
    known.add("2");
    merged = new MergedIds(Map.of("1", "2"));
    ExceptionKey after = new ExceptionKey(Sort.DATA, "2", "dq-check");
    show(after, "East", 1);
    ask(CHECK, FIRST.plusWeeks(2));
    assertThat(told()).containsExactly("ACCEPTED East");
    assertThat(one(after).firstSeen()).isEqualTo(FIRST);
    assertThat(now).hasSize(1);
    assertThat(last.renamed()).isEqualTo(Map.of("1", "2"));
  }

  @Test
  void two_records_that_turn_out_to_be_one_child_have_one_line() {
    ExceptionKey other = new ExceptionKey(Sort.DATA, "2", "dq-check");
    show(CHECK, "East", 1);
    told();
    show(other, "West", 1);
    told();
    merged = new MergedIds(Map.of("1", "2"));
    shown.clear();
    show(other, "West", 1);
    assertThat(told()).containsExactly("MOVED_OUT East", "MOVED_IN West", "LAPSED West");
    assertThat(one(other).openSince()).isEqualTo(FIRST);
    assertThat(last.balances().stream().mapToInt(Balance::now).sum()).isEqualTo(1);
  }

  private void show(ExceptionKey key, String team, int count) {
    shown.put(
        key,
        new Shown(key, team, "", null, null, lastDone.get(key), null, count, "Wrong.", "a!!C7"));
  }

  private void ask(ExceptionKey key, LocalDate until) {
    asked.add(asking(key.line(), key.subject(), until, "Family refuses", "A manager", "", ""));
  }

  private static AcceptanceAsked asking(
      String line,
      String subject,
      LocalDate until,
      String reason,
      String by,
      String code,
      String team) {
    return new AcceptanceAsked(
        "East.xlsx", "Data!M4", line, subject, until, "soon", reason, "", by, code, team);
  }

  private String refusal(ExceptionKey key, LocalDate until, String reason, String by) {
    return refusal(asking(key.line(), key.subject(), until, reason, by, "", ""));
  }

  private String refusal(String line, String subject, LocalDate until, String code, String team) {
    return refusal(asking(line, subject, until, "Family refuses", "A", code, team));
  }

  private String refusal(AcceptanceAsked one) {
    Following.Week outcome = follow(List.of(one));
    assertThat(outcome.refused()).hasSize(1);
    assertThat(outcome.exceptions()).noneMatch(gap -> gap.phase() == Phase.ACCEPTED);
    return outcome.refused().get(0).problem();
  }

  private List<String> told() {
    last = follow(asked);
    assertThat(last.balances()).allMatch(Balance::isBalanced);
    now = last.exceptions();
    asked.clear();
    week++;
    return last.events().stream().map(event -> event.what() + " " + event.team()).toList();
  }

  private Following.Week follow(List<AcceptanceAsked> asking) {
    return Following.week(
        now,
        new WhatIsShown(
            FIRST.plusWeeks(week),
            shown,
            Set.of("CP-VISIT"),
            run,
            lastDone,
            judged,
            known,
            Set.of(),
            Set.of(),
            unsure,
            Set.of()),
        asking,
        RULES,
        List.of(
            new EscalationRule(Severity.HIGH, 1, Level.SERVICE),
            new EscalationRule(Severity.HIGH, 3, Level.HEAD)),
        key -> key.code().equals("CP-VISIT") ? Severity.HIGH : Severity.LOW,
        merged);
  }

  private OpenException one(ExceptionKey key) {
    return now.stream().filter(gap -> gap.key().equals(key)).findFirst().orElseThrow();
  }
}
