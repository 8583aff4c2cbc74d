package org.practicewatch.compliance;

/** Whose a figure is, beside the published ones; in the order in which they are shown. */
public enum Whose {
  COUNTED_HERE("counted here"),
  PUBLISHED_OF_US("published of us"),
  ENGLAND("England"),
  REGION("region"),
  NEIGHBOUR("neighbour");

  private final String words;

  Whose(String words) {
    this.words = words;
  }

  /** As written in {@code benchmarks.csv}. */
  public String words() {
    return words;
  }
}
