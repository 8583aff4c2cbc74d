package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Repeated;
import org.practicewatch.intake.CellValue.Blank;
import org.practicewatch.intake.EarlierRows.Earlier;
import org.practicewatch.intake.MappedRow.Outcome;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.Need;

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

  /** What programs write beneath a result, with the commas that a CSV has cut it at. */
  private static final Pattern ROWS_COUNTED =
      Pattern.compile(
          "(?i)\\(?\\d[\\d,]* (row|record)s?\\b( (were |was )?(affected|selected|returned|in set|fetched))?"
              + "( \\(.*\\))?\\)?\\.?|no rows selected\\.?");

  /** A line that only rules off, as sqlcmd and psql draw it beneath the headings. */
  private static final Pattern RULE =
      Pattern.compile("[-=_+|:\u2013\u2014\u2500 ]*[-=_\u2500]{2}[-=_+|:\u2013\u2014\u2500 ]*");

  /** What a line beneath the headings says of a column of dates, instead of one. */
  private static final Pattern SORT_OF_DATE =
      Pattern.compile(
          "(?i)\\W*(dd?[/. -]?mm?m?[/. -]?yy(yy)?|yyyy[/. -]?mm[/. -]?dd|(small)?date(time2?)?|timestamp)\\b.*");

  private final TableLayout layout;
  private final Links links;
  private final ToldOnce told;
  private final Interpreter interpreter;
  private final EarlierRows earlierRows;
  private int lastRow;
  private boolean beneathGap;
  private boolean anyId;
  private boolean idsHaveDigits = true;

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
    this.lastRow = found.headerRow();
  }

  /** Looks at the first rows below the header, for how the columns write their dates. */
  public void lookAhead(SourceFile file, Drop.ReceivedTable table) {
    List<SourceRow> first = new ArrayList<>();
    try (SourceSheet rows = file.open(table.sheet())) {
      SourceRow row = rows.next();
      while (row != null && row.number() <= table.lastRow() && first.size() < ROWS_AHEAD) {
        SourceRow own = table.has(row) ? table.own(row) : null;
        if (own != null) {
          first.add(own);
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
    boolean first = lastRow == layout.found().headerRow();
    beneathGap |= !first && row.number() > lastRow + 1;
    lastRow = row.number();
    if (layout.isHeadedAgainBy(row)) {
      told.ofTable(row, "headings again", "The row repeats the headings.", "It was left out.");
      return leftOut(List.of());
    }
    if (isRule(row) || isAboutColumns(row, first) || isFooter(row, reading)) {
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
    boolean aboutChildren = !layout.table().child().isEmpty();
    Optional<Issue> misfit = Misfit.in(layout, row);
    if (misfit.isPresent()) {
      if (aboutChildren && idsAreWhole(row) && reading.findChild()) {
        reading.readRefused(false);
      }
      return new MappedRow(Outcome.REJECTED, reading.facts(), List.of(), List.of(misfit.get()));
    }
    tellWithoutHeading(row);
    SourceCell id = aboutChildren && idsHaveDigits ? idCell(row) : null;
    if (id != null) {
      anyId = true;
      idsHaveDigits = CellText.hasDigit(id.text());
    }
    if (aboutChildren && !reading.findChild()) {
      return new MappedRow(Outcome.REJECTED, List.of(), List.of(), reading.issues());
    }
    reading.read();
    return outcome(reading);
  }

  private MappedRow outcome(RowReading reading) {
    if (reading.isRefused()) {
      return new MappedRow(Outcome.REJECTED, reading.facts(), List.of(), reading.issues());
    }
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
      return folded(reading, earlier, List.of());
    }
    return folded(
        reading,
        earlier,
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
  private MappedRow folded(RowReading reading, Earlier earlier, List<Issue> issues) {
    List<Fact> facts = new ArrayList<>(reading.noted());
    facts.add(new Repeated(reading.childId(), layout.cell(0, earlier.row())));
    return new MappedRow(Outcome.LEFT_OUT, facts, List.of(), issues);
  }

  /** Whether the rows of the table are for the checks alone. */
  private boolean saysNothingElse() {
    return layout.table().meanings().stream().allMatch(RowMeaning::isForChecksAlone);
  }

  private static MappedRow leftOut(List<Issue> issues) {
    return new MappedRow(Outcome.LEFT_OUT, List.of(), List.of(), issues);
  }

  /** What its columns carry for the checks, be they ever so blank. */
  public Stream<Need> carried() {
    return layout.table().meanings().stream().flatMap(meaning -> meaning.carriedBy(layout::has));
  }

  /** What many rows shared, and columns whose dates are written in more than one way. */
  public List<Issue> finish() {
    List<Issue> issues = new ArrayList<>(told.issues());
    issues.addAll(interpreter.mixedDates());
    return issues;
  }

  private static boolean isRule(SourceRow row) {
    char first =
        row.cells().get(0).text().strip().isEmpty()
            ? ' '
            : row.cells().get(0).text().strip().charAt(0);
    return "-=_+|:\u2013\u2014\u2500".indexOf(first) >= 0
        && row.cells().stream()
            .map(cell -> cell.text().strip())
            .allMatch(text -> text.isEmpty() || text.equals("-") || RULE.matcher(text).matches())
        && row.cells().stream().anyMatch(cell -> RULE.matcher(cell.text().strip()).matches());
  }

  /** Such as {@code varchar(48), datetime} or {@code number, dd/mm/yyyy}, under the headings. */
  private boolean isAboutColumns(SourceRow row, boolean first) {
    return first
        && row.cells().stream()
            .anyMatch(
                cell ->
                    isDate(layout.found().columns().get(cell.column()))
                        && SORT_OF_DATE.matcher(cell.text().strip()).matches())
        && row.cells().stream()
            .filter(cell -> isDate(layout.found().columns().get(cell.column())))
            .noneMatch(
                cell ->
                    cell.kind() == SourceCell.Kind.DATE
                        || DateText.read(CellText.tidy(cell.text())).isPresent());
  }

  private boolean isDate(@Nullable String column) {
    return column != null && layout.column(column).map(TableProfile.Column::isDate).orElse(false);
  }

  /** Values that stand in the sheet and that no heading tells the meaning of. */
  private void tellWithoutHeading(SourceRow row) {
    Map<Integer, Integer> merged = layout.found().merged();
    for (SourceCell cell : row.cells()) {
      int place = cell.column();
      Integer of = merged.isEmpty() ? null : merged.get(place);
      if (of != null) {
        boolean instead = row.cells().stream().noneMatch(other -> other.column() == of);
        told.ofColumn(
            row,
            layout.heading(place),
            CellText.shown(cell.text()),
            instead ? "under a merged heading" : "no heading of its own",
            "The heading '"
                + layout.found().headings().getOrDefault(of, "")
                + "' is merged over this column too, and values stand in it.",
            instead ? "They were read as its values." : "What stands in the first was used.");
      } else if (!layout.isHeaded(place) && !CellText.tidy(cell.text()).isEmpty()) {
        told.ofColumn(
            row,
            layout.heading(place).strip(),
            CellText.shown(cell.text()),
            "no heading of its own",
            "Values stand in this column, and it has no heading.",
            "They were not used. Write a heading over them and send it again.");
      }
    }
  }

  /**
   * A total, a filter, a protective marking: a line with words where an id or nothing would stand,
   * and with nothing else that the table is read for.
   */
  private boolean isFooter(SourceRow row, RowReading reading) {
    SourceCell first = row.cells().get(0);
    String text = CellText.tidy(first.text());
    if (countsRows(row)) {
      return true;
    }
    if (layout.found().headings().size() <= 2 || layout.table().child().isEmpty()) {
      return false;
    }
    if (isBeneathTable(row, reading)) {
      return true;
    }
    if (isAboutTheReport(text) && hasNoDates(reading) && !isOfChild(first, reading)) {
      return true;
    }
    boolean words = text.indexOf(' ') >= 0 || !hasAnyDigit(text);
    return words && saysNothingBeside(first, reading) && !IdText.isCutShort(first, text);
  }

  /** Of any script, as a person would see one. */
  private static boolean hasAnyDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean countsRows(SourceRow row) {
    if (row.cells().size() > 3 || row.cells().get(0).text().isEmpty()) {
      return false;
    }
    String line =
        row.cells().stream().map(cell -> cell.text().strip()).collect(Collectors.joining(","));
    return ROWS_COUNTED.matcher(line).matches();
  }

  /**
   * A line of a summary beneath a gap: no date, and where all children above had a number there is
   * none.
   */
  private boolean isBeneathTable(SourceRow row, RowReading reading) {
    SourceCell id = idCell(row);
    boolean hasDigit = id != null && CellText.hasDigit(id.text());
    return beneathGap && anyId && idsHaveDigits && id != null && !hasDigit && hasNoDates(reading);
  }

  private @Nullable SourceCell idCell(SourceRow row) {
    Integer place = layout.place(layout.table().child().get(0).column());
    for (SourceCell cell : row.cells()) {
      if (place != null && cell.column() == place) {
        return cell;
      }
    }
    return null;
  }

  private boolean idsAreWhole(SourceRow row) {
    return layout.table().child().stream()
        .map(way -> layout.place(way.column()))
        .filter(Objects::nonNull)
        .noneMatch(
            place ->
                row.cells().stream()
                    .anyMatch(cell -> cell.column() == place && cell.text().indexOf(0) >= 0));
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
