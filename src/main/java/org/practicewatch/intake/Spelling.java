package org.practicewatch.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a coded value was typed, less what never changes its meaning. */
final class Spelling {

  private static final Pattern FULL_STOPS = Pattern.compile("\\.+$");

  private Spelling() {}

  /**
   * Lower case, one space between words, plain quotes and dashes, no full stop at the end. A value
   * of nothing but full stops is left alone: councils type it for "not known".
   */
  static String fold(String raw) {
    String plain =
        raw.replace('\u2018', '\'')
            .replace('\u2019', '\'')
            .replace('\u201C', '"')
            .replace('\u201D', '"')
            .replace('\u2013', '-')
            .replace('\u2014', '-')
            .replace('\u00A0', ' ');
    String spaced = CellText.singleSpaced(plain).strip().toLowerCase(Locale.ROOT);
    if (!spaced.endsWith(".")) {
      return spaced;
    }
    String stopped = FULL_STOPS.matcher(spaced).replaceFirst("").strip();
    return stopped.isEmpty() ? spaced : stopped;
  }
}
