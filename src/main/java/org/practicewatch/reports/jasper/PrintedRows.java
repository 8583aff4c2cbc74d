package org.practicewatch.reports.jasper;

import java.util.Iterator;
import java.util.List;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;
import org.jspecify.annotations.Nullable;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Shown;
import org.practicewatch.reports.section.ReportCell.Tint;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.ReportSheet.Print;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;

/** Gives a layout the rows of a table, cell by cell: {@code cells.2.text} is the third's text. */
final class PrintedRows implements JRRewindableDataSource {

  private final Table table;
  private final int[] printed;
  private Iterator<Row> rows;
  private @Nullable Row row;

  /**
   * The rows of a table.
   *
   * @param printed which of its columns are
   */
  PrintedRows(Table table, int[] printed) {
    this.table = table;
    this.printed = printed.clone();
    this.rows = table.rows().iterator();
  }

  /** Asked for where a table that does not fit is begun again on the next page. */
  @Override
  public void moveFirst() {
    rows = table.rows().iterator();
  }

  @Override
  public boolean next() {
    boolean more = rows.hasNext();
    row = more ? rows.next() : null;
    return more;
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) {
    Row now = row;
    if (now == null) {
      return null;
    }
    if (field.getName().equals("tinted")) {
      return now.heads();
    }
    List<String> path = List.of(field.getName().split("\\.", -1));
    int place = Integer.parseInt(path.get(1));
    if (place >= printed.length) {
      return null;
    }
    ReportCell cell = now.cells().get(printed[place]);
    Shown shown = cell instanceof Shown one ? one : null;
    return switch (path.get(2)) {
      case "text" -> cell.printed();
      case "beneath" -> shown == null ? null : shown.beneath();
      case "weight" -> (shown == null ? weight(place) : shown.weight()).name();
      case "colourBeneath" ->
          shown == null || shown.toneBeneath() == Tone.PLAIN ? null : shown.toneBeneath().colour();
      case "tint" -> shown == null || shown.tint() == Tint.NONE ? null : shown.tint().colour();
      case "colour" -> (shown == null ? Tone.PLAIN : shown.tone()).colour();
      default -> throw new IllegalArgumentException("a cell has no " + path.get(2));
    };
  }

  private Weight weight(int place) {
    Column column = table.columns().get(printed[place]);
    Print print = column.print();
    return print == null ? Weight.PLAIN : print.weight();
  }
}
