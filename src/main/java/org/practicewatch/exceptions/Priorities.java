package org.practicewatch.exceptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.exceptions.Meaning.Severity;

/**
 * What matters most, as {@code jobs/priorities.yml} has it.
 *
 * @param inOrder the first matters most; what none of them names falls to the last
 * @param ranks which priority a standard or check has: 0 for the first
 */
public record Priorities(List<Priority> inOrder, Map<String, Integer> ranks) {

  private static final String LOCAL = "-LOCAL";

  /** Where nobody has said what matters most: everything alike. */
  public static final Priorities NONE =
      new Priorities(
          List.of(
              new Priority(
                  "What is owed",
                  Severity.MEDIUM,
                  "It was owed to the child.",
                  "the allocated worker",
                  false,
                  List.of())));

  public Priorities(List<Priority> inOrder) {
    this(inOrder, ranks(inOrder));
  }

  public Priorities {
    inOrder = List.copyOf(inOrder);
    ranks = Map.copyOf(ranks);
  }

  /**
   * Standards and checks that matter alike.
   *
   * @param priority what it is called
   * @param severity how grave a gap in them is
   * @param why why it matters
   * @param who who can put it right
   * @param neverAcceptedUntold whether a gap is never accepted while it cannot be told whether the
   *     thing was done
   * @param of ids of standards and checks
   */
  public record Priority(
      @JsonProperty(required = true) String priority,
      @JsonProperty(required = true) Severity severity,
      @JsonProperty(required = true) String why,
      @JsonProperty(required = true) String who,
      @JsonProperty("never accepted when it cannot be told") boolean neverAcceptedUntold,
      @JsonProperty(required = true) List<String> of) {

    public Priority {
      of = List.copyOf(of);
    }
  }

  /**
   * Which priority a standard or check has: 0 for the first. A council's own limit beside another
   * standard has that of the other, unless it is named itself.
   */
  public int rank(String code) {
    String other = code.endsWith(LOCAL) ? code.substring(0, code.length() - LOCAL.length()) : code;
    return ranks.getOrDefault(code, ranks.getOrDefault(other, inOrder.size() - 1));
  }

  /** The priority of a standard or check. */
  public Priority of(String code) {
    return inOrder.get(rank(code));
  }

  private static Map<String, Integer> ranks(List<Priority> inOrder) {
    Map<String, Integer> ranks = new HashMap<>();
    for (int rank = 0; rank < inOrder.size(); rank++) {
      for (String code : inOrder.get(rank).of()) {
        ranks.putIfAbsent(code, rank);
      }
    }
    return ranks;
  }
}
