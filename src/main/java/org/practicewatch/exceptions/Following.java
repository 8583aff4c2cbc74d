package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.exceptions.Event.What;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;

/**
 * Follows every exception from one week to the next. An exception is in exactly one phase; whatever
 * is added to a team's list or taken from it is an event, so that each week balances.
 */
public final class Following {

  private final WhatIsShown tonight;
  private final AcceptanceRules rules;
  private final List<EscalationRule> escalation;
  private final Function<ExceptionKey, Severity> severity;
  private final MergedIds merged;
  private final Map<ExceptionKey, OpenException> now = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final Totals totals = new Totals();

  private Following(
      WhatIsShown tonight,
      AcceptanceRules rules,
      List<EscalationRule> escalation,
      Function<ExceptionKey, Severity> severity,
      MergedIds merged) {
    this.tonight = tonight;
    this.rules = rules;
    this.escalation = escalation;
    this.severity = severity;
    this.merged = merged;
  }

  /**
   * A week.
   *
   * @param exceptions all there ever were, in order
   * @param events what happened, in order of the exceptions
   * @param balances by team, list and standard or check
   * @param refused acceptances that were asked and not taken in
   * @param renamed ids under which exceptions were followed until now, with the ids of now
   */
  public record Week(
      List<OpenException> exceptions,
      List<Event> events,
      List<Balance> balances,
      List<Refusal> refused,
      Map<String, String> renamed) {

    /** With what could not even be read of returned lists. */
    public Week and(List<Refusal> unreadable) {
      List<Refusal> all = new ArrayList<>(unreadable);
      all.addAll(refused);
      return new Week(exceptions, events, balances, List.copyOf(all), renamed);
    }
  }

  /**
   * Follows one week.
   *
   * @param before all there were a week ago
   * @param asked what returned lists ask
   * @param severity how grave each is
   * @param merged the ids by which children are known now, as in what is shown
   */
  public static Week week(
      Collection<OpenException> before,
      WhatIsShown tonight,
      List<AcceptanceAsked> asked,
      AcceptanceRules rules,
      List<EscalationRule> escalation,
      Function<ExceptionKey, Severity> severity,
      MergedIds merged) {
    Following following = new Following(tonight, rules, escalation, severity, merged);
    KnownNow knownNow = KnownNow.of(before, merged);
    knownNow.absorbed().forEach(following::absorb);
    Map<ExceptionKey, OpenException> known = new HashMap<>();
    knownNow.lives().forEach(one -> known.put(one.key(), one));
    TreeSet<ExceptionKey> keys = new TreeSet<>(known.keySet());
    keys.addAll(tonight.shown().keySet());
    keys.forEach(key -> following.follow(key, known.get(key)));
    following.take(asked, knownNow.lines());
    following.tellFurtherUp();
    following.now.values().forEach(following.totals::countNow);
    return new Week(
        List.copyOf(following.now.values()),
        following.events.stream().sorted(Event.ORDER).toList(),
        following.totals.balances(),
        List.copyOf(following.refused),
        knownNow.renamed());
  }

  /** A week in which no child has been given another id. */
  public static Week week(
      Collection<OpenException> before,
      WhatIsShown tonight,
      List<AcceptanceAsked> asked,
      AcceptanceRules rules,
      List<EscalationRule> escalation,
      Function<ExceptionKey, Severity> severity) {
    return week(before, tonight, asked, rules, escalation, severity, MergedIds.NONE);
  }

  /** It goes on in another life, so that its team has one line less. */
  private void absorb(OpenException one) {
    tell(one, What.LAPSED, one.team(), "stands under the id by which the child is known now");
    if (isOpen(one)) {
      totals.count(one, Totals.Column.BEFORE);
      totals.count(one, Totals.Column.LAPSED);
    }
  }

  private void follow(ExceptionKey key, @Nullable OpenException before) {
    if (before != null && isOpen(before)) {
      totals.count(before, Totals.Column.BEFORE);
    }
    Shown shown = tonight.shown().get(key);
    if (!tonight.run().contains(key.code())) {
      if (before != null) {
        now.put(key, setAside(before));
      }
    } else if (shown == null) {
      if (before != null) {
        boolean untold = tonight.isSilentOn(key);
        now.put(key, before.isAlive() && !untold ? close(takeUp(before)) : before);
      }
    } else if (before != null && before.isAlive()) {
      now.put(key, goOn(takeUp(before), shown));
    } else if (!tonight.isSilentOn(key)) {
      now.put(key, open(shown, before));
    } else if (before != null) {
      now.put(key, before);
    }
  }

