package org.practicewatch.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Times of the day on days of the week, in one time zone. When the clocks go back, a time that
 * comes twice counts once, the first time; when they go forward, a time that does not come counts
 * as the first moment after the gap.
 *
 * @param days the days of the week; at least one
 * @param times the times on each of these days; at least one
 */
public record Timetable(ZoneId zone, Set<DayOfWeek> days, List<LocalTime> times) {

  /** A week, and a day at both ends: a day's moments may lie on another day of UTC. */
  private static final int FAR_ENOUGH = 9;

  public Timetable {
    days = Set.copyOf(days);
    times = List.copyOf(times);
  }

  /** The first moment after this one. */
  public Instant next(Instant after) {
    return around(after, 0, FAR_ENOUGH)
        .filter(moment -> moment.isAfter(after))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The last moment that is not after this one. */
  public Instant last(Instant at) {
    return around(at, -FAR_ENOUGH, 0)
        .filter(moment -> !moment.isAfter(at))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private Stream<Instant> around(Instant moment, int fromDays, int toDays) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return today
        .plusDays(fromDays - 1L)
        .datesUntil(today.plusDays(toDays + 1L))
        .filter(day -> days.contains(day.getDayOfWeek()))
        .flatMap(day -> times.stream().map(time -> moment(day, time)));
  }

  private Instant moment(LocalDate day, LocalTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(day.atTime(time));
    return change != null && change.isGap()
        ? change.getInstant()
        : day.atTime(time).atZone(zone).toInstant();
  }
}
