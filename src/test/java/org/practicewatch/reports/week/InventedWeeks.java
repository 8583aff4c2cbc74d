package org.practicewatch.reports.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.practicewatch.exceptions.AcceptanceAsked;
import org.practicewatch.exceptions.AcceptanceRules;
import org.practicewatch.exceptions.EscalationRule;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.Following;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.Refusal;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.exceptions.WeekInFigures.Balanced;
import org.practicewatch.exceptions.WhatIsShown;

/** Weeks of a council that does not exist, followed by the program itself. */
public final class InventedWeeks {

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
  private static final int SORTS = 8;
  private static final int TEAMS = 3;

  private InventedWeeks() {}

  /**
   * So many weeks of so many children, of whom every week some are put right and some come back.
   */
  public static WeekInFigures of(int weeks, int children) {
    List<OpenException> now = List.of();
    List<Balanced> balanced = new ArrayList<>();
    Following.Week week = null;
    for (int w = 0; w < weeks; w++) {
      List<AcceptanceAsked> asked = w == 1 ? List.of(asked(now.get(0))) : List.of();
      week =
          Following.week(
              now,
              shown(w, children),
              asked,
              new AcceptanceRules(12, List.of("Family refuses"), Set.of(), Set.of()),
              List.of(new EscalationRule(Severity.HIGH, 2, Level.SERVICE)),
              key -> Severity.HIGH);
      now = week.exceptions();
      balanced.add(new Balanced(FIRST.plusWeeks(w), week.balances()));
    }
    LocalDate asAt = FIRST.plusWeeks(weeks - 1L);
    WeekAsAWhole whole =
        new WeekAsAWhole(
            "Fernshire (fictional)",
            true,
            asAt,
            weeks == 1 ? null : asAt.minusWeeks(1),
            now,
            week.events(),
            week.balances(),
            Map.of(),
            List.of(new NotRun("dq-oc2", "Health part of the return", "no extract carries it.")),
            List.of(new Refusal("back.xlsx", "row 9", "Team 1", "Not accepted: no reason.")),
            InventedWeeks::meaning,
            Map.of());
    return new WeekInFigures(
        whole,
        balanced,
        IntStream.range(0, TEAMS)
            .boxed()
            .collect(Collectors.toMap(t -> "Team " + t, t -> "Safeguarding")));
  }

  private static Meaning meaning(ExceptionKey key) {
    return new Meaning(
        key.code(),
        "Standard " + key.code(),
        "",
        "",
        "",
        "",
        "",
        0,
        "Seeing the child",
        Severity.HIGH,
        "",
        true);
  }

  private static AcceptanceAsked asked(OpenException one) {
    return new AcceptanceAsked(
        "back.xlsx",
        "row 4",
        one.key().line(),
        one.key().subject(),
        FIRST.plusWeeks(8),
        "2 November 2026",
        "Family refuses",
        "",
        "A. Manager");
  }

  private static WhatIsShown shown(int week, int children) {
    Map<ExceptionKey, Shown> shown = new HashMap<>();
    Set<String> known =
        IntStream.range(0, children).mapToObj(c -> "C" + c).collect(Collectors.toSet());
    Set<String> codes =
        IntStream.range(0, SORTS).mapToObj(s -> "S" + s).collect(Collectors.toSet());
    for (int c = 0; c < children; c++) {
      // The first sorts have most; every third child is put right in odd weeks and comes back.
      String code = "S" + (c % 5 == 0 ? c % SORTS : c % 2);
      if (week % 2 == 0 || c % 3 != 0) {
        ExceptionKey key = new ExceptionKey(c % 4 == 0 ? Sort.DATA : Sort.PRACTICE, "C" + c, code);
        shown.put(
            key,
            new Shown(
                key,
                c % 11 == 0 ? "" : "Team " + (c + (c == 5 ? week : 0)) % TEAMS,
                "W" + c % 7,
                null,
                FIRST.minusDays(c),
                null,
                week * 7 + c,
                1,
                "",
                "visits.csv!!C" + c));
      }
    }
    return new WhatIsShown(
        FIRST.plusWeeks(week), shown, Set.of(), codes, Map.of(), Set.of(), known);
  }
}
