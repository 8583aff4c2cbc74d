package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet: scanned as long as they are written plainly, and from the first that is not
 * by the parser, which passes over those that were given.
 */
final class RowsOfPart implements SheetRows {

  private final PartBytes.Source part;
  private final CellValues values;
  private @Nullable ScannedRows scanned;
  private @Nullable ParsedRows parsed;
  private int given;

  /**
   * Begins to read a sheet.
   *
   * @param piece how many bytes are held at least
   */
  RowsOfPart(PartBytes.Source part, int piece, CellValues values) {
    this.part = part;
    this.values = values;
    this.scanned = scan(part, piece, values);
    this.parsed = scanned == null ? new ParsedRows(XmlPart.open(part), values) : null;
  }

  private static @Nullable ScannedRows scan(PartBytes.Source part, int piece, CellValues values) {
    try {
      PartBytes bytes = new PartBytes(part.open(), piece);
      try {
        return new ScannedRows(bytes, values);
      } catch (NotPlain | IOException | RuntimeException e) {
        bytes.close();
        return null;
      }
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it is for the parser to find and tell.
      return null;
    }
  }

  @Override
  public @Nullable StoredRow next(int numberIfNotSaid) throws XMLStreamException {
    if (scanned != null) {
      try {
        StoredRow row = scanned.next(numberIfNotSaid);
        given++;
        return row;
      } catch (NotPlain | IOException | RuntimeException e) {
        // The parser reads it, or says in its own words why it cannot be read.
        close();
        scanned = null;
      }
    }
    if (parsed == null) {
      parsed = new ParsedRows(XmlPart.open(part), values);
      parsed.pass(given);
    }
    return parsed.next(numberIfNotSaid);
  }

  @Override
  public void close() {
    if (parsed != null) {
      parsed.close();
    }
    if (scanned != null) {
      try {
        scanned.close();
      } catch (IOException e) {
        throw ZipParts.damaged(e);
      }
    }
  }
}
