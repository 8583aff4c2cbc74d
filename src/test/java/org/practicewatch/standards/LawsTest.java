package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedChild;
import org.practicewatch.fixtures.InventedTimelines;
import org.practicewatch.fixtures.InventedTimelines.Invented;

/** What holds of every child and every standard, whatever the record says. */
class LawsTest {

  private static final Set<Timeliness> BAD =
      Set.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED);

  static List<Named<PracticeStandard>> standards() {
    return Shipped.standards().stream().map(one -> Named.of(one.id(), one)).toList();
  }

  /** One child's record, read in all the ways that the laws compare. */
  private record Life(
      Invented child,
      Timeline all,
      Timeline readable,
      Timeline past,
      Timeline shuffled,
      Timeline earlier) {

    static Life of(Invented child) {
      List<Fact> past = child.all().stream().filter(fact -> !isAfter(fact, child.asAt())).toList();
      List<Fact> shuffled = new ArrayList<>(child.all());
      Collections.shuffle(shuffled, new Random(7));
      return new Life(
          child,
          read(child, child.all(), child.asAt()),
          read(child, child.facts(), child.asAt()),
          read(child, past, child.asAt()),
          read(child, shuffled, child.asAt()),
          read(child, child.facts(), child.asAt().minusDays(EARLIER)));
    }

    private static Timeline read(Invented child, List<Fact> facts, LocalDate night) {
      return Timeline.of(child.childId(), facts, night);
    }

    Timeline with(List<Fact> facts, String kind, LocalDate day) {
      List<Fact> more = new ArrayList<>(facts);
      CellRef cell = InventedChild.child("").cell();
      more.add(new Activity(child.childId(), kind, day, Set.of(), Set.of(), cell));
      return read(child, more, child.asAt());
    }
  }

  private static final int EARLIER = 45;
  private static final int FOR_EACH = 40;

  private static final List<Life> LIVES =
      IntStream.range(5_000, 5_300)
          .mapToObj(seed -> InventedTimelines.of(seed, Shipped.EVENTS.events()))
          .map(Life::of)
          .toList();

  /** Those to whom something is owed by a standard. */
  private static List<Life> lives(PracticeStandard standard) {
    List<Life> owedSomething =
        LIVES.stream().filter(life -> !owed(standard, life.all).isEmpty()).limit(FOR_EACH).toList();
    assertThat(owedSomething).as(standard.id()).isNotEmpty();
    return owedSomething;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void every_obligation_has_a_key_of_its_own_and_is_due_on_or_after_its_day_nought(
      PracticeStandard standard) {
    for (Life life : lives(standard)) {
      Set<List<Object>> keys = new HashSet<>();
      for (Obligation one : owed(standard, life.all)) {
        assertThat(keys.add(List.of(one.duringFrom(), one.number()))).as(one.toString()).isTrue();
        if (one.since() != null && one.due() != null) {
          assertThat(one.due()).isAfterOrEqualTo(one.since());
        }
        Integer daysOver = one.daysOver();
        assertThat(daysOver != null).isEqualTo(BAD.contains(one.timeliness()));
        if (daysOver != null) {
          // Late by the clock alone, or not there on the very day that it was to prepare.
          boolean ofThatDay = one.due().equals(one.done()) || standard.beforeEach() != null;
          assertThat(daysOver).as(one.toString()).isGreaterThanOrEqualTo(ofThatDay ? 0 : 1);
        }
        if (one.timeliness() == Timeliness.OVERDUE) {
          assertThat(one.current()).isTrue();
          assertThat(one.done()).isNull();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void nothing_dated_after_the_night_changes_what_the_night_says(PracticeStandard standard) {
    for (Life life : lives(standard)) {
      assertThat(owed(standard, life.past)).isEqualTo(owed(standard, life.all));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void the_order_of_the_rows_does_not_matter(PracticeStandard standard) {
    for (Life life : lives(standard)) {
      assertThat(said(owed(standard, life.shuffled))).isEqualTo(said(owed(standard, life.all)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void what_cannot_be_read_only_ever_turns_a_failure_into_cannot_tell(PracticeStandard standard) {
    for (Life life : lives(standard)) {
      List<Obligation> without = owed(standard, life.readable);
      List<Obligation> with = owed(standard, life.all);
      assertThat(with).hasSameSizeAs(without);
      for (int i = 0; i < with.size(); i++) {
        Timeliness before = without.get(i).timeliness();
        Timeliness after = with.get(i).timeliness();
        boolean asItWas = before == after;
        assertThat(asItWas || (BAD.contains(before) && after == Timeliness.CANNOT_TELL))
            .as("%s, then %s", without.get(i), with.get(i))
            .isTrue();
        assertThat(with.get(i).due()).isEqualTo(without.get(i).due());
        assertThat(with.get(i).done()).isEqualTo(without.get(i).done());
      }
    }
  }

  /**
   * A later night says the same of what had been done before the earlier one, while the record only
   * grows. An end that a record gains is no growth of that sort, so spans keep theirs; and a row
   * that joins two periods is not one either, so only the night moves.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void a_later_night_does_not_change_what_was_done_before_the_earlier(PracticeStandard standard) {
    for (Life life : lives(standard)) {
      String childId = life.child.childId();
      LocalDate earlier = life.child.asAt().minusDays(EARLIER);
      Map<List<Object>, Obligation> later = new HashMap<>();
      for (Obligation one : owed(standard, life.readable)) {
        later.put(List.of(one.duringFrom(), one.number()), one);
      }
      for (Obligation one : owed(standard, life.earlier)) {
        boolean told = one.timeliness() != Timeliness.CANNOT_TELL;
        if (told && one.done() != null && one.done().isBefore(earlier)) {
          Obligation then = later.get(List.of(one.duringFrom(), one.number()));
          // From which day it is counted may come to be known later: a notification, a conference.
          if (standard.countedFrom() == null) {
            assertThat(then).as("child %s: %s", childId, one).isNotNull();
          }
          boolean sameStart =
              then != null
                  && (standard.countedFrom() == null || Objects.equals(then.since(), one.since()));
          if (sameStart && then.timeliness() != Timeliness.CANNOT_TELL) {
            assertThat(said(List.of(then))).as(childId).isEqualTo(said(List.of(one)));
          }
        }
      }
    }
  }

  /**
   * One more act that counts, on the night's own day, never leaves the child overdue, and adds no
   * failure but the one that was there: an overdue one becomes late, and the rest stand. An act in
   * the past promises less, because the next count runs from it: what it promises is that nothing
   * that fell due before it is judged otherwise than it was.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void one_more_act_never_makes_a_child_later(PracticeStandard standard) {
    for (Life life : lives(standard)) {
      String childId = life.child.childId();
      LocalDate night = life.child.asAt();
      List<Obligation> before = owed(standard, life.all);
      List<Obligation> after = owed(standard, life.with(life.child.all(), standard.metBy(), night));
      boolean notByAnAct =
          standard.ofTheSame() || standard.metBy().equals(PracticeStandard.ITS_END);
      assertThat(overdue(after)).as(childId).isLessThanOrEqualTo(notByAnAct ? overdue(before) : 0);
      assertThat(failures(after)).as(childId).isLessThanOrEqualTo(failures(before));
      // Nobody asks any more, and then it is done: late, and not missed.
      boolean mayBeDoneAfterwards =
          !standard.overtakenBy().isEmpty() || standard.noLongerAskedAfter() != null;
      if (!mayBeDoneAfterwards) {
        assertThat(daysOver(after)).as(childId).isLessThanOrEqualTo(daysOver(before));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standards")
  void an_act_in_the_past_changes_nothing_that_fell_due_before_it(PracticeStandard standard) {
    for (Life life : lives(standard)) {
      LocalDate day = life.child.asAt().minusDays(60);
      // Of several done beforehand the newest counts.
      boolean newestCounts =
          standard.doneBeforehandCounts() != null || standard.beforeEach() != null;
      Set<String> after =
          new HashSet<>(said(owed(standard, life.with(life.child.facts(), standard.metBy(), day))));
      for (Obligation one : owed(standard, life.readable)) {
        LocalDate due = one.due();
        boolean settled = due != null && (due.isBefore(day) || !newestCounts);
        if (settled && one.done() != null && one.done().isBefore(day)) {
          assertThat(after).as(life.child.childId()).contains(said(List.of(one)).get(0));
        }
      }
    }
  }

  private static long overdue(List<Obligation> of) {
    return of.stream().filter(one -> one.timeliness() == Timeliness.OVERDUE).count();
  }

  private static long failures(List<Obligation> of) {
    return of.stream().filter(one -> BAD.contains(one.timeliness())).count();
  }

  private static long daysOver(List<Obligation> of) {
    return of.stream()
        .map(Obligation::daysOver)
        .filter(Objects::nonNull)
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static List<Obligation> owed(PracticeStandard standard, Timeline timeline) {
    return standard.owedTo(timeline, Shipped.EVENTS, Shipped.calendar());
  }

  private static List<String> said(List<Obligation> obligations) {
    return obligations.stream()
        .map(
            o ->
                "%s #%d %s > %s = %s %s"
                    .formatted(
                        o.duringFrom(), o.number(), o.since(), o.due(), o.done(), o.timeliness()))
        .toList();
  }

  private static boolean isAfter(Fact fact, LocalDate night) {
    LocalDate on = null;
    if (fact instanceof Activity one) {
      on = one.on();
    } else if (fact instanceof Span one) {
      on = one.from();
    } else if (fact instanceof Gap one) {
      on = one.on();
    } else if (fact instanceof Latest one) {
      on = one.on();
    } else if (fact instanceof Allocation one) {
      on = one.from();
    }
    return on != null && on.isAfter(night);
  }
}
