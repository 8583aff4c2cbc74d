package org.practicewatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a job is due, through the changes of the clocks. */
class TimetableTest {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  private static Timetable at(String zone, Set<DayOfWeek> days, String times) {
    return new Timetable(
        ZoneId.of(zone), days, Stream.of(times.split(" ")).map(LocalTime::parse).toList());
  }

  @ParameterizedTest
  @CsvSource({
    // an ordinary day, in winter and in summer time
    "Europe/London, 06:00, 2026-11-21T05:59:59Z, 2026-11-21T06:00:00Z",
    "Europe/London, 06:00, 2026-11-21T06:00:00Z, 2026-11-22T06:00:00Z",
    "Europe/London, 06:00, 2026-07-01T00:00:00Z, 2026-07-01T05:00:00Z",
    "Europe/London, 00:00, 2026-07-01T12:00:00Z, 2026-07-01T23:00:00Z",
    // several times a day, in whatever order they are written
    "Europe/London, 18:00 06:00, 2026-11-21T06:00:00Z, 2026-11-21T18:00:00Z",
    // 25 October 2026: 01:30 comes at 00:30 and again at 01:30 UTC, and counts once
    "Europe/London, 01:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
    "Europe/London, 01:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "Europe/London, 01:30, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z",
    "Europe/London, 02:00, 2026-10-25T00:30:00Z, 2026-10-25T02:00:00Z",
    // 29 March 2026: from 01:00 the clock goes to 02:00, so 01:30 does not come
    "Europe/London, 01:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "Europe/London, 01:30, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
    "Europe/London, 01:15 01:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "Europe/London, 01:15 01:30, 2026-03-29T01:00:00Z, 2026-03-30T00:15:00Z",
    "Europe/London, 02:00, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    // where there is no summer time, or the date is another one
    "UTC, 01:30, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
    "Pacific/Auckland, 06:00, 2026-11-21T12:00:00Z, 2026-11-21T17:00:00Z",
    // 30 December 2011 did not come in Samoa: its run is at the first moment of the 31st
    "Pacific/Apia, 06:00, 2011-12-29T17:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Apia, 06:00, 2011-12-30T10:00:00Z, 2011-12-30T16:00:00Z",
  })
  void the_next_moment(String zone, String times, Instant after, Instant next) {
    Timetable timetable = at(zone, EVERY_DAY, times);
    assertThat(timetable.next(after)).isEqualTo(next);
    assertThat(timetable.last(next)).isEqualTo(next);
    assertThat(timetable.last(next.minusMillis(1))).isBeforeOrEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    // Sunday 22 November 2026
    "MONDAY, 2026-11-22T12:00:00Z, 2026-11-23T06:00:00Z, 2026-11-16T06:00:00Z",
    "SUNDAY, 2026-11-22T05:00:00Z, 2026-11-22T06:00:00Z, 2026-11-15T06:00:00Z",
    "SUNDAY, 2026-11-22T06:00:00Z, 2026-11-29T06:00:00Z, 2026-11-22T06:00:00Z",
  })
  void a_day_of_the_week(DayOfWeek day, Instant at, Instant next, Instant last) {
    Timetable timetable = at("Europe/London", Set.of(day), "06:00");
    assertThat(timetable.next(at)).isEqualTo(next);
    assertThat(timetable.last(at)).isEqualTo(last);
  }

  @Test
  void a_year_of_nights_has_one_for_each_day_whatever_the_clocks_do() {
    for (String time : List.of("00:30", "01:00", "01:30", "02:00", "06:00")) {
      Timetable timetable = at("Europe/London", EVERY_DAY, time);
      Instant end = Instant.parse("2027-01-01T00:00:00Z");
      List<Instant> moments = new ArrayList<>();
      Instant moment = timetable.next(Instant.parse("2025-12-31T23:59:59Z"));
      while (moment.isBefore(end)) {
        moments.add(moment);
        moment = timetable.next(moment);
      }
      assertThat(moments).as(time).hasSize(365);
    }
  }
}
