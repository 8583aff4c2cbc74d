package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Temporary approvals of connected persons. One that goes on where another of the same carer ends
 * is the same approval, extended (S.I. 2010/959, reg. 25(6)).
 */
final class TemporaryApprovals {

  /** The activity that extends one. */
  static final String EXTENDED = "temporary approval extended";

  private final List<Span> approvals = new ArrayList<>();
  private final List<Activity> extensions = new ArrayList<>();

  /**
   * @param recorded as rows give them, by start
   * @param stays the child's stays: where one begins, the approval is of another carer
   */
  TemporaryApprovals(List<Span> recorded, List<Span> stays) {
    for (Span next : recorded) {
      int last = approvals.size() - 1;
      Span before = last < 0 ? null : approvals.get(last);
      if (before == null || !follows(before, next) || !isOfTheSameCarer(before, next, stays)) {
        approvals.add(next);
        continue;
      }
      LocalDate end = before.to();
      LocalDate on = end == null || end.isAfter(next.from()) ? next.from() : end;
      extensions.add(
          new Activity(next.childId(), EXTENDED, on, before.refs(), Set.of(), next.source()));
      approvals.set(last, before.endingOn(next.to()).leavingOpen(next.notKnown()));
    }
  }

  private static boolean follows(Span before, Span next) {
    LocalDate end = before.to();
    return next.from().isAfter(before.from())
        && (end == null || !next.from().isAfter(end.plusDays(1)));
  }

  private static boolean isOfTheSameCarer(Span before, Span next, List<Span> stays) {
    boolean another =
        before.refs().stream()
            .filter(ref -> ref.startsWith(Subject.CARER.idOf("")))
            .anyMatch(ref -> next.isTiedElsewhere(Set.of(ref)));
    return !another && stays.stream().noneMatch(stay -> stay.from().equals(next.from()));
  }

  /** Each approval, from its first day to the last of its extensions. */
  List<Span> approvals() {
    return approvals;
  }

  /** The days on which one was extended by another row. */
  List<Activity> extensions() {
    return extensions;
  }
}
