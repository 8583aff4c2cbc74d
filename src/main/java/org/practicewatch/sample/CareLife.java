package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.CareHistory.Change;
import org.practicewatch.sample.FictionalChild.Adoption;
import org.practicewatch.sample.FictionalChild.CarePlan;
import org.practicewatch.sample.FictionalChild.HealthCheck;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.Missing;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Review;
import org.practicewatch.sample.FictionalChild.Sdq;
import org.practicewatch.sample.FictionalChild.Visit;

/**
 * A period of care: how it begins, what is planned for the child, which orders are made for that,
 * and how it ends. The codes are those of the SSDA903 return.
 *
 * <p>The lengths here say how often the fictional workers try to act; what they owe is decided by
 * the standards, not here.
 */
final class CareLife {

  private final Telling telling;
  private final Holds holds;
  private final Diary diary;
  private final Chance own;
  private final Placing placing;
  private final CareHistory history = new CareHistory();
  private Aim aim = Aim.REMAIN;
  private @Nullable LocalDate matched;
  private @Nullable Adoption adoption;

  CareLife(Telling telling, Holds holds) {
    this.telling = telling;
    this.holds = holds;
    this.diary = telling.diary();
    this.own = telling.own();
    this.placing = new Placing(own);
  }

  boolean wentHome() {
    return aim == Aim.HOME;
  }

  String closedBecause() {
    return aim == Aim.ADOPTION ? "RC1" : "RC4";
  }

  PeriodOfCare period(LocalDate entry, boolean proceedings, boolean emergency) {
    LocalDate eighteenth = telling.eighteenth();
    int age = telling.age(entry);
    aim = Aim.drawn(own, age);
    String legal = begin(entry, age, proceedings, emergency);
    LocalDate end =
        switch (aim) {
          case HOME -> homeAgain(entry, legal);
          case GUARDIAN -> orders(entry, legal).plusDays(own.between(30, 150));
          case ADOPTION -> adopted(entry, legal);
          case LONG_TERM, REMAIN -> eighteenth;
        };
    if (aim == Aim.LONG_TERM || (aim == Aim.REMAIN && own.that(0.6))) {
      orders(entry, legal);
    }
    if (end.isAfter(eighteenth)) {
      end = eighteenth;
      aim = Aim.REMAIN;
    }
    Moves moves = new Moves(telling, history, aim);
    matched = moves.untilSettled(entry, end);
    moves.withOrders(entry, end);
    LocalDate permanence = adoption == null ? matched : adoption.decided();
    new TeamsInCare(telling, holds).allocate(entry, end, permanence, afterCare(end));
    return settled(entry, end, end.equals(eighteenth) ? age18() : aim.endReason(own));
  }

  /** Short breaks with their own carers: no ordinary reviews, visits or health assessments. */
  PeriodOfCare shortBreaks(LocalDate from, LocalDate to) {
    history.set(from, new Change("V4", placing.in(own.that(0.7) ? "U6" : "K2")));
    List<Visit> visits = new VisitsInCare(telling, holds, history).inShortBreaks(from, to);
    CareEpisodes told = CareEpisodes.of(history, telling, from, to, "E8");
    return new PeriodOfCare(
        telling.id(),
        from,
        to,
        true,
        told.episodes(),
        told.placements(),
        told.legalStatuses(),
        visits,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        isImmunised(),
        null);
  }

  private String begin(LocalDate entry, int age, boolean proceedings, boolean emergency) {
    int drawn =
        emergency
            ? own.weighted(20, 15, 45, 20)
            : proceedings ? own.weighted(0, 0, 25, 75) : own.weighted(0, 0, 80, 20);
    String legal = List.of("L1", "L2", "V2", "C1").get(drawn);
    history.set(entry, new Change(legal, placing.ofAge(age)));
    if (drawn < 2) {
      String next = drawn == 1 || own.that(0.4) ? "C1" : "V2";
      history.setUnlessNear(entry.plusDays(drawn == 0 ? 3 : 8), Change.ofLaw(next));
      return next;
    }
    return legal;
  }

  /** Care proceedings: interim order where there is none, then the full one. */
  private LocalDate orders(LocalDate entry, String legal) {
    LocalDate interim = entry;
    if (legal.equals("V2")) {
      interim = diary.onOrAfter(entry.plusDays(own.between(30, 150)));
      history.setUnlessNear(interim, Change.ofLaw("C1"));
    }
    LocalDate full = diary.onOrAfter(interim.plusDays(own.between(150, 300)));
    if (aim != Aim.GUARDIAN) {
      history.setUnlessNear(full, Change.ofLaw("C2"));
    }
    return full;
  }

