package org.practicewatch.intake.spreadsheet;

import org.jspecify.annotations.Nullable;

/**
 * Reads elements that hold a text: the value of a cell, and a shared or inline string, plain or of
 * runs in several fonts.
 */
final class PlainString {

  private final PlainText characters = new PlainText();
  private final PlainTag tag = new PlainTag("xml:space");
  private final PlainTag font = new PlainTag("val", "rgb", "theme", "tint", "indexed", "auto");
  private @Nullable StringBuilder runs;
  private String text = "";

  /** What was read last. */
  String text() {
    return text;
  }

  /**
   * Reads an element with a name of one letter, which holds characters only.
   *
   * @param from behind its name
   * @return behind the element; -1 where it is not plain
   */
  int element(byte[] bytes, int from, char name) {
    int at = tag.pass(bytes, from);
    if (at < 0) {
      return -1;
    }
    if (bytes[at] == '/') {
      return none(at + 2);
    }
    int end = characters.pass(bytes, at + 1);
    if (end < 0 || bytes[end + 1] != '/' || bytes[end + 2] != name) {
      return -1;
    }
    text = characters.text(bytes, at + 1, end);
    return PlainTag.close(bytes, end + 3);
  }

  /** An element that closes itself. */
  int none(int end) {
    text = "";
    return end;
  }

  /** Passes over characters that nobody needs, to the next tag. */
  int passCharacters(byte[] bytes, int from) {
    return characters.pass(bytes, from);
  }

  /**
   * Reads what stands in a string.
   *
   * @param from behind its opening tag
   * @return where its closing tag begins; -1 where it is not plain
   */
  int string(byte[] bytes, int from) {
    String first = null;
    runs = null;
    int at = PlainTag.spaces(bytes, from);
    while (bytes[at] == '<' && bytes[at + 1] != '/') {
      if (bytes[at + 1] == 't') {
        at = element(bytes, at + 2, 't');
      } else if (bytes[at + 1] == 'r' && bytes[at + 2] == '>') {
        at = run(bytes, at + 3);
      } else {
        return -1;
      }
      if (at < 0) {
        return -1;
      }
      if (first == null) {
        first = text;
      } else {
        runs = runs == null ? new StringBuilder(first) : runs;
        runs.append(text);
      }
      at = PlainTag.spaces(bytes, at);
    }
    text = runs != null ? runs.toString() : first != null ? first : "";
    boolean whole = text.length() <= XmlPart.MOST_CHARACTERS;
    return whole && bytes[at] == '<' ? at : -1;
  }

  /** A run: its font, of which nothing is kept, and its text. */
  private int run(byte[] bytes, int from) {
    int at = PlainTag.spaces(bytes, from);
    if (PlainTag.stands(bytes, at, "<rPr>")) {
      at = fonts(bytes, at + 5);
      if (at < 0 || !PlainTag.stands(bytes, at, "</rPr>")) {
        return -1;
      }
      at = PlainTag.spaces(bytes, at + 6);
    }
    if (bytes[at] != '<' || bytes[at + 1] != 't') {
      return -1;
    }
    at = element(bytes, at + 2, 't');
    if (at < 0) {
      return -1;
    }
    at = PlainTag.spaces(bytes, at);
    return PlainTag.stands(bytes, at, "</r>") ? at + 4 : -1;
  }

  private int fonts(byte[] bytes, int from) {
    int at = PlainTag.spaces(bytes, from);
    while (bytes[at] == '<' && bytes[at + 1] != '/') {
      int name = at + 1;
      at = name;
      while ((bytes[at] >= 'a' && bytes[at] <= 'z') || (bytes[at] >= 'A' && bytes[at] <= 'Z')) {
        at++;
      }
      at = at == name ? -1 : font.pass(bytes, at);
      if (at < 0 || bytes[at] != '/') {
        return -1;
      }
      at = PlainTag.spaces(bytes, at + 2);
    }
    return at;
  }
}
