package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Life;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * What reports want to know of a child's record beside the findings. It is looked up while the
 * child's timeline is there anyway, so that no report needs to build it again.
 *
 * @param kinds activities and spans
 * @param marked activities wanted only where they carry a mark: the mark by the activity
 * @param latest activities of which a snapshot's latest is wanted too
 * @param noted what rows say that decides nothing
 * @param leavingCare whether it is wanted between which birthdays somebody may be leaving care
 */
public record Wanted(
    Set<String> kinds,
    Map<String, String> marked,
    Set<String> latest,
    Set<String> noted,
    boolean leavingCare) {

  /** Said of somebody who is alive and old enough to be leaving care: until when. */
  public static final String AGE_OF_LEAVING_CARE = "age of leaving care";

  private static final String IS = "=";

  /** No report wants anything. */
  public static final Wanted NOTHING = new Wanted(Set.of(), Map.of(), Set.of(), Set.of(), false);

  public Wanted {
    // In order, so that the same record gives the same page; hashed, as every row asks.
    kinds = new LinkedHashSet<>(new TreeSet<>(kinds));
    marked = new LinkedHashMap<>(new TreeMap<>(marked));
    latest = new LinkedHashSet<>(new TreeSet<>(latest));
    noted = new LinkedHashSet<>(new TreeSet<>(noted));
  }

  /** What two reports want together. */
  public Wanted and(Wanted other) {
    Map<String, String> bothMarked = new TreeMap<>(marked);
    bothMarked.putAll(other.marked);
    return new Wanted(
        both(kinds, other.kinds),
        bothMarked,
        both(latest, other.latest),
        both(noted, other.noted),
        leavingCare || other.leavingCare);
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** What a row noted under that name; empty text for a blank, nothing without such a column. */
  public static Optional<String> noted(Recorded row, String detail) {
    String before = detail + IS;
    return row.marks().stream()
        .filter(mark -> mark.startsWith(before))
        .map(mark -> mark.substring(before.length()))
        .findFirst();
  }

  /**
   * What the record has of it.
   *
   * @param facts the rows as received, older extracts first
   * @param teamOn who held the child on a day
   */
  List<Recorded> in(
      List<? extends Fact> facts, Timeline timeline, Function<LocalDate, String> teamOn) {
    List<Recorded> found = new ArrayList<>();
    for (String kind : kinds) {
      for (Span span : timeline.spans(kind)) {
        found.add(
            new Recorded(
                kind,
                span.from(),
                span.to(),
                List.of(),
                teamOn.apply(span.from()),
                span.source().toString()));
      }
      for (Activity one : timeline.activities(kind)) {
        found.add(recorded(one, teamOn));
      }
    }
    for (Map.Entry<String, String> one : marked.entrySet()) {
      for (Activity act : timeline.activities(one.getKey())) {
        if (act.marks().contains(one.getValue())) {
          found.add(recorded(act, teamOn));
        }
      }
    }
    for (String kind : latest) {
      Latest one = timeline.findLatest(kind).orElse(null);
      LocalDate on = one == null ? null : one.on();
      if (one != null && on != null) {
        String source = one.source().toString();
        found.add(new Recorded(kind, on, on, List.of(), teamOn.apply(on), source));
      }
    }
    List<Noted> rows = notedIn(facts);
    for (String kind : noted) {
      for (Noted row : rows) {
        if (row.kind().equals(kind)) {
          found.add(recorded(row, timeline.asAt(), teamOn));
        }
      }
    }
    if (leavingCare) {
      ageOfLeavingCare(timeline, teamOn).ifPresent(found::add);
    }
    return found;
  }

  /** Of the rows of a child, among which few if any note something. */
  private List<Noted> notedIn(List<? extends Fact> facts) {
    List<Noted> rows = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Noted row && noted.contains(row.kind())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Recorded recorded(Noted row, LocalDate asAt, Function<LocalDate, String> teamOn) {
    return new Recorded(
        row.kind(),
        asAt,
        null,
        row.details().entrySet().stream()
            .map(one -> one.getKey() + IS + one.getValue())
            .sorted()
            .toList(),
        teamOn.apply(asAt),
        row.source().toString());
  }

  private static Optional<Recorded> ageOfLeavingCare(
      Timeline timeline, Function<LocalDate, String> teamOn) {
    Life life = timeline.life();
    LocalDate from = timeline.child().birthday(Kinds.LEAVING_CARE_FROM_AGE);
    LocalDate to = timeline.child().birthday(Kinds.LEAVING_CARE_UNTIL_AGE);
    return from == null
            || to == null
            || from.isAfter(timeline.asAt())
            || !to.isAfter(timeline.asAt())
            || life.died() != null
            || life.foundAdult() != null
        ? Optional.empty()
        : Optional.of(
            new Recorded(
                AGE_OF_LEAVING_CARE,
                from,
                to,
                List.of(),
                teamOn.apply(from),
                timeline.child().source().toString()));
  }

  private static Recorded recorded(Activity one, Function<LocalDate, String> teamOn) {
    return new Recorded(
        one.kind(),
        one.on(),
        one.on(),
        one.marks().isEmpty() ? List.of() : one.marks().stream().sorted().toList(),
        teamOn.apply(one.on()),
        one.source().toString());
  }
}
