package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Event.What;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.OpenException.Phase;

/**
 * A second reading of the life of one gap, from all its weeks at once: not from week to week, but
 * by stretches. It knows nothing of how the product follows exceptions.
 */
final class Replay {

  private final InventedWeeks weeks;
  private final int child;
  private final Sort sort;
  private final String code;
  final List<String> events = new ArrayList<>();

  /** On whose list it is open at the end of a week; null where it is not. */
  final @Nullable String[] openWith = new String[InventedWeeks.WEEKS];

  @Nullable Phase phase;

  Replay(InventedWeeks weeks, int child, Sort sort, String code) {
    this.weeks = weeks;
    this.child = child;
    this.sort = sort;
    this.code = code;
    List<Integer> looked = new ArrayList<>();
    for (int week = 0; week < InventedWeeks.WEEKS; week++) {
      if (weeks.run.get(week).contains(code)) {
        looked.add(week);
      }
    }
    int times = 0;
    for (int i = 0; i < looked.size(); i++) {
      if (!gap(looked.get(i))) {
        continue;
      }
      int end = i;
      while (end + 1 < looked.size() && gap(looked.get(end + 1))) {
        end++;
      }
      Integer gone = end + 1 < looked.size() ? looked.get(end + 1) : null;
      stretch(looked.subList(i, end + 1), gone, ++times);
      i = end;
    }
    events.sort(null);
  }

  private boolean gap(int week) {
    return weeks.isGap(child, sort, code, week);
  }

  private void stretch(List<Integer> seen, @Nullable Integer gone, int times) {
    int first = seen.get(0);
    int last = seen.get(seen.size() - 1);
    tell(first, times == 1 ? What.NEW : What.REOPENED, team(first));
    int until = gone == null ? InventedWeeks.WEEKS : gone;
    List<Integer> there = new ArrayList<>(seen);
    if (gone != null) {
      there.add(gone);
    }
    for (int i = 0; i < there.size(); i++) {
      int week = there.get(i);
      int next = i + 1 < there.size() ? there.get(i + 1) : until;
      if (next > week + 1 && (i + 1 < there.size() || gone == null)) {
        tell(week + 1, What.SET_ASIDE, team(week));
        if (i + 1 < there.size()) {
          tell(next, What.TAKEN_UP, team(week));
        }
      }
    }
    for (int i = 1; i < seen.size(); i++) {
      String from = team(seen.get(i - 1));
      String to = team(seen.get(i));
      if (!from.equals(to)) {
        tell(seen.get(i), What.MOVED_OUT, from);
        tell(seen.get(i), What.MOVED_IN, to);
      }
    }
    boolean accepted = acceptancesAndEscalation(seen);
    phase = accepted ? Phase.ACCEPTED : Phase.OPEN;
    if (gone != null) {
      boolean fixed = isFixed(last, gone);
      phase = fixed ? Phase.FIXED : Phase.LAPSED;
      tell(gone, fixed ? What.FIXED : What.LAPSED, team(last));
    }
  }

  private boolean isFixed(int last, int gone) {
    if (code.equals(InventedWeeks.CHECK)) {
      return weeks.isKnown(child, gone);
    }
    if (sort == Sort.DATA) {
      InventedWeeks.Truth then = weeks.truth(child, code, gone);
      return then.state() != InventedWeeks.State.NOTHING;
    }
    LocalDate before = weeks.truth(child, code, last).lastDone();
    LocalDate after = weeks.truth(child, code, gone).lastDone();
    return after != null && (before == null || after.isAfter(before));
  }

  private boolean acceptancesAndEscalation(List<Integer> seen) {
    LocalDate held = null;
    int count = 0;
    int level = 0;
    for (int week : seen) {
      LocalDate night = weeks.nights[week];
      int tonight = weeks.count(child, code, week);
      if (held != null && (held.isBefore(night) || tonight > count)) {
        tell(week, What.RAN_OUT, team(week));
        held = null;
      }
      LocalDate asked = asked(week);
      if (held == null && asked != null) {
        held = asked;
        count = tonight;
        tell(week, What.ACCEPTED, team(week));
      }
      long age = ChronoUnit.DAYS.between(weeks.nights[seen.get(0)], night) / 7;
      int due = age >= 3 ? 2 : age >= 1 ? 1 : 0;
      if (held == null) {
        openWith[week] = team(week);
        if (due > level) {
          level = due;
          tell(week, What.ESCALATED, team(week));
        }
      }
    }
    return held != null;
  }

  /** The day until which it may be left; null where nobody asks, or asks what cannot be had. */
  private @Nullable LocalDate asked(int week) {
    LocalDate night = weeks.nights[week];
    boolean never = sort == Sort.DATA && code.equals("S2");
    if (!weeks.id(child, Math.max(0, week - 1)).equals(weeks.id(child, week)) && !stood(week)) {
      // The line of a gap that nobody had seen under the old id was never sent.
      return null;
    }
    return weeks.asks.get(week).stream()
        .filter(ask -> ask.child() == child && ask.sort() == sort && ask.code().equals(code))
        .map(InventedWeeks.Ask::until)
        .filter(day -> !never && day.isAfter(night))
        .filter(day -> !day.isAfter(night.plusWeeks(InventedWeeks.AT_MOST_WEEKS)))
        .findFirst()
        .orElse(null);
  }

  private boolean stood(int before) {
    for (int week = 0; week < before; week++) {
      if (weeks.run.get(week).contains(code) && gap(week)) {
        return true;
      }
    }
    return false;
  }

  private String team(int week) {
    return weeks.team(child, week);
  }

  private void tell(int week, What what, String team) {
    events.add(weeks.nights[week] + " " + what + " " + team);
  }
}
