package org.practicewatch.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * Due once, within a length that hangs on where and how the child is looked after: "a placement
 * plan within 5 working days, in youth detention within 10". What changes before it is done and due
 * changes the length at once (how we count, "Where a count straddles a change").
 *
 * @param within where no case holds
 * @param cases of which the first that holds decides
 */
@JsonTypeName("once by circumstances")
public record OnceByCircumstances(
    @JsonProperty(required = true) Length within, @JsonProperty(required = true) List<Case> cases)
    implements Timescale {

  public OnceByCircumstances {
    cases = List.copyOf(cases);
  }

  /**
   * Circumstances with a length of their own.
   *
   * @param name in a few words
   * @param when of which one must hold
   * @param within from day 0
   */
  public record Case(
      @JsonProperty(value = "case", required = true) String name,
      @JsonProperty(required = true) List<Circumstances> when,
      @JsonProperty(required = true) Length within) {

    public Case {
      when = List.copyOf(when);
    }

    private String words() {
      String holds = when.stream().map(Circumstances::words).collect(Collectors.joining(", or "));
      return name + " (" + holds + "): once, within " + within;
    }
  }

  @Override
  public String words() {
    return "once, within "
        + within
        + ", but"
        + cases.stream().map(one -> "\n" + one.words()).collect(Collectors.joining());
  }

  @Override
  public boolean once() {
    return true;
  }

  @Override
  public List<Circumstances> circumstances() {
    return cases.stream().flatMap(one -> one.when().stream()).toList();
  }

  @Override
  public @Nullable Due next(Count count) {
    if (count.alreadyDone() > 0) {
      return null;
    }
    Length length = lengthOn(count, count.since());
    if (length == null) {
      return whicheverHolds(count);
    }
    LocalDate due = count.after(length);
    for (LocalDate change : Circumstances.changes(circumstances(), count)) {
      if (due.isBefore(change)) {
        break;
      }
      Length next = lengthOn(count, change);
      if (next == null) {
        return whicheverHolds(count);
      }
      due = next.equals(length) ? due : count.notBeforeTheRuleApplied(next, change, due);
      length = next;
    }
    return new Due(due, length);
  }

  /** Where a code cannot be read: what was done, or ended, within the shortest was in time. */
  private Due whicheverHolds(Count count) {
    LocalDate until = count.until();
    LocalDate soonest = count.after(within);
    Length shortest = within;
    for (Case one : cases) {
      LocalDate due = count.after(one.within());
      shortest = due.isBefore(soonest) ? one.within() : shortest;
      soonest = due.isBefore(soonest) ? due : soonest;
    }
    return until != null && !until.minusDays(1).isAfter(soonest)
        ? new Due(soonest, shortest)
        : Due.CANNOT_TELL;
  }

  /** How long, by what holds on a day; null where a code cannot be read. */
  private @Nullable Length lengthOn(Count count, LocalDate day) {
    for (Case one : cases) {
      for (Circumstances circumstances : one.when()) {
        Circumstances.Answer answer = circumstances.holdOn(count.timeline(), day, count.span());
        if (answer == Circumstances.Answer.YES) {
          return one.within();
        }
        // A status that nobody recorded is the ordinary rule; one that nobody can read is not.
        if (answer == Circumstances.Answer.NOT_KNOWN && isUnreadable(count, day)) {
          return null;
        }
      }
    }
    return within;
  }

  private boolean isUnreadable(Count count, LocalDate day) {
    Timeline timeline = count.timeline();
    Set<String> kinds = new TreeSet<>();
    circumstances().forEach(one -> kinds.addAll(one.codes().keySet()));
    return kinds.stream()
        .anyMatch(kind -> timeline.codeOn(kind, day, count.span()).equals(Span.NO_KNOWN_CODE));
  }
}
