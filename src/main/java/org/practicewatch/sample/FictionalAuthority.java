package org.practicewatch.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fernshire, which does not exist: children, families, workers and teams, all invented.
 *
 * <p>Each child's life is decided by the seed and the child's number alone, for the whole of a
 * world that does not depend on the as-at date. So the same child turns up in an authority of any
 * size, and an earlier as-at date gives the same histories, cut off sooner.
 *
 * @param seed another seed, another Fernshire
 * @param children how many children it ever knows; nearly all of them by September 2026
 * @param asAt the day on which its extracts are taken
 * @param dirt whether its extracts have faults in them, as real ones have
 * @param isWorkingDay which days its workers work
 */
public record FictionalAuthority(
    long seed, int children, LocalDate asAt, boolean dirt, Predicate<LocalDate> isWorkingDay) {

  /** Says in every place where the name is shown that there is no such authority. */
  public static final String NAME = "Fernshire (fictional)";

  static final LocalDate WORLD_BEGINS = LocalDate.of(2022, 1, 1);
  static final LocalDate WORLD_ENDS = LocalDate.of(2027, 12, 31);

  /** With faults, and every Monday to Friday a working day. */
  public FictionalAuthority(long seed, int children, LocalDate asAt) {
    this(seed, children, asAt, true, FictionalAuthority::isWeekday);
  }

  /** The same authority, with or without faults in its extracts. */
  public FictionalAuthority withDirt(boolean withDirt) {
    return new FictionalAuthority(seed, children, asAt, withDirt, isWorkingDay);
  }

  /** The same authority, working on other days. */
  public FictionalAuthority withWorkingDays(Predicate<LocalDate> working) {
    return new FictionalAuthority(seed, children, asAt, dirt, working);
  }

  /** Every child in turn; only one is in memory at a time. */
  public Stream<FictionalChild> everyChild() {
    return IntStream.range(0, children).mapToObj(this::child);
  }

  /** One child's whole life, from the beginning of the world to its end. */
  public FictionalChild child(int number) {
    return new ChildLife(seed, number, new Diary(isWorkingDay)).told();
  }

  /** What is done around a child's life besides what national formats carry. */
  public FictionalWork workAround(FictionalChild child) {
    return new CaseWork(seed, child, new Diary(isWorkingDay)).told();
  }

  /** What is done for homes, foster carers and workers. */
  public FictionalWork otherWork() {
    return new OtherWork(this, new Diary(isWorkingDay)).told();
  }

  /** Every team, set by set. The last of each set reviews and holds no children. */
  public List<FictionalTeam> teams() {
    List<FictionalTeam> teams = new ArrayList<>();
    for (int set = 0; set <= Math.max(0, children - 1) / FictionalTeam.CHILDREN_IN_A_SET; set++) {
      for (FictionalTeam.Kind kind : FictionalTeam.Kind.values()) {
        teams.add(new FictionalTeam(kind, set));
      }
    }
    return teams;
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
