package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.more;
import static org.practicewatch.standards.DayByDayCalendar.workingDaysBefore;
import static org.practicewatch.standards.DayByDayRecord.elsewhere;
import static org.practicewatch.standards.DayByDayRecord.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Gap;
import org.practicewatch.standards.DayByDay.Row;
import org.practicewatch.standards.DayByDayRecord.Stretch;
import org.practicewatch.standards.DayByDayTruth.Answer;

/** One count of a standard, walked through one day after the other. */
final class DayByDayCount {

  /** So many have been done that the last and lasting length applies. */
  static final int MANY = 1_000;

  private final DayByDayTruth life;
  private final PracticeStandard standard;
  private final LocalDate rowFrom;
  private final Stretch span;
  private final LocalDate firstDay;
  private final DayByDayActs acts;
  private final Set<LocalDate> used;
  private final boolean once;
  private final boolean nothing;
  private final DayByDayClock clock;

  private final List<Row> rows = new ArrayList<>();
  private LocalDate from;
  private int number;
  private boolean waiting;
  private int alreadyDone;
  private @Nullable LocalDate since;
  private @Nullable LocalDate due;

  /** The day on which what it only served was done, while it was owed. */
  private @Nullable LocalDate overtaken;

  private @Nullable Length length;
  private LocalDate ruleAsked;
  private boolean weekly;

  /** When it resumed counting from before: nothing is due before that. */
  private @Nullable LocalDate resumed;

  /** Something was left out because it falls due when the child is too old. */
  private boolean tooOld;

  DayByDayCount(DayByDayTruth life, PracticeStandard standard, Stretch asked, Set<LocalDate> used) {
    this.life = life;
    this.standard = standard;
    this.used = used;
    rowFrom = asked.from();
    firstDay = asked.from();
    Stretch counted = asked;
    boolean none = false;
    if ("its end".equals(standard.countedFrom())) {
      none = asked.to() == null || isOver(asked.to());
      counted = none ? asked : starting(asked, asked.to(), null).endedBy(life.atNight(ownEnd()));
    } else if ("birth".equals(standard.countedFrom())) {
      none =
          life.born == null
              || !life.born.isAfter(asked.from())
              || !within(life.born, asked)
              || life.born.isAfter(life.asAt);
      counted = none ? asked : starting(asked, life.born, asked.to());
    }
    Map<LocalDate, List<Activity>> days = life.meeting(standard, asked);
    if ("birth".equals(standard.countedFrom()) && !none) {
      LocalDate birth = life.born;
      none =
          days.keySet().stream()
              .anyMatch(
                  day ->
                      day.isBefore(birth)
                          && (standard.dayNought()
                              ? !day.isBefore(asked.from())
                              : day.isAfter(asked.from())));
    }
    if (standard.timescale() instanceof EveryUntil clock) {
      LocalDate until = null;
      for (String kind : clock.untilTheFirst()) {
        for (Activity one : life.acts(kind).toList()) {
          if (within(one.on(), counted) && (until == null || one.on().isBefore(until))) {
            until = one.on();
          }
        }
      }
      counted = until == null ? counted : starting(counted, counted.from(), until);
    }
    if (standard.metBy().equals("its end")) {
      days.clear();
      if (asked.to() != null) {
        days.put(asked.to(), List.of());
      }
    }
    span = counted;
    nothing = none;
    clock = new DayByDayClock(life, standard, span);
    acts = new DayByDayActs(life, standard, span, rowFrom, days);
    once =
        standard.timescale() instanceof Within
            || standard.timescale() instanceof ByTheDueDateOf
            || standard.timescale() instanceof Midway
            || standard.timescale() instanceof OnceByCircumstances
            || standard.timescale() instanceof WithinOrExtended;
  }

  /** Who died missing, or came back an adult, has not come back. */
  private boolean isOver(LocalDate day) {
    LocalDate end = ownEnd();
    return end != null && !day.isBefore(end);
  }

  /** The day on which whatever is owed to the child ends; it may be still to come. */
  private @Nullable LocalDate ownEnd() {
    LocalDate adult = WhoAndUntilWhen.endsAtEighteen(standard) ? life.endOfChildhood() : null;
    LocalDate died = life.died();
    return died == null || adult != null && adult.isBefore(died) ? adult : died;
  }

