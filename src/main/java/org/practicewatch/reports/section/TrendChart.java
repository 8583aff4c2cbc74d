package org.practicewatch.reports.section;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share in timescale now of each standard, beside its target, and on each night so far.
 *
 * @param rows one per standard that can be judged
 * @param nights the nights of the trend, oldest first, tonight last
 * @param description the same in words, for those who cannot see it
 */
public record TrendChart(List<Row> rows, List<LocalDate> nights, String description) {

  /**
   * One standard.
   *
   * @param label its title
   * @param now percent in timescale tonight; null where none is due
   * @param words the same as printed
   * @param target percent aimed for; null where none is set
   * @param trend percent on each night that had one, oldest first
   */
  public record Row(
      String label,
      @Nullable Double now,
      String words,
      @Nullable Double target,
      List<Point> trend) {}

  /** One night of one standard. */
  public record Point(LocalDate asAt, double percent) {}
}
