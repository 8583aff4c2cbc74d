package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * Due again and again, how often depending on the child's circumstances, which may change between
 * one and the next: the clock of regulation 28.
 *
 * <p>Where a count straddles a change, the interval in force from the change runs from the last act
 * (how we count, "Where a count straddles a change"): at once, when the change comes on or before
 * the day it would have been due; for an anniversary only when it comes before that day.
 *
 * @param first the first after the start
 * @param cases the first that holds decides
 * @param otherwise how often where none holds
 */
@JsonTypeName("by circumstances")
public record ByCircumstances(
    @JsonProperty(required = true) Length first,
    List<Case> cases,
    @JsonProperty(required = true) Length otherwise)
    implements Timescale {

  public ByCircumstances {
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  /**
   * How often in one set of circumstances.
   *
   * @param name in words, for explanations
   * @param when any of these; none: always
   * @param every how often
   * @param untilTheNext the activity that ends this, held after the circumstances began
   * @param after how long after the start this ends
   * @param thenEvery how often from then on
   * @param startsAgain these circumstances, when they begin during the span, start the count again
   *     with the first length, and {@code untilTheNext} no longer applies (regulation 28(5)(a))
   */
  public record Case(
      @JsonProperty(value = "case", required = true) String name,
      List<Circumstances> when,
      @JsonProperty(required = true) Length every,
      @JsonProperty("until the next") @Nullable String untilTheNext,
      @Nullable Length after,
      @JsonProperty("then every") @Nullable Length thenEvery,
      @JsonProperty("starts again when it begins during the span") boolean startsAgain) {

    public Case {
      when = when == null ? List.of() : List.copyOf(when);
      if ((untilTheNext == null && after == null) != (thenEvery == null)) {
        throw new IllegalArgumentException(
            "case '" + name + "': 'then every' goes with 'until the next' or 'after'");
      }
    }

    /** In plain words, beginning with the name. */
    String words() {
      String until =
          untilTheNext != null
              ? " until the next " + untilTheNext + ", then every " + thenEvery
              : after != null ? " for the first " + after + ", then every " + thenEvery : "";
      String holds = when.stream().map(Circumstances::words).collect(Collectors.joining(", or "));
      return name
          + (holds.isEmpty() ? "" : " (" + holds + ")")
          + ": every "
          + every
          + until
          + (startsAgain
              ? "; when this begins later on, the count starts again with the first"
              : "");
    }

    Circumstances.Answer holdsOn(Timeline timeline, LocalDate day, Span during) {
      if (when.isEmpty()) {
        return Circumstances.Answer.YES;
      }
      Circumstances.Answer answer = Circumstances.Answer.NO;
      for (Circumstances circumstances : when) {
        Circumstances.Answer one = circumstances.holdOn(timeline, day, during);
        if (one == Circumstances.Answer.YES) {
          return one;
        }
        answer = one == Circumstances.Answer.NOT_KNOWN ? one : answer;
      }
      return answer;
    }
  }

  @Override
  public String words() {
    StringBuilder words =
        new StringBuilder("first within ").append(first).append(" of the start, then every ");
    words.append(otherwise).append(cases.isEmpty() ? "" : ", but");
    for (Case one : cases) {
      words.append("\n").append(one.words());
    }
    return words.toString();
  }

  @Override
  public Set<String> looksAt() {
    Set<String> kinds = new LinkedHashSet<>();
    for (Case one : cases) {
      if (one.untilTheNext() != null) {
        kinds.add(one.untilTheNext());
      }
    }
    return kinds;
  }

  /**
   * The days after the start on which circumstances begin that start the count again.
   *
   * @param span the span in which it is counted
   */
  @Override
  public List<LocalDate> startsAgain(Timeline timeline, Span span) {
    List<LocalDate> days = new ArrayList<>();
    for (Case one : cases) {
      if (one.startsAgain()) {
        for (LocalDate day : Circumstances.changes(circumstances(), timeline)) {
          if (day.isAfter(span.from())
              && span.isOpenOn(day)
              && one.holdsOn(timeline, day, span) == Circumstances.Answer.YES
              && one.holdsOn(timeline, day.minusDays(1), span) != Circumstances.Answer.YES) {
            days.add(day);
          }
        }
      }
    }
    return days;
  }

  @Override
  public List<Circumstances> circumstances() {
    return cases.stream().flatMap(one -> one.when().stream()).toList();
  }

  @Override
  public Due next(Count count) {
    if (count.alreadyDone() == 0) {
      return new Due(count.after(first), first);
    }
    Interval interval = intervalOn(count, count.since(), count.since());
    if (interval == null) {
      return Due.CANNOT_TELL;
    }
    LocalDate due = count.after(interval.length());
    for (Change change : changesAfter(count)) {
      boolean inTime = change.anniversary() ? due.isAfter(change.on()) : !due.isBefore(change.on());
      if (!inTime) {
        break;
      }
      Interval next = intervalOn(count, change.on(), lastKnown(count, change.on()));
      if (next == null) {
        return Due.CANNOT_TELL;
      }
      if (!next.length().equals(interval.length())) {
        due = count.notBeforeTheRuleApplied(next.length(), change.on(), due);
      }
      interval = next;
    }
    return new Due(due, interval.length(), interval.unless());
  }

  /** How often, and the activity that would have ended it. */
  private record Interval(Length length, @Nullable String unless) {

    Interval(Length length) {
      this(length, null);
    }
  }

  private record Change(LocalDate on, boolean anniversary) implements Comparable<Change> {

    @Override
    public int compareTo(Change other) {
      int byDay = on.compareTo(other.on);
      return byDay != 0 ? byDay : Boolean.compare(anniversary, other.anniversary);
    }
  }

  private Set<Change> changesAfter(Count count) {
    Set<Change> changes = new TreeSet<>();
    for (LocalDate day : Circumstances.changes(circumstances(), count.timeline())) {
      changes.add(new Change(day, false));
    }
    for (Case one : cases) {
      if (one.after() != null) {
        changes.add(new Change(one.after().after(count.span().from(), count.calendar()), true));
      }
      if (one.untilTheNext() != null) {
        for (Activity held : count.timeline().activities(one.untilTheNext())) {
          changes.add(new Change(held.on(), false));
        }
      }
    }
    LocalDate until = count.until();
    changes.removeIf(
        change ->
            !change.on().isAfter(count.since())
                || (!change.anniversary() && until != null && !change.on().isBefore(until)));
    return changes;
  }

  /** An anniversary is foreseen; what else may change by then is not. */
  private static LocalDate lastKnown(Count count, LocalDate day) {
    LocalDate until = count.until();
    return until == null || day.isBefore(until) ? day : until.minusDays(1);
  }

  /** How often on a day, in the circumstances of the day on which they were last known. */
  private @Nullable Interval intervalOn(Count count, LocalDate day, LocalDate known) {
    for (Case one : cases) {
      Circumstances.Answer answer = one.holdsOn(count.timeline(), known, count.span());
      if (answer == Circumstances.Answer.NOT_KNOWN) {
        return null;
      }
      if (answer == Circumstances.Answer.YES) {
        return intervalOn(one, count, day);
      }
    }
    return new Interval(otherwise);
  }

  /**
   * How often on that day; null where it turns on what happened before the record begins: how long
   * the child had lived there, or whether a review had been held since.
   */
  private @Nullable Interval intervalOn(Case one, Count count, LocalDate day) {
    Length then = one.thenEvery();
    if (then == null) {
      return new Interval(one.every());
    }
    LocalDate began = beganOn(one, count, day);
    if (one.after() != null) {
      LocalDate anniversary = one.after().after(count.span().from(), count.calendar());
      if (!day.isBefore(anniversary)) {
        return new Interval(then);
      }
      if (count.span().startKnown()) {
        return new Interval(one.every());
      }
      return count.after(one.every()).isAfter(anniversary) ? new Interval(then) : null;
    }
    if (one.startsAgain() && began.isAfter(count.span().from())) {
      return new Interval(then);
    }
    boolean ended =
        count.timeline().activities(String.valueOf(one.untilTheNext())).stream()
            .anyMatch(held -> held.on().isAfter(began) && !held.on().isAfter(day));
    boolean perhapsEndedBefore = !count.span().startKnown() && began.equals(count.span().from());
    if (ended) {
      return new Interval(then);
    }
    return perhapsEndedBefore ? null : new Interval(one.every(), one.untilTheNext());
  }

  /** The day from which the case has held without a break, within this span. */
  private LocalDate beganOn(Case one, Count count, LocalDate day) {
    LocalDate began = count.span().from();
    for (LocalDate change : Circumstances.changes(circumstances(), count.timeline())) {
      if (change.isAfter(began)
          && !change.isAfter(day)
          && one.holdsOn(count.timeline(), change.minusDays(1), count.span())
              != Circumstances.Answer.YES) {
        began = change;
      }
    }
    return began;
  }
}
