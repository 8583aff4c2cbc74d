package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code jobs/benchmarks/published.yml}: what DfE has published of England and its regions.
 *
 * @param source where it comes from
 * @param licence by what licence
 */
record PublishedFile(
    @JsonProperty(required = true) String source,
    @JsonProperty(required = true) String licence,
    @JsonProperty(required = true) Area england,
    @JsonProperty(required = true) List<Area> regions) {

  PublishedFile {
    Objects.requireNonNull(england);
    regions = List.copyOf(regions);
  }

  /**
   * An area.
   *
   * @param code its code in DfE's tables
   * @param percent percentages by measure, then by the calendar year in which DfE's year ends
   */
  record Area(
      @JsonProperty(required = true) String area,
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) Map<String, Map<Integer, BigDecimal>> percent) {

    Area {
      percent = Map.copyOf(percent);
    }
  }
}
