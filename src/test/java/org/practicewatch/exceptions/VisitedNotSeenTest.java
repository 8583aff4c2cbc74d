package org.practicewatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Phase;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.Issue;
import org.practicewatch.standards.Timeliness;

/** A child who was visited and not seen is one line, and not two. */
class VisitedNotSeenTest {

  private static final String NOT_SEEN = "dq-visit-not-seen";
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 12);
  private static final LocalDate SEEN = LocalDate.of(2026, 9, 22);
  private static final ExceptionKey VISIT = new ExceptionKey(Sort.PRACTICE, "100474", "CIN-VISIT");
  private static final ExceptionKey CHECK = new ExceptionKey(Sort.DATA, "100474", NOT_SEEN);
  private static final CheckEntry ENTRY =
      new CheckEntry(
          NOT_SEEN,
          "Child not seen",
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

  private static Finding visit(
      int number, @Nullable LocalDate done, Timeliness state, @Nullable Integer over) {
    return new Finding(
        "100474",
        "",
        "CIN-VISIT",
        SEEN.minusDays(28),
        number,
        done == null ? SEEN : SEEN.minusDays(28),
        done == null ? SEEN.plusDays(28) : SEEN,
        done,
        state,
        over,
        "East",
        "W1",
        "East",
        "W1",
        "visits.csv!!C7",
        done == null);
  }

  private static Issue notSeen(String problem) {
    return new Issue("visits.csv", "", 9, "C", "2026-10-09", NOT_SEEN, problem, "", "100474");
  }

  /** A night on which the next visit is in this state, and the last one was of 9 October. */
  private static WhatIsShown night(LocalDate asAt, Timeliness state, String... problems) {
    GapsOfANight gaps =
        new GapsOfANight(
            asAt,
            Set.of("CIN-VISIT"),
            Set.of("CIN-VISIT", NOT_SEEN),
            name -> name.equals(NOT_SEEN) ? ENTRY : null,
            Set.of(),
            Map.of(),
            Set.of("CIN-VISIT"));
    gaps.add(
        List.of(
            visit(1, SEEN, Timeliness.IN_TIMESCALE, null),
            visit(2, null, state, state == Timeliness.OVERDUE ? 3 : null)));
    for (String problem : problems) {
      gaps.add(notSeen(problem), "100474", "East");
    }
    return gaps.shown();
  }

  private static final String LAST = "At the last visit, on 2026-10-09, the child was not seen.";

  @Test
  void the_overdue_visit_says_it_and_the_check_has_no_line_of_its_own() {
    WhatIsShown shown = night(FIRST, Timeliness.OVERDUE, LAST);
    assertThat(shown.shown()).containsOnlyKeys(VISIT);
    assertThat(shown.shown().get(VISIT).problem())
        .isEqualTo("Visited 9 Oct 2026, not seen; last seen 22 Sep 2026.");
  }

  @Test
  void while_no_visit_is_overdue_and_for_what_else_the_check_finds_the_line_stays() {
    assertThat(night(FIRST, Timeliness.DUE_SOON, LAST).shown()).containsOnlyKeys(CHECK);
    assertThat(
            night(
                    FIRST,
                    Timeliness.OVERDUE,
                    LAST,
                    "At the last visit, on 2026-10-09, the bedroom was not seen.")
                .shown())
        .containsOnlyKeys(VISIT, CHECK);
  }

  @Test
  void the_line_that_goes_is_owed_no_more_and_never_put_right() {
    Following.Week before = week(List.of(), night(FIRST, Timeliness.DUE_SOON, LAST));
    Following.Week after =
        week(before.exceptions(), night(FIRST.plusWeeks(1), Timeliness.OVERDUE, LAST));
    assertThat(after.exceptions())
        .extracting(OpenException::key, OpenException::phase)
        .containsExactly(tuple(VISIT, Phase.OPEN), tuple(CHECK, Phase.LAPSED));
    assertThat(after.balances().stream().mapToInt(Balance::fixed).sum()).isZero();
    assertThat(after.events())
        .anySatisfy(one -> assertThat(one.detail()).isEqualTo("told by the line of the visit"));
  }

  private static Following.Week week(List<OpenException> before, WhatIsShown tonight) {
    return Following.week(
        before,
        tonight,
        List.of(),
        new AcceptanceRules(4, List.of(), Set.of(), Set.of()),
        List.of(),
        key -> Severity.HIGH);
  }
}
