package org.practicewatch.reports;

import java.util.List;

/** What stands in small print under the figures of a service or team. */
final class Notes {

  private Notes() {}

  /** Two words that are near each other and are not the same. */
  static String soonAndNext(NightInReports night) {
    return "Due soon: due within 2, 5 or 20 working days, by the length of the interval. Due next:"
        + " due by "
        + Words.date(night.until())
        + ", as far as lists look ahead.";
  }

  static String underFigures(Printing printing) {
    return "In timescale now: of the children the standard applies to tonight, those with nothing"
        + " overdue under it. Done in timescale: of what fell due in the period, done by the due"
        + " date, for the team allocated on that date. The measures are never blended; what cannot"
        + " be told is in none of them."
        + (printing.percentFrom() > 1
            ? " Of fewer than "
                + printing.percentFrom()
                + " only the count is given: one child more or less would look like a change."
            : "");
  }

  /** Why some shares are counts alone; empty where none is. */
  static String few(Printing printing) {
    return printing.percentFrom() > 1
        ? " Of fewer than " + printing.percentFrom() + " only the count is given."
        : "";
  }

  /** What a list on paper leaves out; empty where that is nothing. */
  static String firstOf(int all) {
    return all <= TeamReport.LINES_PRINTED
        ? ""
        : "These are the first "
            + Words.count(TeamReport.LINES_PRINTED)
            + " of "
            + Words.count(all)
            + "; the workbook beside this report lists every one.";
  }

  /** What cannot be judged because no extract carries it; empty where that is nothing. */
  static String withoutSource(List<String> titles) {
    return titles.isEmpty()
        ? ""
        : "Cannot judge, no source: "
            + String.join(", ", titles)
            + ". No extract carries what it takes: ./practicewatch template writes a workbook that"
            + " says which rows to extract, and why.";
  }
}
