package org.practicewatch.reports;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.practicewatch.casework.Kinds;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.reports.ReportContents.Leavers;
import org.practicewatch.reports.SubjectNight.OnRecord;
import org.practicewatch.standards.Flag;

/** Whom the care leavers' report is about, and what stands open for them. */
final class YoungPeople {

  private YoungPeople() {}

  /** Those to whom one of the standards applies tonight. */
  static List<OnRecord> all(SubjectNight night, Leavers leavers) {
    return night.children().stream()
        .filter(
            child ->
                child.findings().stream()
                    .anyMatch(one -> one.current() && leavers.standards().contains(one.standard())))
        .toList();
  }

  /** What stands open of these standards tonight, of each team in the order in which to do it. */
  static List<Finding> open(SubjectNight night, Leavers leavers, Predicate<Finding> which) {
    return night
        .findings(leavers.standards())
        .filter(Finding::current)
        .filter(which)
        .sorted(new SubjectSheets(night.night()).mostPressingFirst())
        .toList();
  }

  /** The flags of the report on young people. */
  static List<FlagLine> flagged(SubjectNight night, Leavers leavers) {
    return night.tally().lines().stream()
        .filter(line -> leavers.flags().contains(line.flag()))
        .filter(line -> line.state() == Flag.State.FLAGGED)
        .sorted(Comparator.comparing(line -> Words.numbersInOrder(line.childId())))
        .toList();
  }

  /** "eligible" or "left care"; empty where the record says neither. */
  static String group(OnRecord child, SubjectNight night) {
    return child.isOpen(Kinds.ELIGIBLE_CHILD, night.asAt())
        ? "eligible"
        : child.isOpen(Kinds.LEAVING_CARE, night.asAt()) ? "left care" : "";
  }
}
