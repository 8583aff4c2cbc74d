package org.practicewatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;

/** What must hold of every exception over eight weeks, whatever happens in them. */
class EightWeeksTest {

  private static final AcceptanceRules RULES =
      new AcceptanceRules(
          InventedWeeks.AT_MOST_WEEKS, List.of(InventedWeeks.REASON), Set.of(), Set.of("S2"));
  private static final List<EscalationRule> FURTHER_UP =
      List.of(
          new EscalationRule(Severity.HIGH, 1, Level.SERVICE),
          new EscalationRule(Severity.HIGH, 3, Level.HEAD));

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  private static Following.Week follow(
      List<OpenException> before, InventedWeeks weeks, int week, WhatIsShown shown) {
    return Following.week(
        before,
        shown,
        weeks.asked(week),
        RULES,
        FURTHER_UP,
        key -> Severity.HIGH,
        weeks.merged(week));
  }

  private static List<Following.Week> follow(InventedWeeks weeks) {
    List<Following.Week> followed = new ArrayList<>();
    List<OpenException> before = List.of();
    for (int week = 0; week < InventedWeeks.WEEKS; week++) {
      Following.Week one = follow(before, weeks, week, weeks.shown(week));
      followed.add(one);
      before = one.exceptions();
    }
    return followed;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_history_is_that_of_a_second_reading(long seed) {
    InventedWeeks weeks = new InventedWeeks(seed);
    List<Following.Week> followed = follow(weeks);
    Map<String, List<String>> histories = new TreeMap<>();
    for (Following.Week week : followed) {
      for (Event event : week.events()) {
        histories
            .computeIfAbsent(person(event.key()), key -> new ArrayList<>())
            .add(event.asAt() + " " + event.what() + " " + event.team());
      }
    }
    histories.values().forEach(Collections::sort);
    Map<String, Phase> phases =
        followed.get(InventedWeeks.WEEKS - 1).exceptions().stream()
            .collect(Collectors.toMap(one -> person(one.key()), OpenException::phase));
    Map<String, List<String>> again = new TreeMap<>();
    Map<String, Phase> phasesAgain = new HashMap<>();
    for (Map.Entry<String, Replay> one : replays(weeks).entrySet()) {
      Phase phase = one.getValue().phase;
      if (phase != null) {
        again.put(one.getKey(), one.getValue().events);
        phasesAgain.put(one.getKey(), phase);
      }
    }
    assertThat(histories).isEqualTo(again);
    assertThat(phases).isEqualTo(phasesAgain);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_week_balances_and_begins_where_the_last_one_ended(long seed) {
    InventedWeeks weeks = new InventedWeeks(seed);
    Map<String, Replay> replays = replays(weeks);
    Map<String, Integer> last = Map.of();
    int number = 0;
    for (Following.Week week : follow(weeks)) {
      assertThat(week.balances()).allMatch(Balance::isBalanced);
      assertThat(counts(week, Balance::before)).isEqualTo(last);
      last = counts(week, Balance::now);
      Map<String, Integer> again = new TreeMap<>();
      for (Map.Entry<String, Replay> one : replays.entrySet()) {
        String team = one.getValue().openWith[number];
        if (team != null) {
          again.merge(place(team, one.getKey().split(" ", 2)[1]), 1, Integer::sum);
        }
      }
      assertThat(last).isEqualTo(again);
      number++;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_week_that_is_followed_again_changes_nothing(long seed) {
    InventedWeeks weeks = new InventedWeeks(seed);
    List<Following.Week> followed = follow(weeks);
    for (int week = 0; week < InventedWeeks.WEEKS; week++) {
      List<OpenException> after = followed.get(week).exceptions();
      Following.Week again = follow(after, weeks, week, weeks.shown(week));
      assertThat(again.events()).isEmpty();
      assertThat(again.exceptions()).isEqualTo(after);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_in_which_exceptions_come_does_not_matter(long seed) {
    InventedWeeks weeks = new InventedWeeks(seed);
    List<OpenException> before = List.of();
    for (int week = 0; week < InventedWeeks.WEEKS; week++) {
      List<OpenException> shuffled = new ArrayList<>(before);
      Collections.shuffle(shuffled, new Random(seed));
      Following.Week one = follow(before, weeks, week, weeks.shown(week));
      assertThat(follow(shuffled, weeks, week, weeks.shown(week))).isEqualTo(one);
      before = one.exceptions();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_done_never_makes_more_open(long seed) {
    InventedWeeks weeks = new InventedWeeks(seed);
    List<Following.Week> followed = follow(weeks);
    for (int week = 1; week < InventedWeeks.WEEKS; week++) {
      WhatIsShown night = weeks.shown(week);
      List<OpenException> before = followed.get(week - 1).exceptions();
      for (ExceptionKey key : night.shown().keySet()) {
        Map<ExceptionKey, Shown> shown = new HashMap<>(night.shown());
        shown.remove(key);
        Map<ExceptionKey, java.time.LocalDate> done = new HashMap<>(night.lastDone());
        done.put(key, night.asAt());
        WhatIsShown with =
            new WhatIsShown(
                night.asAt(),
                shown,
                night.standards(),
                night.run(),
                done,
                night.judged(),
                night.known());
        assertThat(open(follow(before, weeks, week, with)))
            .isLessThanOrEqualTo(open(followed.get(week)));
      }
    }
  }

  private static int open(Following.Week week) {
    return week.balances().stream().mapToInt(Balance::now).sum();
  }

  /** By the child, whatever its id is. */
  private static String person(ExceptionKey key) {
    return key.subject().substring(1) + " " + key.sort() + " " + key.code();
  }

  private static Map<String, Replay> replays(InventedWeeks weeks) {
    Map<String, Replay> replays = new TreeMap<>();
    for (int child = 0; child < InventedWeeks.CHILDREN; child++) {
      for (Sort sort : Sort.values()) {
        for (String code : InventedWeeks.CODES) {
          replays.put(child + " " + sort + " " + code, new Replay(weeks, child, sort, code));
        }
      }
    }
    return replays;
  }

  private static String place(String team, String of) {
    return team + "/" + of;
  }

  private static Map<String, Integer> counts(
      Following.Week week, Function<Balance, Integer> column) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Balance one : week.balances()) {
      if (column.apply(one) > 0) {
        counts.put(place(one.team(), one.sort() + " " + one.code()), column.apply(one));
      }
    }
    return counts;
  }
}