  private Stretch starting(Stretch of, LocalDate from, @Nullable LocalDate to) {
    return of.part(from, to, of.startKnown());
  }

  List<Row> walk() {
    if (nothing) {
      return rows;
    }
    if (life.ages(standard) != null && life.born == null) {
      boolean ever = false;
      for (LocalDate day = span.from();
          !day.isAfter(life.asAt) && within(day, span);
          day = day.plusDays(1)) {
        ever |=
            (day.equals(span.from()) || !day.equals(span.to())) && life.owed(standard, span, day);
      }
      return ever ? List.of(DayByDay.untold(rowFrom)) : List.of();
    }
    LocalDate last = acts.lastDay();
    boolean opened = false;
    boolean pastUnknown = false;
    boolean running = false;
    boolean fresh = false;
    boolean finished = false;
    from = rowFrom;
    for (LocalDate day = span.from(); !day.isAfter(last) && !finished; day = day.plusDays(1)) {
      boolean pastItsEnd = span.to() != null && day.isAfter(span.to());
      boolean act = acts.areOn(day) && acts.counts(day) && (!pastItsEnd || acts.tiedOn(day));
      boolean excepted = !pastItsEnd && !life.owed(standard, span, day);
      boolean again = clock.startsAgain(day);
      if (overtaken == null && !pastItsEnd && !excepted && acts.isOvertakenOn(day)) {
        overtaken = day;
      }
      act &= !isTooLate(day);
      if (running && (excepted || again)) {
        if (act && waiting) {
          waiting = false;
        } else if (act && (pastUnknown || fresh || day.isAfter(since))) {
          met(day);
          alreadyDone = pastUnknown ? MANY : alreadyDone + 1;
          finished = once && !again;
        } else {
          lapsed(day);
          alreadyDone = pastUnknown ? MANY : alreadyDone;
          finished = once && pastUnknown;
        }
        running = false;
        pastUnknown = false;
      }
      boolean overToday = span.to() != null && day.equals(span.to()) && day.isAfter(span.from());
      if (!running && !excepted && !overToday && !pastItsEnd && !finished) {
        running = true;
        fresh = standard.dayNought();
        since = day;
        due = null;
        ruleAsked = day;
        if (again) {
          alreadyDone = 0;
          number = 0;
          from = day;
          opened = true;
        }
        LocalDate before = acts.doneBefore(standard.runsFromTheFirst(), day);
        LocalDate counted = acts.countedFrom();
        if (!opened) {
          if (acts.doneBefore(standard.notOwedIfDone(), day) != null) {
            return rows;
          }
          LocalDate beforehand = acts.doneBefore(standard.doneBeforehandCounts(), day);
          if (counted != null) {
            since = counted;
            fresh = fresh && !counted.isBefore(span.from());
          } else if (standard.runsFromTheFirst() != null && before != null) {
            since = before;
          } else if (!span.startKnown()) {
            since = null;
            pastUnknown = true;
          } else if (standard.runsFromTheFirst() != null) {
            waiting = true;
          } else if (beforehand != null && !used.contains(beforehand)) {
            due(day);
            met(beforehand);
            alreadyDone = 1;
            since = beforehand;
            due(day);
            fresh = false;
            finished = once;
          }
        }
        if (opened && !again && WhoAndUntilWhen.goesOnFromTheLastReview(standard)) {
          goOnFromTheLastReview(day);
          fresh = fresh && since.equals(day);
        }
        if (waiting && before != null) {
          since = before;
          waiting = false;
        }
        opened = true;
      }
      if (running && waiting) {
        if (act) {
          waiting = false;
          since = day;
          due(day);
          fresh = false;
        }
      } else if (running && pastUnknown) {
        if (act) {
          met(day);
          pastUnknown = false;
          alreadyDone = MANY;
          since = day;
          due(day);
          fresh = false;
          finished = once;
        }
      }
      if (running && !waiting && !pastUnknown && !finished) {
        // Once the record does not tell by which rule it is due, it does not tell whether it was
        // met.
        boolean untold = due == null && day.isAfter(ruleAsked);
        boolean mayMove =
            due == null || !day.isAfter(due) || standard.timescale() instanceof ByTheDueDateOf;
        if (!overToday && !untold && mayMove) {
          LocalDate before = due;
          due(day);
          if (before != null && due != null && due.isBefore(day) && !day.isAfter(before)) {
            // A shorter interval cannot make something due before the day it applies from.
            DayByDayClock.Due fromToday = clock.due(day, alreadyDone, day);
            due = fromToday.on().isBefore(before) ? fromToday.on() : before;
          }
        }
        boolean countsToday =
            (fresh ? !day.isBefore(since) : day.isAfter(since))
                && (standard.dayNought() || day.isAfter(firstDay));
        boolean itsOwnMayBeAnother =
            act
                && due != null
                && day.isAfter(due)
                && !acts.tiedOn(day)
                && acts.tiedBefore() != null;
        if (act && countsToday && !itsOwnMayBeAnother) {
          met(day);
          fresh = false;
          finished = once;
          alreadyDone++;
          since = day;
          due(day);
        } else if (acts.excused(day)) {
          return rows;
        } else if (isNoLongerAskedAfter(day) && !acts.areCountedAfter(day)) {
          if (acts.tiedBefore() == null) {
            lapsed(day);
          } else {
            add(since, null, acts.tiedBefore(), Timeliness.CANNOT_TELL);
          }
          return rows;
        }
      }
    }
    if (!finished && running && once && rows.isEmpty() && acts.tiedBefore() != null) {
      add(since, null, acts.tiedBefore(), Timeliness.CANNOT_TELL);
    } else if (!finished && running && !waiting) {
      LocalDate end = span.to() == null ? overtaken : span.to();
      if (end != null) {
        lapsed(end);
      } else {
        add(since, due, null, pastUnknown ? Timeliness.CANNOT_TELL : openState());
      }
    }
    if (!finished && (mayBeOwedAgain() || mayBeDisabled())) {
      number++;
      rows.add(new Row(from, number, null, null, null, Timeliness.CANNOT_TELL));
    }
    return rows;
  }

