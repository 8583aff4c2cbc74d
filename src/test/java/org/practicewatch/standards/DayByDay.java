package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.less;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;

/**
 * The meaning of a standard's keys read a second time, from the documents and not from the product:
 * slowly, through a child's life one day after the other. It shares nothing with the product but
 * the facts, the standards as data, and the lists of bank holidays and school terms.
 */
final class DayByDay extends DayByDayTruth {

  /** One obligation. */
  record Row(
      LocalDate from,
      int number,
      @Nullable LocalDate since,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness state) {}

  DayByDay(List<Fact> facts, LocalDate asAt) {
    super(facts, asAt);
  }

  List<Row> rows(PracticeStandard standard) {
    List<Row> rows = new ArrayList<>();
    Set<LocalDate> used = new HashSet<>();
    List<Stretch> spans =
        standard.during().isEmpty() ? List.of(ALL_LIFE) : stretches(standard.during());
    if (standard.during().equals("eligible child") && born == null) {
      return periods().stream().map(one -> untold(one.from())).toList();
    }
    spans = whileItLasts(standard, spans);
    for (Stretch span : spans) {
      if (!belongs(standard.onlyIfThereIs(), span, spans)) {
        continue;
      }
      if (standard.beforeEach() != null) {
        rows.addAll(prepared(standard, span, spans));
      } else if (!standard.afterEach().isEmpty()) {
        for (Stretch count : afterEach(standard, span, spans)) {
          Stretch inCase = endedWithTheCase(standard, count);
          rows.addAll(new DayByDayCount(this, standard, inCase, used).walk());
        }
      } else {
        rows.addAll(new DayByDayCount(this, standard, span, used).walk());
      }
    }
    return standard.afterEach().isEmpty() ? rows : numbered(rows);
  }

  /** The spans, so far as the child lives and is a child, and the case is open. */
  private List<Stretch> whileItLasts(PracticeStandard standard, List<Stretch> spans) {
    LocalDate adult = WhoAndUntilWhen.endsAtEighteen(standard) ? endOfChildhood() : null;
    LocalDate died = died();
    List<Stretch> lasting = new ArrayList<>();
    for (Stretch one : spans) {
      boolean tooLate = adult != null && !one.from().isBefore(adult);
      // What is counted from the end is counted from the true one.
      boolean fromItsEnd = "its end".equals(standard.countedFrom());
      if (!tooLate) {
        Stretch living = one.endedBy(died);
        lasting.add(
            fromItsEnd ? living : endedWithTheCase(standard, living.endedBy(atNight(adult))));
      }
    }
    return lasting;
  }

  private Stretch endedWithTheCase(PracticeStandard standard, Stretch span) {
    if (!WhoAndUntilWhen.endsWithTheCase(standard) || span == ALL_LIFE) {
      return span;
    }
    return openCases().stream()
        .filter(one -> openOn(one, span.from()))
        .findFirst()
        .map(one -> span.endedBy(one.to()))
        .orElse(span);
  }

  static Row untold(LocalDate from) {
    return new Row(from, 1, null, null, null, Timeliness.CANNOT_TELL);
  }

  /** Several that start on one day are numbered through. */
  static List<Row> numbered(List<Row> rows) {
    Map<LocalDate, Integer> numbers = new HashMap<>();
    return rows.stream()
        .map(
            one ->
                new Row(
                    one.from(),
                    numbers.merge(one.from(), 1, Integer::sum),
                    one.since(),
                    one.due(),
                    one.done(),
                    one.state()))
        .toList();
  }

  /** What starts a count: one a day, or all those of a day that ids tell apart. */
  List<Stretch> afterEach(PracticeStandard standard, Stretch span, List<Stretch> all) {
    List<Activity> triggers = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (String kind : standard.afterEach()) {
      acts(kind)
          .filter(one -> isAround(span, one.on(), all))
          .filter(
              one ->
                  seen.add(
                      standard.ofTheSame()
                          ? List.of(kind, one.on(), one.findTime(), one.refs())
                          : List.of(one.on())))
          .forEach(triggers::add);
    }
    // Of one day, in the order of the cells that tell of them.
    triggers.sort(
        Comparator.comparing(Activity::on)
            .thenComparing(one -> standard.afterEach().indexOf(one.kind()))
            .thenComparing(one -> one.source().toString()));
    List<Stretch> counts = new ArrayList<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    triggers.forEach(one -> days.add(one.on()));
    for (Activity one : triggers) {
      LocalDate to = span.to();
      LocalDate next = days.higher(one.on());
      if (standard.closedByTheNext() && next != null) {
        to = next;
      }
      boolean first = days.first().equals(one.on()) && span.startKnown();
      counts.add(
          new Stretch(
              one.on(),
              to,
              true,
              to != null && !to.equals(span.to()) || span.endReadable(),
              one.refs(),
              span.period(),
              span.episodes(),
              span.placed(),
              first ? 1 : 2,
              one.findTime().orElse(null)));
    }
    return counts;
  }

  List<Row> prepared(PracticeStandard standard, Stretch span, List<Stretch> all) {
    List<Row> rows = new ArrayList<>();
    TreeSet<LocalDate> events = new TreeSet<>();
    acts(standard.beforeEach())
        .map(Activity::on)
        .filter(day -> isAround(span, day, all))
        .forEach(events::add);
    Map<LocalDate, List<Activity>> acts = meeting(standard, span);
    LocalDate previous = null;
    for (LocalDate event : events) {
      LocalDate due = less(((Before) standard.timescale()).length(), event);
      LocalDate first = previous == null ? span.from() : previous.plusDays(1);
      LocalDate done = null;
      for (LocalDate day = first; !day.isAfter(event); day = day.plusDays(1)) {
        boolean betterThanNone = done == null || !day.isAfter(due);
        done = acts.containsKey(day) && betterThanNone ? day : done;
      }
      // Nobody can prepare in time what comes again so soon.
      if (!due.isBefore(first)) {
        Timeliness state =
            done == null
                ? Timeliness.MISSED
                : done.isAfter(due) ? Timeliness.LATE : Timeliness.IN_TIMESCALE;
        LocalDate since = previous == null ? span.from() : previous;
        rows.add(new Row(event, 1, since, due, done, state));
      }
      previous = event;
    }
    return rows;
  }

  boolean belongs(List<String> kinds, Stretch span, List<Stretch> all) {
    return kinds.isEmpty()
        || kinds.stream()
            .anyMatch(
                kind ->
                    acts(kind).anyMatch(one -> isOf(one.refs(), one.on(), span, all))
                        || plans(kind).stream()
                            .anyMatch(one -> isOf(one.refs(), one.from(), span, all)));
  }

  /** By its id; without one, of the last that began before it. */
  static boolean isOf(Set<String> refs, LocalDate day, Stretch span, List<Stretch> all) {
    return tied(refs, span.refs())
        || !elsewhere(refs, span.refs())
            && isAround(
                span, day, all.stream().filter(one -> !elsewhere(refs, one.refs())).toList());
  }
}
