package org.practicewatch.settings;

import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.intake.CodeList;

/** What the settings may call the codes of a list. */
final class CodeNames {

  private CodeNames() {}

  /** The names of its groups, and its codes themselves. */
  static Set<String> in(CodeList list) {
    Set<String> names = new TreeSet<>();
    for (CodeList.Group group : list.groups()) {
      names.add(group.group());
      names.addAll(group.codes().keySet());
    }
    return names;
  }
}
