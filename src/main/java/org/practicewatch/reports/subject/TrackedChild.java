package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Milestone;
import org.practicewatch.reports.subject.ReportContents.Tracker;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.reports.subject.TrackedMilestone.State;

/**
 * One line of the permanency tracker.
 *
 * @param since the first day of the care that goes on, or last did; null where none is recorded
 * @param inCare whether it goes on
 * @param milestones in the order of the settings
 */
record TrackedChild(
    OnRecord child,
    @Nullable LocalDate since,
    boolean inCare,
    List<Milestone> names,
    List<TrackedMilestone> milestones) {

  /** Stuck longest first, then what is due soonest. */
  static final Comparator<TrackedChild> STUCK_LONGEST_FIRST =
      Comparator.comparingInt(TrackedChild::stuckFor)
          .reversed()
          .thenComparing(
              TrackedChild::nextDue, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(one -> Words.numbersInOrder(one.child().childId()));

  /**
   * The children whom the tracker is about: something of theirs goes on, or a milestone is still
   * owed. Of whom nothing at all is owed or done stays out.
   */
  static List<TrackedChild> of(SubjectNight night, Tracker tracker) {
    return night.children().stream()
        .map(child -> of(child, tracker, night.asAt()))
        .filter(one -> one.inCare() || one.isOwedAnything())
        .sorted(STUCK_LONGEST_FIRST)
        .toList();
  }

  private static TrackedChild of(OnRecord child, Tracker tracker, LocalDate asAt) {
    List<Recorded> care = tracker.childrenWith().stream().flatMap(child::recorded).toList();
    Stream<Recorded> open = care.stream().filter(one -> OnRecord.isOpen(one, asAt));
    Optional<LocalDate> began = open.map(Recorded::from).min(Comparator.naturalOrder());
    LocalDate since =
        began
            .or(() -> care.stream().map(Recorded::from).max(Comparator.naturalOrder()))
            .orElse(null);
    List<TrackedMilestone> milestones = new ArrayList<>();
    for (Milestone milestone : tracker.milestones()) {
      milestones.add(
          TrackedMilestone.of(owed(child, milestone, since), acts(child, milestone, since)));
    }
    return new TrackedChild(child, since, began.isPresent(), tracker.milestones(), milestones);
  }

  private static List<Finding> owed(
      OnRecord child, Milestone milestone, @Nullable LocalDate since) {
    List<Finding> owed = new ArrayList<>();
    for (Finding finding : child.findings()) {
      if (milestone.standards().contains(finding.standard())
          && (finding.current() || isSince(finding.duringFrom(), since))) {
        owed.add(finding);
      }
    }
    return owed;
  }

  private static List<Recorded> acts(
      OnRecord child, Milestone milestone, @Nullable LocalDate since) {
    List<Recorded> acts = new ArrayList<>();
    for (String kind : milestone.done()) {
      for (Recorded act : child.recorded()) {
        if (act.kind().equals(kind) && isSince(act.from(), since)) {
          acts.add(act);
        }
      }
    }
    return acts;
  }

  private static boolean isSince(@Nullable LocalDate day, @Nullable LocalDate since) {
    return since == null || (day != null && !day.isBefore(since));
  }

  private boolean isOwedAnything() {
    return milestones.stream()
        .anyMatch(one -> one.state() == State.OVERDUE || one.state() == State.DUE);
  }

  /** Whether anything is owed or done at any of these milestones. */
  boolean hasAny(int from, int to) {
    return milestones.subList(from, to).stream().anyMatch(one -> one.state() != State.NONE);
  }

  /** The milestone overdue longest; of two the one further left. */
  Optional<TrackedMilestone> stuck() {
    TrackedMilestone stuck = null;
    for (TrackedMilestone one : milestones) {
      if (one.state() == State.OVERDUE && (stuck == null || one.days() > stuck.days())) {
        stuck = one;
      }
    }
    return Optional.ofNullable(stuck);
  }

  /** Its name; empty where nothing is overdue. */
  String stuckOn() {
    return stuck().map(this::name).orElse("");
  }

  /** For how many days; nought where nothing is overdue. */
  int stuckFor() {
    return stuck().map(TrackedMilestone::days).orElse(0);
  }

  /** What else is overdue. */
  List<String> alsoOverdue() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < milestones.size(); i++) {
      if (milestones.get(i).state() == State.OVERDUE) {
        all.add(names.get(i).milestone());
      }
    }
    all.remove(stuckOn());
    return List.copyOf(all);
  }

  private String name(TrackedMilestone milestone) {
    return names.get(milestones.indexOf(milestone)).milestone();
  }

  /** The day on which the next milestone is due; null where none is. */
  @Nullable LocalDate nextDue() {
    LocalDate next = null;
    for (TrackedMilestone one : milestones) {
      LocalDate due = one.state() == State.DUE ? one.due() : null;
      next = due != null && (next == null || due.isBefore(next)) ? due : next;
    }
    return next;
  }
}
