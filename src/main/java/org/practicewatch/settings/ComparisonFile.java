package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code jobs/benchmarks/benchmarks.yml}: beside whose published figures ours are shown.
 *
 * @param region a region of England, by its name or code
 * @param council our own council, by its name or code in DfE's tables
 * @param neighbours other councils, likewise
 */
record ComparisonFile(
    @Nullable String region,
    @JsonProperty("our council") @Nullable String council,
    List<String> neighbours) {

  ComparisonFile {
    neighbours = neighbours == null ? List.of() : List.copyOf(neighbours);
  }
}
