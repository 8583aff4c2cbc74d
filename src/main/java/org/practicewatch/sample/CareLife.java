package org.practicewatch.sample;

import static org.practicewatch.sample.FictionalAuthority.WORLD_ENDS;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalChild.Adoption;
import org.practicewatch.sample.FictionalChild.CarePlan;
import org.practicewatch.sample.FictionalChild.Episode;
import org.practicewatch.sample.FictionalChild.HealthCheck;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.LegalStatus;
import org.practicewatch.sample.FictionalChild.Missing;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Placement;
import org.practicewatch.sample.FictionalChild.Review;
import org.practicewatch.sample.FictionalChild.Sdq;
import org.practicewatch.sample.FictionalChild.Visit;
import org.practicewatch.sample.FictionalTeam.Hold;
import org.practicewatch.sample.FictionalTeam.Kind;

/**
 * A period of care: what the law says the child is, where they live, who comes to see them. The
 * codes are those of the SSDA903 return.
 *
 * <p>The lengths here say how often the fictional workers try to act; what they owe is decided by
 * the standards, not here.
 */
final class CareLife {

  private static final List<String> WHY_MOVED =
      List.of("CARPL", "CARPL", "CREQB", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "OTHER");
  private static final int TARGET_AFTER_FIRST = 91;
  private static final int TARGET_AFTER_LATER = 183;

  private enum Aim {
    HOME,
    GUARDIAN,
    ADOPTION,
    LONG_TERM,
    REMAIN
  }

  /** Where the child lives from a day on, or what the law says, or both; null is no change. */
  private record Change(@Nullable String legal, @Nullable Stay stay) {}

  /**
   * @param sameCarer whether only the code of the placement changes
   * @param interlude whether it is a temporary placement, or the return from one
   */
  private record Stay(
      String type,
      String provider,
      String urn,
      String postcode,
      boolean sameCarer,
      boolean interlude) {

    Stay as(String newType) {
      return new Stay(newType, provider, urn, postcode, true, false);
    }

    Stay again() {
      return new Stay(type, provider, urn, postcode, false, true);
    }
  }

  private final Supplier<String> ids;
  private final Diary diary;
  private final Chance own;
  private final LocalDate born;
  private final List<Hold> holds;
  private final TreeMap<LocalDate, Change> changes = new TreeMap<>();
  private Aim aim = Aim.REMAIN;
  private @Nullable LocalDate matched;
  private @Nullable Adoption adoption;

  CareLife(Supplier<String> ids, Diary diary, Chance own, LocalDate born, List<Hold> holds) {
    this.ids = ids;
    this.diary = diary;
    this.own = own;
    this.born = born;
    this.holds = holds;
  }

  boolean wentHome() {
    return aim == Aim.HOME;
  }

  String closedBecause() {
    return aim == Aim.ADOPTION ? "RC1" : "RC4";
  }

  PeriodOfCare period(
      LocalDate entry, boolean proceedings, boolean emergency, Function<Kind, FictionalTeam> team) {
    LocalDate eighteenth = born.plusYears(18);
    int age = ChildLife.years(born, entry);
    aim = aim(age);
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
    moves(entry, end);
    movesWithOrders(entry, end);
    allocate(entry, end, team);
    return settled(entry, end, end.equals(eighteenth) ? age18() : endReason());
  }