  private static boolean isOpen(OpenException one) {
    return one.phase() == Phase.OPEN && !one.setAside();
  }

  /** Nobody can say whether it was put right, as nobody looked. */
  private OpenException setAside(OpenException before) {
    if (!before.isAlive() || before.setAside()) {
      return before;
    }
    tell(before, What.SET_ASIDE, before.team(), "");
    if (before.phase() == Phase.OPEN) {
      totals.count(before, Totals.Column.SET_ASIDE);
    }
    return before.withSetAside(true);
  }

  private OpenException takeUp(OpenException before) {
    if (!before.setAside()) {
      return before;
    }
    tell(before, What.TAKEN_UP, before.team(), "");
    if (before.phase() == Phase.OPEN) {
      totals.count(before, Totals.Column.TAKEN_UP);
    }
    return before.withSetAside(false);
  }

  private OpenException open(Shown shown, @Nullable OpenException before) {
    LocalDate asAt = tonight.asAt();
    OpenException opened =
        new OpenException(
            shown.key(),
            Phase.OPEN,
            before == null ? asAt : before.firstSeen(),
            asAt,
            before == null ? 1 : before.opened() + 1,
            null,
            shown.team(),
            Level.TEAM,
            null,
            false,
            shown);
    tell(opened, before == null ? What.NEW : What.REOPENED, shown.team(), "");
    totals.count(opened, before == null ? Totals.Column.FRESH : Totals.Column.REOPENED);
    return opened;
  }

  private OpenException goOn(OpenException before, Shown shown) {
    OpenException after = before.withShown(shown);
    if (!before.team().equals(shown.team())) {
      tell(before, What.MOVED_OUT, before.team(), named(shown.team()));
      tell(after, What.MOVED_IN, shown.team(), named(before.team()));
      if (isOpen(before)) {
        totals.count(before, Totals.Column.MOVED_OUT);
        totals.count(after, Totals.Column.MOVED_IN);
      }
    }
    Acceptance acceptance = after.acceptance();
    if (after.phase() == Phase.ACCEPTED && acceptance != null) {
      boolean over = tonight.asAt().isAfter(acceptance.until());
      boolean more = shown.count() > acceptance.count();
      if (over || more) {
        tell(
            after,
            What.RAN_OUT,
            after.team(),
            over ? "held until " + day(acceptance.until()) : "there are more than were accepted");
        totals.count(after, Totals.Column.RAN_OUT);
        return after.withPhase(Phase.OPEN, null);
      }
    }
    return after;
  }

  private OpenException close(OpenException before) {
    Optional<LocalDate> fixed = findFixed(before);
    boolean wasOpen = before.phase() == Phase.OPEN;
    Phase phase = fixed.isPresent() ? Phase.FIXED : Phase.LAPSED;
    if (fixed.isPresent()) {
      tell(before, What.FIXED, before.team(), "by " + day(fixed.get()));
    } else {
      boolean known = tonight.known().contains(before.key().subject());
      tell(
          before,
          What.LAPSED,
          before.team(),
          tonight.elsewhere().contains(before.key())
              ? "told by the line of the visit"
              : known ? "" : "no more on record");
    }
    if (wasOpen) {
      totals.count(before, fixed.isPresent() ? Totals.Column.FIXED : Totals.Column.LAPSED);
    }
    return before.withPhase(phase, fixed.orElse(tonight.asAt()));
  }

  /** By when it was put right; empty where it only is owed no more. */
  private Optional<LocalDate> findFixed(OpenException before) {
    ExceptionKey key = before.key();
    if (tonight.elsewhere().contains(key)) {
      return Optional.empty();
    }
    ExceptionKey asPractice = new ExceptionKey(Sort.PRACTICE, key.subject(), key.code());
    if (key.sort() == Sort.PRACTICE && tonight.standards().contains(key.code())) {
      LocalDate done = tonight.lastDone().get(asPractice);
      LocalDate doneBefore = before.shown().lastDone();
      return done != null && (doneBefore == null || done.isAfter(doneBefore))
          ? Optional.of(done)
          : Optional.empty();
    }
    boolean known =
        tonight.standards().contains(key.code())
            ? tonight.judged().contains(asPractice)
            : tonight.known().contains(key.subject());
    return known ? Optional.of(tonight.asAt()) : Optional.empty();
  }

