package org.practicewatch.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.intake.CellValue.Blank;

/**
 * The rows of a table that came before, to know a repeated one by. Of each row only a print is
 * kept, so that a long table needs little memory.
 */
final class EarlierRows {

  private final TableLayout layout;
  private final List<String> compared = new ArrayList<>();
  private final Prints rows = new Prints();

  /** Of each row its number in the sheet, and what stood in the compared columns. */
  private final IntList about = new IntList();

  EarlierRows(TableLayout layout) {
    this.layout = layout;
    layout
        .table()
        .columns()
        .forEach(
            (name, column) -> {
              boolean date = column.is().equals(TableProfile.Column.DATE);
              if (layout.has(name) && (date || column.isCoded())) {
                compared.add(name);
              }
            });
  }

  /**
   * The earlier row that said the same: its number in the sheet, and for each compared column a
   * number for what stood in it.
   */
  static final class Earlier {

    private final int row;
    private final int[] values;

    private Earlier(int row, int[] values) {
      this.row = row;
      this.values = values;
    }

    int row() {
      return row;
    }
  }

  /** The earlier row that said the same, or null, after which this row is one of them. */
  @Nullable Earlier sameAs(RowReading reading) {
    int before = rows.putIfAbsent(content(reading));
    if (before < 0) {
      about.add(reading.row().number());
      about.addAll(values(reading));
      return null;
    }
    int from = before * (1 + compared.size());
    return new Earlier(about.get(from), about.range(from + 1, from + 1 + compared.size()));
  }

  /** Columns in which the two, though they say the same, have dates or codes that differ. */
  List<String> differing(Earlier earlier, RowReading reading) {
    int[] values = values(reading);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      boolean bothSay = values[i] != 0 && earlier.values[i] != 0;
      if (bothSay && values[i] != earlier.values[i]) {
        differing.add(compared.get(i));
      }
    }
    return differing;
  }

  /**
   * A row that only registers a child, such as a contact, repeats another only where it does so in
   * every column: two contacts of one child are two. One with a cell that cannot be read repeats
   * another only where the same stands there: each such cell must be told.
   */
  private String content(RowReading reading) {
    String content = reading.content();
    boolean unreadable = false;
    boolean registersOnly = true;
    for (Fact fact : reading.facts()) {
      unreadable |= fact instanceof Gap;
      registersOnly &= fact instanceof Child;
    }
    if (unreadable) {
      StringBuilder unread = new StringBuilder(content);
      reading.issues().forEach(issue -> unread.append(issue.column()).append(issue.value()));
      return unread.toString();
    }
    if (registersOnly) {
      StringBuilder all = new StringBuilder(content);
      for (String name : layout.table().columns().keySet()) {
        CellValue value = reading.value(name);
        all.append('|').append(value instanceof Blank ? "" : value);
      }
      return all.toString();
    }
    return content;
  }

  private int[] values(RowReading reading) {
    int[] values = new int[compared.size()];
    for (int i = 0; i < values.length; i++) {
      CellValue value = reading.value(compared.get(i));
      values[i] = value instanceof Blank ? 0 : value.hashCode();
    }
    return values;
  }
}
