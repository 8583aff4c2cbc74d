package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practicewatch.casework.Fact;
import org.practicewatch.intake.CellValue.Blank;
import org.practicewatch.intake.EarlierRows.Earlier;
import org.practicewatch.intake.MappedRow.Outcome;
import org.practicewatch.quality.Issue;

/**
 * Turns the rows of one recognised table into facts, row by row, and says which cells it could not
 * read. A row with one bad cell is loaded and the cell is an issue; what the cell might have said
 * becomes a gap. What is the same in many rows is told once, with the number of rows.
 */
public final class TableMapping {

  private static final Pattern TOTAL =
      Pattern.compile("(?i)(grand |sub)?total\\b.*", Pattern.DOTALL);
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?i).*\\b(applied filters?|filters? applied|report (run|produced|generated)"
              + "|run (on|date)|printed (on|at|by)|end of (report|list|data)|page \\d+|rows? returned"
              + "|number of (records|rows|children)|produced by|source ?:).*",
          Pattern.DOTALL);

  /** Enough to see a summer and a winter in, and read in no time. */
  private static final int ROWS_AHEAD = 2_000;

  private final TableLayout layout;
  private final Links links;
  private final ToldOnce told;
  private final Interpreter interpreter;
  private final EarlierRows earlierRows;

  public TableMapping(
      String file,
      String sheet,
      Headings.Recognised found,
      TableProfile table,
      Map<String, CodeList> codes,
      Links links) {
    this.layout = new TableLayout(file, sheet, found, table);
    this.links = links;
    this.told = new ToldOnce(layout);
    this.interpreter = new Interpreter(layout, codes, told);
    this.earlierRows = new EarlierRows(layout);
  }

  /** Looks at the first rows below the header, for how the columns write their dates. */
  public void lookAhead(SourceFile file, int sheet) {
    List<SourceRow> first = new ArrayList<>();
    try (SourceSheet rows = file.open(sheet)) {
      SourceRow row = rows.next();
      while (row != null && first.size() < ROWS_AHEAD) {
        if (row.number() > layout.found().headerRow()) {
          first.add(row);
        }
        row = rows.next();
      }
    } catch (UnreadableExtract toldWhenItIsRead) {
      // What stands before the fault says enough.
    }
    lookAhead(first);
  }

  /** Looks at rows below the header. */
  void lookAhead(List<SourceRow> rows) {
    interpreter.lookAhead(rows);
  }

  /** Says that nobody who opens the file sees this sheet. */
  public void sheetIsHidden(SourceRow header) {
    told.ofTable(header, "hidden sheet", "The sheet is hidden.", "It was read as data.");
  }

  /**
   * What one row below the header says.
   *
   * @throws UnreadableExtract when the file ends within it, for then more rows may be missing
   */
  public MappedRow map(SourceRow row) {
    RowReading reading = new RowReading(layout, interpreter, told, links, row);
    if (row.hidden()) {
      told.ofTable(row, "hidden rows", "The row is hidden in the sheet.", "It was read as data.");
    }
    if (isHeaderAgain(row)) {
      told.ofTable(row, "headings again", "The row repeats the headings.", "It was left out.");
      return leftOut(List.of());
    }
    if (isFooter(row, reading)) {
      told.ofTable(
          row, "footer", "This is a line about the report, not a child.", "It was left out.");
      return leftOut(List.of());
    }
    if (row.cutShort()) {
      throw new UnreadableExtract(
          "The file ends in the middle of row "
              + row.number()
              + ": it was probably not copied completely.");
    }
    Optional<Issue> misfit = Misfit.in(layout, row);
    if (misfit.isPresent()) {
      return new MappedRow(Outcome.REJECTED, List.of(), List.of(), List.of(misfit.get()));
    }
    boolean aboutChildren = !layout.table().child().isEmpty();
    if (aboutChildren && !reading.findChild()) {
      return new MappedRow(Outcome.REJECTED, List.of(), List.of(), reading.issues());
    }
    reading.read();
    return outcome(reading);
  }

  private MappedRow outcome(RowReading reading) {
    if (reading.facts().isEmpty() && reading.links().isEmpty()) {
      if (!reading.noted().isEmpty() && saysNothingElse()) {
        return loaded(reading);
      }
      Outcome outcome = reading.issues().isEmpty() ? Outcome.LEFT_OUT : Outcome.REJECTED;
      return new MappedRow(outcome, List.of(), List.of(), reading.issues());
    }
    Earlier earlier = reading.facts().isEmpty() ? null : earlierRows.sameAs(reading);
    if (earlier == null) {
      return loaded(reading);
    }
    List<String> differing = earlierRows.differing(earlier, reading);
    if (differing.isEmpty()) {
      told.ofTable(
          reading.row(),
          "repeated rows",
          "The row says the same as an earlier one.",
          "It was folded into it.");
      return folded(reading, List.of());
    }
    return folded(
        reading,
        differing.stream()
            .map(
                column ->
                    reading.issue(
                        column,
                        "contradiction",
                        "Row "
                            + earlier.row()
                            + " says the same of this child, but for another value here.",
                        "The earlier row stands; this one was folded into it."))
            .toList());
  }

  private static MappedRow loaded(RowReading reading) {
    List<Fact> facts = new ArrayList<>(reading.facts());
    facts.addAll(reading.noted());
    return new MappedRow(Outcome.LOADED, facts, reading.links(), reading.issues());
  }

  /** The checks look at every row as received, be it folded into another. */
  private static MappedRow folded(RowReading reading, List<Issue> issues) {
    return new MappedRow(Outcome.LEFT_OUT, reading.noted(), List.of(), issues);
  }

  /** Whether the rows of the table are for the checks alone. */
  private boolean saysNothingElse() {
    return layout.table().meanings().stream().allMatch(RowMeaning::isForChecksAlone);
  }

  private static MappedRow leftOut(List<Issue> issues) {
    return new MappedRow(Outcome.LEFT_OUT, List.of(), List.of(), issues);
  }

  /** What many rows shared, and columns whose dates are written in more than one way. */
  public List<Issue> finish() {
    List<Issue> issues = new ArrayList<>(told.issues());
    issues.addAll(interpreter.mixedDates());
    return issues;
  }

  private boolean isHeaderAgain(SourceRow row) {
    int headings = layout.found().headings().size();
    int same = 0;
    int left = row.cells().size();
    for (SourceCell cell : row.cells()) {
      // Most rows are told by their first cells not to repeat the headings.
      if ((same + left) * 2 <= headings) {
        return false;
      }
      left--;
      same += Headings.normal(cell.text()).equals(layout.normalHeading(cell.column())) ? 1 : 0;
    }
    return same >= 2 && same * 2 > headings;
  }

  /**
   * A total, a filter, a protective marking: a line with words where an id or nothing would stand,
   * and with nothing else that the table is read for.
   */
  private boolean isFooter(SourceRow row, RowReading reading) {
    SourceCell first = row.cells().get(0);
    String text = CellText.tidy(first.text());
    if (layout.found().headings().size() <= 2 || layout.table().child().isEmpty()) {
      return false;
    }
    if (isAboutTheReport(text) && hasNoDates(reading) && !isOfChild(first, reading)) {
      return true;
    }
    boolean words = text.contains(" ") || text.chars().noneMatch(Character::isDigit);
    return saysNothingBeside(first, reading) && words && !IdText.isCutShort(first, text);
  }

  /** Every phrase but a total has more than one word or a colon, which few ids have. */
  private static boolean isAboutTheReport(String text) {
    boolean letter = !text.isEmpty() && "gGsStT".indexOf(text.charAt(0)) >= 0;
    return (letter && TOTAL.matcher(text).matches())
        || ((text.indexOf(' ') >= 0 || text.indexOf(':') >= 0) && FOOTER.matcher(text).matches());
  }

  private boolean saysNothingBeside(SourceCell first, RowReading reading) {
    for (Map.Entry<Integer, String> column : layout.found().columns().entrySet()) {
      if (column.getKey() != first.column()
          && !(reading.value(column.getValue()) instanceof Blank)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasNoDates(RowReading reading) {
    return dates().noneMatch(column -> reading.value(column) instanceof CellValue.Day);
  }

  /** Whether it gives a child and a date that cannot be read: "Total Care Team" is no total. */
  private boolean isOfChild(SourceCell first, RowReading reading) {
    return dates().anyMatch(column -> reading.value(column) instanceof CellValue.Unreadable)
        && layout.table().child().stream()
            .map(TableProfile.ChildFoundBy::column)
            .filter(column -> !Integer.valueOf(first.column()).equals(layout.place(column)))
            .anyMatch(column -> reading.value(column) instanceof CellValue.Words);
  }

  private Stream<String> dates() {
    return layout.table().columns().entrySet().stream()
        .filter(column -> column.getValue().is().equals(TableProfile.Column.DATE))
        .map(Map.Entry::getKey);
  }
}
