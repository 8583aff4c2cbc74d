package org.practicewatch.jobs.night;

import java.nio.file.Path;
import java.time.LocalDate;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.settings.Settings;

/**
 * The night that is being run.
 *
 * @param settings everything in {@code jobs/}
 * @param drop what was received
 * @param run this run of the night
 * @param folder where its files go
 */
public record Tonight(Settings settings, Drop drop, NightStore.Run run, Path folder) {

  /** The night's date. */
  public LocalDate asAt() {
    return run.asAt();
  }

  /** First day of the year to date. */
  public LocalDate yearFrom() {
    return settings.nightly().yearFrom(asAt());
  }
}
