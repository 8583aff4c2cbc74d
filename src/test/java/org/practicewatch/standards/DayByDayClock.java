package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.LONG;
import static org.practicewatch.standards.DayByDayCalendar.endOfTermAfter;
import static org.practicewatch.standards.DayByDayCalendar.more;
import static org.practicewatch.standards.DayByDayRecord.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.standards.DayByDayRecord.Stretch;
import org.practicewatch.standards.DayByDayTruth.Answer;

/** The clocks: by when the next of a count is due, as a day knows it. */
final class DayByDayClock {

  /**
   * By when, the length that was counted, and whether it is the short one because no review is
   * known to have been held.
   */
  record Due(LocalDate on, Length length, boolean unlessReviewed) {}

  private final DayByDayTruth life;
  private final PracticeStandard standard;
  private final Stretch span;

  DayByDayClock(DayByDayTruth life, PracticeStandard standard, Stretch span) {
    this.life = life;
    this.standard = standard;
    this.span = span;
  }

  @Nullable Due due(LocalDate start, int n, LocalDate day) {
    Due ofItsOwn = whoItIsFor(start, day);
    if (ofItsOwn != null) {
      return ofItsOwn;
    }
    Timescale clock = standard.timescale();
    if (clock instanceof Within one) {
      return in(one.length(), start);
    }
    if (clock instanceof InTurn one) {
      return in(one.lengths().get(Math.min(n, one.lengths().size() - 1)), start);
    }
    if (clock instanceof ByAge one) {
      if (life.born == null) {
        return null;
      }
      Due young = in(one.every(), start);
      return young.on().isBefore(life.birthday(one.under())) ? young : in(one.thenEvery(), start);
    }
    if (clock instanceof EveryUntil one) {
      return !span.startKnown() ? null : in(one.every(), start);
    }
    if (clock instanceof EachTerm one) {
      return n == 0 ? in(one.first(), start) : new Due(endOfTermAfter(start), LONG, false);
    }
    if (clock instanceof EachCalendarMonth) {
      boolean wholeMonth = n == 0 && start.getDayOfMonth() == 1;
      YearMonth month = YearMonth.from(start).plusMonths(wholeMonth ? 0 : 1);
      return new Due(month.atEndOfMonth(), Length.parse("1 month"), false);
    }
    if (clock instanceof ByTheDueDateOf one) {
      return chain(one, start, day);
    }
    if (clock instanceof Midway one) {
      List<Length> within = one.toTheNextWithin();
      LocalDate next = more(within.get(Math.min(span.nth(), within.size()) - 1), start);
      LocalDate early = start;
      LocalDate late = next;
      while (early.isBefore(late.minusDays(1))) {
        early = early.plusDays(1);
        late = late.minusDays(1);
      }
      return new Due(more(one.andThen(), early), LONG, false);
    }
    return circumstances((ByCircumstances) clock, start, n, day);
  }

  /** Lengths that are other for some: on remand, in youth detention, after an extension. */
  private @Nullable Due whoItIsFor(LocalDate start, LocalDate day) {
    if (WhoAndUntilWhen.isCarePlan(standard)) {
      return in(
          life.remanded(span, day)
              ? WhoAndUntilWhen.CARE_PLAN_ON_REMAND
              : WhoAndUntilWhen.CARE_PLAN,
          start);
    }
    if (WhoAndUntilWhen.isPlacementPlan(standard)) {
      return in(
          life.youthDetention(span, day)
              ? WhoAndUntilWhen.DETENTION_PLACEMENT_PLAN
              : WhoAndUntilWhen.PLACEMENT_PLAN,
          start);
    }
    if (WhoAndUntilWhen.isTemporaryApproval(standard)) {
      Due once = in(WhoAndUntilWhen.TEMPORARY_APPROVAL, start);
      LocalDate extended = life.extended(span, once.on());
      return extended == null || extended.isAfter(day)
          ? once
          : in(WhoAndUntilWhen.TEMPORARY_APPROVAL_EXTENDED, start);
    }
    return null;
  }

  private Due in(Length length, LocalDate start) {
    return new Due(
        standard.counting() == Counting.INCLUSIVE
            ? more(length, start).minusDays(1)
            : more(length, start),
        length,
        false);
  }

  /** By what had been held by a day. */
  private Due chain(ByTheDueDateOf one, LocalDate start, LocalDate day) {
    LocalDate link = start;
    LocalDate on = start;
    boolean first = true;
    for (Length length : one.inTurn()) {
      on = more(length, link);
      LocalDate held = null;
      LocalDate earliest = first ? link : link.plusDays(1);
      for (LocalDate review : life.acts(one.the()).map(Activity::on).sorted().toList()) {
        boolean counts = !review.isBefore(earliest) && !review.isAfter(day);
        held = held == null && counts ? review : held;
      }
      first = false;
      link = held == null ? on : held;
    }
    return new Due(on, one.inTurn().get(one.inTurn().size() - 1), false);
  }

  private @Nullable Due circumstances(
      ByCircumstances clock, LocalDate start, int n, LocalDate day) {
    if (n == 0) {
      return in(clock.first(), start);
    }
    for (ByCircumstances.Case one : clock.cases()) {
      Answer holds = one.when().isEmpty() ? Answer.YES : life.holdsAny(one.when(), span, day);
      if (holds == Answer.NOT_KNOWN) {
        return null;
      }
      if (holds == Answer.YES) {
        return inCase(one, start, n, day);
      }
    }
    return in(clock.otherwise(), start);
  }

  private @Nullable Due inCase(ByCircumstances.Case one, LocalDate start, int n, LocalDate day) {
    Due every = in(one.every(), start);
    if (one.after() != null) {
      if (every.on().isAfter(more(one.after(), span.from()))) {
        return in(one.thenEvery(), start);
      }
      return n >= DayByDayCount.MANY ? null : every;
    }
    if (one.untilTheNext() == null) {
      return every;
    }
    LocalDate began = began(day, d -> life.holdsAny(one.when(), span, d) == Answer.YES);
    boolean restarted = one.startsAgain() && startsAgain(began);
    LocalDate from = began;
    boolean reviewed =
        life.acts(one.untilTheNext())
            .map(Activity::on)
            .anyMatch(d -> d.isAfter(from) && !d.isAfter(day));
    if (reviewed || restarted) {
      return in(one.thenEvery(), start);
    }
    boolean mayHaveBegunBefore = n >= DayByDayCount.MANY && began.equals(span.from());
    return mayHaveBegunBefore ? null : new Due(every.on(), every.length(), true);
  }

  boolean startsAgain(LocalDate day) {
    if (!(standard.timescale() instanceof ByCircumstances clock) || !day.isAfter(span.from())) {
      return false;
    }
    return clock.cases().stream()
        .filter(ByCircumstances.Case::startsAgain)
        .anyMatch(
            one ->
                life.holdsAny(one.when(), span, day) == Answer.YES
                    && life.holdsAny(one.when(), span, day.minusDays(1)) == Answer.NO);
  }

  private LocalDate began(LocalDate day, Predicate<LocalDate> holds) {
    LocalDate began = day;
    while (began.isAfter(span.from()) && holds.test(began.minusDays(1))) {
      began = began.minusDays(1);
    }
    return began;
  }
}
