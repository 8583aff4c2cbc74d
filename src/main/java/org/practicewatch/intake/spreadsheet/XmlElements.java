package org.practicewatch.intake.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The elements of an XML file, read forwards by their local names; comments and attributes are
 * passed over. What no return holds, and what could do harm, is refused with the reason.
 */
final class XmlElements implements Closeable {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NAME = 64;

  /** What Excel can hold in a cell. */
  private static final int LONGEST_TEXT = 32_767;

  private static final XMLInputFactory FACTORY = XmlPart.factory();

  private final XmlCharacters characters;
  private final XMLStreamReader xml;
  private int depth;
  private int textSinceTag;

  XmlElements(Path file, Charset charset) {
    try {
      this.characters = new XmlCharacters(file, charset);
    } catch (IOException e) {
      throw Spreadsheets.cannotOpen(e);
    }
    try {
      this.xml = FACTORY.createXMLStreamReader(characters);
    } catch (XMLStreamException | RuntimeException e) {
      UnreadableExtract why = why(e, 0, 0);
      close(characters);
      throw why;
    }
  }

  /** What comes next in the file. */
  enum Event {
    OPENS,
    TEXT,
    CLOSES,
    END_OF_FILE
  }

  Event next() {
    try {
      while (xml.hasNext()) {
        characters.beginStretch();
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            open();
            return Event.OPENS;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            textSinceTag = 0;
            return Event.CLOSES;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            countText();
            return Event.TEXT;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnreadableExtract(
                  "The XML file holds a DOCTYPE or entities of its own, which no return needs and"
                      + " which can be used to do harm, so it was not read.");
          default -> {
            // Comments, instructions to programs, blanks between elements.
          }
        }
      }
      return Event.END_OF_FILE;
    } catch (UnreadableExtract e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      // What broken markup makes the parser throw is not declared anywhere.
      Location place = xml.getLocation();
      throw why(e, place.getLineNumber(), place.getColumnNumber());
    }
  }

  private void open() {
    textSinceTag = 0;
    depth++;
    if (depth > DEEPEST) {
      throw new UnreadableExtract(
          "The elements of the XML file stand inside each other more than "
              + DEEPEST
              + " deep, as in no return, so it was not read.");
    }
    if (xml.getLocalName().length() > LONGEST_NAME) {
      throw new UnreadableExtract(
          "The XML file has an element whose name is longer than any in a return, so it was not"
              + " read.");
    }
  }

  private void countText() throws XMLStreamException {
    textSinceTag += xml.getTextLength();
    if (textSinceTag > LONGEST_TEXT) {
      throw new UnreadableExtract(
          "An element of the XML file holds a longer text than a cell could ("
              + LONGEST_TEXT
              + " characters), so the file was not read.");
    }
  }

  /** The local name of the element that opens. */
  String name() {
    return xml.getLocalName();
  }

  /** The text, or the part of it that was read. */
  String text() {
    return xml.getText();
  }

  /** Whether the text is only what lays out the file. */
  boolean isBlank() {
    return xml.getText().isBlank();
  }

  private UnreadableExtract why(Exception e, int line, int column) {
    if (e instanceof UnreadableExtract refused) {
      return refused;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableExtract refused) {
        return refused;
      }
      if (cause instanceof IOException unreadable) {
        return Spreadsheets.cannotOpen(unreadable);
      }
    }
    return new UnreadableExtract(
        characters.ended()
            ? "The XML file is cut short: it was probably not copied completely."
            : "The XML file is not well formed: it breaks off being XML at line "
                + line
                + ", character "
                + column
                + ".",
        e);
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw why(e, 0, 0);
    } finally {
      close(characters);
    }
  }

  private static void close(XmlCharacters characters) {
    try {
      characters.close();
    } catch (IOException e) {
      throw Spreadsheets.cannotOpen(e);
    }
  }
}
