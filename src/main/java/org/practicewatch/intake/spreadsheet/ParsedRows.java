package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;

/**
 * The rows of a sheet as an XML parser reads them: whatever XML can be, and what is wrong with it.
 */
final class ParsedRows implements SheetRows {

  private static final int LAST_COLUMN = 16_383;

  private final XmlPart xml;
  private final CellValues values;
  private int cellColumn;
  private CellType cellType = CellType.NUMBER;
  private int cellStyle;

  ParsedRows(XmlPart xml, CellValues values) {
    this.xml = xml;
    this.values = values;
  }

  @Override
  public @Nullable StoredRow next(int numberIfNotSaid) throws XMLStreamException {
    return enterRow() ? row(numberIfNotSaid) : null;
  }

  /** Passes over rows that were given already, in another way. */
  void pass(int rows) throws XMLStreamException {
    for (int i = 0; i < rows && enterRow(); i++) {
      xml.skip();
    }
  }

  private boolean enterRow() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("sheetData")) {
        xml.readToEnd();
        return false;
      }
    }
    return false;
  }

  private StoredRow row(int numberIfNotSaid) throws XMLStreamException {
    String reference = xml.attribute("r");
    int number = reference == null ? numberIfNotSaid : Integer.parseInt(reference);
    boolean rowHidden = xml.flag("hidden");
    List<SourceCell> cells = new ArrayList<>();
    boolean inOrder = true;
    int column = -1;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!xml.name().equals("c")) {
        xml.skip();
        continue;
      }
      readAttributes(column + 1);
      inOrder &= cellColumn > column;
      column = cellColumn;
      SourceCell cell = cell();
      if (cell != null) {
        cells.add(cell);
      }
    }
    return new StoredRow(number, rowHidden, cells, inOrder);
  }

  /** What the cell just entered says of itself, looked through once: a sheet has many cells. */
  private void readAttributes(int columnIfNotSaid) throws XMLStreamException {
    cellColumn = columnIfNotSaid;
    cellType = CellType.NUMBER;
    cellStyle = 0;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> cellColumn = column(xml.attributeValue(i));
        case "t" -> cellType = CellType.of(xml.attributeValue(i));
        case "s" -> cellStyle = Integer.parseInt(xml.attributeValue(i));
        default -> {}
      }
    }
  }

  /** The cell just entered, or null where it holds nothing. */
  private @Nullable SourceCell cell() throws XMLStreamException {
    boolean formula = false;
    String value = null;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.name()) {
        case "v" -> value = xml.text();
        case "is" -> value = xml.richText();
        case "f" -> {
          formula = true;
          xml.skip();
        }
        default -> xml.skip();
      }
    }
    return values.cell(cellColumn, cellType, cellStyle, value, formula);
  }

  /** 0 for A1, 26 for AA7. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
      if (column > LAST_COLUMN + 1) {
        break;
      }
    }
    if (column < 1 || column > LAST_COLUMN + 1) {
      throw new IllegalArgumentException("no such column");
    }
    return column - 1;
  }

  @Override
  public void close() {
    xml.close();
  }
}
