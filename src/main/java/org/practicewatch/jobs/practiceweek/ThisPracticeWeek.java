package org.practicewatch.jobs.practiceweek;

import java.nio.file.Path;
import java.time.LocalDate;
import org.practicewatch.practiceweek.Independence;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.PublishedDraw;
import org.practicewatch.settings.Settings;

/**
 * A Practice Week, and the night it rests on.
 *
 * @param settings everything in {@code jobs/}
 * @param week the week
 * @param asAt the date of the night
 * @param run number of the run that closed it
 * @param folder of all that is written
 * @param today the day on which this is done
 */
record ThisPracticeWeek(
    Settings settings, PracticeWeek week, LocalDate asAt, int run, Path folder, LocalDate today) {

  /** Under the output folder, one folder a week. */
  static final String FOLDER = "practice-weeks";

  /** Who can audit, with what decides between them. */
  PublishedDraw.Auditing auditing(String seed) {
    return new PublishedDraw.Auditing(
        settings.practiceWeeks().auditors(),
        new Independence(settings.organisation()),
        settings.calendar(),
        seed);
  }
}