  private LocalDate homeAgain(LocalDate entry, String legal) {
    LocalDate end = diary.onOrAfter(entry.plusDays(own.between(40, 420)));
    if (legal.equals("C1")) {
      LocalDate home = diary.onOrAfter(entry.plusDays(own.between(25, 100)));
      history.setUnlessNear(home, Change.ofPlace(placing.in("P1")));
      end = diary.onOrAfter(home.plusDays(own.between(90, 360)));
      if (own.that(0.4)) {
        LocalDate order = diary.onOrAfter(home.plusDays(own.between(60, 85)));
        history.setUnlessNear(order, Change.ofLaw("C2"));
      }
    }
    return end;
  }

  private LocalDate adopted(LocalDate entry, String legal) {
    LocalDate decided = diary.onOrAfter(entry.plusDays(own.between(110, 190)));
    LocalDate placementOrder = diary.onOrAfter(decided.plusDays(own.between(40, 120)));
    LocalDate match = diary.onOrAfter(placementOrder.plusDays(own.between(40, 220)));
    LocalDate placed = diary.onOrAfter(match.plusDays(own.between(10, 30)));
    LocalDate order = diary.onOrAfter(placed.plusDays(own.between(110, 330)));
    if (legal.equals("V2")) {
      LocalDate interim = diary.onOrAfter(entry.plusDays(own.between(20, 70)));
      history.setUnlessNear(interim, Change.ofLaw("C1"));
    }
    history.setUnlessNear(placementOrder, Change.ofLaw("E1"));
    history.setUnlessNear(placed, Change.ofPlace(placing.withAdopters()));
    adoption = new Adoption(telling.id(), decided, placementOrder, match, placed, order);
    return order;
  }

  /** Adopters and guardians are looked in on for a few weeks by whoever held the child. */
  private LocalDate afterCare(LocalDate end) {
    return wentHome() || end.equals(telling.eighteenth()) ? end : end.plusDays(25);
  }

  private PeriodOfCare settled(LocalDate entry, LocalDate end, String endReason) {
    LocalDate placed = adoption == null ? null : adoption.placed();
    List<Review> reviews = new ReviewsInCare(telling, holds, placed).between(entry, end);
    LocalDate firstReview =
        reviews.stream()
            .filter(review -> !review.cancelled())
            .map(Review::on)
            .findFirst()
            .orElse(end);
    HealthInCare health = new HealthInCare(telling, holds, entry, end);
    List<HealthCheck> checks = health.checks();
    List<Visit> visits = new VisitsInCare(telling, holds, history).until(end, firstReview);
    List<CarePlan> carePlans = carePlans(entry, end);
    List<Sdq> questionnaires = health.questionnaires();
    List<Missing> missing = new MissingFromCare(telling).between(entry, end);
    CareEpisodes told = CareEpisodes.of(history, telling, entry, end, endReason);
    return new PeriodOfCare(
        telling.id(),
        entry,
        end,
        false,
        told.episodes(),
        told.placements(),
        told.legalStatuses(),
        visits,
        reviews,
        carePlans,
        checks,
        questionnaires,
        missing,
        isImmunised(),
        adoption);
  }

  private boolean isImmunised() {
    return own.that(0.86);
  }

  private String age18() {
    return List.of("E5", "E6", "E8").get(own.weighted(50, 25, 25));
  }

  private List<CarePlan> carePlans(LocalDate entry, LocalDate end) {
    List<CarePlan> plans = new ArrayList<>();
    LocalDate from = diary.plusWorkingDays(entry, own.between(0, 11));
    while (from.isBefore(end) && !from.isAfter(WORLD_ENDS)) {
      LocalDate usual = diary.onOrAfter(from.plusDays(own.between(120, 210)));
      boolean crosses = matched != null && from.isBefore(matched) && usual.isAfter(matched);
      LocalDate next = crosses && matched != null ? matched : usual;
      LocalDate to = next.isBefore(end) ? next : end;
      plans.add(new CarePlan(telling.id(), from, to, "{\"" + intention(from) + "\":\"Y\"}"));
      from = next;
    }
    return plans;
  }

  private String intention(LocalDate on) {
    return matched != null && !on.isBefore(matched) ? "LTFOST18" : aim.intention(telling.age(on));
  }

  Optional<LeavingCare> leavingCare(LocalDate entry, PeriodOfCare period) {
    return new AfterCare(telling).of(entry, period.to());
  }
}
