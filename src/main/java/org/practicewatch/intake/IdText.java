package org.practicewatch.intake;

import java.util.regex.Pattern;

/** Ids as spreadsheets disfigure them. Letters keep their case: two systems may tell them apart. */
final class IdText {

  /** Excel writes {@code 1.2E+06}, other programs {@code 1.2E6}; an id such as 12E34 is neither. */
  private static final Pattern ROUNDED =
      Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+\\d+|\\d\\.\\d+[eE]\\d+");

  /** Excel keeps fifteen digits of a number, and writes noughts for the rest. */
  private static final int DIGITS_KEPT = 15;

  private IdText() {}

  /** The canonical text of an id: no apostrophe before it, no ".0" after it, zeros kept. */
  static String canonical(String text) {
    String id = CellText.tidy(text);
    if (!id.isEmpty() && "'\u2018\u2019".indexOf(id.charAt(0)) >= 0) {
      id = id.substring(1).strip();
    }
    int point = id.lastIndexOf('.');
    boolean pointNought =
        point > 0
            && point < id.length() - 1
            && id.substring(point + 1).chars().allMatch(c -> c == '0')
            && id.substring(0, point).chars().allMatch(c -> c >= '0' && c <= '9');
    return pointNought ? id.substring(0, point) : id;
  }

  /** Whether digits may have been lost: the id was kept as a number too long for a spreadsheet. */
  static boolean isCutShort(SourceCell cell, String tidied) {
    boolean power = tidied.indexOf('e') > 0 || tidied.indexOf('E') > 0;
    return (power && ROUNDED.matcher(tidied).matches())
        || (cell.kind() == SourceCell.Kind.NUMBER && tidied.length() > DIGITS_KEPT);
  }
}
