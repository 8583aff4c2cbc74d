package org.practicewatch.intake;

import java.util.regex.Pattern;

/** The text of a cell without what nobody sees in it. */
final class CellText {

  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final Pattern SPACES = Pattern.compile("\\s{2,}|[\\t\\n\\r]");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int LONGEST_SHOWN = 120;

  /** What a decoder writes for bytes that it cannot read. */
  private static final char LOST = '\ufffd';

  private CellText() {}

  /** One plain space between words, and none around them. */
  static String tidy(String text) {
    String plain = visible(text).replace(NO_BREAK_SPACE, ' ').strip();
    return isOddlySpaced(plain) && SPACES.matcher(plain).find() ? singleSpaced(plain) : plain;
  }

  /** One plain space wherever there is white space. */
  static String singleSpaced(String text) {
    return isOddlySpaced(text) ? SPACE.matcher(text).replaceAll(" ") : text;
  }

  /**
   * Whether there is white space besides single plain spaces. A night asks this of millions of
   * texts that have none, and a pattern takes several times as long to say so.
   */
  private static boolean isOddlySpaced(String text) {
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && afterSpace)) {
        return true;
      }
      afterSpace = c == ' ';
    }
    return false;
  }

  static boolean hasDigit(String text) {
    return digits(text, 1) > 0;
  }

  /** How many digits there are in it, counted no further than asked. */
  static int digits(String text, int most) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < most; i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits;
  }

  static boolean hasNoBreakSpace(String text) {
    return text.indexOf(NO_BREAK_SPACE) >= 0;
  }

  /** Whether a character of it was lost before we could read it. */
  static boolean hasLost(String text) {
    return text.indexOf(LOST) >= 0;
  }

  /** As much of it as an issue shows. */
  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? visible(text) : cut(text, LONGEST_SHOWN) + "…";
  }

  /** Its beginning, without half a character at the end. */
  static String cut(String text, int longest) {
    return visible(text.length() <= longest ? text : text.substring(0, longest));
  }

  /**
   * Without what shows nothing and breaks what comes after: control characters, marks of writing
   * direction, spaces of no width, halves of characters. No store or report can hold them all.
   */
  static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnseen(text, i)) {
        return withoutUnseen(text, i);
      }
    }
    return text;
  }

  private static String withoutUnseen(String text, int from) {
    StringBuilder seen = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from + 1; i < text.length(); i++) {
      if (!isUnseen(text, i)) {
        seen.append(text.charAt(i));
      }
    }
    return seen.toString();
  }

  private static boolean isUnseen(String text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < '\u007f') {
      return false;
    }
    if (Character.isSurrogate(c)) {
      boolean first = Character.isHighSurrogate(c);
      int other = first ? at + 1 : at - 1;
      boolean paired =
          other >= 0
              && other < text.length()
              && (first
                  ? Character.isLowSurrogate(text.charAt(other))
                  : Character.isHighSurrogate(text.charAt(other)));
      return !paired;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL -> "\t\n\u000b\f\r".indexOf(c) < 0;
      case Character.FORMAT -> true;
      default -> c >= '\ufffe';
    };
  }
}
