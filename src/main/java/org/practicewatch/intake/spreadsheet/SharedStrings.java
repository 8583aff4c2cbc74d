package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
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

  /** All of them, in their order: scanned where they are written plainly, otherwise parsed. */
  static List<String> read(PartBytes.Source part) {
    try (PartBytes bytes = new PartBytes(part.open(), PartBytes.PIECE)) {
      return scanned(bytes);
    } catch (NotPlain | IOException | RuntimeException e) {
      // Whatever is wrong with it is for the parser to find and tell.
      return parsed(XmlPart.open(part));
    }
  }

  /** What is written plainly, with nothing between and behind the texts. */
  static List<String> scanned(PartBytes part) throws IOException, NotPlain {
    PlainHead.pass(part, "sst", 1);
    PlainString string = new PlainString();
    List<String> strings = new ArrayList<>();
    long characters = 0;
    while (true) {
      int end = item(part.bytes(), part.from(), string);
      if (end >= 0) {
        characters += string.text().length();
        if (characters > MOST_CHARACTERS || strings.size() == MOST_STRINGS) {
          throw new NotPlain();
        }
        strings.add(string.text());
        part.passTo(end);
      } else if (isEnd(part)) {
        return strings;
      } else if (!part.more()) {
        throw new NotPlain();
      }
    }
  }

  /** Behind the text that stands here; -1 where it is not plain, or not there as a whole. */
  private static int item(byte[] bytes, int from, PlainString string) {
    int at = PlainTag.spaces(bytes, from);
    if (!PlainTag.stands(bytes, at, "<si>")) {
      return -1;
    }
    at = string.string(bytes, at + 4);
    return at >= 0 && PlainTag.stands(bytes, at, "</si>") ? at + 5 : -1;
  }

  private static boolean isEnd(PartBytes part) {
    int at = PlainTag.spaces(part.bytes(), part.from());
    return part.ended()
        && PlainTag.stands(part.bytes(), at, "</sst>")
        && PlainTag.spaces(part.bytes(), at + 6) == part.limit();
  }

  static List<String> parsed(XmlPart part) {
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
