package org.practicewatch.standards;

import static org.practicewatch.standards.DayByDayCalendar.months;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;

/** The spans that are worked out of the record. */
class DayByDaySpans extends DayByDayLeaving {

  DayByDaySpans(List<Fact> facts, LocalDate asAt) {
    super(facts, asAt);
  }

  static final Stretch ALL_LIFE = Stretch.of(LocalDate.MIN, null, true, true);

  private final Map<String, List<Stretch>> stretches = new HashMap<>();

  // What a standard is owed in.

  List<Stretch> stretches(String kind) {
    List<Stretch> known = stretches.get(kind);
    if (known == null) {
      known = read(kind);
      stretches.put(kind, known);
    }
    return known;
  }

  private List<Stretch> read(String kind) {
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

  private @Nullable List<Stretch> openCases;
  private @Nullable List<Stretch> forAdoption;

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
        openCases.add(
            Stretch.of(
                since,
                day,
                startKnown,
                any.stream().anyMatch(one -> today.equals(one.to()) && one.endReadable())));
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
          .ifPresent(
              period -> {
                boolean placedAgain =
                    next != null && (period.to() == null || next.isBefore(period.to()));
                returns.add(period.part(day, placedAgain ? next : period.to(), true));
              });
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
    return said.stream().distinct().toList();
  }
}
