package org.practicewatch.standards;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.BeyondCalendar;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Count;
import org.practicewatch.standards.Timescale.Due;
import org.practicewatch.standards.WhereOwed.Numbered;

/**
 * One version of a standard held against one child's record. It never changes: where another
 * version comes into force, another of these goes on.
 *
 * @param standard the version
 * @param timeline the child's record
 * @param calendar the working days
 * @param acts what meets it, in order of time
 */
record OneVersion(
    PracticeStandard standard, Timeline timeline, WorkingDays calendar, List<Activity> acts) {

  static OneVersion of(PracticeStandard standard, Timeline timeline, WorkingDays calendar) {
    List<Activity> acts = new ArrayList<>();
    for (String kind : standard.acts()) {
      for (Activity act : timeline.activities(kind)) {
        if (standard.counts(act, timeline.life().isUnbornOn(act.on()))) {
          acts.add(act);
        }
      }
    }
    acts.sort(OneVersion::inTime);
    return new OneVersion(standard, timeline, calendar, acts);
  }

  private static int inTime(Activity one, Activity other) {
    int order = one.on().compareTo(other.on());
    return order != 0 ? order : time(one).compareTo(time(other));
  }

  private static LocalTime time(Activity act) {
    LocalTime at = act.at();
    return at == null ? LocalTime.MIN : at;
  }

  /** No two versions are in force on the same day. */
  boolean isOf(PracticeStandard version) {
    return version.inForce().equals(standard.inForce());
  }

  /** What is due next; null for nothing more. */
  @Nullable Due due(Numbered in, @Nullable LocalDate until, LocalDate since, int done) {
    Counting counting = standard.counting();
    try {
      return standard
          .timescale()
          .next(new Count(timeline, in.span(), in.nth(), until, since, done, counting, calendar));
    } catch (BeyondCalendar beyond) {
      return Due.CANNOT_TELL;
    }
  }

  /**
   * The next act that counts in a stretch.
   *
   * @param thatDayToo whether one on the day of {@code since} is the next
   */
  @Nullable Activity nextAct(Span span, Stretch stretch, LocalDate since, boolean thatDayToo) {
    LocalDate end = stretch.to();
    if (standard.metBy().equals(PracticeStandard.ITS_END)) {
      return end(span);
    }
    for (Activity act : acts) {
      boolean after = thatDayToo ? !act.on().isBefore(since) : act.on().isAfter(since);
      boolean inside =
          !act.on().isBefore(stretch.from())
              && (end == null
                  || !act.on().isAfter(end)
                  || (isTied(span, act.refs()) && new Ends(this).isMetAfter(span, end)));
      boolean notTooEarly = standard.dayNought() || act.on().isAfter(span.from());
      if (after && inside && notTooEarly && mayBelong(span, act.refs())) {
        return act;
      }
    }
    return null;
  }

  /** A span that goes on after childhood ends with it. */
  private @Nullable Activity end(Span span) {
    LocalDate childhoodEnds = new Ends(this).childhoodEnded();
    LocalDate to = childhoodEnds == null ? span.to() : span.endingBy(childhoodEnds).to();
    return to == null
        ? null
        : new Activity(span.childId(), span.kind(), to, span.refs(), Set.of(), span.source());
  }

  /** Whether source ids speak against something being of this span. */
  boolean mayBelong(Span span, Set<String> refs) {
    return !standard.ofTheSame() || !span.isTiedElsewhere(refs);
  }

  /** Whether source ids say that something is of this span, and the standard asks. */
  boolean isTied(Span span, Set<String> refs) {
    return standard.ofTheSame() && span.isTiedTo(refs);
  }

  /**
   * An act that its own id ties to the span but that is dated before it: one of the two dates is
   * wrong, so nobody can tell whether it was in time.
   */
  Optional<Activity> findTiedBefore(Span span) {
    if (standard.ofTheSame()) {
      for (Activity act : acts) {
        if (act.on().isBefore(span.from()) && span.isTiedTo(act.refs())) {
          return Optional.of(act);
        }
      }
    }
    return Optional.empty();
  }

  /** The last act in the length that ends on the day before a start. */
  Optional<Activity> findBefore(LocalDate start, Length atMost) {
    LocalDate earliest = atMost.before(start, calendar);
    return acts.stream()
        .filter(act -> !act.on().isBefore(earliest) && act.on().isBefore(start))
        .reduce((one, later) -> later);
  }

  /**
   * Whether it was refused before it was done, and not done in time: then nothing more is owed (how
   * we count, "Hours where both times are known").
   */
  boolean isExcused(Span span, Stretch stretch, LocalDate since, Due due, @Nullable Activity act) {
    LocalDate last = due.on();
    if (standard.notOwedIfMarked().isEmpty()
        || (act != null && last != null && !act.on().isAfter(last))) {
      return false;
    }
    LocalDate end = act == null ? stretch.to() : act.on();
    return standard.acts().stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .filter(standard::excuses)
        .filter(refusal -> !refusal.on().isBefore(since) && mayBelong(span, refusal.refs()))
        .anyMatch(refusal -> end == null || !refusal.on().isAfter(end));
  }

  /** From when it is due soon: contract, "DUE_SOON windows". */
  LocalDate soonFrom(LocalDate due, @Nullable Length length) {
    if (standard.dueSoon() != null) {
      return standard.dueSoon().before(due, calendar);
    }
    int days = length == null ? 0 : length.roughDays();
    return calendar.plus(due, days <= 14 ? -2 : days <= 56 ? -5 : -20);
  }
}
