package org.practicewatch.intake;

import java.util.Optional;
import org.practicewatch.quality.Issue;

/**
 * A row whose cells cannot be told apart: nothing in it can be believed, because a value may stand
 * under another's heading.
 */
final class Misfit {

  private static final String REJECTED =
      "The row was rejected: a value may stand under another's heading. ";

  private Misfit() {}

  /** What is wrong with a row, where it does not fit under its headings. */
  static Optional<Issue> in(TableLayout layout, SourceRow row) {
    if (row.fault() == SourceRow.Fault.NOUGHT_BYTES) {
      return Optional.of(
          issue(
              layout,
              row,
              "",
              "",
              "bytes of nought",
              "The row holds bytes of nought, which are no text, so a part of it was damaged.",
              "The row was rejected. Export the table anew and send it again."));
    }
    int headings = layout.width();
    if (row.fitsUnder(headings)) {
      return Optional.empty();
    }
    Optional<SourceCell> beyond = row.beyond(headings);
    if (beyond.isPresent()) {
      return Optional.of(
          issue(
              layout,
              row,
              layout.heading(beyond.get().column()).strip(),
              CellText.shown(beyond.get().text()),
              "more cells than headings",
              String.format(
                  "The row goes on after its cell %d, and there are %d headings: a value probably"
                      + " holds a comma (or whatever parts the cells) and is not in quotation marks.",
                  headings, headings),
              REJECTED + "Put the value in quotation marks and send it again."));
    }
    return Optional.of(
        issue(
            layout,
            row,
            layout.heading(row.given()),
            "",
            "fewer cells than headings",
            String.format(
                "The row has %d cells, and there are %d headings: a line was broken within a value"
                    + " that is not in quotation marks, or a cell was lost.",
                row.given(), headings),
            REJECTED
                + "Put such values in quotation marks, or write the empty cells too, and send it again."));
  }

  private static Issue issue(
      TableLayout layout,
      SourceRow row,
      String column,
      String value,
      String check,
      String problem,
      String effect) {
    return new Issue(
        layout.file(), layout.sheet(), row.number(), column, value, check, problem, effect, "");
  }
}
