package org.practicewatch.compliance;

import java.time.MonthDay;
import java.util.List;
import org.practicewatch.calendar.YearBegins;

/**
 * The measures that DfE publishes, and the published figures that stand beside ours.
 *
 * @param year DfE's year
 * @param source where the figures come from and by what licence, in sentences
 * @param measures the measures; none where the council looks at no published figures
 * @param series whose figures stand beside ours, in the order in which they are shown
 */
public record Benchmarks(
    YearBegins year, String source, List<PublishedMeasure> measures, List<PublishedSeries> series) {

  /** Nothing is shown beside ours. */
  public static final Benchmarks NONE =
      new Benchmarks(new YearBegins(MonthDay.of(1, 1)), "", List.of(), List.of());

  public Benchmarks {
    measures = List.copyOf(measures);
    series = List.copyOf(series);
  }
}
