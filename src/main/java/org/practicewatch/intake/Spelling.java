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
    return isFolded(raw) ? raw : folded(raw);
  }

  /** Most spellings in a list are written so already, and a night reads ten thousand of them. */
  private static boolean isFolded(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 0x7f && (c < 'A' || c > 'Z');
      if (!plain || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' && before != '.';
  }

  private static String folded(String raw) {
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
