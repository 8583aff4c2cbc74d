package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Life;

/**
 * The ages at which something is owed.
 *
 * @param from the birthday from which; null for any
 * @param under the birthday until which; null for any
 * @param underIfDisabled the birthday until which, for a disabled child; null where it is the same
 */
public record Ages(
    @JsonProperty("from") @Nullable Integer from,
    @Nullable Integer under,
    @JsonProperty("under if disabled") @Nullable Integer underIfDisabled) {

  public Ages {
    if (from == null && under == null) {
      throw new IllegalArgumentException("'ages' needs 'from' or 'under'");
    }
    if (from != null && under != null && from >= under) {
      throw new IllegalArgumentException("'ages' ends before it begins");
    }
    if (underIfDisabled != null && (under == null || underIfDisabled <= under)) {
      throw new IllegalArgumentException("'under if disabled' goes with a lower 'under'");
    }
  }

  /** In plain words: "aged 4 to 16". */
  public String words() {
    if (from == null) {
      return "under "
          + under
          + (underIfDisabled == null ? "" : ", under " + underIfDisabled + " if disabled");
    }
    return under == null ? "aged " + from + " or over" : "aged " + from + " to " + (under - 1);
  }

  /** The age from which it is no longer owed to a child; null for none. */
  @Nullable Integer underFor(Life life) {
    return underIfDisabled != null && Boolean.TRUE.equals(life.disabled())
        ? underIfDisabled
        : under;
  }

  /** Whether it may be owed for longer, and nobody says whether the child is disabled. */
  boolean mayLast(Life life) {
    return underIfDisabled != null && life.disabled() == null;
  }

  boolean hold(int age, Life life) {
    Integer until = underFor(life);
    return (from == null || age >= from) && (until == null || age < until);
  }
}
