package org.practicewatch.intake.spreadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.DateText;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

/** The rows of one XLSX sheet as they stand in its XML; the declared dimension is not looked at. */
final class XlsxSheet implements SourceSheet {

  private static final int LAST_COLUMN = 16_383;
  private static final int LAST_ROW = 1_048_576;

  private final String name;
  private final boolean hidden;
  private final XmlPart xml;
  private final Supplier<MergedCells> mergedCells;
  private final List<String> strings;
  private final DateStyles styles;
  private final boolean from1904;
  private @Nullable MergedCells merged;
  private @Nullable SourceRow above;
  private int last;
  private int blank;
  private int cellColumn;
  private String cellType = "n";
  private int cellStyle;
  private boolean ended;

  /**
   * A sheet.
   *
   * @param mergedCells finds out which cells are merged: asked only where a cell may be, because it
   *     must look through the sheet once more
   */
  XlsxSheet(
      String name,
      boolean hidden,
      XmlPart xml,
      Supplier<MergedCells> mergedCells,
      List<String> strings,
      DateStyles styles,
      boolean from1904) {
    this.name = name;
    this.hidden = hidden;
    this.xml = xml;
    this.mergedCells = mergedCells;
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  @Override
  public int blankRows() {
    return blank;
  }

  @Override
  public void close() {
    xml.close();
  }

  @Override
  public @Nullable SourceRow next() {
    try {
      while (!ended && xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
          SourceRow row = row();
          if (row != null) {
            return row;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("sheetData")) {
          ended = true;
          xml.readToEnd();
        }
      }
      return null;
    } catch (UnreadableExtract e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      throw ZipParts.isSwollen(e) ? ZipParts.tooMuchInside(e) : Cells.damagedAfter(last, e);
    }
  }

  /** The row just entered, or null where it holds nothing. */
  private @Nullable SourceRow row() throws XMLStreamException {
    String reference = xml.attribute("r");
    int number = reference == null ? last + 1 : Integer.parseInt(reference);
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
    if (number <= last || number > LAST_ROW) {
      throw new IllegalArgumentException("no such row, or not in its place");
    }
    blank += number - last - 1;
    last = number;
    if (Cells.areBlank(cells)) {
      blank++;
      return null;
    }
    if (!inOrder) {
      cells.sort(Comparator.comparingInt(SourceCell::column));
      for (int i = 1; i < cells.size(); i++) {
        if (cells.get(i).column() == cells.get(i - 1).column()) {
          throw new IllegalArgumentException("a cell stands twice");
        }
      }
    }
    above = new SourceRow(number, rowHidden, withMerged(number, cells));
    return above;
  }

  private List<SourceCell> withMerged(int row, List<SourceCell> cells) {
    if (merged == null && MergedCells.canTakeFrom(above, cells)) {
      merged = mergedCells.get();
    }
    return merged == null ? cells : merged.fill(above, row, cells);
  }

  @Override
  public int mergedAcrossTo(int row, int column) {
    if (merged == null) {
      merged = mergedCells.get();
    }
    return merged.acrossTo(row, column);
  }

  /** What the cell just entered says of itself, looked through once: a sheet has many cells. */
  private void readAttributes(int columnIfNotSaid) throws XMLStreamException {
    cellColumn = columnIfNotSaid;
    cellType = "n";
    cellStyle = 0;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> cellColumn = column(xml.attributeValue(i));
        case "t" -> cellType = xml.attributeValue(i);
        case "s" -> cellStyle = Integer.parseInt(xml.attributeValue(i));
        default -> {}
      }
    }
  }

  /** The cell just entered, or null where it holds nothing. */
  private @Nullable SourceCell cell() throws XMLStreamException {
    int column = cellColumn;
    String type = cellType;
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
    // Excel writes an empty text as the result of a formula that gives one; other programs write
    // an empty number where they did not calculate.
    if (formula && (value == null || (value.isEmpty() && type.equals("n")))) {
      return Cells.noResult(column);
    }
    if (value == null || value.isEmpty()) {
      return null;
    }
    SourceCell cell = cell(column, type, value, cellStyle);
    return formula && cell != null ? cell.ofFormula() : cell;
  }

  private @Nullable SourceCell cell(int column, String type, String value, int style) {
    // Nearly every cell is one of these two, and a switch would first take a hash of the type.
    if (type.equals("n")) {
      return number(column, value, style);
    }
    if (type.equals("s")) {
      return textOrNull(column, strings.get(Integer.parseInt(value.strip())));
    }
    return switch (type) {
      case "str", "inlineStr" -> textOrNull(column, value);
      case "b" -> Cells.bool(column, value.equals("1") || value.equals("true"));
      case "e" -> Cells.error(column, value);
      case "d" -> isoDate(column, value);
      default -> number(column, value, style);
    };
  }

  private SourceCell number(int column, String value, int style) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    // Some programs write NaN where they had nothing to write: what stands there is only text.
    return Double.isFinite(number)
        ? styles.shown(Cells.number(column, value, number, styles.isDate(style), from1904), style)
        : Cells.text(column, value);
  }

  private static SourceCell isoDate(int column, String value) {
    // A time alone is no date, and a moment that may be of two days is told as the text that it is.
    return DateText.read(value.strip())
        .map(read -> Cells.date(column, read.day().atTime(read.time())))
        .orElseGet(() -> Cells.text(column, value));
  }

  private static @Nullable SourceCell textOrNull(int column, String text) {
    return text.isEmpty() ? null : Cells.text(column, text);
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
}
