package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.sample.FictionalChild.Visit;

/** Who comes to see a child in care, and how often. */
record VisitsInCare(Telling telling, Holds holds, CareHistory history) {

  /** First within a week of each new placement, then as often as the arrangement asks for. */
  List<Visit> until(LocalDate end, LocalDate firstReview) {
    List<LocalDate> arrivals = history.arrivals(end);
    List<Visit> visits = new ArrayList<>();
    for (int place = 0; place < arrivals.size(); place++) {
      LocalDate arrived = arrivals.get(place);
      LocalDate leaves = place + 1 < arrivals.size() ? arrivals.get(place + 1) : end;
      LocalDate last = arrived;
      LocalDate due = arrived.plusDays(7);
      while (true) {
        LocalDate on = holds.done(telling.own(), last, due, 0.9, 0.55);
        if (!on.isBefore(leaves) || on.isAfter(WORLD_ENDS)) {
          break;
        }
        visits.add(telling.visit(on));
        last = on;
        due = next(on, arrived, firstReview);
      }
    }
    return visits;
  }

  private LocalDate next(LocalDate last, LocalDate arrived, LocalDate firstReview) {
    String type = history.livingOn(last).type();
    boolean settled = last.isAfter(arrived.plusYears(1));
    if (type.equals("P1") && history.legalOn(last).equals("C1")) {
      return last.plusDays(last.isBefore(firstReview) ? 7 : 28);
    }
    if (type.startsWith("A")) {
      return last.plusDays(last.isBefore(arrived.plusDays(28)) ? 7 : 28);
    }
    if (settled && (type.equals("U1") || type.equals("U4"))) {
      return last.plusMonths(3);
    }
    return last.plusDays(42);
  }

  /** Children in short breaks are seen every three months. */
  List<Visit> inShortBreaks(LocalDate from, LocalDate to) {
    List<Visit> visits = new ArrayList<>();
    LocalDate last = from;
    while (true) {
      last = holds.done(telling.own(), last, last.plusMonths(3), 0.9, 0.7);
      if (!last.isBefore(to) || last.isAfter(WORLD_ENDS)) {
        return visits;
      }
      visits.add(telling.visit(last));
    }
  }
}
