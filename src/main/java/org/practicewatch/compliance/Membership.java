package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.standards.Timeliness;

/**
 * Says in which figures a child's findings count, and how. What is counted and what is explained
 * both come from here.
 *
 * <p>A figure of obligations belongs to the team allocated on the due date; a figure of children to
 * the team that holds the child now. A child counts once under each standard, and once under each
 * rank.
 */
public final class Membership {

  /** Printed for a child without a worker, so that sums hold. */
  public static final String NO_WORKER = "No worker recorded";

  private static final Set<Timeliness> FAILING_NOW = EnumSet.of(Timeliness.OVERDUE);

  private static final Set<Timeliness> FAILING =
      EnumSet.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED);

  private final LocalDate asAt;
  private final Set<LocalDate> periodStarts;
  private final String authority;
  private final Organisation.Teams teams;
  private final UnaryOperator<String> rankOf;

  /**
   * Membership on one night.
   *
   * @param yearFrom first day of the year to date
   * @param rankOf what a standard's rank is called in figures; empty where it has none
   */
  public Membership(
      LocalDate asAt,
      LocalDate yearFrom,
      String authority,
      Organisation.Teams teams,
      UnaryOperator<String> rankOf) {
    this.rankOf = rankOf;
    this.asAt = asAt;
    this.periodStarts = new TreeSet<>(List.of(asAt.withDayOfMonth(1), yearFrom));
    this.authority = authority;
    this.teams = teams;
  }

  /**
   * Which figure.
   *
   * @param from first day of its period; of a figure of now, the night
   */
  public record Key(Level level, String name, String standard, Measure measure, LocalDate from) {}

  /** How one obligation, or one child, counts in a figure. */
  public enum Counts {
    /** In the numerator, and so in the denominator. */
    AS_IN_TIMESCALE,
    /** In the denominator only. */
    AS_NOT_IN_TIMESCALE,
    /** In neither. */
    AS_CANNOT_TELL
  }

  /** Takes note of one that counts. */
  public interface Note {

    /**
     * One that counts.
     *
     * @param because the findings that make it count so: one, or all of the child in the period
     */
    void of(Key figure, Counts counts, List<Finding> because);
  }

  /** First days of the periods that figures are given for. */
  Set<LocalDate> periodStarts() {
    return periodStarts;
  }

  /** Where all the findings of one child count. */
  public void of(List<Finding> ofOneChild, Note note) {
    Map<String, List<Finding>> byStandard = new TreeMap<>();
    Map<String, List<Finding>> byRank = new TreeMap<>();
    for (Finding finding : ofOneChild) {
      obligation(finding, note);
      byStandard.computeIfAbsent(finding.standard(), key -> new ArrayList<>()).add(finding);
      String rank = finding.childId().isEmpty() ? "" : rankOf(finding.standard());
      if (!rank.isEmpty()) {
        byRank.computeIfAbsent(rank, key -> new ArrayList<>()).add(finding);
      }
    }
    byStandard.forEach((standard, findings) -> child(standard, findings, note));
    byRank.forEach((rank, findings) -> child(rank, findings, note));
  }

  /** What a standard's rank is called in figures; empty where it has none. */
  String rankOf(String standard) {
    return rankOf.apply(standard);
  }

  private void obligation(Finding finding, Note note) {
    LocalDate due = finding.due();
    if (due == null || due.isAfter(asAt)) {
      return;
    }
    Counts counts =
        switch (finding.timeliness()) {
          case IN_TIMESCALE -> Counts.AS_IN_TIMESCALE;
          case LATE, OVERDUE, MISSED -> Counts.AS_NOT_IN_TIMESCALE;
          case CANNOT_TELL -> Counts.AS_CANNOT_TELL;
          // Due tonight and still in time: not judged before tomorrow.
          case DUE_SOON, NOT_YET_DUE -> null;
        };
    if (counts == null) {
      return;
    }
    List<Place> places = places(finding.team(), finding.worker());
    List<Finding> because = List.of(finding);
    for (LocalDate from : periodStarts) {
      if (!due.isBefore(from)) {
        tell(places, finding.standard(), Measure.DONE, from, counts, because, note);
      }
    }
  }

  private void child(String what, List<Finding> ofIt, Note note) {
    List<Finding> now = new ArrayList<>();
    for (Finding finding : ofIt) {
      if (finding.current()) {
        now.add(finding);
      }
    }
    child(what, Measure.NOW, asAt, now, FAILING_NOW, note);
    for (LocalDate from : periodStarts) {
      List<Finding> inPeriod = new ArrayList<>();
      for (Finding finding : ofIt) {
        if (isDueIn(from, finding) && finding.timeliness() != Timeliness.DUE_SOON) {
          inPeriod.add(finding);
        }
      }
      child(what, Measure.ALL, from, inPeriod, FAILING, note);
    }
  }

  private boolean isDueIn(LocalDate from, Finding finding) {
    LocalDate due = finding.due();
    return due != null && !due.isBefore(from) && !due.isAfter(asAt);
  }

  private void child(
      String what,
      Measure measure,
      LocalDate from,
      List<Finding> because,
      Set<Timeliness> failures,
      Note note) {
    if (because.isEmpty()) {
      return;
    }
    Counts counts = together(because, failures);
    Finding any = because.get(0);
    tell(places(any.teamNow(), any.workerNow()), what, measure, from, counts, because, note);
  }

  private static void tell(
      List<Place> places,
      String what,
      Measure measure,
      LocalDate from,
      Counts counts,
      List<Finding> because,
      Note note) {
    for (Place place : places) {
      note.of(new Key(place.level(), place.name(), what, measure, from), counts, because);
    }
  }

  /**
   * How several findings count as one. A failure is a failure whatever else cannot be told; without
   * one, what cannot be told counts.
   */
  static Counts together(List<Finding> because, Set<Timeliness> failures) {
    boolean untold = false;
    for (Finding finding : because) {
      if (failures.contains(finding.timeliness())) {
        return Counts.AS_NOT_IN_TIMESCALE;
      }
      untold |= finding.timeliness() == Timeliness.CANNOT_TELL;
    }
    return untold ? Counts.AS_CANNOT_TELL : Counts.AS_IN_TIMESCALE;
  }

  /** One of a level for which there are figures. */
  private record Place(Level level, String name) {}

  private List<Place> places(String team, String worker) {
    return List.of(
        new Place(Level.AUTHORITY, authority),
        new Place(Level.SERVICE, teams.serviceOf(team)),
        new Place(Level.TEAM, team.isEmpty() ? Organisation.NO_TEAM : team),
        new Place(Level.WORKER, worker.isEmpty() ? NO_WORKER : worker));
  }
}
