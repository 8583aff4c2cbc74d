package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.compliance.Finding;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.Issue;
import org.practicewatch.standards.Timeliness;

/**
 * Eight weeks of a small authority invented from a seed: corrections, relapses, movers, children
 * who leave or are given another id, acceptances, and weeks in which a standard or check cannot be
 * run.
 */
final class InventedWeeks {

  static final int WEEKS = 8;
  static final int CHILDREN = 12;
  static final Set<String> STANDARDS = Set.of("S1", "S2");
  static final String CHECK = "k1";
  static final List<String> CODES = List.of("S1", "S2", CHECK);
  static final String REASON = "Family refuses";
  static final int AT_MOST_WEEKS = 4;

  private static final List<String> TEAMS = List.of("East", "West", "");
  private static final CheckEntry ENTRY =
      new CheckEntry(
          CHECK,
          "a check",
          List.of(),
          List.of(),
          "wrong",
          "why",
          "put right",
          "who",
          "basis",
          CheckEntry.StandsOn.DATA,
          Map.of(),
          false,
          null);

  /** What is true of a child and a standard or check in a week. */
  enum State {
    OVERDUE,
    CANNOT_TELL,
    FINE,
    NOTHING
  }

  /** The truth of a child and a standard or check in a week. */
  record Truth(State state, int count, @Nullable LocalDate lastDone) {}

  /** What a team asks of a gap in a week. */
  record Ask(int child, ExceptionKey.Sort sort, String code, LocalDate until) {}

  final LocalDate[] nights = new LocalDate[WEEKS];
  final List<Set<String>> run = new ArrayList<>();
  final List<List<Ask>> asks = new ArrayList<>();
  private final String[][] team = new String[CHILDREN][WEEKS];
  private final boolean[][] known = new boolean[CHILDREN][WEEKS];
  private final int[] renamedIn = new int[CHILDREN];
  private final Map<String, Truth> truths = new HashMap<>();
  private final SplittableRandom chance;

  InventedWeeks(long seed) {
    chance = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
    for (int week = 0; week < WEEKS; week++) {
      nights[week] = LocalDate.of(2026, 3, 2).plusDays(7L * week + chance.nextInt(4));
      Set<String> ran = new TreeSet<>();
      for (String code : CODES) {
        if (chance.nextInt(6) > 0) {
          ran.add(code);
        }
      }
      run.add(ran);
      List<Ask> asked = new ArrayList<>();
      for (int child = 0; child < CHILDREN; child++) {
        for (ExceptionKey.Sort sort : ExceptionKey.Sort.values()) {
          for (String code : CODES) {
            if (chance.nextInt(5) == 0) {
              asked.add(new Ask(child, sort, code, nights[week].plusDays(chance.nextInt(40) - 4)));
            }
          }
        }
      }
      asks.add(asked);
    }
    for (int child = 0; child < CHILDREN; child++) {
      renamedIn[child] = chance.nextInt(3) == 0 ? 1 + chance.nextInt(WEEKS - 1) : WEEKS;
      String now = TEAMS.get(chance.nextInt(3));
      boolean there = true;
      for (int week = 0; week < WEEKS; week++) {
        now = chance.nextInt(5) == 0 ? TEAMS.get(chance.nextInt(3)) : now;
        there = chance.nextInt(10) == 0 ? !there : there;
        team[child][week] = now;
        known[child][week] = there;
      }
      for (String code : CODES) {
        live(child, code);
      }
    }
  }

  private void live(int child, String code) {
    State state = State.FINE;
    LocalDate done = chance.nextBoolean() ? nights[0].minusDays(50) : null;
    for (int week = 0; week < WEEKS; week++) {
      if (chance.nextInt(5) < 2) {
        state = State.values()[chance.nextInt(4)];
        if (chance.nextBoolean()) {
          done = nights[week].minusDays(1 + chance.nextInt(3));
        }
      }
      truths.put(
          child + code + week,
          known[child][week]
              ? new Truth(state, 1 + chance.nextInt(2), state == State.NOTHING ? null : done)
              : new Truth(State.NOTHING, 0, null));
    }
  }

  Truth truth(int child, String code, int week) {
    return truths.get(child + code + week);
  }

