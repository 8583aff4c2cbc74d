package org.practicewatch.reports.subject;

import java.time.LocalDate;
import org.practicewatch.reports.section.Words;

/**
 * Three months of the council's year.
 *
 * @param from first day
 * @param to last day; of the one that goes on, the night
 */
record Quarter(LocalDate from, LocalDate to) {

  private static final int MONTHS = 3;

  /** The one of the night, as far as it has gone. */
  static Quarter of(LocalDate asAt, LocalDate yearFrom) {
    LocalDate from = yearFrom;
    while (!from.plusMonths(MONTHS).isAfter(asAt)) {
      from = from.plusMonths(MONTHS);
    }
    return new Quarter(from, asAt);
  }

  Quarter before() {
    return new Quarter(from.minusMonths(MONTHS), from.minusDays(1));
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** "1 Jul 2026 to 30 Sep 2026". */
  String words() {
    return Words.date(from) + " to " + Words.date(to);
  }
}
