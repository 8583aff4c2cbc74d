package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.exceptions.ExceptionKey.Sort;

/**
 * What may be accepted.
 *
 * @param atMostWeeks how far off the day may be
 * @param reasons for which a gap may be accepted
 * @param never standards and checks that never are
 * @param neverUntold standards and checks of which it must be found out whether the child was seen
 */
public record AcceptanceRules(
    int atMostWeeks, List<String> reasons, Set<String> never, Set<String> neverUntold) {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  public AcceptanceRules {
    reasons = List.copyOf(reasons);
    never = Set.copyOf(never);
    neverUntold = Set.copyOf(neverUntold);
  }

  /** Why what was asked cannot be taken in, with what to do; empty where it can. */
  Optional<String> findFault(AcceptanceAsked asked, ExceptionKey key, LocalDate tonight) {
    if (never.contains(key.code())) {
      return Optional.of("this is one of those that can never be accepted.");
    }
    if (key.sort() == Sort.DATA && neverUntold.contains(key.code())) {
      return Optional.of(
          "it cannot be told whether the child was seen, and that is never accepted. Find out, and"
              + " put the record right.");
    }
    if (asked.untilText().isBlank() && asked.until() == null) {
      return Optional.of("there is no date until which it is accepted.");
    }
    LocalDate until = asked.until();
    if (until == null) {
      return Optional.of("the date cannot be read. Dates are read day first, as dd/mm/yyyy.");
    }
    if (!until.isAfter(tonight)) {
      return Optional.of("the date is past. Choose one after " + DAY.format(tonight) + ".");
    }
    LocalDate last = tonight.plusWeeks(atMostWeeks);
    if (until.isAfter(last)) {
      return Optional.of(
          "the date is too far off. The last day possible is " + DAY.format(last) + ".");
    }
    if (asked.reason().isBlank()) {
      return Optional.of("there is no reason. Choose one from the list in the cell.");
    }
    if (reasons.stream().noneMatch(known -> known.equalsIgnoreCase(asked.reason().strip()))) {
      return Optional.of("this is no reason of the list. Choose one from the list in the cell.");
    }
    return asked.by().isBlank()
        ? Optional.of("there is no name of whoever accepts it.")
        : Optional.empty();
  }

  /** Whether what is asked is what holds already. */
  boolean isSame(AcceptanceAsked asked, Acceptance held) {
    return held.until().equals(asked.until())
        && held.reason().equalsIgnoreCase(asked.reason().strip())
        && held.by().equals(asked.by().strip());
  }

  /** What is taken in. */
  Acceptance accepted(AcceptanceAsked asked, LocalDate until, LocalDate tonight, int count) {
    String reason =
        reasons.stream()
            .filter(known -> known.equalsIgnoreCase(asked.reason().strip()))
            .findFirst()
            .orElseThrow();
    return new Acceptance(until, reason, asked.note().strip(), asked.by().strip(), tonight, count);
  }
}
