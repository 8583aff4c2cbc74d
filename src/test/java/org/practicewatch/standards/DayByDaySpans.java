package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.months;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Span;

/** The spans that are worked out of the record. */
class DayByDaySpans extends DayByDayCare {

  DayByDaySpans(List<Fact> facts, LocalDate asAt) {
    super(facts, asAt);
  }

  static final Stretch ALL_LIFE = Stretch.of(LocalDate.MIN, null, true, true);

  // What a standard is owed in.

  List<Stretch> stretches(String kind) {
    return switch (kind) {
      case "period of care" -> periods();
      case "placement" -> stays();
      case "eligible child" -> eligible();
      case "leaving care" -> leavingCare();
      case "open case" -> openCases();
      case "placement for adoption" -> placementsForAdoption();
      case "authority to place" -> authorities();
      case "temporary approval" -> approvals();
      case "series of short breaks" -> seriesOfShortBreaks();
      case "return after disruption" -> returnsAfterDisruption();
      case "provided accommodation" -> providedAccommodation();
      case "placed before assessment", "intended to last to 18" -> saidOfPlacements(kind);
      default -> plans(kind);
    };
  }

  private @Nullable List<Stretch> eligible;
  private @Nullable List<Stretch> openCases;
  private @Nullable List<Stretch> forAdoption;

  /** Reg. 40: 16 or 17, and thirteen weeks in care since 14; short breaks are no such care. */
  List<Stretch> eligible() {
    if (eligible != null) {
      return eligible;
    }
    eligible = new ArrayList<>();
    if (born == null) {
      return eligible;
    }
    int daysInCare = 0;
    boolean known = true;
    for (Stretch period : periods()) {
      LocalDate since = null;
      boolean startKnown = true;
      LocalDate day = period.from();
      known &= period.startKnown() || !period.from().isAfter(birthday(14));
      for (; !day.isAfter(asAt) && openOn(period, day); day = day.plusDays(1)) {
        int age = age(day);
        boolean holds = (age == 16 || age == 17) && daysInCare >= 13 * 7;
        boolean shortBreak = Set.of("V3", "V4", "short-term breaks").contains(status(period, day));
        holds &= !shortBreak;
        if (holds && since == null) {
          since = day;
          startKnown = known || day.equals(birthday(16));
        } else if (!holds && since != null) {
          eligible.add(period.part(since, day, startKnown));
          since = null;
        }
        daysInCare += age >= 14 && !shortBreak ? 1 : 0;
      }
      if (since != null) {
        eligible.add(period.part(since, period.to(), startKnown));
      }
    }
    return eligible;
  }

  /** From the end of having been eligible until they are again; else as a list tells. */
  List<Stretch> leavingCare() {
    List<Stretch> leaving = new ArrayList<>();
    List<Stretch> before = eligible();
    for (int i = 0; i < before.size(); i++) {
      LocalDate left = before.get(i).to();
      LocalDate again = i + 1 < before.size() ? before.get(i + 1).from() : null;
      if (left != null && !left.equals(again) && !left.equals(died())) {
        leaving.add(Stretch.of(left, again, true, true));
      }
    }
    if (leaving.isEmpty() && before.isEmpty() && !spans("care leaver record").isEmpty()) {
      Span first = spans("care leaver record").get(0);
      LocalDate from = born == null ? first.from() : birthday(16);
      for (Stretch period : periods()) {
        from = period.to() != null && period.to().isAfter(from) ? period.to() : from;
      }
      boolean listed = first.startKnown() && from.isAfter(first.from());
      leaving.add(Stretch.of(listed ? first.from() : from, null, false, true));
    }
    return leftWithUs(homeForSixMonths(leaving));
  }

  /**
   * Home for six months, a young person is owed nothing more from then on (the return's answer
   * RHOM).
   */
  private List<Stretch> homeForSixMonths(List<Stretch> leaving) {
    boolean home =
        spans("care leaver record").stream()
            .anyMatch(
                one ->
                    one.detail("in touch").equals("RHOM")
                        || one.detail("accommodation").equals("RHOM"));
    if (leaving.isEmpty() || !home) {
      return leaving;
    }
    List<Stretch> ended = new ArrayList<>(leaving);
    Stretch last = ended.remove(ended.size() - 1);
    ended.add(last.endedBy(atNight(months(last.from(), 6))));
    return ended;
  }

  /**
   * It is a duty of the authority that last looked after them (Children Act 1989, s. 23A(4)): it
   * ends where another took over (E3), until they are looked after here again. Who was found to be
   * an adult (E15) was never owed any.
   */
  private List<Stretch> leftWithUs(List<Stretch> leaving) {
    if (foundToBeAdult() != null) {
      return List.of();
    }
    List<Stretch> ours = new ArrayList<>();
    for (Stretch one : leaving) {
      Stretch left = one;
      for (Stretch period : periods()) {
        String ceased = period.episodes().get(period.episodes().size() - 1).detail("reason ceased");
        LocalDate taken = period.to();
        if (left == null || taken == null || !TAKEN_OVER.contains(ceased)) {
          continue;
        }
        LocalDate again =
            periods().stream()
                .map(Stretch::from)
                .filter(day -> !day.isBefore(taken) && !period.from().equals(day))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (left.from().isBefore(taken)) {
          left = left.endedBy(taken);
        } else if (again == null || left.from().isBefore(again)) {
          left = null;
        }
      }
      if (left != null) {
        ours.add(left);
      }
    }
    return ours;
  }

