package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    ofOneChild.forEach(finding -> obligation(finding, note));
    Map<String, List<Finding>> byStandard =
        ofOneChild.stream()
            .collect(Collectors.groupingBy(Finding::standard, TreeMap::new, Collectors.toList()));
    byStandard.forEach((standard, findings) -> child(standard, findings, note));
    Map<String, List<Finding>> byRank =
        ofOneChild.stream()
            .filter(finding -> !finding.childId().isEmpty())
            .collect(
                Collectors.groupingBy(
                    finding -> rankOf(finding.standard()), TreeMap::new, Collectors.toList()));
    byRank.remove("");
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
    for (LocalDate from : periodStarts) {
      if (counts != null && !due.isBefore(from)) {
        places(finding.team(), finding.worker())
            .forEach(
                (level, name) ->
                    note.of(
                        new Key(level, name, finding.standard(), Measure.DONE, from),
                        counts,
                        List.of(finding)));
      }
    }
  }

  private void child(String what, List<Finding> ofIt, Note note) {
    List<Finding> now = ofIt.stream().filter(Finding::current).toList();
    child(what, Measure.NOW, asAt, now, Set.of(Timeliness.OVERDUE), note);
    for (LocalDate from : periodStarts) {
      List<Finding> inPeriod =
          ofIt.stream()
              .filter(finding -> isDueIn(from, finding))
              .filter(finding -> finding.timeliness() != Timeliness.DUE_SOON)
              .toList();
      child(
          what,
          Measure.ALL,
          from,
          inPeriod,
          Set.of(Timeliness.LATE, Timeliness.OVERDUE, Timeliness.MISSED),
          note);
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
    places(any.teamNow(), any.workerNow())
        .forEach(
            (level, name) -> note.of(new Key(level, name, what, measure, from), counts, because));
  }

  /**
   * How several findings count as one. A failure is a failure whatever else cannot be told; without
   * one, what cannot be told counts.
   */
  static Counts together(List<Finding> because, Set<Timeliness> failures) {
    Set<Timeliness> found = new HashSet<>();
    because.forEach(finding -> found.add(finding.timeliness()));
    return found.stream().anyMatch(failures::contains)
        ? Counts.AS_NOT_IN_TIMESCALE
        : found.contains(Timeliness.CANNOT_TELL) ? Counts.AS_CANNOT_TELL : Counts.AS_IN_TIMESCALE;
  }

  private Map<Level, String> places(String team, String worker) {
    Map<Level, String> places = new LinkedHashMap<>();
    places.put(Level.AUTHORITY, authority);
    places.put(Level.SERVICE, teams.serviceOf(team));
    places.put(Level.TEAM, team.isEmpty() ? Organisation.NO_TEAM : team);
    places.put(Level.WORKER, worker.isEmpty() ? NO_WORKER : worker);
    return places;
  }
}
