package org.practicewatch.reports;

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
}
