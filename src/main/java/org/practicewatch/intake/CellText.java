package org.practicewatch.intake;

import java.util.regex.Pattern;

/** The text of a cell without what nobody sees in it. */
final class CellText {

  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final Pattern SPACES = Pattern.compile("\\s{2,}|[\\t\\n\\r]");
  private static final int LONGEST_SHOWN = 120;

  private CellText() {}

  /** One plain space between words, and none around them. */
  static String tidy(String text) {
    String plain = text.replace(NO_BREAK_SPACE, ' ').strip();
    return SPACES.matcher(plain).find() ? plain.replaceAll("\\s+", " ") : plain;
  }

  static boolean hasNoBreakSpace(String text) {
    return text.indexOf(NO_BREAK_SPACE) >= 0;
  }

  /** As much of it as an issue shows. */
  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
