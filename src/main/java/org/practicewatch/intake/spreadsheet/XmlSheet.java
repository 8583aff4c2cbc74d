package org.practicewatch.intake.spreadsheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.UnreadableExtract;

/**
 * The rows of one kind of record. Row 1 holds the headings, so the twelfth EPISODE of the file is
 * row 13 of its sheet. Rows are kept until the record they stand in ends, for its id may come last.
 */
final class XmlSheet implements SourceSheet {

  /** As many cells as one child's record could never fill. */
  private static final int MOST_KEPT = 200_000;

  private final XmlTable table;
  private final XmlElements xml;
  private final Deque<SourceRow> ready = new ArrayDeque<>();
  private final List<Row> kept = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private XmlKind here;
  private @Nullable Row row;
  private @Nullable SourceCell id;
  private int cellsKept;
  private int last;
  private int blank;

  XmlSheet(XmlTable table, XmlKind top, XmlElements xml) {
    this.table = table;
    this.here = top;
    this.xml = xml;
  }

  /** An element while its record is read. */
  private static final class Row {
    private final int number;
    private final Map<Integer, SourceCell> cells = new TreeMap<>();
    private boolean hasElements;

    Row(int number) {
      this.number = number;
    }
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public boolean hidden() {
    return false;
  }

  @Override
  public int blankRows() {
    return blank;
  }

  @Override
  public void close() {
    xml.close();
  }

  @Override
  public @Nullable SourceRow next() {
    if (last == 0) {
      last = 1;
      return headings();
    }
    while (ready.isEmpty()) {
      switch (xml.next()) {
        case OPENS -> openElement(xml.name());
        case TEXT -> text.append(xml.text());
        case CLOSES -> closeElement();
        case END_OF_FILE -> {
          return null;
        }
      }
    }
    return ready.remove();
  }

  private SourceRow headings() {
    List<SourceCell> cells = new ArrayList<>();
    for (String heading : table.headings()) {
      cells.add(Cells.text(cells.size(), heading));
    }
    return new SourceRow(1, false, cells);
  }

  private void openElement(String name) {
    takeText();
    if (row != null && here == table.rows()) {
      row.hasElements = true;
    }
    XmlKind inner = here.inner(name);
    if (inner == null) {
      throw new UnreadableExtract("The file was changed while it was being read.");
    }
    here = inner;
    if (here == table.rows()) {
      last++;
      row = new Row(last);
    }
  }

  private void closeElement() {
    takeText();
    if (row != null && here == table.rows()) {
      keep(row);
      row = null;
    }
    if (here == (table.record() == null ? table.rows() : table.record())) {
      release();
    }
    here = here.outer();
  }

  /** What was written since the last tag, where it is a value that the table has. */
  private void takeText() {
    Integer column = table.columns().get(here);
    boolean isId = table.ids().contains(here);
    if ((column != null || isId) && !text.toString().isBlank()) {
      String value = text.toString();
      if (isId) {
        id = together(id, table.idColumn(), value);
      }
      if (row != null && column != null) {
        cellsKept++;
        row.cells.put(column, together(row.cells.get(column), column, value));
      }
    }
    text.setLength(0);
  }

  private static SourceCell together(@Nullable SourceCell before, int column, String text) {
    if (before == null) {
      return Cells.text(column, text);
    }
    boolean said =
        before.kind() == SourceCell.Kind.TWICE || before.text().strip().equals(text.strip());
    return said ? before : Cells.twice(column, before.text().strip(), text.strip());
  }

  /** An element without any inside says nothing; one whose values are all blank is a row. */
  private void keep(Row ended) {
    if (!ended.hasElements && ended.cells.isEmpty()) {
      blank++;
      return;
    }
    kept.add(ended);
    cellsKept++;
    if (cellsKept > MOST_KEPT) {
      throw new UnreadableExtract(
          "One record of the XML file holds more than any child's could, so the file was not read.");
    }
  }

  /** The rows of a record that ended, each with the record's id. */
  private void release() {
    for (Row ended : kept) {
      if (id != null) {
        ended.cells.put(table.idColumn(), id);
      }
      List<SourceCell> cells = List.copyOf(ended.cells.values());
      if (Cells.areBlank(cells)) {
        blank++;
      } else {
        ready.add(new SourceRow(ended.number, false, cells));
      }
    }
    kept.clear();
    cellsKept = 0;
    id = null;
  }
}