  /** When a placement for adoption broke down: from the last review, of whatever kind. */
  private void goOnFromTheLastReview(LocalDate day) {
    boolean wasPlaced =
        life.stretches("placement for adoption").stream()
            .anyMatch(one -> within(day.minusDays(1), one));
    List<LocalDate> held =
        WhoAndUntilWhen.REVIEWS_OF_ANY_KIND.stream()
            .flatMap(life::acts)
            .map(Activity::on)
            .filter(on -> !on.isBefore(span.from()) && on.isBefore(day))
            .distinct()
            .sorted()
            .toList();
    if (wasPlaced && !held.isEmpty()) {
      since = held.get(held.size() - 1);
      alreadyDone = alreadyDone == MANY ? MANY : held.size();
      resumed = day;
    }
  }

  private boolean isNoLongerAskedAfter(LocalDate day) {
    return WhoAndUntilWhen.isNoLongerAskedAfter(standard)
        && due != null
        && !day.isBefore(more(WhoAndUntilWhen.ASKED_AFTER, due));
  }

  /** Sixteen and privately fostered: whether the child is disabled decides, and nobody wrote it. */
  private boolean mayBeDisabled() {
    if (!WhoAndUntilWhen.isPrivateFostering(standard)
        || life.born == null
        || life.disabled() != Answer.NOT_KNOWN) {
      return false;
    }
    LocalDate sixteen = life.birthday(WhoAndUntilWhen.PRIVATELY_FOSTERED_UNDER);
    LocalDate day = span.from().isAfter(sixteen) ? span.from() : sixteen;
    for (;
        !day.isAfter(life.asAt) && (span.to() == null || day.isBefore(span.to()));
        day = day.plusDays(1)) {
      if (!life.outranked(standard, day)) {
        return true;
      }
    }
    return sixteen.isAfter(life.asAt) && span.to() == null && tooOld;
  }

  /** Something outranks the plan, and its end cannot be read. */
  private boolean mayBeOwedAgain() {
    return standard.outrankedBy().stream()
        .flatMap(kind -> life.stretches(kind).stream())
        .filter(one -> !one.endReadable())
        .anyMatch(one -> span.to() == null || span.to().isAfter(one.from()));
  }

  private void due(LocalDate day) {
    ruleAsked = day;
    DayByDayClock.Due next = clock.due(since, alreadyDone, day);
    due = next == null ? null : next.on();
    length = next == null ? null : next.length();
    weekly = next != null && next.unlessReviewed();
    if (due != null && resumed != null && due.isBefore(resumed)) {
      due = resumed;
    }
  }

