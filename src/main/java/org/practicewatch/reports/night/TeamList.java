package org.practicewatch.reports.night;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.standards.Timeliness;

/**
 * What one team has to do, in the order in which to do it, whatever the order it came in.
 *
 * @param place the team
 * @param overdue what matters most first, and of that the longest overdue
 * @param dueSoon soonest first
 * @param cannotTell what the record does not allow to be judged, what matters most first
 * @param seen the day of each child's last visit that counts, as the count of the next one has it
 */
public record TeamList(
    TeamPlace place,
    List<Finding> overdue,
    List<Finding> dueSoon,
    List<Finding> cannotTell,
    Map<String, LocalDate> seen) {

  /**
   * Sorts what is open. Anything that is neither overdue, nor due as soon as a list looks, nor
   * impossible to judge stays off it.
   */
  public static TeamList of(NightInReports night, TeamPlace place, List<Finding> open) {
    Owed owed = new Owed(night);
    LocalDate until = night.until();
    Comparator<Finding> byStandard =
        Comparator.comparing(owed::title).thenComparing(Owed::child).thenComparing(Finding::number);
    Comparator<Finding> matter = byWhatMatters(night);
    return new TeamList(
        place,
        open.stream()
            .filter(finding -> finding.timeliness() == Timeliness.OVERDUE)
            .sorted(
                matter
                    .thenComparing(Comparator.comparingInt(owed::daysOver).reversed())
                    .thenComparing(byStandard))
            .toList(),
        open.stream()
            .filter(finding -> isDueBy(finding, until))
            .sorted(Comparator.comparingInt(owed::daysToGo).thenComparing(byStandard))
            .toList(),
        open.stream()
            .filter(finding -> finding.timeliness() == Timeliness.CANNOT_TELL)
            .filter(finding -> finding.done() == null)
            .sorted(matter.thenComparing(byStandard))
            .toList(),
        seen(night, open));
  }

  /** A first visit is counted from the start of a plan or placement: that is nobody seen. */
  private static Map<String, LocalDate> seen(NightInReports night, List<Finding> open) {
    Priorities priorities = night.printing().priorities();
    Set<String> visits =
        night.standards().stream()
            .filter(one -> one.again() && priorities.areSaid() && priorities.rank(one.id()) == 0)
            .map(StandardNote::id)
            .collect(Collectors.toSet());
    Map<String, LocalDate> seen = new HashMap<>();
    for (Finding finding : open) {
      LocalDate since = finding.since();
      boolean first = finding.number() == 1 && Objects.equals(since, finding.duringFrom());
      if (since != null && !first && visits.contains(finding.standard())) {
        seen.merge(Owed.child(finding), since, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return seen;
  }

  public static Comparator<Finding> byWhatMatters(NightInReports night) {
    return Comparator.comparingInt(
        finding -> night.printing().priorities().rank(finding.standard()));
  }

  public static boolean isDueBy(Finding finding, LocalDate until) {
    LocalDate due = finding.due();
    return (finding.timeliness() == Timeliness.DUE_SOON
            || finding.timeliness() == Timeliness.NOT_YET_DUE)
        && due != null
        && !due.isAfter(until);
  }
}
