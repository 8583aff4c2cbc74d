package org.practicewatch.reports.subject;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.practicewatch.casework.Kinds;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.compliance.Wanted;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Leavers;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.standards.Flag;

/** Whom the care leavers' report is about, and what stands open for them. */
final class YoungPeople {

  static final String ELIGIBLE = "eligible";
  static final String LEFT_CARE = "left care";

  /** Not for thirteen weeks yet, or nobody knows since when. */
  static final String IN_CARE = "in care, not eligible yet";

  static final String WAS_IN_CARE = "was in care, never eligible";
  static final String LISTED = "on the list of care leavers";

  private YoungPeople() {}

  /**
   * Everybody who is eligible or has left care, in care at that age, or on a list of care leavers,
   * whether anything is due to them or not; and those to whom one of the standards applies tonight.
   */
  static List<OnRecord> all(SubjectNight night, Leavers leavers) {
    return night.children().stream()
        .filter(
            child ->
                !group(child, night).isEmpty()
                    || child.findings().stream()
                        .anyMatch(
                            one -> one.current() && leavers.standards().contains(one.standard())))
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

  /** What somebody is in the words of the law, as far as it follows from the record. */
  static String group(OnRecord child, SubjectNight night) {
    if (child.isOpen(Kinds.ELIGIBLE_CHILD, night.asAt())) {
      return ELIGIBLE;
    }
    if (child.isOpen(Kinds.LEAVING_CARE, night.asAt())) {
      return LEFT_CARE;
    }
    if (child.isOpen(Wanted.AGE_OF_LEAVING_CARE, night.asAt())) {
      if (child.isOpen(Kinds.PERIOD_OF_CARE, night.asAt())) {
        return IN_CARE;
      }
      if (wasInCareAtThatAge(child)) {
        return WAS_IN_CARE;
      }
    }
    return child.recorded(Kinds.CARE_LEAVER_LISTED).findAny().isPresent() ? LISTED : "";
  }

  /** Who once was eligible is not meant: why that has ended, such as an adoption, ended it all. */
  private static boolean wasInCareAtThatAge(OnRecord child) {
    return child.recorded(Kinds.ELIGIBLE_CHILD).findAny().isEmpty()
        && child
            .recorded(Wanted.AGE_OF_LEAVING_CARE)
            .map(Recorded::from)
            .anyMatch(
                old ->
                    child
                        .recorded(Kinds.PERIOD_OF_CARE)
                        .map(Recorded::to)
                        .anyMatch(end -> end != null && end.isAfter(old)));
  }
}
