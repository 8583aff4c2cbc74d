package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
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
    // In order, so that the same record gives the same page.
    kinds = new TreeSet<>(kinds);
    marked = new TreeMap<>(marked);
    latest = new TreeSet<>(latest);
    noted = new TreeSet<>(noted);
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
      timeline.activities(kind).forEach(one -> found.add(recorded(one, teamOn)));
    }
    marked.forEach(
        (kind, mark) ->
            timeline.activities(kind).stream()
                .filter(one -> one.marks().contains(mark))
                .forEach(one -> found.add(recorded(one, teamOn))));
    for (String kind : latest) {
      timeline.findLatest(kind).flatMap(one -> recorded(one, teamOn)).ifPresent(found::add);
    }
    for (String kind : noted) {
      facts.stream()
          .filter(one -> one instanceof Noted row && row.kind().equals(kind))
          .map(Noted.class::cast)
          .forEach(row -> found.add(recorded(row, timeline.asAt(), teamOn)));
    }
    if (leavingCare) {
      ageOfLeavingCare(timeline, teamOn).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Recorded> recorded(Latest one, Function<LocalDate, String> teamOn) {
    LocalDate on = one.on();
    return on == null
        ? Optional.empty()
        : Optional.of(
            new Recorded(one.kind(), on, on, List.of(), teamOn.apply(on), one.source().toString()));
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
        one.marks().stream().sorted().toList(),
        teamOn.apply(one.on()),
        one.source().toString());
  }
}
