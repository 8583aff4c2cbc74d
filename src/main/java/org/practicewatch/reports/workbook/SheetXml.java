package org.practicewatch.reports.workbook;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportSheet.FillIn;
import org.practicewatch.reports.section.ReportWorkbook;

/** One sheet, written row by row. */
final class SheetXml {

  static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** The row of the headings: above it stand a title and a sentence. */
  static final int HEADINGS = 3;

  /** What a spreadsheet program can hold in a cell. */
  private static final int LONGEST_TEXT = 32_767;

  /** Days are counted from here; before 1 March 1900 spreadsheet programs count differently. */
  private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 30);

  private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);

  /** Heights are written down: some programs do not find them out for themselves. */
  private static final int POINTS_A_LINE = 13;

  private static final int MOST_LINES = 12;

  /** As much of a heading's width as the button of a filter takes. */
  private static final String FILTER_BUTTON = "   ";

  private static final int INDENT = 1;

  /** As many characters as can be read side by side on a page. */
  private static final int CHARACTERS_ACROSS = 260;

  private static final OutputFactoryImpl XML = new OutputFactoryImpl();

  private final XMLStreamWriter xml;
  private int rows;

  private SheetXml(OutputStream out) throws XMLStreamException {
    this.xml = XML.createXMLStreamWriter(out, "UTF-8");
  }

  /** Writes the sheet and says in how many rows, headings included. */
  static int write(OutputStream out, ReportWorkbook book, ReportSheet sheet, boolean first)
      throws XMLStreamException {
    SheetXml one = new SheetXml(out);
    one.sheet(book, sheet, first);
    one.xml.flush();
    return one.rows;
  }

  private void sheet(ReportWorkbook book, ReportSheet sheet, boolean first)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("worksheet");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("sheetPr");
    empty("pageSetUpPr", "fitToPage", "1");
    xml.writeEndElement();
    view(sheet, first);
    empty("sheetFormatPr", "defaultRowHeight", points(1));
    xml.writeStartElement("cols");
    for (int i = 0; i < sheet.columns().size(); i++) {
      String number = String.valueOf(i + 1);
      String width = String.valueOf(sheet.columns().get(i).width());
      if (sheet.columns().get(i).hidden()) {
        empty("col", "min", number, "max", number, "width", width, "hidden", "1");
      } else {
        empty("col", "min", number, "max", number, "width", width, "customWidth", "1");
      }
    }
    xml.writeEndElement();
    xml.writeStartElement("sheetData");
    data(book, sheet);
    xml.writeEndElement();
    String last = column(sheet.columns().size() - 1);
    if (sheet.filtered()) {
      empty("autoFilter", "ref", "A" + HEADINGS + ":" + last + rows);
    }
    if (rows > HEADINGS) {
      validations(sheet);
    }
    page(book, sheet);
    if (rows > HEADINGS) {
      // Ids are text on purpose: without this every one of them carries a green corner.
      xml.writeStartElement("ignoredErrors");
      String cells = "A" + (HEADINGS + 1) + ":" + last + rows;
      empty("ignoredError", "sqref", cells, "numberStoredAsText", "1");
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void view(ReportSheet sheet, boolean first) throws XMLStreamException {
    xml.writeStartElement("sheetViews");
    xml.writeStartElement("sheetView");
    if (first) {
      xml.writeAttribute("tabSelected", "1");
    }
    xml.writeAttribute("showGridLines", "0");
    xml.writeAttribute("workbookViewId", "0");
    // Whose line it is stays in sight.
    int kept = Math.max(sheet.kept(), pagesAcross(sheet) > 1 ? 1 : 0);
    String below = column(kept) + (HEADINGS + 1);
    String pane = kept > 0 ? "bottomRight" : "bottomLeft";
    xml.writeEmptyElement("pane");
    if (kept > 0) {
      xml.writeAttribute("xSplit", String.valueOf(kept));
    }
    xml.writeAttribute("ySplit", String.valueOf(HEADINGS));
    xml.writeAttribute("topLeftCell", below);
    xml.writeAttribute("activePane", pane);
    xml.writeAttribute("state", "frozen");
    empty("selection", "pane", pane, "activeCell", below, "sqref", below);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void data(ReportWorkbook book, ReportSheet sheet) throws XMLStreamException {
    // A column that is repeated on every page would repeat the beginning of a title that is in it.
    int first = pagesAcross(sheet) > 1 ? 1 : 0;
    row(1);
    text(first, book.title() + ": " + lowerFirst(sheet.name()), CellStyles.TITLE);
    xml.writeEndElement();
    row(1);
    String fictional = book.fictional() ? " Fictional data." : "";
    text(
        first,
        book.authority() + ", as at " + book.asAt() + "." + fictional + " " + sheet.note(),
        CellStyles.NOTE);
    xml.writeEndElement();
    row(
        sheet.columns().stream()
            .mapToInt(column -> lines(column.heading() + FILTER_BUTTON, column))
            .max()
            .orElse(1));
    for (int i = 0; i < sheet.columns().size(); i++) {
      Column column = sheet.columns().get(i);
      text(i, column.heading(), column.number() ? CellStyles.NUMBER_HEADING : CellStyles.HEADING);
    }
    xml.writeEndElement();
    for (List<ReportCell> cells : sheet.rows()) {
      row(lines(cells, sheet.columns()));
      for (int i = 0; i < cells.size(); i++) {
        cell(i, cells.get(i));
      }
      xml.writeEndElement();
    }
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void row(int lines) throws XMLStreamException {
    rows++;
    xml.writeStartElement("row");
    xml.writeAttribute("r", String.valueOf(rows));
    if (lines > 1) {
      xml.writeAttribute("ht", points(lines));
      xml.writeAttribute("customHeight", "1");
    }
  }

  private static String points(int lines) {
    return String.valueOf(POINTS_A_LINE * lines + 2);
  }

  /**
   * How many lines a text takes in a column whose width is told in figures. Most letters are
   * narrower, but some programs have only wider ones, and words that wrap waste the end of a line.
   */
  private static int lines(String text, Column column) {
    int fits = Math.max(1, column.width() - INDENT);
    return text.length() <= fits ? 1 : 1 + text.length() * 10 / (fits * 10 + 1);
  }

  private static int lines(List<ReportCell> cells, List<Column> columns) {
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof ReportCell.Text words) {
        most = Math.max(most, lines(words.text(), columns.get(i)));
      } else if (cells.get(i) instanceof ReportCell.Id id) {
        most = Math.max(most, lines(id.text(), columns.get(i)));
      }
    }
    return Math.min(most, MOST_LINES);
  }

  /** What may be written where. */
  private void validations(ReportSheet sheet) throws XMLStreamException {
    List<Column> columns = sheet.columns();
    long checked =
        columns.stream()
            .filter(one -> one.fillIn() != null && !(one.fillIn() instanceof FillIn.AnyText))
            .count();
    if (checked == 0) {
      return;
    }
    xml.writeStartElement("dataValidations");
    xml.writeAttribute("count", String.valueOf(checked));
    for (int i = 0; i < columns.size(); i++) {
      String cells = column(i) + (HEADINGS + 1) + ":" + column(i) + rows;
      if (columns.get(i).fillIn() instanceof FillIn.OneOf one) {
        String range = "'" + one.sheet() + "'!$A$" + one.first() + ":$A$" + one.last();
        validation("list", cells, "Choose one from the list.", range, "");
      } else if (columns.get(i).fillIn() instanceof FillIn.DayIn days) {
        validation(
            "date",
            cells,
            "Write a day from " + days.from() + " to " + days.to() + ".",
            String.valueOf(serial(days.from())),
            String.valueOf(serial(days.to())));
      }
    }
    xml.writeEndElement();
  }

  private void validation(String type, String cells, String wrong, String one, String other)
      throws XMLStreamException {
    xml.writeStartElement("dataValidation");
    xml.writeAttribute("type", type);
    xml.writeAttribute("allowBlank", "1");
    xml.writeAttribute("showErrorMessage", "1");
    xml.writeAttribute("errorTitle", "Not possible");
    xml.writeAttribute("error", wrong);
    xml.writeAttribute("sqref", cells);
    xml.writeStartElement("formula1");
    xml.writeCharacters(one);
    xml.writeEndElement();
    if (!other.isEmpty()) {
      xml.writeStartElement("formula2");
      xml.writeCharacters(other);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void cell(int column, ReportCell cell) throws XMLStreamException {
    if (cell instanceof ReportCell.Text words) {
      text(column, words.text(), isRisky(words.text()) ? CellStyles.QUOTED_TEXT : CellStyles.TEXT);
    } else if (cell instanceof ReportCell.Id id) {
      text(column, id.text(), isRisky(id.text()) ? CellStyles.QUOTED_ID : CellStyles.ID);
    } else if (cell instanceof ReportCell.Count count) {
      number(column, String.valueOf(count.number()), CellStyles.COUNT);
    } else if (cell instanceof ReportCell.Nought) {
      number(column, "0", CellStyles.COUNT);
    } else if (cell instanceof ReportCell.Decimal decimal) {
      number(column, decimal.number().toPlainString(), CellStyles.DECIMAL);
    } else if (cell instanceof ReportCell.Percent percent) {
      number(column, percent.percent().movePointLeft(2).toPlainString(), CellStyles.PERCENT);
    } else if (cell instanceof ReportCell.Day day) {
      day(column, day.day(), CellStyles.DAY);
    } else if (cell instanceof ReportCell.PastDay past) {
      day(column, past.day(), CellStyles.PAST_DAY);
    } else if (cell instanceof ReportCell.ToFill fill) {
      begin(column, fill.day() ? CellStyles.DAY_TO_FILL : CellStyles.TO_FILL);
      xml.writeEndElement();
    } else {
      begin(column, CellStyles.TEXT);
      xml.writeEndElement();
    }
  }

  private void day(int column, LocalDate day, CellStyles style) throws XMLStreamException {
    if (day.isBefore(FIRST_SURE_DAY)) {
      text(column, day.toString(), CellStyles.TEXT);
    } else {
      number(column, String.valueOf(serial(day)), style);
    }
  }

  private static long serial(LocalDate day) {
    return day.toEpochDay() - DAY_NOUGHT.toEpochDay();
  }

  /** What becomes a formula when somebody edits the cell, unless it is quoted. */
  private static boolean isRisky(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  @SuppressWarnings("EnumOrdinal") // the order of the styles in the file is the order of the enum
  private void begin(int column, CellStyles style) throws XMLStreamException {
    xml.writeStartElement("c");
    xml.writeAttribute("r", column(column) + rows);
    xml.writeAttribute("s", String.valueOf(style.ordinal()));
  }

  private void number(int column, String value, CellStyles style) throws XMLStreamException {
    begin(column, style);
    xml.writeStartElement("v");
    xml.writeCharacters(value);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(int column, String text, CellStyles style) throws XMLStreamException {
    begin(column, style);
    xml.writeAttribute("t", "inlineStr");
    xml.writeStartElement("is");
    xml.writeStartElement("t");
    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "space", "preserve");
    xml.writeCharacters(writable(text));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** XML cannot carry most control characters, nor half of a character. */
  static String writable(String text) {
    String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    boolean clean = cut.chars().allMatch(c -> c >= ' ' && c < 0xD800);
    if (clean) {
      return cut;
    }
    StringBuilder kept = new StringBuilder();
    cut.codePoints()
        .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
        .filter(c -> !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private void page(ReportWorkbook book, ReportSheet sheet) throws XMLStreamException {
    empty(
        "pageMargins",
        "left",
        "0.4",
        "right",
        "0.4",
        "top",
        "0.75",
        "bottom",
        "0.75",
        "header",
        "0.3",
        "footer",
        "0.3");
    empty(
        "pageSetup",
        "paperSize",
        "9",
        "orientation",
        "landscape",
        "fitToWidth",
        String.valueOf(pagesAcross(sheet)),
        "fitToHeight",
        "0");
    xml.writeStartElement("headerFooter");
    xml.writeAttribute("scaleWithDoc", "0");
    xml.writeStartElement("oddHeader");
    xml.writeCharacters(
        "&L" + printed(book.title()) + (book.fictional() ? "&R&\"Arial,Bold\"Fictional data" : ""));
    xml.writeEndElement();
    xml.writeStartElement("oddFooter");
    xml.writeCharacters("&LAs at " + book.asAt() + "&C&A&RPage &P of &N");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** How many pages side by side a sheet is printed on. */
  static int pagesAcross(ReportSheet sheet) {
    int width =
        sheet.columns().stream().filter(column -> !column.hidden()).mapToInt(Column::width).sum();
    return 1 + (width - 1) / CHARACTERS_ACROSS;
  }

  /** In a printed header an ampersand begins an instruction. */
  private static String printed(String text) {
    return writable(text).replace("&", "&&");
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /** A, B … Z, AA, AB … */
  static String column(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : column(index / 26 - 1) + last;
  }
}
