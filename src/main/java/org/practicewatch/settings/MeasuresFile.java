package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.YearBegins;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timescale;

/**
 * {@code jobs/benchmarks/measures.yml}: the measures that DfE publishes.
 *
 * @param yearBegins DfE's year
 * @param marks what stands in DfE's tables for a number that cannot be given, and what it means
 */
record MeasuresFile(
    @JsonProperty(value = "year begins", required = true) YearBegins yearBegins,
    @JsonProperty(required = true) Map<String, String> marks,
    @JsonProperty(required = true) List<Entry> measures) {

  MeasuresFile {
    marks = Map.copyOf(marks);
    measures = List.copyOf(measures);
  }

  /** A measure, and where DfE's tables give it. */
  record Entry(
      @JsonProperty(required = true) String measure,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String rule,
      @JsonProperty(required = true) Standing standing,
      @JsonProperty(required = true) PublishedMeasure.Shape counts,
      @JsonProperty("open at least") @Nullable Length openAtLeast,
      @JsonProperty("done before the start is left out") boolean beforeTheStartLeftOut,
      @JsonProperty(required = true) String standard,
      @JsonProperty(required = true) Timescale timescale,
      @JsonProperty(value = "published in", required = true) Columns publishedIn) {

    PublishedMeasure toMeasure() {
      return new PublishedMeasure(
          measure,
          title,
          rule,
          standing,
          counts,
          openAtLeast,
          beforeTheStartLeftOut,
          standard,
          timescale);
    }
  }

  /**
   * Columns of a table of DfE's.
   *
   * @param percent the percentage, where DfE gives it
   * @param inTime counts that add up to those in time
   * @param outOf the count of all
   */
  record Columns(
      @Nullable String percent,
      @JsonProperty(value = "in time", required = true) List<String> inTime,
      @JsonProperty(value = "out of", required = true) String outOf) {

    Columns {
      inTime = List.copyOf(inTime);
    }
  }
}
