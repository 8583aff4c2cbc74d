package org.practicewatch.intake.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook that people fill in and that is read like any other: for each table a sheet with its
 * headings and lists to choose from, and no row.
 *
 * @param readMe how to use it, a paragraph each; the first is the title
 * @param forms the sheets to fill in
 * @param guide what to fill in, and why
 */
public record FillInWorkbook(List<String> readMe, List<Form> forms, Guide guide) {

  private static final String LISTS = "Lists";
  private static final int HINTS = 1;
  private static final int HEADINGS = 2;
  private static final int LAST_ROW = 20_000;
  private static final int CHARACTER = 256;
  private static final int LINE = 14;
  private static final int READ_ME_WIDTH = 76;

  public FillInWorkbook {
    readMe = List.copyOf(readMe);
    forms = List.copyOf(forms);
  }

  /** A sheet to fill in. */
  public record Form(String sheet, List<Column> columns) {
    public Form {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column of it.
   *
   * @param hint what to write there
   * @param date whether it holds dates; all others hold text, so that no id loses its noughts
   * @param width in characters
   * @param choices what can be chosen; empty where anything can stand
   * @param several whether several choices may stand in one cell
   */
  public record Column(
      String heading, String hint, boolean date, int width, List<String> choices, boolean several) {
    public Column {
      choices = List.copyOf(choices);
    }
  }

  /** A sheet to read and filter. */
  public record Guide(
      String sheet, List<String> headings, List<Integer> widths, List<List<String>> rows) {
    public Guide {
      headings = List.copyOf(headings);
      widths = List.copyOf(widths);
      rows = List.copyOf(rows);
    }
  }

  /** Writes it. */
  public void write(OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Styles styles = new Styles(workbook);
      readMe(workbook.createSheet("Read me"), styles);
      List<XSSFSheet> sheets =
          forms.stream().map(form -> workbook.createSheet(form.sheet())).toList();
      guide(workbook.createSheet(guide.sheet()), styles);
      XSSFSheet lists = workbook.createSheet(LISTS);
      int listed = 0;
      for (int place = 0; place < sheets.size(); place++) {
        listed = form(forms.get(place), sheets.get(place), lists, listed, styles);
      }
      workbook.write(out);
    }
  }

  private void readMe(XSSFSheet sheet, Styles styles) {
    sheet.setDisplayGridlines(false);
    sheet.setColumnWidth(0, READ_ME_WIDTH * CHARACTER);
    for (int line = 0; line < readMe.size(); line++) {
      Row row = sheet.createRow(line);
      put(row, 0, readMe.get(line), line == 0 ? styles.title : styles.wrapped);
      int lines = lines(readMe.get(line), READ_ME_WIDTH);
      row.setHeightInPoints(line == 0 ? 30 : 8 + LINE * lines);
    }
    onePageWide(sheet, false);
  }

  private void guide(XSSFSheet sheet, Styles styles) {
    Row headings = sheet.createRow(0);
    for (int column = 0; column < guide.headings().size(); column++) {
      put(headings, column, guide.headings().get(column), styles.heading);
      sheet.setColumnWidth(column, guide.widths().get(column) * CHARACTER);
    }
    for (int number = 0; number < guide.rows().size(); number++) {
      Row row = sheet.createRow(number + 1);
      List<String> texts = guide.rows().get(number);
      for (int column = 0; column < texts.size(); column++) {
        put(row, column, texts.get(column), styles.wrapped);
      }
      tallEnough(row, texts, guide.widths());
    }
    sheet.createFreezePane(1, 1);
    sheet.setAutoFilter(
        new CellRangeAddress(0, guide.rows().size(), 0, guide.headings().size() - 1));
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    onePageWide(sheet, true);
  }

  /** Not every program finds the height of a row by itself when it opens a file. */
  private static void tallEnough(Row row, List<String> texts, List<Integer> widths) {
    int lines = 1;
    for (int column = 0; column < texts.size(); column++) {
      lines = Math.max(lines, lines(texts.get(column), widths.get(column)));
    }
    row.setHeightInPoints(LINE * lines);
  }

  /** How many lines a text takes in a column, or one more: not all of them are full. */
  private static int lines(String text, int width) {
    return 1 + text.length() / width;
  }

