package org.practicewatch.reports.subject;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.standards.Timeliness;

/**
 * How one child stands at one milestone.
 *
 * @param due the last day in timescale; null where nobody says by when, or nobody can tell
 * @param done the day it was done
 * @param days how many days it is over, or was late; else nought
 * @param source the cell that proves it; empty where there is nothing to prove
 */
record TrackedMilestone(
    State state, @Nullable LocalDate due, @Nullable LocalDate done, int days, String source) {

  private static final TrackedMilestone NOTHING =
      new TrackedMilestone(State.NONE, null, null, 0, "");

  /** Where it stands; of several counts the one that most needs somebody. */
  enum State {
    OVERDUE("overdue"),
    DUE("due"),
    DONE("done"),
    CANNOT_TELL("cannot tell"),
    /** Not done, and it can no longer be done. */
    MISSED("not done"),
    /** Nothing is owed, and nothing was done. */
    NONE("");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * Reads what the standards of the milestone ask, and what the record has of it.
   *
   * @param owed the findings of its standards
   * @param acts what it is done by
   */
  static TrackedMilestone of(Collection<Finding> owed, List<Recorded> acts) {
    if (owed.isEmpty() && acts.isEmpty()) {
      return NOTHING;
    }
    Comparator<Finding> byDue =
        Comparator.comparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder()));
    Optional<Finding> met =
        owed.stream().filter(one -> one.done() != null).max(Comparator.comparing(one -> day(one)));
    // A plan is made anew again and again: the milestone was reached with the first.
    Optional<Recorded> act = acts.stream().min(Comparator.comparing(Recorded::from));
    LocalDate done = met.map(Finding::done).orElse(act.map(Recorded::from).orElse(null));
    Optional<Finding> overdue = in(owed, Timeliness.OVERDUE).min(byDue);
    if (overdue.isPresent()) {
      return of(State.OVERDUE, overdue.get(), done);
    }
    Optional<Finding> next =
        Stream.concat(in(owed, Timeliness.DUE_SOON), in(owed, Timeliness.NOT_YET_DUE)).min(byDue);
    if (next.isPresent()) {
      return of(State.DUE, next.get(), done);
    }
    if (met.isPresent()) {
      return of(State.DONE, met.get(), done);
    }
    if (act.isPresent()) {
      return new TrackedMilestone(State.DONE, null, done, 0, act.get().source());
    }
    return in(owed, Timeliness.CANNOT_TELL)
        .findFirst()
        .map(one -> of(State.CANNOT_TELL, one, null))
        .or(() -> in(owed, Timeliness.MISSED).min(byDue).map(one -> of(State.MISSED, one, null)))
        .orElse(NOTHING);
  }

  private static LocalDate day(Finding met) {
    LocalDate done = met.done();
    return done == null ? LocalDate.MIN : done;
  }

  private static TrackedMilestone of(State state, Finding finding, @Nullable LocalDate done) {
    Integer over = finding.daysOver();
    return new TrackedMilestone(
        state, finding.due(), done, over == null ? 0 : over, finding.source());
  }

  private static Stream<Finding> in(Collection<Finding> owed, Timeliness timeliness) {
    return owed.stream().filter(one -> one.timeliness() == timeliness);
  }

  /** As it is printed beneath its heading. */
  ReportCell cell() {
    String late = days == 0 ? "" : Words.count(days, "day", "days");
    String byWhen = "due " + Words.dateOrNothing(due);
    return switch (state) {
      case OVERDUE -> ReportCell.text(late + " over").shown(Weight.STRONG, Tone.POOR, byWhen);
      case DUE -> ReportCell.text(byWhen);
      case DONE ->
          ReportCell.text("done " + Words.dateOrNothing(done))
              .shown(Weight.QUIET, Tone.PLAIN, late.isEmpty() ? "" : late + " late");
      case CANNOT_TELL -> ReportCell.text("cannot tell");
      case MISSED -> ReportCell.text("not done").shown(Weight.STRONG, Tone.POOR, byWhen);
      case NONE -> ReportCell.text(Words.NOTHING).shown(Weight.QUIET, Tone.PLAIN, "");
    };
  }
}
