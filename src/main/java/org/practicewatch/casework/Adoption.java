package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span.NotKnown;

/** What is worked out of adoption: authority that nobody dated, and returns after a breakdown. */
final class Adoption {

  private static final String PLACEMENT_ORDER = "E1";
  private static final String ADOPTION_ORDER = "adoption order";

  private Adoption() {}

  /** A placement order is authority to place, from the day on which the status began. */
  static List<Span> authorities(List<Span> recorded, List<Span> statuses, List<Span> periods) {
    List<Span> orders = new ArrayList<>();
    for (Span status : statuses) {
      if (status.code().equals(PLACEMENT_ORDER)) {
        orders.add(status);
      }
    }
    if (orders.isEmpty()) {
      return orders;
    }
    return WorkedOut.joined(orders).stream()
        .filter(status -> recorded.stream().noneMatch(status::overlaps))
        .map(status -> worked(Kinds.AUTHORITY_TO_PLACE, status, status.to(), open(status, periods)))
        .toList();
  }

  /** The first status of a period whose start is not known began on a day that nobody knows. */
  private static Set<NotKnown> open(Span status, List<Span> periods) {
    boolean known =
        periods.stream().noneMatch(one -> !one.startKnown() && one.from().equals(status.from()));
    return known ? status.notKnown() : Set.of(NotKnown.START);
  }

  /** From the end of a placement for adoption that did not end in adoption, while care goes on. */
  static List<Span> returns(List<Span> forAdoption, List<Span> periods, List<Activity> activities) {
    List<Span> returns = new ArrayList<>();
    for (Span placed : forAdoption) {
      LocalDate back = placed.to();
      if (back == null
          || forAdoption.stream().anyMatch(next -> !next.equals(placed) && next.isOpenOn(back))
          || activities.stream()
              .anyMatch(act -> act.kind().equals(ADOPTION_ORDER) && act.on().equals(back))) {
        continue;
      }
      periods.stream()
          .filter(care -> care.from().isBefore(back) && care.isOpenOn(back))
          .findFirst()
          .ifPresent(
              care -> {
                LocalDate until = care.to();
                for (Span next : forAdoption) {
                  boolean sooner = until == null || next.from().isBefore(until);
                  until = next.from().isAfter(back) && sooner ? next.from() : until;
                }
                Span from = placed.startingOn(back);
                returns.add(worked(Kinds.RETURN_AFTER_DISRUPTION, from, until, endOf(care, until)));
              });
    }
    return returns;
  }

  private static Set<NotKnown> endOf(Span care, @Nullable LocalDate until) {
    boolean withCare = until == null || until.equals(care.to());
    return withCare && !care.endReadable() ? Set.of(NotKnown.END) : Set.of();
  }

  private static Span worked(String kind, Span of, @Nullable LocalDate to, Set<NotKnown> notKnown) {
    return new Span(
        of.childId(), kind, of.from(), to, null, "", of.refs(), notKnown, Map.of(), of.source());
  }
}
