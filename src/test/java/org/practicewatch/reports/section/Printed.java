package org.practicewatch.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.practicewatch.reports.section.Section.Row;

/** What stands in the tables of a report, as it is printed. */
public final class Printed {

  private Printed() {}

  public static List<Row> rows(Report report, String table) {
    List<Row> rows = new ArrayList<>();
    report.table(table).rows().forEach(rows::add);
    return rows;
  }

  /** The rows of a table, each in one line. */
  public static List<String> lines(Report report, String table) {
    return rows(report, table).stream()
        .map(
            row -> row.cells().stream().map(ReportCell::printed).collect(Collectors.joining(" | ")))
        .toList();
  }

  public static String cell(Row row, int column) {
    return row.cells().get(column).printed();
  }

  /** What stands in small print beneath a cell. */
  public static String beneath(Row row, int column) {
    return row.cells().get(column) instanceof ReportCell.Shown shown ? shown.beneath() : "";
  }
}
