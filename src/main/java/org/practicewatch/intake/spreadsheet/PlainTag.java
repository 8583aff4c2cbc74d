package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.stream.Stream;

/**
 * Reads the attributes of one kind of tag, where they are among those that programs are known to
 * write there and hold nothing but plain ASCII.
 */
final class PlainTag {

  private final byte[][] names;
  private final int[] begins;
  private final int[] ends;
  private int found;

  PlainTag(Stream<String> names) {
    this.names = names.map(name -> (name + "=").getBytes(US_ASCII)).toArray(byte[][]::new);
    this.begins = new int[this.names.length];
    this.ends = new int[this.names.length];
  }

  PlainTag(String... names) {
    this(Stream.of(names));
  }

  /**
   * Passes over the attributes.
   *
   * @param from behind the name of the element
   * @return where {@code >} or {@code />} stands; -1 where the tag is not plain
   */
  int pass(byte[] bytes, int from) {
    found = 0;
    int at = from;
    while (true) {
      int next = spaces(bytes, at);
      if (bytes[next] == '>' || (bytes[next] == '/' && bytes[next + 1] == '>')) {
        return next;
      }
      int name = next == at ? -1 : name(bytes, next);
      if (name < 0) {
        return -1;
      }
      begins[name] = next + names[name].length + 1;
      ends[name] = endOfValue(bytes, begins[name] - 1);
      if (ends[name] < 0) {
        return -1;
      }
      found |= 1 << name;
      at = ends[name] + 1;
    }
  }

  /** Which name, not met before, stands here; -1 for none. */
  private int name(byte[] bytes, int at) {
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i];
      if (bytes[at] == name[0]) {
        int same = 1;
        while (same < name.length && bytes[at + same] == name[same]) {
          same++;
        }
        if (same == name.length) {
          return has(i) ? -1 : i;
        }
      }
    }
    return -1;
  }

  private static int endOfValue(byte[] bytes, int at) {
    byte quote = bytes[at];
    if (quote != '"' && quote != '\'') {
      return -1;
    }
    int end = at + 1;
    while (bytes[end] != quote) {
      byte b = bytes[end];
      if (b < ' ' || b == '<' || b == '&' || b == 0x7F) {
        return -1;
      }
      end++;
    }
    return end;
  }

  /** Whether the tag had the attribute of this place among the names. */
  boolean has(int name) {
    return (found & (1 << name)) != 0;
  }

  int begin(int name) {
    return begins[name];
  }

  int end(int name) {
    return ends[name];
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  static int spaces(byte[] bytes, int from) {
    int at = from;
    while (isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Whether this stands here. */
  static boolean stands(byte[] bytes, int from, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Behind the tag that closes an element, from behind its name; -1 where it does not close. */
  static int close(byte[] bytes, int from) {
    int at = spaces(bytes, from);
    return bytes[at] == '>' ? at + 1 : -1;
  }
}
