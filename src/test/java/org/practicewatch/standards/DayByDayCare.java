package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Span;

/**
 * Periods of care and stays in placements: rules 2 and 6 of the README of the shared data, section
 * 5.3 of the standards.
 */
class DayByDayCare extends DayByDayRecord {

  DayByDayCare(List<Fact> facts, LocalDate asAt) {
    super(facts, asAt);
  }

  private @Nullable List<Stretch> periods;
  private @Nullable List<Stretch> stays;

  List<Stretch> periods() {
    if (periods != null) {
      return periods;
    }
    Comparator<Span> byDates =
        Comparator.comparing(Span::from)
            .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder()));
    List<List<Span>> groups = new ArrayList<>();
    Map<String, List<Span>> ofId = new LinkedHashMap<>();
    for (Span episode : spans("episode").stream().sorted(byDates).toList()) {
      String care = episode.detail("care id");
      if (!care.isEmpty()) {
        List<Span> group = ofId.get(care);
        if (group == null) {
          group = new ArrayList<>();
          ofId.put(care, group);
          groups.add(group);
        }
        group.add(episode);
        continue;
      }
      List<Span> open = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      boolean gap =
          open != null
              && open.stream().allMatch(e -> e.to() != null && e.to().isBefore(episode.from()));
      if (open == null || gap || episode.detail("reason new").equals("S")) {
        open = new ArrayList<>();
        groups.add(open);
      }
      open.add(episode);
    }
    List<Stretch> found = new ArrayList<>();
    for (List<Span> group : groups) {
      Span last = group.get(group.size() - 1);
      LocalDate to = last.to();
      if (to != null) {
        for (Span one : group) {
          to = one.to() != null && one.to().isAfter(to) ? one.to() : to;
        }
      }
      Span first = group.get(0);
      boolean known =
          first.detail("reason new").equals("S") || !first.detail("entered care").isEmpty();
      found.add(
          new Stretch(
              first.from(),
              atNight(to),
              known,
              last.endReadable(),
              Set.of(),
              "period " + found.size(),
              group,
              List.of(),
              1,
              null));
    }
    periods = found;
    return found;
  }

  List<Stretch> stays() {
    if (stays != null) {
      return stays;
    }
    List<Stretch> found = new ArrayList<>();
    for (Stretch period : periods()) {
      List<List<Placed>> groups = new ArrayList<>();
      for (Placed next : placedIn(period)) {
        List<Placed> stay = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (stay == null || startsAgain(stay, next)) {
          groups.add(new ArrayList<>(List.of(next)));
        } else {
          stay.add(next);
        }
      }
      for (int i = 0; i < groups.size(); i++) {
        List<Placed> stay = groups.get(i);
        LocalDate to = stay.get(stay.size() - 1).to();
        if (to == null && i + 1 < groups.size()) {
          to = groups.get(i + 1).get(0).from();
        }
        if (to == null || period.to() != null && period.to().isBefore(to)) {
          to = period.to();
        }
        found.add(
            new Stretch(
                stay.get(0).from(),
                atNight(to),
                !Set.of("L", "T", "U").contains(stay.get(0).reason()),
                stay.get(stay.size() - 1).endReadable(),
                Set.of(),
                period.period(),
                period.episodes(),
                stay,
                1,
                null));
      }
    }
    stays = found;
    return found;
  }

  static boolean startsAgain(List<Placed> stay, Placed next) {
    Placed last = stay.get(stay.size() - 1);
    if (last.to() != null && next.from().isAfter(last.to())) {
      return true;
    }
    if (temporary(next.code())) {
      return false;
    }
    if (temporary(last.code())) {
      Placed home = last;
      for (Placed one : stay) {
        home = temporary(one.code()) ? home : one;
      }
      return !home.code().equals(next.code()) || !home.urn().equals(next.urn());
    }
    return !Set.of("L", "T", "U").contains(next.reason());
  }

  List<Placed> placedIn(Stretch period) {
    List<Placed> placed = new ArrayList<>();
    Map<String, String> reasons = new HashMap<>();
    for (Span episode : period.episodes()) {
      if (!episode.detail("placement type").isEmpty()) {
        placed.add(
            new Placed(
                episode.from(),
                episode.to(),
                episode.detail("placement type"),
                episode.detail("urn"),
                episode.detail("reason new"),
                episode.endReadable(),
                Set.of()));
      }
      reasons.putIfAbsent(
          "placement:" + episode.detail("placement id"), episode.detail("reason new"));
    }
    for (Span record : spans("placement record")) {
      String id = record.refs().iterator().next();
      if (reasons.containsKey(id)) {
        placed.add(
            new Placed(
                record.from(),
                record.to(),
                record.code(),
                record.detail("urn"),
                reasons.get(id),
                record.endReadable(),
                record.refs()));
      }
    }
    placed.sort(Comparator.comparing(Placed::from));
    return placed;
  }

  static boolean temporary(String code) {
    return Set.of("T0", "T1", "T2", "T3", "T4").contains(code);
  }

  String status(Stretch of, LocalDate day) {
    String status = "";
    LocalDate newest = LocalDate.MIN;
    for (Span episode : of.episodes()) {
      String ls = episode.detail("legal status");
      if (!ls.isEmpty() && inForce(episode, day) && !episode.from().isBefore(newest)) {
        status = ls;
        newest = episode.from();
      }
    }
    for (Span span : spans("legal status")) {
      if (inForce(span, day) && !span.from().isBefore(newest)) {
        status = span.code();
        newest = span.from();
      }
    }
    return status;
  }

  /** The placement code on a day of a stay; a hospital bed does not change where a child lives. */
  static String place(Stretch stay, LocalDate day) {
    String code = "";
    for (Placed placed : stay.placed()) {
      if (!temporary(placed.code()) && !placed.from().isAfter(day)) {
        code = placed.code();
      }
    }
    return code;
  }
}
