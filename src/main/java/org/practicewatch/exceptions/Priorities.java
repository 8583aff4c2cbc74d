package org.practicewatch.exceptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Meaning.Severity;

/**
 * What matters most, as {@code jobs/priorities.yml} has it.
 *
 * @param inOrder the first matters most; what none of them names falls to the last
 * @param ranks which priority a standard or check has: 0 for the first
 */
public record Priorities(List<Priority> inOrder, Map<String, Integer> ranks) {

  private static final String LOCAL = "-LOCAL";

  /** Before the key of a rank, where {@code figures.csv} has the id of a standard. */
  private static final String RANK = "rank:";

  /** Where nobody has said what matters most: everything alike. */
  public static final Priorities NONE =
      new Priorities(
          List.of(
              new Priority(
                  "What is owed",
                  "",
                  "",
                  null,
                  false,
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
   * @param key what {@code figures.csv} calls it; where it has none, made from what it is called
   * @param headline what is said of the children for whom something of it is overdue, after their
   *     number: "have not been visited in time"; begins with "have" or "are"
   * @param target the percentage aimed for of children with everything of it in time; null for none
   * @param recording whether it is about what is written down, and so never the first thing said
   * @param severity how grave a gap in them is
   * @param why why it matters
   * @param who who can put it right
   * @param neverAcceptedUntold whether a gap is never accepted while it cannot be told whether the
   *     thing was done
   * @param of ids of standards and checks
   */
  public record Priority(
      @JsonProperty(required = true) String priority,
      String key,
      String headline,
      @Nullable Integer target,
      boolean recording,
      @JsonProperty(required = true) Severity severity,
      @JsonProperty(required = true) String why,
      @JsonProperty(required = true) String who,
      @JsonProperty("never accepted when it cannot be told") boolean neverAcceptedUntold,
      @JsonProperty(required = true) List<String> of) {

    public Priority {
      of = List.copyOf(of);
      key = key == null || key.isEmpty() ? keyOf(priority) : key;
      headline = headline == null || headline.isEmpty() ? "have something overdue" : headline;
    }

    private static String keyOf(String priority) {
      return priority
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^a-z0-9]+", "-")
          .replaceAll("^-|-$", "");
    }

    /** In place of a standard's id in {@code figures.csv}. */
    public String figure() {
      return RANK + key;
    }

    /** "have" or "are", as it is said of one child. */
    public String headlineOfOne() {
      return headline.startsWith("have ")
          ? "has" + headline.substring("have".length())
          : headline.startsWith("are ") ? "is" + headline.substring("are".length()) : headline;
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

  /** What stands under the first of them, where they are said: by it a child is seen. */
  public List<String> first() {
    return areSaid() ? inOrder.get(0).of() : List.of();
  }

  /** Whether somebody has said what matters most. */
  public boolean areSaid() {
    return inOrder.size() > 1;
  }

  /** The rank under which a standard's children are counted; empty where nobody has ranked any. */
  public String figure(String standard) {
    return areSaid() ? of(standard).figure() : "";
  }

  /** The rank that {@code figures.csv} calls so. */
  public Optional<Priority> find(String figure) {
    return inOrder.stream().filter(one -> one.figure().equals(figure)).findFirst();
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
