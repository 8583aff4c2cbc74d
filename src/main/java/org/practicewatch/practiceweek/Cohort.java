package org.practicewatch.practiceweek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A group of children, and how many of them are drawn.
 *
 * @param cohort its name
 * @param who belongs to it
 * @param sample how many are drawn; null where there are sizes of strata
 * @param by by what the cohort is divided before the draw
 * @param sizes how many of each part; empty for as many as its share
 * @param inDepth how many of those drawn are audited in depth; null for all
 * @param smallest below which number of children the organiser is warned; null for twice the sample
 */
public record Cohort(
    @JsonProperty(required = true) String cohort,
    @JsonProperty(required = true) Who who,
    @Nullable Integer sample,
    List<Divided> by,
    Map<String, Integer> sizes,
    @JsonProperty("in depth") @Nullable Integer inDepth,
    @JsonProperty("warn below") @Nullable Integer smallest) {

  public Cohort {
    by = by == null ? List.of() : List.copyOf(by);
    sizes = sizes == null ? Map.of() : new TreeMap<>(sizes);
  }

  /** How many are asked for in all. */
  public int asked() {
    return sample != null ? sample : sizes.values().stream().mapToInt(Integer::intValue).sum();
  }

  Cohort ofSize(int size) {
    return new Cohort(cohort, who, size, by, sizes, inDepth, smallest);
  }

  /** Below how many children the organiser is warned. */
  public int warnBelow() {
    return smallest == null ? 2 * asked() : smallest;
  }

  int depth() {
    return inDepth == null ? Integer.MAX_VALUE : inDepth;
  }

  /** The part of the cohort that a child belongs to. */
  String stratumOf(Candidate child) {
    return by.isEmpty() ? "All" : String.join(", ", by.stream().map(one -> one.of(child)).toList());
  }

  /** What a cohort can be divided by. */
  public enum Divided {
    @JsonProperty("team")
    TEAM,
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("age band")
    AGE_BAND,
    @JsonProperty("disability")
    DISABILITY,
    @JsonProperty("kind of case")
    KIND_OF_CASE,
    @JsonProperty("legal status")
    LEGAL_STATUS,
    @JsonProperty("placement type")
    PLACEMENT_TYPE;

    private String of(Candidate child) {
      return switch (this) {
        case TEAM -> child.teamInWords();
        case SERVICE -> child.service();
        case AGE_BAND -> child.ageBand();
        case DISABILITY -> child.disabilityInWords();
        case KIND_OF_CASE -> child.kindOfCase();
        case LEGAL_STATUS -> coded(child, "legal status");
        case PLACEMENT_TYPE -> coded(child, "placement");
      };
    }

    private static String coded(Candidate child, String kind) {
      String codes = String.join(" and ", child.codes(kind));
      return codes.isEmpty() ? "None recorded" : codes;
    }
  }
}
