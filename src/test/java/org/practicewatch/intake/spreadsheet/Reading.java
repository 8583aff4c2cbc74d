package org.practicewatch.intake.spreadsheet;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.intake.SourceCell;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;

/** What a sheet gave, read to its end. */
record Reading(List<SourceRow> rows, int blankRows) {

  static Reading of(Path file) {
    return of(file, 0);
  }

  static Reading of(Path file, int index) {
    try (SourceFile source = Spreadsheets.open(file);
        SourceSheet sheet = source.open(index)) {
      List<SourceRow> rows = new ArrayList<>();
      for (SourceRow row = sheet.next(); row != null; row = sheet.next()) {
        rows.add(row);
      }
      return new Reading(rows, sheet.blankRows());
    }
  }

  /** One line a row, such as {@code 2: A=TEXT x, C=NUMBER 1}. */
  List<String> lines() {
    return rows.stream()
        .map(
            row ->
                row.number()
                    + ": "
                    + row.cells().stream()
                        .map(c -> (char) ('A' + c.column()) + "=" + c.kind() + " " + c.text())
                        .collect(joining(", ")))
        .toList();
  }

  List<String> texts() {
    return rows.stream()
        .map(row -> row.cells().stream().map(SourceCell::text).collect(joining("¦")))
        .toList();
  }

  SourceCell cell(int row, int cell) {
    return rows.get(row).cells().get(cell);
  }
}
