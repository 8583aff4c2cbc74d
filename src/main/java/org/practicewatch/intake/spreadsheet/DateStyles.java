package org.practicewatch.intake.spreadsheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.practicewatch.intake.SourceCell;

/**
 * Which of an XLSX workbook's cell styles show a number as a date or time, and which with noughts
 * before it, decided once.
 */
final class DateStyles {

  static final DateStyles NONE = new DateStyles(new BitSet(), Map.of());

  /** Excel allows no longer one, and a very long one could keep the pattern that reads it busy. */
  private static final int LONGEST_FORMAT = 255;

  private final BitSet dates;
  private final Map<Integer, Integer> digits;

  private DateStyles(BitSet dates, Map<Integer, Integer> digits) {
    this.dates = dates;
    this.digits = digits;
  }

  boolean isDate(int style) {
    return dates.get(style);
  }

  /** A number as it is shown in this style. */
  SourceCell shown(SourceCell number, int style) {
    return digits.isEmpty() ? number : Cells.withNoughts(number, digits.getOrDefault(style, 0));
  }

  static DateStyles read(XmlPart part) {
    try (part) {
      Map<Integer, String> formats = new HashMap<>();
      BitSet dates = new BitSet();
      Map<Integer, Integer> digits = new HashMap<>();
      while (part.nextElement()) {
        if (part.name().equals("numFmt")) {
          String code = part.attribute("formatCode");
          formats.put(id(part), code == null ? "" : code);
        } else if (part.name().equals("cellXfs")) {
          readStyles(part, formats, dates, digits);
          // The number formats stand before the styles; nothing after them is needed.
          part.readToEnd();
          return new DateStyles(dates, digits);
        }
      }
      return NONE;
    } catch (XMLStreamException | NumberFormatException e) {
      throw ZipParts.damaged(e);
    }
  }

  private static void readStyles(
      XmlPart part, Map<Integer, String> formats, BitSet dates, Map<Integer, Integer> digits)
      throws XMLStreamException {
    int style = 0;
    while (part.nextElement() && !part.name().equals("cellStyles")) {
      if (part.name().equals("xf")) {
        int shown = Cells.digitsOf(formats.get(id(part)));
        if (shown > 1) {
          digits.put(style, shown);
        }
        dates.set(style++, isDate(id(part), formats));
      }
    }
  }

  private static boolean isDate(int id, Map<Integer, String> formats) {
    String code = formats.get(id);
    if (code != null && code.length() > LONGEST_FORMAT) {
      return false;
    }
    return DateUtil.isADateFormat(id, code == null ? BuiltinFormats.getBuiltinFormat(id) : code);
  }

  private static int id(XmlPart part) {
    String id = part.attribute("numFmtId");
    return id == null ? 0 : Integer.parseInt(id);
  }
}
