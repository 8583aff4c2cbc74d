package org.practicewatch.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a child weighs in a worker's caseload, and how much is too much, as in {@code
 * jobs/caseload.yml}.
 *
 * @param weights what weighs how much
 * @param limit above which a worker has too much
 */
public record Caseload(@JsonProperty(required = true) List<Weight> weights, Limit limit) {

  /** Nothing is weighed and nothing is limited. */
  public static final Caseload NOT_SET = new Caseload(List.of(), Limit.NONE);

  public Caseload {
    weights = List.copyOf(weights);
    limit = limit == null ? Limit.NONE : limit;
  }

  /**
   * How much a child weighs of whom something is open.
   *
   * @param open kind of the span
   */
  public record Weight(
      @JsonProperty(required = true) String open,
      @JsonProperty(required = true) BigDecimal weight) {}

  /**
   * What a worker should have at most.
   *
   * @param children so many children; null for no such limit
   * @param weighted so much by weight; null for no such limit
   */
  public record Limit(@Nullable Integer children, @Nullable BigDecimal weighted) {
    static final Limit NONE = new Limit(null, null);

    /** Whether a worker has more than that. */
    public boolean isExceededBy(int children, BigDecimal weighted) {
      return (this.children != null && children > this.children)
          || (this.weighted != null && weighted.compareTo(this.weighted) > 0);
    }

    /** Whether there is any. */
    public boolean isSet() {
      return children != null || weighted != null;
    }
  }

  /** The kinds that make a child part of a caseload. */
  public List<String> kinds() {
    return weights.stream().map(Weight::open).distinct().toList();
  }

  /** The heaviest of what is open of a child, which alone counts; empty where nothing listed is. */
  public Optional<Weight> heaviest(Collection<String> open) {
    return weights.stream()
        .filter(one -> open.contains(one.open()))
        .max((one, other) -> one.weight().compareTo(other.weight()));
  }
}