  // What is said.

  private void met(LocalDate day) {
    used.add(day);
    resumed = null;
    Timeliness state =
        due == null
            ? Timeliness.CANNOT_TELL
            : day.isAfter(due) || pastTheHour(day) ? Timeliness.LATE : Timeliness.IN_TIMESCALE;
    add(since, due, day, state);
  }

  private boolean pastTheHour(LocalDate day) {
    boolean hours = length != null && length.unit() == Length.Unit.HOURS;
    LocalTime started = span.at();
    if (!hours || started == null || !day.equals(due)) {
      return false;
    }
    List<LocalTime> times = new ArrayList<>();
    for (Activity one : acts.of(day)) {
      if (!acts.refused(one)) {
        times.add(one.findTime().orElse(LocalTime.MIN));
      }
    }
    return times.stream().allMatch(time -> time.isAfter(started));
  }

  /** Done late, when what it served had been done in time: it was not owed any more. */
  private boolean isTooLate(LocalDate day) {
    return overtaken != null && due != null && !overtaken.isAfter(due) && day.isAfter(due);
  }

  private void lapsed(LocalDate ended) {
    LocalDate day = overtaken != null && overtaken.isBefore(ended) ? overtaken : ended;
    if (waiting || since != null && !day.isAfter(since)) {
      return;
    }
    if (due == null) {
      add(since, null, null, Timeliness.CANNOT_TELL);
    } else if (due.isBefore(day)) {
      add(since, due, null, Timeliness.MISSED);
    }
  }

  private Timeliness openState() {
    if (due == null || !span.endReadable()) {
      return Timeliness.CANNOT_TELL;
    }
    if (life.asAt.isAfter(due)) {
      return Timeliness.OVERDUE;
    }
    return life.asAt.isBefore(workingDaysBefore(due, soon()))
        ? Timeliness.NOT_YET_DUE
        : Timeliness.DUE_SOON;
  }

  /** Two working days for up to two weeks, five for up to eight, twenty above. */
  private int soon() {
    int amount = length.amount();
    int days =
        switch (length.unit()) {
          case HOURS -> amount / 24;
          case WORKING_DAYS -> amount / 5 * 7 + amount % 5;
          case DAYS -> amount;
          case WEEKS -> amount * 7;
          case MONTHS -> amount * 30;
          case YEARS -> amount * 365;
        };
    return days <= 14 ? 2 : days <= 56 ? 5 : 20;
  }

  private void add(
      @Nullable LocalDate since,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness state) {
    boolean bad = Set.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED).contains(state);
    Timeliness said =
        bad
                && (!span.endReadable()
                    || mayHaveBeenDone(since, due)
                    || mayBeOvertaken()
                    || weekly && mayHaveBeenReviewed(due))
            ? Timeliness.CANNOT_TELL
            : state;
    if (done == null && due != null && isTooOldBy(due)) {
      tooOld = true;
      return;
    }
    number++;
    rows.add(new Row(from, number, since, due, done, said));
  }

  private boolean isTooOldBy(LocalDate due) {
    Ages ages = life.ages(standard);
    Integer under = ages == null ? null : ages.under();
    return under != null && !due.isBefore(life.birthday(under)) || isOver(due);
  }

  private boolean mayHaveBeenReviewed(LocalDate due) {
    return life.facts.stream()
        .anyMatch(
            fact ->
                fact instanceof Gap gap
                    && gap.kind().equals("looked-after review")
                    && (gap.on() == null || !gap.on().isAfter(due)));
  }

  /** What it served was done on a day that cannot be read. */
  private boolean mayBeOvertaken() {
    return life.facts.stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .filter(gap -> gap.on() == null && !elsewhere(gap.refs(), span.refs()))
        .anyMatch(gap -> WhoAndUntilWhen.overtakenBy(standard).contains(gap.kind()));
  }

  private boolean mayHaveBeenDone(@Nullable LocalDate since, @Nullable LocalDate due) {
    return life.facts.stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .filter(gap -> gap.kind().equals(standard.metBy()))
        .filter(gap -> !standard.ofTheSame() || !elsewhere(gap.refs(), span.refs()))
        .anyMatch(
            gap ->
                gap.on() == null
                    || !gap.on().isAfter(life.asAt)
                        && !gap.on().isBefore(since)
                        && !gap.on().isAfter(due));
  }
}
