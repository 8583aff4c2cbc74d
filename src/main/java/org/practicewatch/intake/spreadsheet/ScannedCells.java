package org.practicewatch.intake.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;

/** Reads the cells of one row after another from the bytes of a sheet. */
final class ScannedCells {

  private static final int NOT_PLAIN = -1;

  /** No whole number of so many digits is too large for an int. */
  private static final int MOST_DIGITS = 9;

  /** Both digits and power are exact, so their quotient is rounded once, as if it were parsed. */
  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5};

  private static final int CLOSING = "</v></c>".length();

  private static final int LAST_COLUMN = 16_383;

  private final CellValues values;
  private final PlainString string = new PlainString();
  private final PlainTag formulaTag =
      new PlainTag(
          "t",
          "ref",
          "si",
          "ca",
          "aca",
          "bx",
          "dt2D",
          "dtr",
          "del1",
          "del2",
          "r1",
          "r2",
          "xml:space");
  private final PlainTag noAttributes = new PlainTag();

  private SourceCell[] cells = new SourceCell[32];
  private int count;
  private boolean inOrder;
  private int column;
  private int style;
  private CellType type = CellType.NUMBER;

  ScannedCells(CellValues values) {
    this.values = values;
  }

  /** Another row begins. */
  void begin() {
    count = 0;
    inOrder = true;
    column = -1;
  }

  /** Those of the row that hold anything. */
  List<SourceCell> list() {
    return List.of(Arrays.copyOf(cells, count));
  }

  boolean inOrder() {
    return inOrder;
  }

  private void add(@Nullable SourceCell cell) {
    if (cell != null) {
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, count * 2);
      }
      cells[count++] = cell;
    }
  }

  /**
   * Reads the cells of a row.
   *
   * @param from behind the tag that opens it
   * @return behind the tag that closes it; -1 where it is not plain
   */
  int read(byte[] bytes, int from) {
    int at = PlainTag.spaces(bytes, from);
    while (bytes[at] == '<' && bytes[at + 1] == 'c') {
      int before = column;
      at = tag(bytes, at + 2);
      if (at < 0) {
        return NOT_PLAIN;
      }
      inOrder &= column > before;
      at = bytes[at] == '/' ? at + 2 : inside(bytes, at + 1);
      if (at < 0) {
        return NOT_PLAIN;
      }
      if (bytes[at] != '<') {
        at = PlainTag.spaces(bytes, at);
      }
    }
    boolean ends =
        bytes[at] == '<'
            && bytes[at + 1] == '/'
            && bytes[at + 2] == 'r'
            && bytes[at + 3] == 'o'
            && bytes[at + 4] == 'w';
    return ends ? PlainTag.close(bytes, at + 5) : NOT_PLAIN;
  }

  /** What the cell says of itself: to where {@code >} or {@code />} stands. */
  private int tag(byte[] bytes, int from) {
    column++;
    style = 0;
    type = CellType.NUMBER;
    int said = 0;
    int at = from;
    while (true) {
      byte b = bytes[at];
      if (b == '>' || (b == '/' && bytes[at + 1] == '>')) {
        return at;
      }
      if (!PlainTag.isSpace(b)) {
        return NOT_PLAIN;
      }
      at = PlainTag.spaces(bytes, at + 1);
      byte name = bytes[at];
      if (name != '>' && name != '/') {
        if (bytes[at + 1] != '=' || (bytes[at + 2] != '"' && bytes[at + 2] != '\'')) {
          return NOT_PLAIN;
        }
        at = attribute(bytes, name, at + 3);
        int bit = 1 << (name - 'r');
        if (at < 0 || (said & bit) != 0) {
          return NOT_PLAIN;
        }
        said |= bit;
      }
    }
  }

  /** Behind the closing quotation mark of an attribute, whose value begins here. */
  private int attribute(byte[] bytes, byte name, int from) {
    byte quote = bytes[from - 1];
    int end;
    switch (name) {
      case 'r' -> end = reference(bytes, from);
      case 's' -> {
        end = digits(bytes, from);
        style = whole(bytes, from, end);
        if (style < 0) {
          return NOT_PLAIN;
        }
      }
      case 't' -> {
        end = letters(bytes, from);
        type = type(bytes, from, end);
        if (type == CellType.UNKNOWN) {
          return NOT_PLAIN;
        }
      }
      default -> {
        return NOT_PLAIN;
      }
    }
    return end >= 0 && bytes[end] == quote ? end + 1 : NOT_PLAIN;
  }

  /** Such as AA7, of which only the letters say anything. */
  private int reference(byte[] bytes, int from) {
    int at = from;
    int letters = 0;
    while (bytes[at] >= 'A' && bytes[at] <= 'Z') {
      letters = letters * 26 + bytes[at] - 'A' + 1;
      if (letters > LAST_COLUMN + 1) {
        return NOT_PLAIN;
      }
      at++;
    }
    column = letters - 1;
    return letters == 0 ? NOT_PLAIN : digits(bytes, at);
  }

  private static CellType type(byte[] bytes, int from, int to) {
    if (to - from == 1) {
      return switch (bytes[from]) {
        case 's' -> CellType.SHARED_TEXT;
        case 'n' -> CellType.NUMBER;
        case 'b' -> CellType.BOOLEAN;
        case 'e' -> CellType.ERROR;
        case 'd' -> CellType.ISO_DATE;
        default -> CellType.UNKNOWN;
      };
    }
    return CellType.of(new String(bytes, from, to - from, ISO_8859_1));
  }

  private static int digits(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static int letters(byte[] bytes, int from) {
    int at = from;
    while ((bytes[at] >= 'a' && bytes[at] <= 'z') || bytes[at] == 'S') {
      at++;
    }
    return at;
  }

  /** A whole number without a sign; -1 where there is none, or a very large one. */
  static int whole(byte[] bytes, int from, int to) {
    if (to == from || to - from > MOST_DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** What stands in the cell: to behind the tag that closes it. */
  private int inside(byte[] bytes, int from) {
    if (bytes[from] == '<' && bytes[from + 1] == 'v' && bytes[from + 2] == '>') {
      int end = shortNumber(bytes, from + 3);
      if (end >= 0) {
        return end;
      }
    }
    String value = null;
    boolean formula = false;
    int at = PlainTag.spaces(bytes, from);
    while (bytes[at] == '<' && bytes[at + 1] != '/') {
      switch (bytes[at + 1]) {
        case 'v' -> {
          at = string.element(bytes, at + 2, 'v');
          value = string.text();
        }
        case 'i' -> {
          at = bytes[at + 2] == 's' ? inlineString(bytes, at + 3) : NOT_PLAIN;
          value = string.text();
        }
        case 'f' -> {
          at = formula(bytes, at + 2);
          formula = true;
        }
        default -> at = NOT_PLAIN;
      }
      if (at < 0) {
        return NOT_PLAIN;
      }
      at = PlainTag.spaces(bytes, at);
    }
    if (bytes[at] != '<' || bytes[at + 2] != 'c') {
      return NOT_PLAIN;
    }
    at = PlainTag.close(bytes, at + 3);
    if (at >= 0) {
      add(values.cell(column, type, style, value, formula));
    }
    return at;
  }

  /**
   * What nearly every cell is: a number of a few digits, which stands for a text, a day or itself.
   * It is read in one go, without making anything on the way.
   *
   * @param from the first digit
   * @return behind the cell; -1 where it is anything else
   */
  private int shortNumber(byte[] bytes, int from) {
    long digits = 0;
    int at = from;
    for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
      digits = digits * 10 + digit;
      at++;
    }
    int length = at - from;
    if (length == 0 || length > MOST_DIGITS || (length > 1 && bytes[from] == '0')) {
      return NOT_PLAIN;
    }
    int places = 0;
    if (bytes[at] == '.') {
      int point = at++;
      for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
        digits = digits * 10 + digit;
        at++;
        // What is written ends with the last digit that is no nought.
        length = digit == 0 ? length : at - from;
      }
      places = at - point - 1;
      if (places == 0 || places >= POWERS.length) {
        return NOT_PLAIN;
      }
    }
    if (!closesCell(bytes, at) || (type != CellType.NUMBER && places > 0)) {
      return NOT_PLAIN;
    }
    if (type == CellType.SHARED_TEXT) {
      add(values.shared(column, (int) digits));
    } else if (type != CellType.NUMBER) {
      return NOT_PLAIN;
    } else if (places == 0 && values.isDay(style, (int) digits)) {
      add(values.day(column, (int) digits));
    } else {
      String written = new String(bytes, from, length, ISO_8859_1);
      add(values.plainNumber(column, style, digits / POWERS[places], written));
    }
    return at + CLOSING;
  }

  private static boolean closesCell(byte[] bytes, int at) {
    return bytes[at] == '<'
        && bytes[at + 1] == '/'
        && bytes[at + 2] == 'v'
        && bytes[at + 3] == '>'
        && bytes[at + 4] == '<'
        && bytes[at + 5] == '/'
        && bytes[at + 6] == 'c'
        && bytes[at + 7] == '>';
  }

  private int inlineString(byte[] bytes, int from) {
    int at = noAttributes.pass(bytes, from);
    if (at < 0) {
      return NOT_PLAIN;
    }
    if (bytes[at] == '/') {
      return string.none(at + 2);
    }
    at = string.string(bytes, at + 1);
    boolean ends = at >= 0 && bytes[at + 1] == '/' && bytes[at + 2] == 'i' && bytes[at + 3] == 's';
    return ends ? PlainTag.close(bytes, at + 4) : NOT_PLAIN;
  }

  /** Passes over a formula: what it says is not looked at, only its result. */
  private int formula(byte[] bytes, int from) {
    int at = formulaTag.pass(bytes, from);
    if (at < 0 || bytes[at] == '/') {
      return at < 0 ? NOT_PLAIN : at + 2;
    }
    at = string.passCharacters(bytes, at + 1);
    boolean ends = at >= 0 && bytes[at + 1] == '/' && bytes[at + 2] == 'f';
    return ends ? PlainTag.close(bytes, at + 3) : NOT_PLAIN;
  }
}
