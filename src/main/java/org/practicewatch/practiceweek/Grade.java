package org.practicewatch.practiceweek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ofsted's four grades (Inspecting local authority children's services), from best to worst. Each
 * is given twice: for the quality of practice and for the outcome for the child.
 */
public enum Grade {
  @JsonProperty("outstanding")
  OUTSTANDING(1, "Outstanding"),
  @JsonProperty("good")
  GOOD(2, "Good"),
  @JsonProperty("requires improvement")
  REQUIRES_IMPROVEMENT(3, "Requires improvement"),
  @JsonProperty("inadequate")
  INADEQUATE(4, "Inadequate");

  private final int rank;
  private final String words;

  Grade(int rank, String words) {
    this.rank = rank;
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether another is the same or the next one. */
  boolean isWithinOneOf(Grade other) {
    return Math.abs(rank - other.rank) <= 1;
  }

  /** Whether it is one of the two better ones. */
  public boolean isGoodOrBetter() {
    return compareTo(GOOD) <= 0;
  }

  /** The grade in words; case and spaces do not matter. */
  public static Optional<Grade> named(String words) {
    String folded = words.strip().replaceAll("\\s+", " ");
    return Arrays.stream(values())
        .filter(grade -> grade.words.equalsIgnoreCase(folded))
        .findFirst();
  }

  /** All of them in words, best first. */
  public static List<String> inWords() {
    return Arrays.stream(values()).map(Grade::words).toList();
  }
}
