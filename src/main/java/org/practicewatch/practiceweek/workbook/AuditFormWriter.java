package org.practicewatch.practiceweek.workbook;

import static org.practicewatch.practiceweek.workbook.FormLayout.*;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.InWords;
import org.practicewatch.files.WholeFile;
import org.practicewatch.practiceweek.Auditor.Depth;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.FormContent;
import org.practicewatch.practiceweek.Grade;

/** Writes an audit form: what is asked, what the record says already, and where to write. */
public final class AuditFormWriter {

  private static final int CHARACTER = 256;
  private static final float TITLE_ROW = 24f;
  private static final float HIGH_ROW = 46f;
  private static final float TALL_ROW = 76f;
  private static final int[] AUDIT_WIDTHS = {4, 38, 22, 22, 70};
  private static final int[] COMPLIANCE_WIDTHS = {4, 52, 13, 13, 22, 16, 44};
  private static final int[] RECOMMENDATION_WIDTHS = {4, 70, 30, 16};

  private final FormContent content;
  private final XSSFWorkbook book;
  private final FormStyles styles;

  private AuditFormWriter(FormContent content, XSSFWorkbook book) {
    this.content = content;
    this.book = book;
    this.styles = new FormStyles(book);
  }

  /**
   * Writes a form.
   *
   * @return the hash over the cells that nobody may change
   */
  public static String write(FormContent content, Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      new AuditFormWriter(content, book).fill();
      WholeFile.write(file, book::write);
      return LockedCells.sha256(book);
    }
  }

  private void fill() {
    XSSFSheet audit = book.createSheet(AUDIT);
    XSSFSheet compliance = book.createSheet(COMPLIANCE);
    XSSFSheet recommendations = book.createSheet(RECOMMENDATIONS);
    XSSFSheet lists = book.createSheet(LISTS);
    XSSFSheet key = book.createSheet(KEY);
    lists(lists);
    audit(audit);
    compliance(compliance);
    recommendations(recommendations);
    Row row = key.createRow(0);
    text(row, CODE, "form", styles.locked());
    text(row, LABEL, content.form(), styles.locked());
    for (XSSFSheet sheet : List.of(audit, compliance, recommendations, lists, key)) {
      // No password: it keeps a hand from slipping. Whoever lifts it is found out by the hash.
      sheet.protectSheet("");
      sheet.lockFormatColumns(false);
      sheet.lockFormatRows(false);
    }
    book.setSheetVisibility(book.getSheetIndex(LISTS), SheetVisibility.VERY_HIDDEN);
    book.setSheetVisibility(book.getSheetIndex(KEY), SheetVisibility.VERY_HIDDEN);
    book.getProperties().getCoreProperties().setTitle(content.week());
  }

  /** What drop-downs offer: a list in a formula may be no longer than 255 characters. */
  private void lists(Sheet sheet) {
    List<List<String>> columns = columns();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.get(i).size(); j++) {
        Row row = sheet.getRow(j) == null ? sheet.createRow(j) : sheet.getRow(j);
        // The first column says what a row is, also here: nothing.
        text(row, i + 1, columns.get(i).get(j), styles.locked());
      }
    }
  }

  private List<List<String>> columns() {
    List<String> domains = new ArrayList<>(content.domains());
    return List.of(Grade.inWords(), domains, content.auditors(), OBSERVATIONS, List.of(YES, NO));
  }

  private static final int GRADES = 0;
  private static final int DOMAINS = 1;
  private static final int AUDITORS = 2;
  private static final int OBSERVED_LIST = 3;
  private static final int YES_NO = 4;

  private void choose(Sheet sheet, int row, int column, int list) {
    char letter = (char) ('B' + list);
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidationConstraint one =
        helper.createFormulaListConstraint(
            "%s!$%s$1:$%s$%d".formatted(LISTS, letter, letter, columns().get(list).size()));
    DataValidation validation =
        helper.createValidation(one, new CellRangeAddressList(row, row, column, column));
    validation.setShowErrorBox(true);
    validation.createErrorBox("One of the list", "Please choose one of the list.");
    sheet.addValidationData(validation);
  }

  private void day(Sheet sheet, int row, int column) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidationConstraint date =
        helper.createDateConstraint(
            DataValidationConstraint.OperatorType.BETWEEN,
            "DATE(2000,1,1)",
            "DATE(2100,1,1)",
            "dd/mm/yyyy");
    DataValidation validation =
        helper.createValidation(date, new CellRangeAddressList(row, row, column, column));
    validation.setShowErrorBox(true);
    validation.createErrorBox("A date", "Only a date can be read here, day first, as dd/mm/yyyy.");
    sheet.addValidationData(validation);
  }

  private void audit(XSSFSheet sheet) {
    prepare(sheet, AUDIT_WIDTHS);
    int at = 0;
    CaseFile file = content.file();
    at =
        title(
            sheet,
            at,
            content.week()
                + (content.moderation() ? ": second grades of case " : ": audit of case ")
                + file.number(),
            WORDS);
    at =
        note(
            sheet,
            at,
            (content.fictional() ? "FICTIONAL DATA. " : "")
                + "Write in the yellow cells only; the others are locked. Give both grades, overall and in"
                + " each domain: how good the practice is, and what it has come to for the child."
                + (content.moderation()
                    ? " You give the second grades of this case: please do not look at the first."
                    : ""),
            WORDS);
    at = fact(sheet, at, "Authority", content.authority());
    at = fact(sheet, at, "Theme", content.theme());
    at = fact(sheet, at, "Child", file.childId());
    at = fact(sheet, at, "Cohort", file.cohort());
    at = fact(sheet, at, "Team", content.team());
    at = fact(sheet, at, "About", String.join(". ", file.about()));
    at =
        fact(
            sheet,
            at,
            "Looked back on",
            InWords.day(file.from())
                + " to "
                + InWords.day(file.to())
                + ", and older practice that still affects the child");
    at = fact(sheet, at, "Depth", content.depth().words());
    at = fact(sheet, at, "Auditor", content.auditor());
    at = fact(sheet, at, "Please send it back by", InWords.day(content.returnBy()));
    Row by = row(sheet, at++, BY);
    text(by, LABEL, "Filled in by", styles.label());
    fillable(by, FIRST, styles.toFill());
    choose(sheet, by.getRowNum(), FIRST, AUDITORS);
    at++;
    at = heads(sheet, at, "Grades", "Quality of practice", "Outcome for the child", "Evidence");
    at = graded(sheet, at, OVERALL, "Overall");
    for (int i = 0; i < content.domains().size(); i++) {
      at = graded(sheet, at, DOMAIN + i, content.domains().get(i));
    }
    at++;
    at = heads(sheet, at, "What you found", "", "", "");
    at = words(sheet, at, "voice", "Voice of the child: what the child says, and how we know");
    Row talk = row(sheet, at++, TALK);
    text(talk, LABEL, "Discussion with the worker: when, and what was said", styles.label());
    fillable(talk, FIRST, styles.dayToFill());
    fillable(talk, WORDS, styles.toFill());
    day(sheet, talk.getRowNum(), FIRST);
    talk.setHeightInPoints(HIGH_ROW);
    if (content.depth() == Depth.IN_DEPTH) {
      at = words(sheet, at, "manager", "Discussion with the team manager, where apt");
      Row observed = row(sheet, at++, OBSERVED);
      text(observed, LABEL, "Observed: what, and what you saw", styles.label());
      fillable(observed, FIRST, styles.toFill());
      fillable(observed, WORDS, styles.toFill());
      choose(sheet, observed.getRowNum(), FIRST, OBSERVED_LIST);
      observed.setHeightInPoints(HIGH_ROW);
    }
    at++;
    at = heads(sheet, at, "Features of practice", "Domain", "In your own words", "");
    at = features(sheet, at, HIGH, "Good or outstanding");
    at = features(sheet, at, LOW, "Requires improvement or inadequate");
    at = words(sheet, at, "learning", "Learning points");
    at++;
    at = heads(sheet, at, "Immediate concern", "Yes or no", "", "What it is, and whom you told");
    Row concern = row(sheet, at, CONCERN);
    text(concern, LABEL, "Must somebody act at once for this child?", styles.label());
    fillable(concern, FIRST, styles.toFill());
    fillable(concern, WORDS, styles.toFill());
    choose(sheet, concern.getRowNum(), FIRST, YES_NO);
    concern.setHeightInPoints(HIGH_ROW);
  }

  private int graded(Sheet sheet, int at, String code, String name) {
    Row row = row(sheet, at, code);
    text(row, LABEL, name, styles.label());
    for (int column : new int[] {FIRST, SECOND}) {
      fillable(row, column, styles.toFill());
      choose(sheet, at, column, GRADES);
    }
    fillable(row, WORDS, styles.toFill());
    row.setHeightInPoints(HIGH_ROW);
    return at + 1;
  }

  private int words(Sheet sheet, int at, String name, String label) {
    Row row = row(sheet, at, TEXT + name);
    text(row, LABEL, label, styles.label());
    for (int column = FIRST; column <= WORDS; column++) {
      fillable(row, column, styles.toFill());
    }
    sheet.addMergedRegion(new CellRangeAddress(at, at, FIRST, WORDS));
    row.setHeightInPoints(TALL_ROW);
    return at + 1;
  }

  private int features(Sheet sheet, int at, String code, String label) {
    for (int i = 1; i <= FEATURES; i++) {
      Row row = row(sheet, at + i - 1, code + i);
      text(row, LABEL, label + ", " + i, styles.label());
      for (int column = FIRST; column <= WORDS; column++) {
        fillable(row, column, styles.toFill());
      }
      sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), SECOND, WORDS));
      choose(sheet, row.getRowNum(), FIRST, DOMAINS);
      row.setHeightInPoints(HIGH_ROW);
    }
    return at + FEATURES;
  }

  private void compliance(XSSFSheet sheet) {
    prepare(sheet, COMPLIANCE_WIDTHS);
    int at = title(sheet, 0, "What the record says was due", COMMENT);
    at =
        note(
            sheet,
            at,
            "Filled in already, as at %s. Say where you find otherwise, and where you saw it; blank means that you found nothing against it."
                .formatted(InWords.day(content.file().to())),
            COMMENT);
    Row head = sheet.createRow(at++);
    String[] heads = {
      "Standard", "Due", "Done", "State", "Do you agree?", "If not: what you found"
    };
    for (int i = 0; i < heads.length; i++) {
      text(head, LABEL + i, heads[i], styles.head());
    }
    sheet.createFreezePane(0, at);
    sheet.setRepeatingRows(new CellRangeAddress(at - 1, at - 1, CODE, COMMENT));
    int number = 0;
    for (CaseFile.Owed owed : content.file().standards()) {
      Row row = row(sheet, at++, OWED + owed.standard() + ":" + ++number);
      text(row, LABEL, owed.title(), styles.label());
      text(row, FIRST, day(owed.due()), styles.locked());
      text(row, SECOND, day(owed.done()), styles.locked());
      text(row, WORDS, state(owed), styles.locked());
      fillable(row, AGREE, styles.toFill());
      choose(sheet, row.getRowNum(), AGREE, YES_NO);
      fillable(row, COMMENT, styles.toFill());
    }
    if (content.file().standards().isEmpty()) {
      note(
          sheet,
          at,
          "Nothing was owed in this time, by the standards that can be judged.",
          COMMENT);
    }
  }

  private static String state(CaseFile.Owed owed) {
    Integer over = owed.daysOver();
    return over == null ? owed.state() : owed.state() + ", " + InWords.count(over, "day", "days");
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "–" : InWords.day(day);
  }

  private void recommendations(XSSFSheet sheet) {
    prepare(sheet, RECOMMENDATION_WIDTHS);
    int at = title(sheet, 0, "Recommendations for this child", SECOND);
    at =
        note(
            sheet,
            at,
            "One a line: what, who leads, by when. They are followed up by name.",
            SECOND);
    Row head = sheet.createRow(at++);
    text(head, LABEL, "What is to be done", styles.head());
    text(head, FIRST, "Who leads", styles.head());
    text(head, SECOND, "By when", styles.head());
    for (int i = 1; i <= MOST_RECOMMENDED; i++) {
      Row row = row(sheet, at++, RECOMMENDED + i);
      fillable(row, LABEL, styles.toFill());
      fillable(row, FIRST, styles.toFill());
      fillable(row, SECOND, styles.dayToFill());
      day(sheet, row.getRowNum(), SECOND);
      row.setHeightInPoints(HIGH_ROW);
    }
  }

  private static void prepare(XSSFSheet sheet, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * CHARACTER);
    }
    sheet.setColumnHidden(CODE, true);
    sheet.setDisplayGridlines(false);
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitHeight((short) 0);
  }

  private int title(Sheet sheet, int at, String title, int lastColumn) {
    Row row = sheet.createRow(at);
    text(row, LABEL, title, styles.title());
    row.setHeightInPoints(TITLE_ROW);
    sheet.addMergedRegion(new CellRangeAddress(at, at, LABEL, lastColumn));
    return at + 1;
  }

  private int note(Sheet sheet, int at, String note, int lastColumn) {
    Row row = sheet.createRow(at);
    text(row, LABEL, note, styles.note());
    row.setHeightInPoints(HIGH_ROW);
    sheet.addMergedRegion(new CellRangeAddress(at, at, LABEL, lastColumn));
    return at + 1;
  }

  private int fact(Sheet sheet, int at, String label, String value) {
    Row row = sheet.createRow(at);
    text(row, LABEL, label, styles.label());
    text(row, FIRST, value, styles.locked());
    sheet.addMergedRegion(new CellRangeAddress(at, at, FIRST, WORDS));
    return at + 1;
  }

  private int heads(Sheet sheet, int at, String... heads) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < heads.length; i++) {
      text(row, LABEL + i, heads[i], styles.head());
    }
    return at + 1;
  }

  private Row row(Sheet sheet, int at, String code) {
    Row row = sheet.createRow(at);
    text(row, CODE, code, styles.locked());
    return row;
  }

  private static void text(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private static void fillable(Row row, int column, CellStyle style) {
    row.createCell(column).setCellStyle(style);
  }
}
