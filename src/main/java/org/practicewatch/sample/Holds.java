package org.practicewatch.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which teams hold a child, one after the other; who holds it decides how much is in time. */
final class Holds {

  private final Diary diary;
  private final List<Hold> holds = new ArrayList<>();

  Holds(Diary diary) {
    this.diary = diary;
  }

  /** A team's hold on a child, from one day to another. */
  record Hold(FictionalTeam team, LocalDate from, LocalDate to) {}

  void add(FictionalTeam team, LocalDate from, LocalDate to) {
    holds.add(new Hold(team, from, to));
  }

  /** Ends on a day what goes on beyond it. */
  void cut(LocalDate day) {
    holds.removeIf(hold -> !hold.from().isBefore(day));
    holds.replaceAll(
        hold -> hold.to().isAfter(day) ? new Hold(hold.team(), hold.from(), day) : hold);
  }

  List<Hold> before(LocalDate day) {
    return holds.stream().filter(hold -> hold.from().isBefore(day)).toList();
  }

  /**
   * The day on which something due is done by whoever holds the child when it is due.
   *
   * @param usual how likely the authority is to be in time
   * @param earliest how much of the time has gone by before anyone begins, from 0 to 1
   */
  LocalDate done(Chance chance, LocalDate since, LocalDate due, double usual, double earliest) {
    return diary.done(chance, since, due, inTime(due, usual), earliest);
  }

  private double inTime(LocalDate day, double usual) {
    return holds.stream()
        .filter(hold -> !day.isBefore(hold.from()) && day.isBefore(hold.to()))
        .findFirst()
        .map(hold -> hold.team().inTime(usual))
        .orElse(usual);
  }
}
