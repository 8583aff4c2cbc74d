package org.practicewatch.compliance;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What DfE has published of one area, year by year.
 *
 * @param whose what the area is to us
 * @param code its code in DfE's tables
 * @param name its name there
 * @param figures by measure, then by the calendar year in which DfE's year ends
 */
public record PublishedSeries(
    Whose whose,
    String code,
    String name,
    Map<String, SortedMap<Integer, PublishedFigure>> figures) {

  public PublishedSeries {
    figures = Map.copyOf(figures);
  }

  /** The figures of a measure by year; none where DfE's table of it was not to be had. */
  public SortedMap<Integer, PublishedFigure> of(PublishedMeasure measure) {
    return figures.getOrDefault(measure.id(), new TreeMap<>());
  }

  /** The figure of a measure for a year; null where there is none. */
  public @Nullable PublishedFigure find(PublishedMeasure measure, int year) {
    return of(measure).get(year);
  }
}
