package org.practicewatch.jobs.operator;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.Drop;
import org.practicewatch.jobs.machine.BrokenStep;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.settings.Settings;

/**
 * What is known of the night that was run last, for the operator: filled in as it becomes known.
 */
public final class WatchedNight {

  private final Progress progress;
  private @Nullable Drop drop;
  private @Nullable LocalDate asAt;
  private @Nullable Settings settings;
  private boolean datedByItsExtracts;
  private boolean ours;

  /** A night that has yet to begin; where it breaks off is learnt from its progress. */
  public WatchedNight(Progress progress) {
    this.progress = progress;
  }

  /**
   * What the night is of.
   *
   * @param given whether its date was given, and so says nothing of how fresh the extracts are
   */
  public void isOf(Drop received, LocalDate date, boolean given, Settings read) {
    drop = received;
    asAt = date;
    settings = read;
    datedByItsExtracts = !given && !received.fictional();
  }

  /** No other job is at work in the output folder. */
  public void isOurs() {
    ours = true;
  }

  boolean isLeftToAnother() {
    return !ours;
  }

  Optional<Drop> drop() {
    return Optional.ofNullable(drop);
  }

  @Nullable LocalDate asAt() {
    return asAt;
  }

  boolean isDatedByItsExtracts() {
    return datedByItsExtracts;
  }

  Settings settings() {
    if (settings == null) {
      throw new IllegalStateException("a night that was closed had its settings");
    }
    return settings;
  }

  Optional<BrokenStep> broken() {
    return progress.broken();
  }
}
