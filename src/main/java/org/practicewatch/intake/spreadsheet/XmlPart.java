package org.practicewatch.intake.spreadsheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.UnreadableExtract;

/**
 * One XML part of a workbook, read forwards. Elements go by their local names, so that the strict
 * form of the format reads like the usual one.
 */
final class XmlPart implements Closeable {

  /**
   * How the format writes characters that XML cannot hold (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
   */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /**
   * More than any cell can hold; what comes after is not kept, and the cell is told as too long.
   */
  static final int MOST_CHARACTERS = 40_000;

  static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader xml;

  XmlPart(InputStream in) throws XMLStreamException {
    this.in = in;
    this.xml = FACTORY.createXMLStreamReader(in);
  }

  /** Opens a part that the workbook cannot do without. */
  static XmlPart open(PartBytes.Source part) {
    try {
      return new XmlPart(part.open());
    } catch (IOException | XMLStreamException e) {
      throw ZipParts.damaged(e);
    }
  }

  /** A parser that follows no reference to anything outside the file, nor any entity in it. */
  static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  boolean hasNext() throws XMLStreamException {
    return xml.hasNext();
  }

  int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new UnreadableExtract(
          "The workbook holds XML entities, which no spreadsheet program writes, so it was not read.");
    }
    return event;
  }

  /** Moves to the next element that opens, if there is one. */
  boolean nextElement() throws XMLStreamException {
    while (xml.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  String name() {
    return xml.getLocalName();
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  String attributeName(int i) {
    return xml.getAttributeLocalName(i);
  }

  String attributeValue(int i) {
    return xml.getAttributeValue(i);
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  boolean flag(String name) {
    String value = attribute(name);
    return "1".equals(value) || "true".equals(value);
  }

  /** Passes over the rest of the part: only then is it known to be undamaged. */
  void readToEnd() {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw ZipParts.damaged(e);
    }
  }

  /** Passes over the rest of the element just entered. */
  void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** The characters of the element just entered, to its end. */
  String text() throws XMLStreamException {
    String text = "";
    StringBuilder pieces = null;
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        skip();
      } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
        // Nearly always there is one piece, which needs no builder.
        if (pieces == null && text.isEmpty()) {
          text = xml.getText();
        } else {
          pieces = pieces == null ? new StringBuilder(text) : pieces;
          if (pieces.length() < MOST_CHARACTERS) {
            pieces.append(xml.getText());
          }
        }
      }
    }
    return unescaped(pieces == null ? text : pieces.toString());
  }

  /** The text of a shared or inline string: its runs joined, without the phonetic guides. */
  String richText() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (name()) {
          case "t" -> {
            String run = text();
            text.append(text.length() < MOST_CHARACTERS ? run : "");
          }
          case "r" -> depth++;
          default -> skip();
        }
      }
    }
    return text.toString();
  }

  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    return escape.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (IOException | XMLStreamException e) {
      throw ZipParts.damaged(e);
    }
  }
}
