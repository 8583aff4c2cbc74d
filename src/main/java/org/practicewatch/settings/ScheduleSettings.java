package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practicewatch.calendar.Timetable;

/**
 * {@code jobs/schedule.yml}.
 *
 * @param timeZone of all its times
 * @param jobs which job runs when
 */
public record ScheduleSettings(
    @JsonProperty("time zone") String timeZone,
    @JsonProperty(value = "jobs", required = true) List<Scheduled> jobs) {

  /** The jobs that can be scheduled: those that need nobody's answer. */
  static final Set<String> KNOWN = new TreeSet<>(Set.of("nightly", "weekly"));

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  public ScheduleSettings {
    timeZone = timeZone == null ? "Europe/London" : timeZone;
    jobs = List.copyOf(jobs);
  }

  /**
   * When one job runs.
   *
   * @param days names of days of the week; none for every day
   * @param at times of the day
   * @param lateAfterMinutes how long after its time a job that is not done is told as late
   * @param caughtUpWithinHours how late a missed run is still made up for
   * @param triedAgainAfterMinutes the pauses after a failure; as many as there are tries
   */
  public record Scheduled(
      @JsonProperty(required = true) String job,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> days,
      @JsonProperty(required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> at,
      @JsonProperty(value = "late after minutes", required = true) int lateAfterMinutes,
      @JsonProperty(value = "caught up within hours", required = true) int caughtUpWithinHours,
      @JsonProperty("tried again after minutes") List<Integer> triedAgainAfterMinutes) {

    public Scheduled {
      days = days == null ? List.of() : List.copyOf(days);
      at = List.copyOf(at);
      triedAgainAfterMinutes =
          triedAgainAfterMinutes == null ? List.of() : List.copyOf(triedAgainAfterMinutes);
    }

    public Duration lateAfter() {
      return Duration.ofMinutes(lateAfterMinutes);
    }

    public Duration caughtUpWithin() {
      return Duration.ofHours(caughtUpWithinHours);
    }

    /** When it is due. */
    public Timetable timetable(ZoneId zone) {
      Set<DayOfWeek> on =
          days.isEmpty()
              ? EnumSet.allOf(DayOfWeek.class)
              : days.stream()
                  .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                  .collect(Collectors.toSet());
      return new Timetable(zone, on, at.stream().map(LocalTime::parse).toList());
    }
  }

  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }
}
