package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Sources;

/**
 * Looks at a child's timeline with every flag, says whose the child is tonight, and takes note of
 * what reports want to know.
 *
 * @param flags the flags; those that cannot be judged from what the extracts carry are left out
 * @param caseload what makes a caseload
 * @param wanted what reports want to know of the record
 * @param sources what the extracts carry at all
 * @param calendar the working days
 * @param teams the teams by name
 */
public record Flagging(
    List<Flag> flags,
    Caseload caseload,
    Wanted wanted,
    Sources sources,
    WorkingDays calendar,
    Organisation.Teams teams) {

  public Flagging {
    flags = flags.stream().filter(flag -> flag.canBeJudgedFrom(sources)).toList();
  }

  /**
   * What can be said of a child; empty where that is nothing.
   *
   * @param facts the rows as received, older extracts first
   * @param timeline what was made of them
   */
  public Optional<ChildTonight> lookAt(List<? extends Fact> facts, Timeline timeline) {
    LocalDate asAt = timeline.asAt();
    List<String> open = new ArrayList<>();
    for (Caseload.Weight weight : caseload.weights()) {
      String kind = weight.open();
      if (timeline.isOpenOn(kind, asAt) && !open.contains(kind)) {
        open.add(kind);
      }
    }
    List<ChildTonight.OfFlag> found = new ArrayList<>();
    for (Flag flag : flags) {
      Optional<Flag.Answer> answer = flag.lookAt(timeline, calendar);
      if (answer.isPresent()) {
        found.add(ofFlag(flag, answer.get()));
      }
    }
    List<Recorded> recorded = wanted.in(facts, timeline, day -> team(timeline.findAllocation(day)));
    if (open.isEmpty() && found.isEmpty() && recorded.isEmpty()) {
      return Optional.empty();
    }
    Optional<Allocation> now = timeline.findAllocation(asAt);
    return Optional.of(
        new ChildTonight(
            timeline.child().childId(),
            team(now),
            now.map(Allocation::worker).orElse(""),
            open,
            found,
            recorded));
  }

  private String team(Optional<Allocation> held) {
    return held.map(Allocation::team).filter(team -> !team.isEmpty()).map(teams::named).orElse("");
  }

  private static ChildTonight.OfFlag ofFlag(Flag flag, Flag.Answer answer) {
    return new ChildTonight.OfFlag(
        flag.id(),
        answer.state(),
        answer.number(),
        answer.inWords(),
        answer.recorded(),
        answer.since(),
        answer.source().toString());
  }

  /** What the record of a worker says; empty where the record is not a worker's, or has ended. */
  public static Optional<WorkerTonight> findWorker(Timeline timeline) {
    String id = timeline.child().childId();
    return Subject.of(id) == Subject.WORKER
        ? timeline.spans(WorkerTonight.IN_POST).stream()
            .filter(span -> span.isOpenOn(timeline.asAt()))
            .reduce((earlier, later) -> later)
            .map(span -> new WorkerTonight(Subject.idIn(id), span.code()))
        : Optional.empty();
  }
}