  /** Takes in what returned lists ask; asked twice in the same words, it is asked once. */
  private void take(List<AcceptanceAsked> asked, Map<String, ExceptionKey> oldLines) {
    if (asked.isEmpty()) {
      return;
    }
    Map<String, ExceptionKey> lines = new HashMap<>(oldLines);
    now.keySet().forEach(key -> lines.put(key.line(), key));
    for (AcceptanceAsked one : asked.stream().sorted(AcceptanceAsked.ORDER).toList()) {
      ExceptionKey key = lines.get(one.line());
      OpenException exception = key == null ? null : now.get(key);
      String team = exception == null || !one.team().isEmpty() ? one.team() : exception.team();
      String fault = findFault(one, exception).orElse("");
      if (!fault.isEmpty()) {
        refused.add(
            new Refusal(
                one.file(),
                one.cell(),
                team,
                one.subject(),
                key == null ? null : key.sort(),
                key == null ? "" : key.code(),
                "Not accepted: " + fault));
      } else if (exception != null && exception.phase() == Phase.OPEN) {
        accept(exception, one);
      }
    }
  }

  private Optional<String> findFault(AcceptanceAsked asked, @Nullable OpenException exception) {
    if (exception == null) {
      return Optional.of(
          "the line is on no list. Fill in a list as it came, without changing its columns.");
    }
    ExceptionKey key = exception.key();
    if (!key.subject().equals(merged.now(asked.subject()))) {
      return Optional.of(
          "the child in this line is not the one it was sent with. Fill in the list as it came.");
    }
    if (!asked.code().isEmpty() && !asked.code().equals(key.code())) {
      return Optional.of(
          "the standard in this line is not the one it was sent with. Fill in the list as it came.");
    }
    if (!exception.isAlive()) {
      return Optional.of("it is put right or owed no more, so there is nothing to accept.");
    }
    if (exception.setAside()) {
      return Optional.of("it was not checked this week. Ask again when it stands on a list.");
    }
    if (!asked.team().isEmpty() && !asked.team().equals(exception.team())) {
      return Optional.of(
          "it stands on the list of another team now, "
              + named(exception.team())
              + ". They can accept it.");
    }
    Optional<String> fault = rules.findFault(asked, key, tonight.asAt());
    Acceptance held = exception.acceptance();
    if (fault.isPresent() || exception.phase() != Phase.ACCEPTED || held == null) {
      return fault;
    }
    return rules.isSame(asked, held)
        ? Optional.empty()
        : Optional.of(
            "it is accepted already, until "
                + day(held.until())
                + ". Ask again when that has passed.");
  }

  private void accept(OpenException exception, AcceptanceAsked asked) {
    LocalDate until = asked.until();
    if (until == null) {
      throw new IllegalStateException("an acceptance without its day was let through");
    }
    Acceptance acceptance = rules.accepted(asked, until, tonight.asAt(), exception.shown().count());
    tell(exception, What.ACCEPTED, exception.team(), acceptance.reason());
    totals.count(exception, Totals.Column.ACCEPTED);
    now.put(exception.key(), exception.withAcceptance(acceptance));
  }

  private void tellFurtherUp() {
    for (OpenException one : List.copyOf(now.values())) {
      if (isOpen(one) && !tonight.isAsItWas(one.key())) {
        Level level = level(one);
        if (level.compareTo(one.level()) > 0) {
          tell(one, What.ESCALATED, one.team(), level.words());
          now.put(one.key(), one.withLevel(level));
        }
      }
    }
  }

  private Level level(OpenException one) {
    return EscalationRule.level(
        escalation, severity.apply(one.key()), one.weeksOpen(tonight.asAt()));
  }

  private void tell(OpenException one, What what, String team, String detail) {
    events.add(new Event(tonight.asAt(), one.key(), what, team, detail));
  }

  private static String named(String team) {
    return team.isEmpty() ? "no team" : team;
  }

  private static String day(LocalDate day) {
    return AcceptanceRules.DAY.format(day);
  }
}
