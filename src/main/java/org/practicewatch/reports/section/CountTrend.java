package org.practicewatch.reports.section;

import java.time.LocalDate;
import java.util.List;

/**
 * A count on each night or week so far: it can be drawn of the smallest team, where a percentage
 * cannot.
 *
 * @param points oldest night first, tonight last
 * @param steps "night by night"
 * @param description the same in words, for those who cannot see it
 */
public record CountTrend(List<Point> points, String steps, String description) {

  /** The count of one night. */
  public record Point(LocalDate asAt, int count) {}
}
