package org.practicewatch.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;
import org.practicewatch.intake.CellValue.Blank;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Day;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;

/** The cells of one row, by the profile's names for their columns. Each is read once. */
final class RowCells {

  private final TableLayout layout;
  private final Interpreter interpreter;
  private final SourceRow row;
  private final @Nullable CellValue[] values;
  private final @Nullable SourceCell[] byPlace;
  private boolean citesItself;

  RowCells(TableLayout layout, Interpreter interpreter, SourceRow row) {
    this.layout = layout;
    this.interpreter = interpreter;
    this.row = row;
    this.values = new CellValue[layout.size()];
    int width = 0;
    for (SourceCell cell : row.cells()) {
      width = Math.max(width, cell.column() + 1);
    }
    this.byPlace = new SourceCell[width];
    for (int i = row.cells().size() - 1; i >= 0; i--) {
      SourceCell cell = row.cells().get(i);
      byPlace[cell.column()] = cell;
    }
  }

  /** Whether a condition holds, of which cannot be told where its cell cannot be read. */
  enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  SourceRow row() {
    return row;
  }

  /** What a column of the row says; where it is blank, the column that is used instead. */
  CellValue value(String column) {
    TableLayout.Named named = layout.named(column);
    return named == null ? CellValue.BLANK : value(named);
  }

  /** The same of a column that is known. */
  CellValue value(TableLayout.Named column) {
    CellValue own = ownValue(column);
    String instead = column.column().orElse();
    return own instanceof Blank && instead != null ? ownValue(layout.named(instead)) : own;
  }

  private CellValue ownValue(TableLayout.@Nullable Named column) {
    if (column == null || column.place() == null) {
      return CellValue.BLANK;
    }
    CellValue value = values[column.number()];
    if (value == null) {
      Integer place = standsAt(column.place());
      SourceCell cell = place == null ? null : cellAt(place);
      value = cell == null ? nothing(column) : interpreter.interpret(row, column, cell);
      values[column.number()] = value;
    }
    return value;
  }

  private @Nullable String insteadOf(String column) {
    TableLayout.Named named = layout.named(column);
    return named == null ? null : named.column().orElse();
  }

  /**
   * A blank, unless a date stands beside it where no heading is, as a CSV has it that was saved
   * from a workbook with a heading merged over both: then nobody can tell.
   */
  private CellValue nothing(TableLayout.Named column) {
    Integer place = column.place();
    if (place == null || !column.column().isDate() || layout.isHeaded(place + 1)) {
      return CellValue.BLANK;
    }
    SourceCell beside = cellAt(place + 1);
    boolean date =
        beside != null
            && (beside.kind() == SourceCell.Kind.DATE
                || DateText.read(CellText.tidy(beside.text())).isPresent());
    return date
        ? new Unreadable(
            "no heading of its own",
            "The cell is blank, and a date stands beside it, in a column that has no heading.")
        : CellValue.BLANK;
  }

  private @Nullable SourceCell cellAt(int place) {
    return place < byPlace.length ? byPlace[place] : null;
  }

  Optional<String> text(String column) {
    return value(column) instanceof Words words ? Optional.of(words.text()) : Optional.empty();
  }

  /** The value of a column; where it is text, as a code of a list. */
  CellValue coded(String column, String list) {
    CellValue value = value(column);
    Integer place = placeOf(column);
    return value instanceof Words words && place != null
        ? interpreter.coded(row, list, place, words.text())
        : value;
  }

  Answer holds(Map<String, List<String>> conditions) {
    Answer answer = Answer.YES;
    for (Map.Entry<String, List<String>> condition : conditions.entrySet()) {
      CellValue value = value(condition.getKey());
      if (value instanceof Unreadable) {
        answer = Answer.NOT_KNOWN;
      } else if (!isOneOf(value, condition.getValue())) {
        return Answer.NO;
      }
    }
    return answer;
  }

  private static boolean isOneOf(CellValue value, List<String> wanted) {
    for (String one : wanted) {
      if (is(value, one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(CellValue value, String wanted) {
    if (value instanceof Coded coded) {
      return wanted.equals(RowMeaning.ANYTHING)
          || coded.group().equalsIgnoreCase(wanted)
          || coded.code().equalsIgnoreCase(wanted);
    }
    if (value instanceof Words words) {
      return wanted.equals(RowMeaning.ANYTHING) || words.text().equalsIgnoreCase(wanted);
    }
    if (value instanceof Day) {
      return wanted.equals("any date");
    }
    return value instanceof Blank && wanted.equals("blank");
  }

  /** Where the value of a column comes from: its own cell, or that of the one used instead. */
  @Nullable Integer placeOf(String column) {
    String instead = insteadOf(column);
    if (instead != null && ownValue(layout.named(column)) instanceof Blank && layout.has(instead)) {
      return standsAt(layout.place(instead));
    }
    return standsAt(layout.place(column));
  }

  /** Where a heading is merged over several columns, the one of them that holds something. */
  private @Nullable Integer standsAt(@Nullable Integer place) {
    if (place == null || layout.mergedWith(place).isEmpty() || cellAt(place) != null) {
      return place;
    }
    return layout.mergedWith(place).stream()
        .filter(other -> cellAt(other) != null)
        .findFirst()
        .orElse(place);
  }

  String headingOf(String column) {
    Integer place = placeOf(column);
    return place == null ? column : layout.heading(place);
  }

  /** What was found; a date as every kind of file would give it. */
  String shown(String column) {
    Integer place = placeOf(column);
    SourceCell cell = place == null ? null : cellAt(place);
    if (cell == null) {
      return "";
    }
    boolean dated = layout.column(column).map(TableProfile.Column::isDate).orElse(false);
    Optional<DateText.Read> date =
        dated ? DateText.read(CellText.tidy(cell.text())) : Optional.empty();
    return date.map(read -> read.day().toString()).orElseGet(() -> CellText.shown(cell.text()));
  }

  CellRef cell(@Nullable String column) {
    Integer place = column == null ? null : placeOf(column);
    if (place == null) {
      place =
          layout.table().child().isEmpty() ? null : placeOf(layout.table().child().get(0).column());
    }
    return layout.cell(place == null ? 0 : place, row.number());
  }

  /** Whether something that the row says holds {@link #thisRow}. */
  boolean citesItself() {
    return citesItself;
  }

  /** An id for what the row itself is, where the source gives it none. */
  String thisRow() {
    citesItself = true;
    return layout.file() + "!" + layout.sheet() + "!" + row.number();
  }
}
