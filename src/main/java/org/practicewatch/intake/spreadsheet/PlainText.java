package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads the characters between two tags, in UTF-8 and with what XML writes for some of them. */
final class PlainText {

  private static final byte PLAIN = 0;
  private static final byte TAG = 1;
  private static final byte NEVER = 2;
  private static final byte REFERENCE = 3;
  private static final byte RETURN = 4;
  private static final byte BRACKET = 5;
  private static final byte UNDERSCORE = 6;
  private static final byte LONGER = 7;

  private static final byte[] KINDS = kinds();

  private static final int HIGHEST = 0x10FFFF;

  /** Whether the text last passed over has characters of more than a byte. */
  private boolean wide;

  /** Whether it must be written anew, for references and line ends. */
  private boolean rewritten;

  private boolean escaped;

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, 0, ' ', NEVER);
    kinds['\t'] = PLAIN;
    kinds['\n'] = PLAIN;
    kinds['\r'] = RETURN;
    kinds['<'] = TAG;
    kinds['&'] = REFERENCE;
    kinds[']'] = BRACKET;
    kinds['_'] = UNDERSCORE;
    kinds[0x7F] = NEVER;
    Arrays.fill(kinds, 0x80, 0x100, LONGER);
    return kinds;
  }

  /** Where the next tag begins; -1 where the text is none that XML allows, or a very long one. */
  int pass(byte[] bytes, int from) {
    wide = false;
    rewritten = false;
    escaped = false;
    int at = from;
    while (true) {
      int kind = KINDS[bytes[at] & 0xFF];
      if (kind == PLAIN) {
        at++;
      } else if (kind == TAG) {
        return at - from > XmlPart.MOST_CHARACTERS ? -1 : at;
      } else {
        at = passOdd(bytes, at, kind);
        if (at < 0) {
          return -1;
        }
      }
    }
  }

  private int passOdd(byte[] bytes, int at, int kind) {
    switch (kind) {
      case REFERENCE -> {
        rewritten = true;
        return character(bytes, at) < 0 ? -1 : semicolon(bytes, at) + 1;
      }
      case RETURN -> {
        rewritten = true;
        return at + 1;
      }
      case BRACKET -> {
        boolean endOfData = bytes[at + 1] == ']' && bytes[at + 2] == '>';
        return endOfData ? -1 : at + 1;
      }
      case UNDERSCORE -> {
        escaped |= bytes[at + 1] == 'x';
        return at + 1;
      }
      case LONGER -> {
        wide = true;
        return passLonger(bytes, at);
      }
      default -> {
        return -1;
      }
    }
  }

  /** Passes over one character of two to four bytes, in the only form that UTF-8 allows. */
  private static int passLonger(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    int code = lead & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return -1;
      }
      code = code << 6 | (bytes[at + i] & 0x3F);
    }
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    return lead < 0xC2 || lead > 0xF4 || code < least || !isAllowed(code) ? -1 : at + length;
  }

  private static boolean isAllowed(int code) {
    return code < ' '
        ? code == '\t' || code == '\n' || code == '\r'
        : code < 0xD800 || (code > 0xDFFF && code < 0xFFFE) || (code > 0xFFFF && code <= HIGHEST);
  }

  /** Where a reference ends; -1 where it does not. */
  private static int semicolon(byte[] bytes, int at) {
    int end = at + 1;
    while (end - at < 10 && bytes[end] > ' ' && bytes[end] != ';') {
      end++;
    }
    return bytes[end] == ';' ? end : -1;
  }

  /** The character that a reference stands for; -1 where XML itself knows none. */
  private static int character(byte[] bytes, int at) {
    int end = semicolon(bytes, at);
    if (end < 0) {
      return -1;
    }
    String name = new String(bytes, at + 1, end - at - 1, ISO_8859_1);
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> numbered(name);
    };
  }

  private static int numbered(String name) {
    boolean hex = name.startsWith("#x");
    String digits = name.startsWith("#") ? name.substring(hex ? 2 : 1) : "";
    int code = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, hex ? 16 : 10) : -1;
      code = digit < 0 || code > HIGHEST ? -1 : code * (hex ? 16 : 10) + digit;
      if (code < 0) {
        return -1;
      }
    }
    return !digits.isEmpty() && isAllowed(code) ? code : -1;
  }

  /** The text last passed over. */
  String text(byte[] bytes, int from, int to) {
    if (!rewritten) {
      String text = new String(bytes, from, to - from, wide ? UTF_8 : ISO_8859_1);
      return escaped ? XmlPart.unescaped(text) : text;
    }
    StringBuilder text = new StringBuilder(to - from);
    int begin = from;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '&') {
        text.append(new String(bytes, begin, at - begin, UTF_8));
        text.appendCodePoint(character(bytes, at));
        at = semicolon(bytes, at);
        begin = at + 1;
      } else if (bytes[at] == '\r') {
        text.append(new String(bytes, begin, at - begin, UTF_8));
        // XML takes each of the three ways to end a line for the same.
        if (bytes[at + 1] != '\n') {
          text.append('\n');
        }
        begin = at + 1;
      }
    }
    text.append(new String(bytes, begin, to - begin, UTF_8));
    return XmlPart.unescaped(text.toString());
  }
}
