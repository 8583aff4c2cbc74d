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
  OUTSTANDING("Outstanding"),
  @JsonProperty("good")
  GOOD("Good"),
  @JsonProperty("requires improvement")
  REQUIRES_IMPROVEMENT("Requires improvement"),
  @JsonProperty("inadequate")
  INADEQUATE("Inadequate");

  private final String words;

  Grade(String words) {
    this.words = words;
  }

  public String words() {
    return words;
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