  String team(int child, int week) {
    return team[child][week];
  }

  boolean isKnown(int child, int week) {
    return known[child][week];
  }

  /** Whether a gap is to be seen in the record of a week, whoever looks. */
  boolean isGap(int child, ExceptionKey.Sort sort, String code, int week) {
    State state = truth(child, code, week).state();
    if (code.equals(CHECK)) {
      return sort == ExceptionKey.Sort.DATA && state == State.CANNOT_TELL;
    }
    return state == (sort == ExceptionKey.Sort.PRACTICE ? State.OVERDUE : State.CANNOT_TELL);
  }

  /** How many stand behind it. */
  int count(int child, String code, int week) {
    return truth(child, code, week).count();
  }

  /** The id of a child in a week. */
  String id(int child, int week) {
    return week < renamedIn[child] ? "C" + child : "N" + child;
  }

  MergedIds merged(int week) {
    Map<String, String> now = new HashMap<>();
    for (int child = 0; child < CHILDREN; child++) {
      if (week >= renamedIn[child]) {
        now.put("C" + child, "N" + child);
      }
    }
    return new MergedIds(now);
  }

  /** What the product makes of the night, from findings and issues as a night has them. */
  WhatIsShown shown(int week) {
    GapsOfANight gaps =
        new GapsOfANight(
            nights[week],
            STANDARDS,
            run.get(week),
            name -> name.equals(CHECK) ? ENTRY : null,
            Set.of(),
            Map.of(),
            Set.of());
    for (int child = 0; child < CHILDREN; child++) {
      String id = id(child, week);
      if (isKnown(child, week)) {
        gaps.know(id);
      }
      List<Finding> findings = new ArrayList<>();
      for (String code : STANDARDS) {
        if (run.get(week).contains(code)) {
          findings.addAll(findings(child, code, week));
        }
      }
      gaps.add(findings);
      if (run.get(week).contains(CHECK) && isGap(child, ExceptionKey.Sort.DATA, CHECK, week)) {
        for (int i = 0; i < count(child, CHECK, week); i++) {
          gaps.add(
              new Issue("visits.csv", "", 7 + i, "C", "", CHECK, "A cell is wrong.", "", id),
              id,
              team(child, week));
        }
      }
    }
    return gaps.shown();
  }

  private List<Finding> findings(int child, String code, int week) {
    Truth truth = truth(child, code, week);
    List<Finding> findings = new ArrayList<>();
    if (truth.lastDone() != null) {
      findings.add(finding(child, code, week, truth.lastDone(), Timeliness.IN_TIMESCALE, null));
    }
    switch (truth.state()) {
      case OVERDUE -> {
        for (int i = 0; i < truth.count(); i++) {
          findings.add(finding(child, code, week, null, Timeliness.OVERDUE, 3 + i));
        }
      }
      case CANNOT_TELL -> {
        for (int i = 0; i < truth.count(); i++) {
          findings.add(finding(child, code, week, null, Timeliness.CANNOT_TELL, null));
        }
      }
      case FINE -> findings.add(finding(child, code, week, null, Timeliness.NOT_YET_DUE, null));
      case NOTHING -> {}
    }
    return findings;
  }

  private Finding finding(
      int child,
      String code,
      int week,
      @Nullable LocalDate done,
      Timeliness timeliness,
      @Nullable Integer over) {
    return new Finding(
        id(child, week),
        "",
        code,
        null,
        1,
        null,
        null,
        done,
        timeliness,
        over,
        "",
        "",
        team(child, week),
        "a worker",
        "visits.csv!!C7",
        done == null);
  }

  /** What comes back in a week: lists of the week before, under the ids of then. */
  List<AcceptanceAsked> asked(int week) {
    List<AcceptanceAsked> asked = new ArrayList<>();
    for (Ask ask : asks.get(week)) {
      String id = id(ask.child(), Math.max(0, week - 1));
      asked.add(
          new AcceptanceAsked(
              "East.xlsx",
              "Sheet!M" + asked.size(),
              new ExceptionKey(ask.sort(), id, ask.code()).line(),
              id,
              ask.until(),
              ask.until().toString(),
              REASON,
              "",
              "A manager"));
    }
    return asked;
  }
}
