package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.practicewatch.intake.CellValue.Blank;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;
import org.practicewatch.quality.Issue;

/** Says what a cell means, once its column is known. Never guesses. */
final class Interpreter {

  private static final Pattern ERROR_TEXT = Pattern.compile("#[A-Z][A-Z0-9/_]*[!?]?");
  private static final Pattern WHOLE_YEARS = Pattern.compile("-1|\\d{1,3}(\\.0+)?");
  private static final Pattern COUNT = Pattern.compile("\\d+(\\.0+)?");
  private static final Pattern POSTCODE =
      Pattern.compile("(?i)[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}");
  private static final int GROUPS_NAMED = 8;

  /** What a cell of a spreadsheet can hold. */
  private static final int LONGEST = 32_767;

  /** Of each column: days and codes, and not every text that is typed. */
  private static final int MOST_KNOWN = 5_000;

  private static final int LONGEST_TEXT = 400;
  private static final int LONGEST_ID = 200;

  private final TableLayout layout;
  private final Map<String, CodeList> codes;
  private final ToldOnce told;
  private final int longestBlankWord;
  private final DateColumns dates;
  private final List<Map<String, CellValue>> known = new ArrayList<>();

  Interpreter(TableLayout layout, Map<String, CodeList> codes, ToldOnce told) {
    this.layout = layout;
    this.codes = codes;
    this.told = told;
    this.dates = new DateColumns(layout, told);
    for (int column = 0; column < layout.size(); column++) {
      known.add(new HashMap<>());
    }
    this.longestBlankWord =
        layout.found().profile().blankWords().stream().mapToInt(String::length).max().orElse(0);
  }

  /** Looks at the first rows of the sheet, for how its columns write their dates. */
  void lookAhead(List<SourceRow> first) {
    dates.lookAhead(first, this::isBlankWord);
  }

  /**
   * What a cell means. The same texts return in a column: what one means is worked out once, unless
   * there is something to tell of each.
   */
  CellValue interpret(SourceRow row, TableLayout.Named named, SourceCell cell) {
    TableProfile.Column column = named.column();
    if (cell.kind() != SourceCell.Kind.TEXT || cell.formula() || column.isId()) {
      return interpret(row, column, cell);
    }
    Map<String, CellValue> ofColumn = known.get(named.number());
    CellValue before = ofColumn.get(cell.text());
    if (before != null) {
      return before;
    }
    int tellings = told.tellings();
    CellValue value = interpret(row, column, cell);
    if (tellings == told.tellings() && ofColumn.size() < MOST_KNOWN) {
      ofColumn.put(cell.text(), value);
    }
    return value;
  }

  private CellValue interpret(SourceRow row, TableProfile.Column column, SourceCell cell) {
    String text = CellText.tidy(cell.text());
    if (cell.kind() == SourceCell.Kind.NO_RESULT) {
      return new Unreadable(
          "formula without a result",
          "The cell holds a formula whose result was not saved. Open the file, save it and send it again.");
    }
    if (cell.kind() == SourceCell.Kind.TWICE) {
      return new Unreadable(
          "contradiction", "The record gives this more than once, and not alike each time.");
    }
    if (text.isEmpty() || isBlankWord(text)) {
      return CellValue.BLANK;
    }
    int longest = longest(column);
    if (text.length() > longest) {
      return new Unreadable(
          "too long",
          String.format(
              Locale.UK,
              "It is longer than %,d characters, which is no value of its kind.",
              longest));
    }
    // A CSV saved from a workbook holds its errors as text; "#MULTIVALUE" can be a known spelling.
    boolean errorText =
        text.charAt(0) == '#' && ERROR_TEXT.matcher(text).matches() && !isKnownCode(column, text);
    if (cell.kind() == SourceCell.Kind.ERROR || errorText) {
      return new Unreadable(
          Unreadable.ERROR_VALUE,
          "The cell holds the error " + CellText.shown(text) + ", not a value.");
    }
    if (cell.formula()) {
      told.ofCells(
          row,
          "formulas",
          "Cells of this sheet are formulas.",
          "The results that were saved with the file were used.");
    }
    if (CellText.hasNoBreakSpace(cell.text())) {
      told.ofColumn(
          row,
          layout.heading(cell.column()),
          cell.text(),
          "no-break spaces",
          "Cells of this column hold no-break spaces, which look like spaces and are not.",
          "They were read as spaces.");
    }
    CellValue value = meaning(row, column, cell, text);
    if (value instanceof Words && CellText.hasLost(text)) {
      if (column.is().equals(TableProfile.Column.ID)) {
        return new Unreadable(
            "characters lost",
            "A character of this id was lost when the file was saved. Save it as CSV UTF-8 and send it again.");
      }
      told.ofColumn(
          row,
          layout.heading(cell.column()),
          cell.text(),
          "characters lost",
          "Characters of this column were lost when the file was saved.",
          "The values were read as they stand.");
    }
    if (!(value instanceof Unreadable) && !CellText.visible(cell.text()).equals(cell.text())) {
      told.ofColumn(
          row,
          layout.heading(cell.column()),
          cell.text(),
          "unseen characters",
          "Cells of this column hold characters that nobody sees, such as control characters.",
          "They were left out.");
    }
    return value;
  }

