package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The texts that cells of an XLSX workbook refer to by number: all of a workbook we hold at once.
 */
final class SharedStrings {

  /** A million rows of twenty columns hold a tenth of this. */
  private static final long MOST_CHARACTERS = 250_000_000;

  private SharedStrings() {}

  static List<String> read(XmlPart part) {
    try (part) {
      List<String> strings = new ArrayList<>();
      long characters = 0;
      while (part.nextElement()) {
        if (part.name().equals("si")) {
          String text = part.richText();
          characters += text.length();
          if (characters > MOST_CHARACTERS) {
            throw new UnreadableExtract("The workbook holds more text than can be read at once.");
          }
          strings.add(text);
        }
      }
      return strings;
    } catch (XMLStreamException e) {
      throw ZipParts.damaged(e);
    }
  }
}
