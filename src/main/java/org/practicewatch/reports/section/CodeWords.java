package org.practicewatch.reports.section;

import java.util.Map;

/**
 * What national codes are called.
 *
 * @param lists for each list of codes, the title of each of its codes
 */
public record CodeWords(Map<String, Map<String, String>> lists) {

  /** Nothing is called anything but what stands in the cell. */
  public static final CodeWords NONE = new CodeWords(Map.of());

  public CodeWords {
    lists = Map.copyOf(lists);
  }

  /** The title of a code; what is no code of the list stays as it is. */
  public String of(String list, String code) {
    return lists.getOrDefault(list, Map.of()).getOrDefault(code, code);
  }
}
