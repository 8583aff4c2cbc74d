package org.practicewatch.jobs.week;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicewatch.exceptions.store.ExceptionStore.WeeklyRun;
import org.practicewatch.settings.PostSettings;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.WeeklySettings;

/**
 * The week that is being told.
 *
 * @param week by the calendar, such as {@code 2026-W44}
 * @param asAt the night that it rests on
 * @param run the run of that night
 * @param folder of that night
 * @param returns where lists that come back are laid
 * @param passwords of lists, by team
 */
public record ThisWeek(
    Settings settings,
    WeeklySettings weekly,
    PostSettings post,
    String week,
    LocalDate asAt,
    int run,
    Path folder,
    Path returns,
    Map<String, String> passwords) {

  private static final int DAYS_BETWEEN_LISTS = 6;

  /** The last day until which an exception may be accepted. */
  LocalDate lastDay() {
    return asAt.plusWeeks(weekly.acceptedForAtMostWeeks());
  }

  /**
   * The week that a night belongs to. Two nights that lie a week apart are two weeks, also where
   * the calendar has them in one: a Monday, and the Sunday of the list after.
   */
  static String of(LocalDate asAt, Optional<WeeklyRun> last) {
    String week = iso(asAt);
    return last.isPresent()
            && last.get().week().equals(week)
            && ChronoUnit.DAYS.between(last.get().asAt(), asAt) >= DAYS_BETWEEN_LISTS
        ? iso(asAt.plusWeeks(1))
        : week;
  }

  private static String iso(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