  /** Codes of the reason, or the name of their group. */
  private static final Set<String> TAKEN_OVER =
      Set.of("E3", "care taken over by another local authority");

  private List<Stretch> providedAccommodation() {
    return leftWithUs(plans("provided accommodation"));
  }

  List<Stretch> openCases() {
    if (openCases != null) {
      return openCases;
    }
    openCases = new ArrayList<>();
    List<Stretch> any = new ArrayList<>(periods());
    for (String kind : List.of("referral", "child in need plan", "child protection plan")) {
      any.addAll(plans(kind));
    }
    LocalDate since = null;
    boolean startKnown = true;
    LocalDate day = any.stream().map(Stretch::from).min(Comparator.naturalOrder()).orElse(asAt);
    for (; !day.isAfter(asAt); day = day.plusDays(1)) {
      LocalDate today = day;
      boolean open = any.stream().anyMatch(one -> openOn(one, today));
      if (open && since == null) {
        since = day;
        startKnown = any.stream().anyMatch(one -> one.from().equals(today) && one.startKnown());
      } else if (!open && since != null) {
        openCases.add(Stretch.of(since, day, startKnown, true));
        since = null;
      }
    }
    if (since != null) {
      boolean readable = any.stream().anyMatch(one -> openOn(one, asAt) && one.endReadable());
      openCases.add(Stretch.of(since, null, startKnown, readable));
    }
    return openCases;
  }

  List<Stretch> placementsForAdoption() {
    if (forAdoption != null) {
      return forAdoption;
    }
    List<Stretch> recordedSo = plans("placed for adoption");
    forAdoption = new ArrayList<>(recordedSo);
    Set<String> codes = Set.of("A3", "A4", "A5", "A6", "placed for adoption");
    for (Stretch stay : recordedSo.isEmpty() ? stays() : List.<Stretch>of()) {
      LocalDate since = null;
      for (LocalDate day = stay.from();
          !day.isAfter(asAt) && openOn(stay, day);
          day = day.plusDays(1)) {
        boolean holds = codes.contains(place(stay, day));
        if (holds && since == null) {
          since = day;
        } else if (!holds && since != null) {
          forAdoption.add(stay.part(since, day, known(stay, since)));
          since = null;
        }
      }
      if (since != null) {
        forAdoption.add(stay.part(since, stay.to(), known(stay, since)));
      }
    }
    return forAdoption;
  }

  static boolean known(Stretch stay, LocalDate since) {
    return stay.startKnown() || since.isAfter(stay.from());
  }

  // Spans of issue 16.

  /**
   * The authority to place, or where nobody recorded one, the stretch under a placement order (E1).
   */
  private List<Stretch> authorities() {
    List<Stretch> given = plans("authority to place");
    List<Stretch> all = new ArrayList<>(given);
    for (Stretch period : periods()) {
      for (Stretch ordered : whileStatus(period, Set.of("E1"))) {
        boolean recorded =
            given.stream()
                .anyMatch(
                    one ->
                        (one.to() == null || one.to().isAfter(ordered.from()))
                            && (ordered.to() == null || ordered.to().isAfter(one.from())));
        if (!recorded) {
          all.add(ordered);
        }
      }
    }
    all.sort(Comparator.comparing(Stretch::from));
    return all;
  }

  private List<Stretch> whileStatus(Stretch period, Set<String> statuses) {
    List<Stretch> found = new ArrayList<>();
    LocalDate since = null;
    LocalDate day = period.from();
    for (; !day.isAfter(asAt) && openOn(period, day); day = day.plusDays(1)) {
      boolean holds = statuses.contains(status(period, day));
      if (holds && since == null) {
        since = day;
      } else if (!holds && since != null) {
        found.add(period.part(since, day, known(period, since)));
        since = null;
      }
    }
    if (since != null) {
      found.add(period.part(since, period.to(), known(period, since)));
    }
    return found;
  }

