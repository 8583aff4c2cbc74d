package org.practicewatch.compliance;

import java.util.EnumSet;
import java.util.Set;

/** Why an obligation rests on something that may be otherwise, though it is judged. */
public enum Doubtful {
  /** A table that did not come, was held or is stale: how it is now nobody knows. */
  OLD_TABLE(1),
  /** A visit of which the record does not say whether the child was seen. */
  BLANK_SEEN(2),
  /** A row that contradicts another. */
  CONTRADICTION(4),
  /** A row into which a later one was folded, which said the same. */
  REPEATED_ROW(8);

  private final int bit;

  Doubtful(int bit) {
    this.bit = bit;
  }

  /** As stored; never renumber. */
  public static int bits(Set<Doubtful> doubts) {
    return doubts.stream().mapToInt(one -> one.bit).sum();
  }

  /** What was stored. */
  public static Set<Doubtful> of(int bits) {
    Set<Doubtful> doubts = EnumSet.noneOf(Doubtful.class);
    for (Doubtful one : values()) {
      if ((bits & one.bit) != 0) {
        doubts.add(one);
      }
    }
    return doubts;
  }
}