  /** Short breaks with their own carers: no ordinary reviews, visits or health assessments. */
  PeriodOfCare shortBreaks(LocalDate from, LocalDate to) {
    changes.put(from, new Change("V4", stay(own.that(0.7) ? "U6" : "K2")));
    List<Visit> visits = new ArrayList<>();
    LocalDate last = from;
    while (true) {
      LocalDate due = last.plusMonths(3);
      last = diary.done(own, last, due, Hold.inTime(holds, due, 0.9), 0.7);
      if (!last.isBefore(to) || last.isAfter(WORLD_ENDS)) {
        break;
      }
      visits.add(visit(own, ids.get(), last, born));
    }
    return chained(
        from, to, "E8", true, visits, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private Aim aim(int age) {
    int drawn =
        age < 5
            ? own.weighted(22, 15, 30, 18, 15)
            : age < 12 ? own.weighted(20, 10, 0, 45, 25) : own.weighted(18, 2, 0, 20, 60);
    return Aim.values()[drawn];
  }

  private String begin(LocalDate entry, int age, boolean proceedings, boolean emergency) {
    int drawn =
        emergency
            ? own.weighted(20, 15, 45, 20)
            : proceedings ? own.weighted(0, 0, 25, 75) : own.weighted(0, 0, 80, 20);
    Stay first = stay(firstType(age));
    String legal = List.of("L1", "L2", "V2", "C1").get(drawn);
    changes.put(entry, new Change(legal, first));
    if (drawn < 2) {
      String next = drawn == 1 || own.that(0.4) ? "C1" : "V2";
      put(entry.plusDays(drawn == 0 ? 3 : 8), new Change(next, null));
      return next;
    }
    return legal;
  }

  private String firstType(int age) {
    if (age < 10) {
      return List.of("U6", "U3", "U5", "K2").get(own.weighted(68, 20, 7, 5));
    }
    if (age < 16) {
      return List.of("U6", "U3", "K2", "R1", "R2").get(own.weighted(55, 12, 28, 3, 2));
    }
    return List.of("U6", "K2", "H5", "P2").get(own.weighted(40, 25, 27, 8));
  }

  private Stay stay(String type) {
    boolean parents = type.equals("P1");
    String provider =
        parents ? "PR0" : List.of("PR1", "PR2", "PR4", "PR5").get(own.weighted(55, 8, 32, 5));
    boolean registered = List.of("K2", "R1", "H5").contains(type);
    return new Stay(
        type,
        provider,
        registered ? "SC9" + own.between(10000, 99999) : "",
        "ZZ" + own.between(1, 9) + " " + own.between(1, 9) + own.oneOf(List.of("AB", "QX", "WY")),
        false,
        false);
  }

  /** Care proceedings: interim order where there is none, then the full one. */
  private LocalDate orders(LocalDate entry, String legal) {
    LocalDate interim = entry;
    if (legal.equals("V2")) {
      interim = diary.onOrAfter(entry.plusDays(own.between(30, 150)));
      put(interim, new Change("C1", null));
    }
    LocalDate full = diary.onOrAfter(interim.plusDays(own.between(150, 300)));
    if (aim != Aim.GUARDIAN) {
      put(full, new Change("C2", null));
    }
    return full;
  }

  private LocalDate homeAgain(LocalDate entry, String legal) {
    LocalDate end = diary.onOrAfter(entry.plusDays(own.between(40, 420)));
    if (legal.equals("C1")) {
      LocalDate home = diary.onOrAfter(entry.plusDays(own.between(25, 100)));
      put(home, new Change(null, stay("P1")));
      end = diary.onOrAfter(home.plusDays(own.between(90, 360)));
      if (own.that(0.4)) {
        put(diary.onOrAfter(home.plusDays(own.between(60, 85))), new Change("C2", null));
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
      put(diary.onOrAfter(entry.plusDays(own.between(20, 70))), new Change("C1", null));
    }
    put(placementOrder, new Change("E1", null));
    put(
        placed,
        new Change(null, stay(List.of("A3", "A4", "A5", "A6").get(own.weighted(8, 3, 84, 5)))));
    adoption = new Adoption(ids.get(), decided, placementOrder, match, placed, order);
    return order;
  }

  /** A change too near another one, as a court and a carer would rarely manage, does not happen. */
  private void put(LocalDate on, Change change) {
    LocalDate before = changes.floorKey(on.plusDays(3));
    if (before == null || before.isBefore(on.minusDays(2))) {
      changes.put(on, change);
    }
  }

  /** Moves between carers until the child is matched, the plan is another, or care ends. */
  private void moves(LocalDate entry, LocalDate end) {
    LocalDate settles =
        aim == Aim.LONG_TERM ? diary.onOrAfter(entry.plusDays(own.between(240, 520))) : end;
    boolean fixed = aim == Aim.HOME || aim == Aim.ADOPTION;
    LocalDate day = entry;
    while (true) {
      day = diary.onOrAfter(day.plusDays(own.between(30, own.that(0.4) ? 250 : 900)));
      if (!day.isBefore(settles.minusDays(20)) || day.isAfter(WORLD_ENDS)) {
        break;
      }
      boolean away = own.that(0.15);
      Stay now = livingOn(day);
      if (away) {
        LocalDate back = day.plusDays(own.between(5, 18));
        String type = List.of("T0", "T1", "T2").get(own.weighted(2, 1, 1));
        if (changes.subMap(day.minusDays(3), back.plusDays(3)).isEmpty()) {
          changes.put(day, new Change(null, interlude(type)));
          changes.put(back, new Change(null, now.again()));
        }
      } else if (!fixed) {
        put(day, new Change(null, stay(firstType(ChildLife.years(born, day)))));
      }
    }
    if (aim == Aim.LONG_TERM && settles.isBefore(end.minusDays(60))) {
      Stay now = livingOn(settles);
      boolean stays = now.type().startsWith("U") && own.that(0.55);
      String type = now.type().equals("U3") ? "U1" : "U4";
      Change there = changes.get(settles);
      String legal = there == null ? null : there.legal();
      changes.put(settles, new Change(legal, stays ? now.as(type) : stay("U4")));
      matched = settles;
    }
  }

  /** Some orders are made on the day of a move, or of a new approval of the same carer. */
  private void movesWithOrders(LocalDate entry, LocalDate end) {
    if (aim == Aim.HOME) {
      return;
    }
    for (LocalDate day : List.copyOf(changes.keySet())) {
      int how = own.weighted(10, 4, 86);
      Change change = changeOn(day);
      boolean orderOnly = day.isAfter(entry) && day.isBefore(end) && change.stay() == null;
      Stay now = livingOn(day);
      if (!orderOnly || how == 2 || now.interlude() || now.type().startsWith("A")) {
        continue;
      }
      Map.Entry<LocalDate, Change> later = changes.higherEntry(day);
      Stay next = later == null ? null : later.getValue().stay();
      if (next != null && (next.interlude() || next.sameCarer())) {
        continue;
      }
      Stay stay = how == 0 ? stay(firstType(ChildLife.years(born, day))) : now.as("U5");
      if (how == 0 || now.type().startsWith("U")) {
        changes.put(day, new Change(change.legal(), stay));
      }
    }
  }

  private Change changeOn(LocalDate day) {
    Change change = changes.get(day);
    return change == null ? new Change(null, null) : change;
  }

  private Stay interlude(String type) {
    Stay away = stay(type);
    return new Stay(type, away.provider(), "", away.postcode(), false, true);
  }

  private Stay livingOn(LocalDate day) {
    return changes.headMap(day, true).descendingMap().values().stream()
        .map(Change::stay)
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst()
        .orElseThrow();
  }

  private String legalOn(LocalDate day) {
    return changes.headMap(day, true).descendingMap().values().stream()
        .map(Change::legal)
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst()
        .orElseThrow();
  }

  /** The safeguarding team lets go after the first review or so; later ones by plan and by age. */
  private void allocate(LocalDate entry, LocalDate end, Function<Kind, FictionalTeam> team) {
    LocalDate over = diary.onOrAfter(entry.plusDays(own.between(25, 100)));
    TreeMap<LocalDate, Kind> steps = new TreeMap<>();
    if (over.isBefore(end)) {
      steps.put(over, Kind.LOOKED_AFTER);
    }
    LocalDate permanence = adoption == null ? matched : adoption.decided();
    if (permanence != null && permanence.isAfter(over)) {
      steps.put(permanence, Kind.PERMANENCE);
    }
    LocalDate old = diary.onOrAfter(born.plusYears(17).plusDays(own.between(0, 300)));
    if (old.isAfter(over) && old.isBefore(end)) {
      steps.put(old, Kind.LEAVING_CARE);
    }
    if (steps.isEmpty()) {
      cutHolds(end);
      return;
    }
    cutHolds(steps.firstKey());
    for (Map.Entry<LocalDate, Kind> step : steps.entrySet()) {
      LocalDate next = steps.higherKey(step.getKey());
      LocalDate until = next == null ? afterCare(end) : next;
      boolean waits = own.that(0.04);
      int days = own.between(10, 45);
      LocalDate from = waits ? step.getKey().plusDays(days) : step.getKey();
      holds.add(new Hold(team.apply(step.getValue()), from, until));
    }
  }

  /** Adopters and guardians are looked in on for a few weeks by whoever held the child. */
  private LocalDate afterCare(LocalDate end) {
    return wentHome() || end.equals(born.plusYears(18)) ? end : end.plusDays(25);
  }

  private void cutHolds(LocalDate day) {
    holds.removeIf(hold -> !hold.from().isBefore(day));
    holds.replaceAll(
        hold -> hold.to().isAfter(day) ? new Hold(hold.team(), hold.from(), day) : hold);
  }

  private PeriodOfCare settled(LocalDate entry, LocalDate end, String endReason) {
    List<Review> reviews = reviews(entry, end);
    LocalDate firstReview =
        reviews.stream()
            .filter(review -> !review.cancelled())
            .map(Review::on)
            .findFirst()
            .orElse(end);
    List<HealthCheck> health = new ArrayList<>(assessments(entry, end));
    health.addAll(dental(entry, end));
    return chained(
        entry,
        end,
        endReason,
        false,
        visits(end, firstReview),
        reviews,
        carePlans(entry, end),
        health,
        sdq(entry, end),
        missing(entry, end));
  }

  private PeriodOfCare chained(
      LocalDate entry,
      LocalDate end,
      String endReason,
      boolean shortBreaks,
      List<Visit> visits,
      List<Review> reviews,
      List<CarePlan> carePlans,
      List<HealthCheck> health,
      List<Sdq> sdq,
      List<Missing> missing) {
    changes.tailMap(end, true).clear();
    List<Episode> episodes = new ArrayList<>();
    List<Placement> placements = new ArrayList<>();
    List<LegalStatus> legals = new ArrayList<>();
    String placementId = "";
    for (Map.Entry<LocalDate, Change> entryOf : changes.entrySet()) {
      LocalDate from = entryOf.getKey();
      Change change = entryOf.getValue();
      Stay stay = change.stay();
      if (change.legal() != null) {
        legals.add(
            new LegalStatus(
                ids.get(), change.legal(), from, next(from, end, later -> later.legal() != null)));
      }
      if (stay != null) {
        placementId = ids.get();
        LocalDate to = next(from, end, later -> later.stay() != null);
        placements.add(
            new Placement(
                placementId,
                from,
                to,
                stay.type(),
                stay.provider(),
                stay.urn(),
                stay.postcode(),
                own.between(0, 48) + "." + own.between(0, 9),
                to.equals(end) ? "" : own.oneOf(WHY_MOVED)));
      }
      LocalDate to = next(from, end, later -> true);
      episodes.add(
          new Episode(
              ids.get(),
              from,
              from.equals(entry) ? "S" : reason(change),
              placementId,
              to,
              to.equals(end) ? endReason : "X1"));
    }
    return new PeriodOfCare(
        ids.get(),
        entry,
        end,
        shortBreaks,
        episodes,
        placements,
        legals,
        visits,
        reviews,
        carePlans,
        health,
        sdq,
        missing,
        own.that(0.86),
        adoption);
  }

  private LocalDate next(LocalDate from, LocalDate end, Predicate<Change> counts) {
    return changes.tailMap(from, false).entrySet().stream()
        .filter(later -> counts.test(later.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(end);
  }

  private static String reason(Change change) {
    Stay stay = change.stay();
    if (stay == null) {
      return "L";
    }
    boolean both = change.legal() != null;
    return stay.sameCarer() ? (both ? "U" : "T") : (both ? "B" : "P");
  }

  private String age18() {
    return List.of("E5", "E6", "E8").get(own.weighted(50, 25, 25));
  }

  private String endReason() {
    return switch (aim) {
      case HOME -> own.that(0.85) ? "E4A" : "E4B";
      case GUARDIAN -> own.oneOf(List.of("E45", "E46", "E47"));
      case ADOPTION -> own.that(0.8) ? "E11" : "E12";
      case LONG_TERM, REMAIN -> "E8";
    };
  }

  private List<Review> reviews(LocalDate entry, LocalDate end) {
    List<Review> reviews = new ArrayList<>();
    LocalDate previous = entry;
    for (int count = 1; previous.isBefore(end) && !previous.isAfter(WORLD_ENDS); count++) {
      LocalDate due = nextReview(previous, count);
      LocalDate target =
          switch (count) {
            case 1 -> due;
            case 2 -> previous.plusDays(TARGET_AFTER_FIRST);
            default -> previous.plusDays(TARGET_AFTER_LATER);
          };
      LocalDate on = diary.done(own, previous, due, Hold.inTime(holds, due, 0.93), 0.75);
      boolean held = on.isBefore(end);
      if (own.that(0.045) && held) {
        LocalDate calledOff = diary.onOrBefore(on.minusDays(own.between(2, 9)));
        if (calledOff.isAfter(previous)) {
          reviews.add(
              new Review(ids.get(), target, calledOff, calledOff.minusDays(3), null, true, ""));
        }
      }
      reviews.add(
          new Review(
              ids.get(),
              target,
              on,
              previous,
              held ? null : end,
              false,
              participation(own, born, on)));
      previous = on;
    }
    return reviews;
  }

  /** A child placed for adoption is reviewed four weeks after, then three and six months on. */
  private LocalDate nextReview(LocalDate previous, int count) {
    LocalDate due =
        count == 1 ? diary.plusWorkingDays(previous, 20) : previous.plusMonths(count == 2 ? 3 : 6);
    if (adoption == null || !due.isAfter(adoption.placed())) {
      return due;
    }
    LocalDate placed = adoption.placed();
    return previous.isBefore(placed)
        ? placed.plusDays(28)
        : previous.isBefore(placed.plusDays(60)) ? previous.plusMonths(3) : due;
  }

  static String participation(Chance own, LocalDate born, LocalDate on) {
    return ChildLife.years(born, on) < 4
        ? "PN0"
        : "PN" + (1 + own.weighted(50, 6, 4, 12, 5, 8, 15));
  }

  /** First within a week of each new placement, then as often as the arrangement asks for. */
  private List<Visit> visits(LocalDate end, LocalDate firstReview) {
    List<LocalDate> arrivals =
        changes.headMap(end, false).entrySet().stream()
            .filter(change -> isArrival(change.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    List<Visit> visits = new ArrayList<>();
    for (int place = 0; place < arrivals.size(); place++) {
      LocalDate arrived = arrivals.get(place);
      LocalDate leaves = place + 1 < arrivals.size() ? arrivals.get(place + 1) : end;
      LocalDate last = arrived;
      LocalDate due = arrived.plusDays(7);
      while (true) {
        LocalDate on = diary.done(own, last, due, Hold.inTime(holds, due, 0.9), 0.55);
        if (!on.isBefore(leaves) || on.isAfter(WORLD_ENDS)) {
          break;
        }
        visits.add(visit(own, ids.get(), on, born));
        last = on;
        due = nextVisit(on, arrived, firstReview);
      }
    }
    return visits;
  }

  private static boolean isArrival(Change change) {
    Stay stay = change.stay();
    return stay != null && !stay.sameCarer() && !stay.interlude();
  }

  private LocalDate nextVisit(LocalDate last, LocalDate arrived, LocalDate firstReview) {
    String type = livingOn(last).type();
    boolean settled = last.isAfter(arrived.plusYears(1));
    if (type.equals("P1") && legalOn(last).equals("C1")) {
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

  /** A visit with its flags; one in fifty with the time of day. */
  static Visit visit(Chance own, String id, LocalDate on, LocalDate born) {
    int seen = own.weighted(955, 30, 15);
    int alone = own.weighted(82, 12, 6);
    int bedroom = own.weighted(80, 11, 9);
    int age = ChildLife.years(born, on);
    boolean timed = own.that(0.02);
    LocalTime time = LocalTime.of(own.between(9, 17), 15 * own.between(0, 3));
    List<String> flags = List.of("Y", "N", "");
    String seenAlone = seen == 1 || age < 2 ? "N" : flags.get(alone);
    return new Visit(
        id,
        timed ? on.atTime(time) : on.atStartOfDay(),
        flags.get(seen),
        seenAlone,
        seen == 1 ? "N" : flags.get(bedroom));
  }

  private List<CarePlan> carePlans(LocalDate entry, LocalDate end) {
    List<CarePlan> plans = new ArrayList<>();
    LocalDate from = diary.plusWorkingDays(entry, own.between(0, 11));
    while (from.isBefore(end) && !from.isAfter(WORLD_ENDS)) {
      LocalDate usual = diary.onOrAfter(from.plusDays(own.between(120, 210)));
      boolean crosses = matched != null && from.isBefore(matched) && usual.isAfter(matched);
      LocalDate next = crosses && matched != null ? matched : usual;
      LocalDate to = next.isBefore(end) ? next : end;
      plans.add(new CarePlan(ids.get(), from, to, "{\"" + intention(from) + "\":\"Y\"}"));
      from = next;
    }
    return plans;
  }

  private String intention(LocalDate on) {
    if (matched != null && !on.isBefore(matched)) {
      return "LTFOST18";
    }
    return switch (aim) {
      case HOME -> "RETURN6M";
      case GUARDIAN -> "SGO";
      case ADOPTION -> "ADOPT";
      case LONG_TERM, REMAIN -> ChildLife.years(born, on) >= 15 ? "SUPPLIV" : "RETURNEV";
    };
  }

  private List<HealthCheck> assessments(LocalDate entry, LocalDate end) {
    List<HealthCheck> checks = new ArrayList<>();
    LocalDate since = entry;
    boolean initial = true;
    while (since.isBefore(end) && !since.isAfter(WORLD_ENDS)) {
      LocalDate due =
          initial
              ? diary.plusWorkingDays(since, 20)
              : since.plusMonths(ChildLife.years(born, since) < 5 ? 6 : 12);
      double usual = initial ? 0.8 : 0.86;
      LocalDate on = diary.done(own, since, due, Hold.inTime(holds, due, usual), 0.7);
      boolean refuses = ChildLife.years(born, on) >= 13 && own.that(0.1);
      boolean calledOff = own.that(0.03);
      if (refuses || calledOff) {
        LocalDate instead = diary.onOrBefore(on.minusDays(own.between(5, 15)));
        if (instead.isAfter(since)) {
          checks.add(
              check("Health Assessment", since, instead, refuses ? "Refused" : "Cancelled", end));
        }
      }
      checks.add(check("Health Assessment", since, on, "Completed", end));
      since = on;
      initial = false;
    }
    return checks;
  }

  private List<HealthCheck> dental(LocalDate entry, LocalDate end) {
    List<HealthCheck> checks = new ArrayList<>();
    LocalDate since = entry;
    while (since.isBefore(end) && !since.isAfter(WORLD_ENDS)) {
      LocalDate due = since.plusMonths(12);
      LocalDate on = diary.done(own, since, due, Hold.inTime(holds, due, 0.82), 0.4);
      boolean refused = own.that(0.03);
      checks.add(check("Dental Check", since, on, refused ? "Refused" : "Completed", end));
      if (ChildLife.years(born, on) < 5) {
        LocalDate health = diary.onOrBefore(on.minusDays(own.between(10, 60)));
        if (health.isAfter(since)) {
          checks.add(check("Health Check", since, health, "Completed", end));
        }
      }
      since = on;
    }
    return checks;
  }

  /** Booked a month ahead, and some of those bookings are moved. */
  private HealthCheck check(
      String type, LocalDate since, LocalDate on, String status, LocalDate end) {
    LocalDate month = on.minusDays(30);
    LocalDate known = month.isAfter(since) ? month : since.plusDays(1);
    LocalDate planned = own.that(0.8) ? on : diary.onOrBefore(on.minusDays(own.between(1, 10)));
    return new HealthCheck(
        ids.get(), type, known, planned, on, status, on.isBefore(end) ? null : end);
  }

  private List<Sdq> sdq(LocalDate entry, LocalDate end) {
    List<Sdq> scores = new ArrayList<>();
    LocalDate on = diary.onOrAfter(entry.plusMonths(12).plusDays(own.between(-40, 25)));
    while (on.isBefore(end) && !on.isAfter(WORLD_ENDS)) {
      int age = ChildLife.years(born, on);
      boolean noScore = own.that(0.1);
      String score = Integer.toString(own.between(2, 19) + (own.that(0.3) ? 14 : 0));
      String reason = "SDQ" + own.between(1, 5);
      if (age >= 4 && age <= 16) {
        scores.add(new Sdq(ids.get(), on, noScore ? "" : score, noScore ? reason : ""));
      }
      LocalDate due = on.plusMonths(12);
      on = diary.done(own, on, due, Hold.inTime(holds, due, 0.8), 0.85);
    }
    return scores;
  }

  private List<Missing> missing(LocalDate entry, LocalDate end) {
    List<Missing> episodes = new ArrayList<>();
    boolean goes = own.that(0.28);
    LocalDate day = entry;
    while (goes) {
      day = day.plusDays(own.between(15, 260));
      LocalDateTime from = day.atTime(own.between(0, 23), own.between(0, 59));
      int hours = own.that(0.8) ? own.between(3, 30) : own.between(31, 150);
      LocalDateTime to = from.plusHours(hours).plusMinutes(own.between(0, 59));
      if (!to.toLocalDate().isBefore(end) || to.toLocalDate().isAfter(WORLD_ENDS)) {
        break;
      }
      int offered = own.weighted(84, 8, 4, 4);
      boolean accepted = own.that(0.62);
      String type = own.that(0.82) ? "M" : "A";
      if (ChildLife.years(born, day) >= 11) {
        episodes.add(
            new Missing(
                ids.get(),
                from,
                to,
                type,
                List.of("Y", "N", "NA", "").get(offered),
                offered == 0 ? (accepted ? "Y" : "N") : offered == 2 ? "NA" : ""));
      }
    }
    return episodes;
  }

  /** A young person with thirteen weeks of care who is in it until eighteen. */
  Optional<LeavingCare> leavingCare(LocalDate entry, PeriodOfCare period) {
    LocalDate sixteenth = born.plusYears(16);
    LocalDate thirteenWeeks = entry.plusWeeks(13);
    LocalDate eligible = sixteenth.isAfter(thirteenWeeks) ? sixteenth : thirteenWeeks;
    LocalDate eighteenth = born.plusYears(18);
    if (!eligible.isBefore(period.to()) || !period.to().equals(eighteenth)) {
      return Optional.empty();
    }
    LocalDate until = born.plusYears(own.that(0.8) ? 21 : 25);
    List<LocalDate> contacts = new ArrayList<>();
    LocalDate last = eighteenth.minusDays(30);
    double inTouch = own.that(0.9) ? 0.88 : 0.3;
    while (last.isBefore(until) && !last.isAfter(WORLD_ENDS)) {
      last = diary.done(own, last, last.plusDays(56), inTouch, 0.6);
      contacts.add(last);
    }
    List<LocalDate> reviews = new ArrayList<>();
    LocalDate review = diary.onOrAfter(eligible.plusDays(own.between(50, 110)));
    while (review.isBefore(until) && !review.isAfter(WORLD_ENDS)) {
      reviews.add(review);
      review = diary.done(own, review, review.plusMonths(6), 0.8, 0.8);
    }
    return Optional.of(
        new LeavingCare(
            ids.get(),
            eligible,
            period.to(),
            eighteenth,
            until,
            own.oneOf(List.of("B", "D", "E", "T", "U", "V", "X", "Z")),
            own.that(0.88) ? "1" : "2",
            own.oneOf(List.of("F1", "F2", "F4", "F5", "P2", "G4", "G5", "G6")),
            contacts,
            reviews));
  }
}
