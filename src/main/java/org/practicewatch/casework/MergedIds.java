package org.practicewatch.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Children who have been given another id, or two records that turned out to be one child: the id
 * by which each old one is known now.
 *
 * @param nowKnownAs the id now, by the id before; never a chain
 */
public record MergedIds(Map<String, String> nowKnownAs) {

  public static final MergedIds NONE = new MergedIds(Map.of());

  /**
   * Follows chains of renaming to their ends.
   *
   * @throws IllegalArgumentException naming an id whose chain runs in a circle
   */
  public MergedIds {
    Map<String, String> ends = new HashMap<>();
    for (String old : nowKnownAs.keySet()) {
      String now = old;
      for (int steps = 0; nowKnownAs.containsKey(now); steps++) {
        if (steps > nowKnownAs.size()) {
          throw new IllegalArgumentException(old);
        }
        now = nowKnownAs.get(now);
      }
      ends.put(old, now);
    }
    nowKnownAs = Map.copyOf(ends);
  }

  /** The id by which a child is known now. */
  public String now(String id) {
    return nowKnownAs.isEmpty() ? id : nowKnownAs.getOrDefault(id, id);
  }

  /** Ids that are no longer used. */
  public Set<String> old() {
    return nowKnownAs.keySet();
  }
}
