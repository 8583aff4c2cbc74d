package org.practicewatch.quality;

import java.util.Map;

/**
 * The numbers of a check, as its entry in {@code jobs/checks/} gives them.
 *
 * @param values by name, such as {@code days}
 */
public record Limits(Map<String, Integer> values) {

  public Limits {
    values = Map.copyOf(values);
  }

  /** A number that the settings have been checked to give. */
  public int get(String name) {
    Integer value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no limit named " + name);
    }
    return value;
  }
}
