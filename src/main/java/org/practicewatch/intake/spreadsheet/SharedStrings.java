package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The texts that cells of an XLSX workbook refer to by number: all of a workbook we hold at once.
 */
final class SharedStrings {

  /** A million rows of twenty columns hold a quarter of this. */
  private static final long MOST_CHARACTERS = 100_000_000;

  private static final int MOST_STRINGS = 25_000_000;

  private SharedStrings() {}

  static List<String> read(XmlPart part) {
    try (part) {
      List<String> strings = new ArrayList<>();
      long characters = 0;
      while (part.nextElement()) {
        if (part.name().equals("si")) {
          String text = part.richText();
          characters += text.length();
          if (characters > MOST_CHARACTERS || strings.size() == MOST_STRINGS) {
            throw new UnreadableExtract("The workbook holds more text than can be read at once.");
          }
          strings.add(text);
        }
      }
      return strings;
    } catch (UnreadableExtract e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      // What a damaged part makes the parser throw is not declared anywhere.
      throw ZipParts.damaged(e);
    }
  }
}
