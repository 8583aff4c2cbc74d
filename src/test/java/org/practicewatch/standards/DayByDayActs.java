package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.less;
import static org.practicewatch.standards.DayByDayRecord.elsewhere;
import static org.practicewatch.standards.DayByDayRecord.tied;
import static org.practicewatch.standards.DayByDayRecord.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.standards.DayByDayRecord.Stretch;

/** What was done that a count may take, by day. */
final class DayByDayActs {

  private final DayByDayTruth life;
  private final PracticeStandard standard;
  private final Stretch span;
  private final LocalDate rowFrom;
  private final Map<LocalDate, List<Activity>> days;
  private final List<LocalDate> overtaken;

  DayByDayActs(
      DayByDayTruth life,
      PracticeStandard standard,
      Stretch span,
      LocalDate rowFrom,
      Map<LocalDate, List<Activity>> days) {
    this.life = life;
    this.standard = standard;
    this.span = span;
    this.rowFrom = rowFrom;
    this.days = days;
    overtaken =
        WhoAndUntilWhen.overtakenBy(standard).stream()
            .flatMap(life::acts)
            .filter(one -> !one.marks().contains("refused"))
            .filter(one -> !elsewhere(one.refs(), span.refs()))
            .map(Activity::on)
            .toList();
  }

  boolean areOn(LocalDate day) {
    return days.containsKey(day);
  }

  List<Activity> of(LocalDate day) {
    return days.get(day);
  }

  /** What it served was done. */
  boolean isOvertakenOn(LocalDate day) {
    return overtaken.contains(day);
  }

  /** Done all the same, however late. */
  boolean areCountedAfter(LocalDate day) {
    return days.keySet().stream()
        .anyMatch(one -> one.isAfter(day) && !one.isAfter(lastDay()) && counts(one));
  }

  @Nullable LocalDate countedFrom() {
    String kind = standard.countedFrom();
    if (kind == null || kind.equals("its end") || kind.equals("birth")) {
      return null;
    }
    LocalDate last = null;
    LocalDate onTheDay = null;
    LocalDate inIt = null;
    for (Activity one : life.acts(kind).sorted(Comparator.comparing(Activity::on)).toList()) {
      last = tied(one.refs(), span.refs()) ? one.on() : last;
      onTheDay = one.on().equals(span.from()) ? one.on() : onTheDay;
      inIt = inIt == null && within(one.on(), span) ? one.on() : inIt;
    }
    LocalDate found = last == null ? onTheDay : last;
    return found == null && standard.countedFromAnywhere() ? inIt : found;
  }

  /** The newest that was done at most so long before a day. */
  @Nullable LocalDate doneBefore(@Nullable Length atMost, LocalDate day) {
    if (atMost == null) {
      return null;
    }
    LocalDate newest = null;
    LocalDate first = less(atMost, day);
    for (LocalDate one : days.keySet()) {
      newest = one.isBefore(day) && !one.isBefore(first) ? one : newest;
    }
    return newest;
  }

  /** Tied by its own id, and before the start: the record contradicts itself. */
  @Nullable LocalDate tiedBefore() {
    LocalDate newest = null;
    for (Map.Entry<LocalDate, List<Activity>> one : days.entrySet()) {
      boolean tied = one.getValue().stream().anyMatch(act -> tied(act.refs(), span.refs()));
      newest = tied && newest == null && one.getKey().isBefore(rowFrom) ? one.getKey() : newest;
    }
    return standard.ofTheSame() ? newest : null;
  }

  LocalDate lastDay() {
    if (span.to() == null) {
      return life.asAt;
    }
    if (!standard.ofTheSame()) {
      return span.to();
    }
    // Done is looked at first: the conference of this very enquiry, though it had been closed.
    return days.entrySet().stream()
        .filter(day -> day.getKey().isAfter(span.to()))
        .map(Map.Entry::getKey)
        .filter(this::tiedOn)
        .findFirst()
        .orElse(span.to());
  }

  boolean tiedOn(LocalDate day) {
    return days.get(day).stream().anyMatch(one -> tied(one.refs(), span.refs()));
  }

  boolean counts(LocalDate day) {
    return days.get(day).isEmpty() || days.get(day).stream().anyMatch(one -> !refused(one));
  }

  boolean excused(LocalDate day) {
    return days.containsKey(day) && days.get(day).stream().anyMatch(this::refused);
  }

  boolean refused(Activity one) {
    return standard.notOwedIfMarked().stream().anyMatch(one.marks()::contains);
  }
}
