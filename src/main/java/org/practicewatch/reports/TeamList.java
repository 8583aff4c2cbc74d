package org.practicewatch.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.practicewatch.compliance.Finding;
import org.practicewatch.standards.Timeliness;

/**
 * What one team has to do, in the order in which to do it, whatever the order it came in.
 *
 * @param place the team
 * @param overdue what matters most first, and of that the longest overdue
 * @param dueSoon soonest first
 * @param cannotTell what the record does not allow to be judged, what matters most first
 */
public record TeamList(
    TeamPlace place, List<Finding> overdue, List<Finding> dueSoon, List<Finding> cannotTell) {

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
            .toList());
  }

  static Comparator<Finding> byWhatMatters(NightInReports night) {
    return Comparator.comparingInt(
        finding -> night.printing().priorities().rank(finding.standard()));
  }

  static boolean isDueBy(Finding finding, LocalDate until) {
    LocalDate due = finding.due();
    return (finding.timeliness() == Timeliness.DUE_SOON
            || finding.timeliness() == Timeliness.NOT_YET_DUE)
        && due != null
        && !due.isAfter(until);
  }
}
