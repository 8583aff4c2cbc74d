package org.practicewatch.settings;

import java.util.Locale;

/** When two names are the same to whoever reads them: case and spaces do not tell them apart. */
final class SameName {

  private SameName() {}

  static String fold(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
