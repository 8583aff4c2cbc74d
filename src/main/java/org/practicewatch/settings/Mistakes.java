package org.practicewatch.settings;

import java.util.Collection;
import java.util.List;

/** The mistakes told so far; who finds another adds it. */
record Mistakes(List<SettingsMistake> told) {

  void tell(String file, String where, String problem) {
    told.add(new SettingsMistake(file, where, problem));
  }

  int count() {
    return told.size();
  }

  boolean isEmpty() {
    return told.isEmpty();
  }

  /** Whether none is in a file whose name begins so. */
  boolean noneIn(String files) {
    return told.stream().noneMatch(one -> one.file().startsWith(files));
  }

  /** Tells each name that is not among the known ones. */
  void known(
      String file, String where, Collection<String> names, Collection<String> known, String sort) {
    for (String name : names) {
      if (!known.contains(name)) {
        tell(
            file, where, "'" + name + "' is no " + sort + "." + PlainWords.knownWords(name, known));
      }
    }
  }
}
