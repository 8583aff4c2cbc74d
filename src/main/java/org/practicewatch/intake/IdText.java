package org.practicewatch.intake;

import java.util.regex.Pattern;

/** Ids as spreadsheets disfigure them. Letters keep their case: two systems may tell them apart. */
final class IdText {

  /** Excel writes {@code 1.2E+06}, other programs {@code 1.2E6}; an id such as 12E34 is neither. */
  private static final Pattern ROUNDED =
      Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+\\d+|\\d\\.\\d+[eE]\\d+");

  /** As a spreadsheet shows a whole number: 17,001 or 1009.00. */
  private static final Pattern NUMBER_SHOWN =
      Pattern.compile("(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.0+)?");

  private static final String QUOTES = "'\"`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00b4\u2032";

  /** Excel keeps fifteen digits of a number, and writes noughts for the rest. */
  private static final int DIGITS_KEPT = 15;

  private IdText() {}

  /**
   * The canonical text of an id: zeros kept, without what programs and people put around it so that
   * a spreadsheet would keep them, or what a spreadsheet put in because it took it for a number.
   */
  static String canonical(String text) {
    if (isPlain(text)) {
      return text;
    }
    String id = undecorated(inPlainMarks(CellText.tidy(text)));
    return NUMBER_SHOWN.matcher(id).matches() ? withoutPoint(id).replace(",", "") : id;
  }

  /** With one hyphen and one space for the many that Word and typists put for them. */
  private static String inPlainMarks(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dash = (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
      plain.append(dash ? '-' : Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c);
    }
    return plain.toString().strip();
  }

  /** Nearly all are, and a night asks it of millions. */
  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!plain && "-/_".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Without quotation marks around it, an apostrophe or the beginning of a formula before it. */
  private static String undecorated(String tidied) {
    String id = tidied;
    boolean quoted = false;
    for (boolean more = true; more && !id.isEmpty(); ) {
      char first = id.charAt(0);
      String after = id.substring(1);
      boolean formula =
          first == '='
              && !after.isEmpty()
              && (isQuote(after.charAt(0)) || NUMBER_SHOWN.matcher(after).matches());
      more = formula || isQuote(first);
      quoted |= isQuote(first);
      id = more ? after.strip() : id;
    }
    int end = id.length();
    while (end > 0 && isQuote(id.charAt(end - 1))) {
      end--;
    }
    // A name may end in an apostrophe; what is quoted and a number do not.
    String rest = id.substring(0, end).strip();
    return quoted || NUMBER_SHOWN.matcher(rest).matches() ? rest : id;
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static String withoutPoint(String number) {
    int point = number.indexOf('.');
    return point < 0 ? number : number.substring(0, point);
  }

  /** Whether digits may have been lost: the id was kept as a number too long for a spreadsheet. */
  static boolean isCutShort(SourceCell cell, String tidied) {
    boolean power = tidied.indexOf('e') > 0 || tidied.indexOf('E') > 0;
    return (power && ROUNDED.matcher(tidied).matches())
        || (cell.kind() == SourceCell.Kind.NUMBER && tidied.length() > DIGITS_KEPT);
  }
}
