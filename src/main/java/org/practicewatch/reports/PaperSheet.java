package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.reports.Paper.Row;
import org.practicewatch.reports.Paper.Section;
import org.practicewatch.reports.ReportSheet.Column;

/** A table of a report as a sheet of a workbook. */
final class PaperSheet {

  private static final int NAME = 36;
  private static final int WORDS = 30;
  private static final int SENTENCE = 80;
  private static final int NUMBER = 13;

  private PaperSheet() {}

  static ReportSheet of(Section section) {
    List<Column> columns = new ArrayList<>();
    for (String heading : section.headings()) {
      boolean number = section.kind().equals(Paper.Kind.NUMBERS.name()) && !columns.isEmpty();
      columns.add(new Column(heading, width(section, columns.isEmpty()), number));
    }
    return new ReportSheet(
        section.title(),
        section.note(),
        columns,
        true,
        section.rows().stream().map(row -> cells(row, columns)).toList());
  }

  private static int width(Section section, boolean first) {
    return switch (Paper.Kind.valueOf(section.kind())) {
      case NUMBERS -> first ? NAME : NUMBER;
      case TEXTS -> first ? NAME : WORDS;
      case WIDE -> first ? NAME : SENTENCE;
    };
  }

  private static List<ReportCell> cells(Row row, List<Column> columns) {
    List<ReportCell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = row.cells().get(i);
      cells.add(
          columns.get(i).number() && text.matches("[0-9,]+")
              ? new ReportCell.Count(Integer.parseInt(text.replace(",", "")))
              : ReportCell.text(text));
    }
    return cells;
  }
}
