package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Days;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;

/**
 * What ends a count for good, whatever the record leaves open. The end of a kind is its name in
 * {@link PracticeStandard} and a line here: what was due by then and not done is missed, and what
 * was not yet due is not owed (how we count, "Met before the end").
 */
final class Ends {

  private final PracticeStandard standard;
  private final Timeline timeline;
  private final WorkingDays calendar;

  Ends(OneVersion by) {
    standard = by.standard();
    timeline = by.timeline();
    calendar = by.calendar();
  }

  /** The day, up to the night, on which the counting of a span ended; null while it goes on. */
  @Nullable LocalDate of(Span span) {
    LocalDate stops = standard.timescale().stops(timeline, span);
    return Days.earlier(
        Days.earlier(Days.earlier(span.to(), stops), withAnother(span)), childhoodEnded());
  }

  /** What is owed to a child ends at 18, and with death (how we count, "What ends everything"). */
  @Nullable LocalDate ofChildhood() {
    if (standard.subject() != Subject.CHILD) {
      return null;
    }
    return standard.owedAfterEighteen() ? timeline.life().died() : timeline.life().childhoodEnds();
  }

  /** The same, where it is not still to come. */
  @Nullable LocalDate childhoodEnded() {
    LocalDate ends = ofChildhood();
    return ends == null || ends.isAfter(timeline.asAt()) ? null : ends;
  }

  /** Whether nothing that begins on a day is owed: to nobody who is no child, or has died. */
  boolean isOver(LocalDate day) {
    LocalDate died = timeline.life().died();
    LocalDate adult = timeline.life().adultFrom();
    boolean child = standard.subject() == Subject.CHILD;
    return child
        && ((died != null && day.isAfter(died))
            || (!standard.owedAfterEighteen() && adult != null && !day.isBefore(adult)));
  }

  /** Whether what an id ties to a span meets it after an end: it was done all the same. */
  boolean isMetAfter(Span span, LocalDate end) {
    return end.equals(span.to()) || end.equals(withAnother(span)) || end.equals(childhoodEnded());
  }

  /**
   * The day on which what it only served was done (how we count, "Overtaken"); null where it was
   * not.
   *
   * @param owedOn whether the standard is owed on a day of the span
   */
  @Nullable LocalDate overtaken(Span span, Predicate<LocalDate> owedOn) {
    if (standard.overtakenBy().isEmpty()) {
      return null;
    }
    return standard.overtakenBy().stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .filter(act -> !act.marks().contains(Activity.REFUSED))
        .filter(act -> span.contains(act.on()) && !span.isTiedElsewhere(act.refs()))
        .map(Activity::on)
        .filter(owedOn)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The span of another kind in which it began; one that closed on that very day was handed on. */
  private @Nullable LocalDate withAnother(Span span) {
    LocalDate end = null;
    for (String kind : standard.alsoEndsWith()) {
      for (Span other : timeline.spans(kind)) {
        end = other.isOpenOn(span.from()) ? Days.earlier(end, other.to()) : end;
      }
    }
    return end;
  }

  /** The day, up to the night, from which nobody asks any more; null where somebody still does. */
  @Nullable LocalDate ofAsking(@Nullable LocalDate due) {
    if (standard.noLongerAskedAfter() == null || due == null) {
      return null;
    }
    LocalDate day = standard.noLongerAskedAfter().after(due, calendar);
    return day.isAfter(timeline.asAt()) ? null : day;
  }
}
