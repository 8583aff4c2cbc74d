package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A report of activities or of spans.
 *
 * @param beside the layout of the extracts whose ids it carries; where that is not the dataset, its
 *     file is named after it, for several may lie in one folder
 */
record WorkReport(Work of, Layout beside) implements Table {

  /** What it lists, and its headings. */
  @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
  enum Work {
    ACTIVITIES(
        "Activities",
        "Child ID",
        "What",
        "Date",
        "Time",
        "Status",
        "Recorded on",
        "Worker",
        "Team",
        "Marks",
        "Reference",
        "Reference is of",
        "Subject kind",
        "Subject ID"),
    SPANS(
        "Spans",
        "Child ID",
        "What",
        "From",
        "To",
        "End time",
        "Code",
        "Worker",
        "Team",
        "Reference",
        "Reference is of",
        "Subject kind",
        "Subject ID");

    private final String sheet;
    private final List<String> columns;

    Work(String sheet, String... columns) {
      this.sheet = sheet;
      this.columns = List.of(columns);
    }
  }

  @Override
  public String table() {
    return of.sheet;
  }

  @Override
  public String fileName(LocalDate asAt) {
    String system = beside == Layout.MOSAIC ? "" : beside.word() + "_";
    return system + of.sheet.toLowerCase(Locale.ROOT) + "_" + asAt;
  }

  @Override
  public Dates dates() {
    return Dates.DAY_FIRST;
  }

  @Override
  public List<String> columns() {
    return of.columns;
  }

  @Override
  public boolean holdsNumbers(int column) {
    return false;
  }

  @Override
  public List<List<Cell>> head(LocalDate asAt) {
    return List.of(Table.cells(of.columns));
  }

  @Override
  public int linesAcross() {
    return 0;
  }
}
