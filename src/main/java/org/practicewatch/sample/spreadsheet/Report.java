package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One report out of a case system: a title and a run date above the headings, a footer below the
 * last row, and in front of every row the child's id and name.
 *
 * @param table the name of its sheet
 */
record Report(
    @Nullable ReportSystem system, Kind kind, String table, String title, List<String> columns)
    implements Table {

  /** The columns that say whose row it is. */
  static final int CHILD_COLUMNS = 2;

  /** What a report lists; the columns behind the child's come in the order of ReportedSteps. */
  enum Kind {
    CHILDREN,
    REFERRALS,
    ASSESSMENTS,
    ENQUIRIES,
    CONFERENCES,
    PLANS,
    VISITS,
    REVIEWS,
    CASE_NOTES,
    HEALTH,
    EPISODES,
    PLACEMENTS,
    LEGAL_STATUSES,
    ALLOCATIONS;

    Report of(String sheet, String title, String... headings) {
      return new Report(null, this, sheet, title, List.of(headings));
    }

    /** Whether the child stands there once, merged down beside all the child's rows. */
    boolean mergesChild() {
      return this == VISITS || this == REVIEWS || this == CASE_NOTES || this == PLANS;
    }
  }

  /** The same as a report of a system, with the headings of the child's columns. */
  Report of(ReportSystem from, List<String> child) {
    List<String> all = new ArrayList<>(child);
    all.addAll(columns);
    return new Report(from, kind, table, title, List.copyOf(all));
  }

  private ReportSystem from() {
    if (system == null) {
      throw new IllegalStateException("The report " + table + " is of no system");
    }
    return system;
  }

  @Override
  public String fileName(LocalDate asAt) {
    return from().system() + "_" + table.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  @Override
  public Dates dates() {
    return Dates.DAY_FIRST;
  }

  @Override
  public boolean holdsNumbers(int column) {
    return column == 0 && from().numbers();
  }

  @Override
  public List<List<Cell>> head(LocalDate asAt) {
    return List.of(
        line(title), line(from().runLine(asAt)), Table.cells(List.of()), Table.cells(columns));
  }

  @Override
  public int linesAcross() {
    return 2;
  }

  /** A row that holds a text and nothing else. */
  static List<Cell> line(String text) {
    return Table.cells(List.of(text));
  }
}
