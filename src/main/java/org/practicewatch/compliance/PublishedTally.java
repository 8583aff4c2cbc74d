package org.practicewatch.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts findings into the measures that DfE publishes, child by child. */
public final class PublishedTally {

  private final LocalDate asAt;
  private final PublishedMembership membership;
  private final Map<PublishedMeasure, Count> counts = new LinkedHashMap<>();
  private final Map<PublishedMeasure, Integer> leftOut = new HashMap<>();

  /** An empty tally of the night. */
  public PublishedTally(
      LocalDate asAt, PublishedMembership membership, List<PublishedMeasure> measures) {
    this.asAt = asAt;
    this.membership = membership;
    measures.forEach(measure -> counts.put(measure, new Count()));
  }

  /**
   * A measure as counted on a night.
   *
   * @param from first day of what is counted; the night, for what is open on it
   * @param to the night
   * @param numerator how many are in timescale
   * @param denominator how many could be judged
   * @param cannotTell how many could not: in neither number
   * @param leftOut how many are no part of the measure: in none of these numbers
   */
  public record Counted(
      PublishedMeasure measure,
      LocalDate from,
      LocalDate to,
      int numerator,
      int denominator,
      int cannotTell,
      int leftOut) {

    /** In per cent; null where nothing could be judged. */
    public @Nullable BigDecimal percent() {
      return Figure.percent(numerator, denominator);
    }
  }

  /** Adds all the findings of one child. */
  public void add(List<Finding> ofOneChild) {
    counts.forEach(
        (measure, count) ->
            membership.of(measure, ofOneChild, (how, because) -> add(measure, count, how)));
  }

  private void add(PublishedMeasure measure, Count count, Membership.@Nullable Counts how) {
    if (how == null) {
      leftOut.merge(measure, 1, Integer::sum);
    } else {
      count.add(how, false);
    }
  }

  /** The measures, in the order of the settings. */
  public List<Counted> counted() {
    return counts.entrySet().stream()
        .map(
            of ->
                new Counted(
                    of.getKey(),
                    membership.from(of.getKey()),
                    asAt,
                    of.getValue().numerator(),
                    of.getValue().denominator(),
                    of.getValue().cannotTell(),
                    leftOut.getOrDefault(of.getKey(), 0)))
        .toList();
  }
}
