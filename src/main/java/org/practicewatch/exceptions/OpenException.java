package org.practicewatch.exceptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A gap with its life. It stays known when it is closed, so that one that comes back is known as
 * such.
 *
 * @param key what it is
 * @param phase where it stands
 * @param firstSeen the night on which it was first seen, ever
 * @param openSince the night on which it was seen first since it was last closed
 * @param opened how often it has been opened: 1 for one that never came back
 * @param closed when it was put right, or the night that showed no more of it; null while it is not
 *     closed
 * @param team on whose list it stands; empty for none
 * @param level who above the team manager has been told
 * @param acceptance the last there was; null for never
 * @param setAside whether this week its standard or check did not run, so that nobody can say
 * @param shown as last shown
 */
public record OpenException(
    ExceptionKey key,
    Phase phase,
    LocalDate firstSeen,
    LocalDate openSince,
    int opened,
    @Nullable LocalDate closed,
    String team,
    Level level,
    @Nullable Acceptance acceptance,
    boolean setAside,
    Shown shown) {

  private static final int DAYS_IN_A_WEEK = 7;

  /** Where an exception stands; in exactly one of these. */
  public enum Phase {
    OPEN,
    /** Left until a day, for a reason. */
    ACCEPTED,
    /** Put right. */
    FIXED,
    /** No more owed, or its child no more known, and not put right. */
    LAPSED
  }

  /** Whose attention it has. */
  public enum Level {
    @JsonProperty("team manager")
    TEAM("team manager"),
    @JsonProperty("service manager")
    SERVICE("service manager"),
    @JsonProperty("head of service")
    HEAD("head of service");

    private final String words;

    Level(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Whether it stands on a list, or among those that were accepted. */
  public boolean isAlive() {
    return phase == Phase.OPEN || phase == Phase.ACCEPTED;
  }

  /** Whole weeks since it was opened: 0 in its first. */
  public int weeksOpen(LocalDate asAt) {
    return (int) (ChronoUnit.DAYS.between(openSince, asAt) / DAYS_IN_A_WEEK);
  }

  OpenException withKey(ExceptionKey other) {
    return other.equals(key)
        ? this
        : new OpenException(
            other,
            phase,
            firstSeen,
            openSince,
            opened,
            closed,
            team,
            level,
            acceptance,
            setAside,
            shown.of(other));
  }

  OpenException withSetAside(boolean aside) {
    return new OpenException(
        key, phase, firstSeen, openSince, opened, closed, team, level, acceptance, aside, shown);
  }

  OpenException withPhase(Phase changed, @Nullable LocalDate on) {
    return new OpenException(
        key, changed, firstSeen, openSince, opened, on, team, level, acceptance, setAside, shown);
  }

  OpenException withLevel(Level changed) {
    return new OpenException(
        key,
        phase,
        firstSeen,
        openSince,
        opened,
        closed,
        team,
        changed,
        acceptance,
        setAside,
        shown);
  }

  OpenException withShown(Shown changed) {
    return new OpenException(
        key,
        phase,
        firstSeen,
        openSince,
        opened,
        closed,
        changed.team(),
        level,
        acceptance,
        setAside,
        changed);
  }

  OpenException withAcceptance(Acceptance taken) {
    return new OpenException(
        key,
        Phase.ACCEPTED,
        firstSeen,
        openSince,
        opened,
        closed,
        team,
        level,
        taken,
        setAside,
        shown);
  }
}