  /** A temporary approval and what was written down as its continuation. */
  private List<Stretch> approvals() {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : plans("temporary approval")) {
      Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || !continues(last, next)) {
        joined.add(next);
        continue;
      }
      Set<String> refs = new HashSet<>(last.refs());
      refs.addAll(next.refs());
      joined.set(
          joined.size() - 1,
          new Stretch(
              last.from(),
              next.to(),
              last.startKnown(),
              next.endReadable(),
              refs,
              "",
              List.of(),
              List.of(),
              1,
              null));
    }
    return joined;
  }

  private boolean continues(Stretch last, Stretch next) {
    boolean meets = last.to() == null || !next.from().isAfter(last.to().plusDays(1));
    boolean elsewhere = stays().stream().anyMatch(stay -> stay.from().equals(next.from()));
    return meets
        && !elsewhere
        && !next.from().equals(last.from())
        && !elsewhere(ofSort("carer", last.refs()), ofSort("carer", next.refs()));
  }

  private static Set<String> ofSort(String sort, Set<String> refs) {
    Set<String> found = new HashSet<>(refs);
    found.removeIf(ref -> !sort(ref).equals(sort));
    return found;
  }

  /** The day from which a temporary approval was extended, by an act or by going on. */
  @Nullable LocalDate extended(Stretch approval, LocalDate lastDay) {
    LocalDate first = null;
    for (Activity one : acts("temporary approval extended").toList()) {
      boolean counts =
          !one.on().isBefore(approval.from())
              && !one.on().isAfter(lastDay)
              && !elsewhere(one.refs(), approval.refs());
      first = counts && (first == null || one.on().isBefore(first)) ? one.on() : first;
    }
    List<Stretch> parts =
        plans("temporary approval").stream()
            .filter(one -> within(one.from(), approval) && tiedOrAlone(one, approval))
            .toList();
    if (parts.size() > 1) {
      LocalDate ended = parts.get(0).to();
      LocalDate began = parts.get(1).from();
      LocalDate day = ended == null || ended.isAfter(began) ? began : ended;
      first = !day.isAfter(lastDay) && (first == null || day.isBefore(first)) ? day : first;
    }
    return first;
  }

  private static boolean tiedOrAlone(Stretch one, Stretch approval) {
    return approval.refs().containsAll(one.refs());
  }

  private static final Set<String> SHORT_BREAKS = Set.of("V3", "V4", "short-term breaks");

  /**
   * A series of short breaks is one placement (S.I. 2010/959, reg. 48(2)). V4 says so of the whole
   * agreement; under V3 each break is written down, and those that begin within six months of the
   * last are one series.
   */
  private List<Stretch> seriesOfShortBreaks() {
    List<Stretch> series = new ArrayList<>();
    for (Stretch period : periods()) {
      for (Stretch next : whileStatus(period, SHORT_BREAKS)) {
        Stretch last = series.isEmpty() ? null : series.get(series.size() - 1);
        boolean goesOn =
            last != null
                && last.to() != null
                && eachBreak(last, last.to().minusDays(1))
                && eachBreak(next, next.from())
                && !next.from().isAfter(months(last.to(), 6));
        if (goesOn) {
          series.set(
              series.size() - 1,
              new Stretch(
                  last.from(),
                  next.to(),
                  last.startKnown(),
                  next.endReadable(),
                  Set.of(),
                  next.period(),
                  next.episodes(),
                  List.of(),
                  1,
                  null));
        } else {
          series.add(next);
        }
      }
    }
    if (!series.isEmpty()) {
      Stretch last = series.remove(series.size() - 1);
      LocalDate ended = last.to();
      boolean mayGoOn =
          ended != null
              && !ended.equals(died())
              && eachBreak(last, ended.minusDays(1))
              && !asAt.isAfter(months(ended, 6));
      series.add(mayGoOn ? last.part(last.from(), null, last.startKnown()) : last);
    }
    return series;
  }

  private boolean eachBreak(Stretch broken, LocalDate day) {
    return status(broken, day).equals("V3");
  }

  /**
   * Back in care from a placement for adoption that broke down, until placed for adoption again.
   */
  private List<Stretch> returnsAfterDisruption() {
    List<Stretch> returns = new ArrayList<>();
    List<Stretch> placements = placementsForAdoption();
    for (Stretch one : placements) {
      LocalDate day = one.to();
      if (day == null || acts("adoption order").anyMatch(act -> act.on().equals(day))) {
        continue;
      }
      if (placements.stream().anyMatch(other -> other != one && openOn(other, day))) {
        continue;
      }
      LocalDate next =
          placements.stream()
              .map(Stretch::from)
              .filter(from -> from.isAfter(day))
              .min(Comparator.naturalOrder())
              .orElse(null);
      periods().stream()
          .filter(period -> openOn(period, day) && period.from().isBefore(day))
          .findFirst()
          .ifPresent(period -> returns.add(period.part(day, period.to(), true).endedBy(next)));
    }
    return returns;
  }

  /** What is said of a placement: of the one it is tied to, or that it begins in; no longer. */
  private List<Stretch> saidOfPlacements(String kind) {
    List<Stretch> said = new ArrayList<>();
    for (Stretch one : plans(kind)) {
      Stretch of = null;
      for (Stretch stay : stays()) {
        boolean tied = stay.placed().stream().anyMatch(placed -> tied(placed.refs(), one.refs()));
        of = tied || of == null && isAround(stay, one.from(), stays()) ? stay : of;
      }
      if (of == null) {
        said.add(one);
      } else if (of.to() == null || of.to().isAfter(one.from())) {
        said.add(one.endedBy(of.to()));
      }
    }
    return said;
  }
}
