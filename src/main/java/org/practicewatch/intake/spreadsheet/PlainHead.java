package org.practicewatch.intake.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What stands in a part before its first row or text. It is short and can be anything, so the
 * parser reads it, and says whether what follows can be read without one.
 */
final class PlainHead {

  private final String element;
  private final int depth;
  private final Set<String> prefixes = new HashSet<>();

  private PlainHead(String element, int depth) {
    this.element = element;
    this.depth = depth;
  }

  /**
   * Passes over the head of a part, to behind the tag that opens what holds the rows or texts.
   *
   * @param element what holds them
   * @param depth how many elements are open within it, itself included
   * @return the prefixes that its attributes may have
   */
  static Set<String> pass(PartBytes part, String element, int depth) throws IOException, NotPlain {
    String tag = "<" + element;
    int end = -1;
    while (end < 0) {
      if (!part.more()) {
        throw new NotPlain();
      }
      end = endOfTag(part.bytes(), part.limit(), tag);
    }
    PlainHead head = new PlainHead(element, depth);
    try {
      head.read(part.bytes(), end);
    } catch (XMLStreamException e) {
      throw new NotPlain();
    }
    part.passTo(end);
    return head.prefixes;
  }

  /** Behind the tag; -1 where it has not come or not ended, or closes itself. */
  private static int endOfTag(byte[] bytes, int limit, String tag) {
    for (int i = 0; i + tag.length() < limit; i++) {
      if (PlainTag.stands(bytes, i, tag)) {
        int end = i + tag.length();
        while (end < limit && bytes[end] != '>') {
          end++;
        }
        return end < limit && bytes[end - 1] != '/' ? end + 1 : -1;
      }
    }
    return -1;
  }

  private void read(byte[] bytes, int end) throws XMLStreamException, NotPlain {
    XMLStreamReader xml =
        XmlPart.FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes, 0, end));
    String encoding = xml.getCharacterEncodingScheme();
    if ((encoding != null && !encoding.equalsIgnoreCase("UTF-8"))
        || (xml.getVersion() != null && !xml.getVersion().equals("1.0"))) {
      throw new NotPlain();
    }
    int open = 0;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open++;
          boolean reached = xml.getLocalName().equals(element);
          if (reached || open < depth) {
            keepPrefixes(xml);
          }
          if (reached && open == depth && xml.getPrefix().isEmpty()) {
            return;
          }
          if (reached || xml.getLocalName().equals("row")) {
            throw new NotPlain();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new NotPlain();
        default -> {}
      }
    }
  }

  private void keepPrefixes(XMLStreamReader xml) {
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      String prefix = xml.getNamespacePrefix(i);
      if (prefix != null) {
        prefixes.add(prefix);
      }
    }
  }
}
