package org.practicewatch.practiceweek.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How the cells of a form look. */
final class FormStyles {

  private static final byte[] BLUE = {0x1F, 0x4E, 0x79};
  private static final byte[] GREY = {0x52, 0x60, 0x6D};
  private static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xF7, (byte) 0xD6};
  private static final byte[] PALE = {(byte) 0xF0, (byte) 0xF4, (byte) 0xF8};
  private static final short TITLE = 15;

  private final XSSFWorkbook book;
  private final CellStyle title;
  private final CellStyle note;
  private final CellStyle head;
  private final CellStyle label;
  private final CellStyle locked;
  private final CellStyle toFill;
  private final CellStyle dayToFill;

  FormStyles(XSSFWorkbook book) {
    this.book = book;
    this.title = style(font(BLUE, true, TITLE));
    this.note = style(font(GREY, false, (short) 10));
    XSSFCellStyle heading = style(font(BLUE, true, (short) 11));
    fill(heading, PALE);
    heading.setBorderBottom(BorderStyle.THIN);
    this.head = heading;
    this.label = style(font(null, true, (short) 10));
    this.locked = style(font(null, false, (short) 10));
    this.toFill = toFill("@");
    this.dayToFill = toFill("dd/mm/yyyy");
  }

  private XSSFCellStyle toFill(String format) {
    XSSFCellStyle style = style(font(null, false, (short) 10));
    fill(style, YELLOW);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setLocked(false);
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  private static void fill(XSSFCellStyle style, byte[] colour) {
    style.setFillForegroundColor(new XSSFColor(colour));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private XSSFFont font(byte @Nullable [] colour, boolean bold, short size) {
    XSSFFont font = book.createFont();
    font.setBold(bold);
    font.setFontHeightInPoints(size);
    if (colour != null) {
      font.setColor(new XSSFColor(colour));
    }
    return font;
  }

  private XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  CellStyle title() {
    return title;
  }

  CellStyle note() {
    return note;
  }

  CellStyle head() {
    return head;
  }

  CellStyle label() {
    return label;
  }

  CellStyle locked() {
    return locked;
  }

  CellStyle toFill() {
    return toFill;
  }

  CellStyle dayToFill() {
    return dayToFill;
  }
}
