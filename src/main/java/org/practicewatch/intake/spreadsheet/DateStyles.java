package org.practicewatch.intake.spreadsheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which of an XLSX workbook's cell styles show a number as a date or time, decided once. */
final class DateStyles {

  static final DateStyles NONE = new DateStyles(new BitSet());

  /** Excel allows no longer one, and a very long one could keep the pattern that reads it busy. */
  private static final int LONGEST_FORMAT = 255;

  private final BitSet dates;

  private DateStyles(BitSet dates) {
    this.dates = dates;
  }

  boolean isDate(int style) {
    return dates.get(style);
  }

  static DateStyles read(XmlPart part) {
    try (part) {
      Map<Integer, String> formats = new HashMap<>();
      BitSet dates = new BitSet();
      while (part.nextElement()) {
        if (part.name().equals("numFmt")) {
          String code = part.attribute("formatCode");
          formats.put(id(part), code == null ? "" : code);
        } else if (part.name().equals("cellXfs")) {
          readStyles(part, formats, dates);
          // The number formats stand before the styles; nothing after them is needed.
          part.readToEnd();
          return new DateStyles(dates);
        }
      }
      return NONE;
    } catch (XMLStreamException | NumberFormatException e) {
      throw ZipParts.damaged(e);
    }
  }

  private static void readStyles(XmlPart part, Map<Integer, String> formats, BitSet dates)
      throws XMLStreamException {
    int style = 0;
    while (part.nextElement() && !part.name().equals("cellStyles")) {
      if (part.name().equals("xf")) {
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