  private static void onePageWide(XSSFSheet sheet, boolean landscape) {
    sheet.setAutobreaks(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(landscape);
  }

  /**
   * The first row asks for the day of the extract, the second says what to write, the third has the
   * headings.
   *
   * @param listed how many lists stand in the sheet of lists already
   * @return how many stand there now
   */
  private static int form(Form form, XSSFSheet sheet, XSSFSheet lists, int listed, Styles styles) {
    Row asAt = sheet.createRow(0);
    put(asAt, 0, "As at", styles.label);
    asAt.createCell(1).setCellStyle(styles.asAt);
    put(asAt, 2, "← the day on which this was extracted", styles.unwrapped);
    allowDates(sheet, new CellRangeAddressList(0, 0, 1, 1));
    Row hints = sheet.createRow(HINTS);
    Row headings = sheet.createRow(HEADINGS);
    int lastList = listed;
    for (int place = 0; place < form.columns().size(); place++) {
      Column column = form.columns().get(place);
      put(hints, place, column.hint(), styles.hint);
      put(headings, place, column.heading(), styles.heading);
      sheet.setColumnWidth(place, column.width() * CHARACTER);
      sheet.setDefaultColumnStyle(place, column.date() ? styles.date : styles.text);
      CellRangeAddressList below = new CellRangeAddressList(HEADINGS + 1, LAST_ROW, place, place);
      if (column.date()) {
        allowDates(sheet, below);
      } else if (!column.choices().isEmpty()) {
        String range =
            list(lists, lastList, form.sheet() + ": " + column.heading(), column, styles);
        choose(sheet, below, column, range);
        lastList++;
      }
    }
    tallEnough(
        hints,
        form.columns().stream().map(Column::hint).toList(),
        form.columns().stream().map(Column::width).toList());
    sheet.createFreezePane(2, HEADINGS + 1);
    onePageWide(sheet, true);
    return lastList;
  }

  /** Writes a list below its name and says where it stands. */
  private static String list(
      XSSFSheet lists, int place, String name, Column column, Styles styles) {
    put(row(lists, 0), place, name, styles.heading);
    lists.setColumnWidth(place, 34 * CHARACTER);
    for (int number = 0; number < column.choices().size(); number++) {
      put(row(lists, number + 1), place, column.choices().get(number), styles.text);
    }
    String letter = CellReference.convertNumToColString(place);
    return LISTS + "!$" + letter + "$2:$" + letter + "$" + (column.choices().size() + 1);
  }

  private static Row row(XSSFSheet sheet, int number) {
    Row row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  private static void choose(
      XSSFSheet sheet, CellRangeAddressList cells, Column column, String range) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation choice =
        helper.createValidation(helper.createFormulaListConstraint(range), cells);
    if (column.several()) {
      // What several are typed into one cell is on no list.
      choice.setShowErrorBox(false);
      choice.createPromptBox(column.heading(), "Choose one, or type several with ; between.");
      choice.setShowPromptBox(true);
    } else {
      choice.setErrorStyle(DataValidation.ErrorStyle.WARNING);
      choice.createErrorBox(
          column.heading(), "This is not on the list. What is not known there is left out.");
      choice.setShowErrorBox(true);
    }
    sheet.addValidationData(choice);
  }

  private static void allowDates(XSSFSheet sheet, CellRangeAddressList cells) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidationConstraint sinceThen =
        helper.createDateConstraint(OperatorType.GREATER_THAN, "DATE(1900,1,1)", null, null);
    DataValidation dates = helper.createValidation(sinceThen, cells);
    dates.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    dates.createErrorBox("Date", "Only a date can be read here, day first, as dd/mm/yyyy.");
    dates.setShowErrorBox(true);
    sheet.addValidationData(dates);
  }

  private static void put(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  /** How its cells look. */
  private static final class Styles {

    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle label;
    private final CellStyle hint;
    private final CellStyle unwrapped;
    private final CellStyle wrapped;
    private final CellStyle text;
    private final CellStyle date;
    private final CellStyle asAt;

    Styles(XSSFWorkbook workbook) {
      short dayFirst = workbook.createDataFormat().getFormat("dd/mm/yyyy");
      title = workbook.createCellStyle();
      title.setFont(font(workbook, true, false, IndexedColors.DARK_BLUE, 15));
      heading = workbook.createCellStyle();
      heading.setFont(font(workbook, true, false, IndexedColors.WHITE, 11));
      heading.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
      heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      heading.setVerticalAlignment(VerticalAlignment.CENTER);
      heading.setWrapText(true);
      label = workbook.createCellStyle();
      label.setFont(font(workbook, true, false, IndexedColors.BLACK, 11));
      hint = workbook.createCellStyle();
      hint.setFont(font(workbook, false, true, IndexedColors.GREY_50_PERCENT, 9));
      hint.setWrapText(true);
      hint.setVerticalAlignment(VerticalAlignment.TOP);
      unwrapped = workbook.createCellStyle();
      unwrapped.setFont(font(workbook, false, true, IndexedColors.GREY_50_PERCENT, 9));
      wrapped = workbook.createCellStyle();
      wrapped.setWrapText(true);
      wrapped.setVerticalAlignment(VerticalAlignment.TOP);
      text = workbook.createCellStyle();
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
      date = workbook.createCellStyle();
      date.setDataFormat(dayFirst);
      asAt = workbook.createCellStyle();
      asAt.setDataFormat(dayFirst);
      asAt.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
      asAt.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      asAt.setBorderBottom(BorderStyle.THIN);
      asAt.setBorderTop(BorderStyle.THIN);
      asAt.setBorderLeft(BorderStyle.THIN);
      asAt.setBorderRight(BorderStyle.THIN);
    }

    private static Font font(
        XSSFWorkbook workbook, boolean bold, boolean italic, IndexedColors colour, int points) {
      Font font = workbook.createFont();
      font.setBold(bold);
      font.setItalic(italic);
      font.setColor(colour.getIndex());
      font.setFontHeightInPoints((short) points);
      return font;
    }
  }
}
