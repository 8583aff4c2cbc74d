package org.practicewatch.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The terms of an authority's schools, in order of time. Knows which years it knows.
 *
 * @param terms each with its first and last day
 */
public record SchoolTerms(List<Term> terms) {

  /** No terms: every count that needs them runs beyond the calendar. */
  public static final SchoolTerms NONE = new SchoolTerms(List.of());

  /**
   * One term.
   *
   * @param from first day
   * @param to last day
   */
  public record Term(LocalDate from, LocalDate to) {

    public Term {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "the term from %s ends before it begins.".formatted(from));
      }
    }
  }

  public SchoolTerms {
    terms = List.copyOf(terms);
    for (int i = 1; i < terms.size(); i++) {
      if (!terms.get(i).from().isAfter(terms.get(i - 1).to())) {
        throw new IllegalArgumentException(
            "the term from %s begins before the one above it has ended."
                .formatted(terms.get(i).from()));
      }
    }
  }

  /** The last day of the first term that begins after a day. */
  public LocalDate endOfNext(LocalDate day) {
    boolean covered = !terms.isEmpty() && !day.isBefore(terms.get(0).from());
    if (covered) {
      for (Term term : terms) {
        if (term.from().isAfter(day)) {
          return term.to();
        }
      }
    }
    throw new BeyondCalendar(day, terms);
  }
}
