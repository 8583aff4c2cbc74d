package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The ages at which something is owed.
 *
 * @param from the birthday from which; null for any
 * @param under the birthday until which; null for any
 */
public record Ages(@JsonProperty("from") @Nullable Integer from, @Nullable Integer under) {

  public Ages {
    if (from == null && under == null) {
      throw new IllegalArgumentException("'ages' needs 'from' or 'under'");
    }
    if (from != null && under != null && from >= under) {
      throw new IllegalArgumentException("'ages' ends before it begins");
    }
  }

  /** In plain words: "aged 4 to 16". */
  public String words() {
    if (from == null) {
      return "under " + under;
    }
    return under == null ? "aged " + from + " or over" : "aged " + from + " to " + (under - 1);
  }

  boolean hold(int age) {
    return (from == null || age >= from) && (under == null || age < under);
  }
}
