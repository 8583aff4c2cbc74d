package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Reviewing;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;

/**
 * A reviewing officer's challenge, and what put it right. No extract ties the two together, so that
 * each action is taken for the child's earliest challenge that is still open.
 *
 * @param actioned null while it is open
 */
record Challenge(OnRecord child, Recorded made, @Nullable Recorded actioned) {

  /** Oldest first. */
  static List<Challenge> of(List<OnRecord> children, Reviewing names) {
    List<Challenge> all = new ArrayList<>();
    for (OnRecord child : children) {
      List<Recorded> actions = new ArrayList<>(inOrder(child, names.actioned()));
      for (Recorded made : inOrder(child, names.challenge())) {
        Recorded actioned =
            actions.stream()
                .filter(action -> !action.from().isBefore(made.from()))
                .findFirst()
                .orElse(null);
        actions.remove(actioned);
        all.add(new Challenge(child, made, actioned));
      }
    }
    all.sort(
        Comparator.<Challenge, LocalDate>comparing(one -> one.made().from())
            .thenComparing(one -> Words.numbersInOrder(one.child().childId())));
    return List.copyOf(all);
  }

  private static List<Recorded> inOrder(OnRecord child, String kind) {
    return child.recorded(kind).sorted(Comparator.comparing(Recorded::from)).toList();
  }

  boolean isOpen() {
    return actioned == null;
  }
}
