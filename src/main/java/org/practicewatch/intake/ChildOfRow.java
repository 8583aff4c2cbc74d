package org.practicewatch.intake;

import java.util.Optional;
import org.practicewatch.intake.CellValue.Coded;
import org.practicewatch.intake.CellValue.Unreadable;
import org.practicewatch.intake.CellValue.Words;

/** Ties a row to its child: by the child's own id, or by that of something of the child's. */
final class ChildOfRow {

  private static final String NO_CHILD = "The row cannot be tied to a child, so it was rejected.";
  private static final String NO_SUBJECT =
      "It cannot be told whom or what the row is about, so it was rejected.";

  private final TableLayout layout;
  private final Links known;
  private final RowReading row;

  ChildOfRow(TableLayout layout, Links known, RowReading row) {
    this.layout = layout;
    this.known = known;
    this.row = row;
  }

  /** The id of the row's child; empty, with the reason among the issues, where there is none. */
  Optional<String> find() {
    String notFound = "";
    String notFoundColumn = "";
    for (TableProfile.ChildFoundBy way : layout.table().child()) {
      if (!way.isA().isEmpty()) {
        CellValue kind = row.value(way.isA());
        if (kind instanceof Unreadable unreadable) {
          row.complain(way.isA(), unreadable, NO_SUBJECT);
          return Optional.empty();
        }
        if (kind instanceof Coded coded && !coded.group().equals(TableProfile.ChildFoundBy.CHILD)) {
          return subject(way.column(), coded.group());
        }
        continue;
      }
      CellValue value = row.value(way.column());
      notFoundColumn = notFoundColumn.isEmpty() ? way.column() : notFoundColumn;
      if (value instanceof Unreadable unreadable) {
        row.complain(way.column(), unreadable, NO_CHILD);
        return Optional.empty();
      }
      if (!(value instanceof Words words)) {
        continue;
      }
      String id = IdText.canonical(words.text());
      if (way.of().isEmpty()) {
        return Optional.of(way.alwaysA().idOf(id));
      }
      Optional<String> child = known.findChild(way.of(), id);
      if (child.isPresent()) {
        return child;
      }
      notFound = way.of();
      notFoundColumn = way.column();
    }
    complainOfNoChild(notFoundColumn, notFound);
    return Optional.empty();
  }

  /** What a row is about that is about no child, such as {@code home:SC012345}. */
  private Optional<String> subject(String column, String kind) {
    CellValue id = row.value(column);
    if (id instanceof Words words) {
      return Optional.of(kind + ":" + IdText.canonical(words.text()));
    }
    row.complain(
        column,
        id instanceof Unreadable unreadable
            ? unreadable
            : new Unreadable("no subject id", "The row is of a " + kind + ", without its id."),
        NO_SUBJECT);
    return Optional.empty();
  }

  private void complainOfNoChild(String column, String notFound) {
    if (notFound.isEmpty()) {
      row.complain(column, new Unreadable("no child id", "There is no child id."), NO_CHILD);
    } else if (known.knows(notFound)) {
      row.complain(
          column,
          new Unreadable(
              "no such " + notFound, "No extract received has a " + notFound + " with this id."),
          NO_CHILD);
    } else {
      row.tellOnce(
          column,
          row.shown(column),
          "no such " + notFound,
          "No extract received has any " + notFound + ", by which the rows find their child.",
          "They cannot be tied to a child, so they were rejected.");
    }
  }

  /** A plan or referral of another child than the one that the row itself names. */
  void tellOther() {
    for (TableProfile.ChildFoundBy way : layout.table().child()) {
      if (!way.of().isEmpty() && row.value(way.column()) instanceof Words words) {
        Optional<String> other = known.findChild(way.of(), IdText.canonical(words.text()));
        if (other.isPresent() && !other.get().equals(row.childId())) {
          row.complain(
              way.column(),
              new Unreadable(
                  "contradiction",
                  "This " + way.of() + " is another child's than the one that the row names."),
              "The row was read for the child that it names.");
        }
      }
    }
  }
}