  private static int longest(TableProfile.Column column) {
    if (!column.keys().isEmpty() || !column.keysSaidNo().isEmpty()) {
      return LONGEST;
    }
    return column.is().equals(TableProfile.Column.ID) ? LONGEST_ID : LONGEST_TEXT;
  }

  private CellValue meaning(
      SourceRow row, TableProfile.Column column, SourceCell cell, String text) {
    if (!column.keys().isEmpty() || !column.keysSaidNo().isEmpty()) {
      CellValue key = key(column, text);
      boolean answers = text.indexOf('{') >= 0 || !column.isCoded();
      return key instanceof Blank && !answers ? coded(row, column.is(), cell.column(), text) : key;
    }
    return switch (column.is()) {
      case TableProfile.Column.DATE -> dates.read(row, cell, text);
      case TableProfile.Column.TIME ->
          DateText.timeOfDay(text)
              .<CellValue>map(time -> new Words(time.toString()))
              .orElse(
                  new Unreadable(
                      "not a time", "This is not a time of day (expected such as 14:30)."));
      case TableProfile.Column.ID -> id(cell, IdText.canonical(text));
      case TableProfile.Column.AGE ->
          checked(
              row,
              cell,
              text,
              WHOLE_YEARS,
              "age not in whole years",
              "Ages in this column are not whole years.",
              "None was used: ages are worked out from the date of birth.");
      case TableProfile.Column.COUNT ->
          checked(
              row,
              cell,
              text,
              COUNT,
              "not a whole number",
              "Cells of this column should hold a whole number, 0 or more.",
              "Nothing is judged by it.");
      case TableProfile.Column.POSTCODE ->
          checked(
              row,
              cell,
              text,
              POSTCODE,
              "not a full postcode",
              "Cells of this column should hold a full postcode.",
              "Nothing is judged by it.");
      case TableProfile.Column.TEXT -> new Words(text);
      default -> coded(row, column.is(), cell.column(), text);
    };
  }

  private static CellValue id(SourceCell cell, String id) {
    if (id.isEmpty()) {
      return CellValue.BLANK;
    }
    return IdText.isCutShort(cell, id)
        ? new Unreadable(
            "id cut short",
            "The id was saved as a rounded number, so its last digits may be lost. Format the column as text and send it again.")
        : new Words(id);
  }

  private CellValue checked(
      SourceRow row,
      SourceCell cell,
      String text,
      Pattern expected,
      String check,
      String problem,
      String effect) {
    if (!expected.matcher(text).matches()) {
      told.ofColumn(row, layout.heading(cell.column()), text, check, problem, effect);
    }
    return new Words(text);
  }

  private static CellValue key(TableProfile.Column column, String text) {
    for (String key : column.keys()) {
      if (text.equalsIgnoreCase(key) || says(text, key, "Y|YES|1|TRUE")) {
        return new Words(key);
      }
    }
    for (String key : column.keysSaidNo()) {
      if (says(text, key, "N|NO|0|FALSE")) {
        return new Words(key);
      }
    }
    return CellValue.BLANK;
  }

  private static boolean says(String text, String key, String answer) {
    return Pattern.compile(
            Pattern.quote(key) + "[\"']?\\s*[:=]\\s*[\"']?(" + answer + ")\\b",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  private boolean isKnownCode(TableProfile.Column column, String text) {
    CodeList list = codes.get(column.is());
    return list != null && list.read(text) instanceof CodeList.Reading.Known;
  }

  /**
   * A text as a code of a list.
   *
   * @return the text itself where there is no such list
   */
  CellValue coded(SourceRow row, String listName, int place, String text) {
    CodeList list = codes.get(listName);
    if (list == null) {
      return new Words(text);
    }
    CodeList.Reading read = list.read(text);
    if (read instanceof CodeList.Reading.Known known) {
      return new Coded(known.group(), known.code());
    }
    if (read instanceof CodeList.Reading.Assumed assumed) {
      told.ofValue(
          row,
          layout.heading(place),
          text,
          "unknown code",
          "This is not known as a value of \"" + listName + "\".",
          "It was taken for \"" + assumed.group() + "\" (jobs/profiles/codes, otherwise).");
      return new Coded(assumed.group(), "");
    }
    if (read instanceof CodeList.Reading.Ambiguous ambiguous) {
      return new Unreadable(
          "code with two meanings",
          "As a value of \""
              + listName
              + "\" this can mean: "
              + String.join("; ", ambiguous.groups())
              + ".");
    }
    return new Unreadable(
        "unknown code",
        "This is not known as a value of \"" + listName + "\"" + expected(list) + ".");
  }

  private static String expected(CodeList list) {
    List<String> groups = list.groups().stream().map(CodeList.Group::group).toList();
    return groups.size() <= GROUPS_NAMED
        ? " (expected one of: " + String.join("; ", groups) + ")"
        : " (what is known stands in jobs/profiles/codes)";
  }

  private boolean isBlankWord(String text) {
    return text.length() <= longestBlankWord
        && layout.found().profile().blankWords().contains(text.toLowerCase(Locale.ROOT));
  }

  /** Columns whose dates are written in more than one way. */
  List<Issue> mixedDates() {
    return dates.mixed();
  }
}
