package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.BlankSeen;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Contradiction;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Carried;
import org.practicewatch.standards.Obligation;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Silence;
import org.practicewatch.standards.Sources;
import org.practicewatch.standards.Timeliness;
import org.practicewatch.standards.Versions;

/**
 * Holds a child's timeline against every standard, and says whose figure each obligation is.
 *
 * @param judged of what the extracts carry, the standards that can be judged from it; filled as it
 *     is asked for
 * @param standards the standards
 * @param sources what the extracts carry, and for whom
 * @param silence which of their tables are old
 * @param blankSeen what a visit is of which nothing says whether the child was seen
 * @param calendar the working days
 * @param teams the teams by name
 */
public record Judging(
    Map<Sources, List<Versions>> judged,
    List<Versions> standards,
    Carried sources,
    Silence silence,
    BlankSeen blankSeen,
    WorkingDays calendar,
    Organisation.Teams teams) {

  public Judging(
      List<Versions> standards,
      Carried sources,
      Silence silence,
      BlankSeen blankSeen,
      WorkingDays calendar,
      Organisation.Teams teams) {
    this(
        Collections.synchronizedMap(new IdentityHashMap<>()),
        standards,
        sources,
        silence,
        blankSeen,
        calendar,
        teams);
  }

  private static int byKey(Judged one, Judged other) {
    int order = one.finding().standard().compareTo(other.finding().standard());
    LocalDate from = one.finding().duringFrom();
    LocalDate otherFrom = other.finding().duringFrom();
    if (order == 0 && !Objects.equals(from, otherFrom)) {
      order = from == null ? -1 : otherFrom == null ? 1 : from.compareTo(otherFrom);
    }
    return order != 0 ? order : Integer.compare(one.finding().number(), other.finding().number());
  }

  /** A finding with the version of the standard that it was judged by. */
  public record Judged(PracticeStandard version, Finding finding) {}

  /** Every finding of one child, sorted as {@code findings.csv} is. */
  public List<Finding> judge(Timeline timeline) {
    List<Finding> findings = new ArrayList<>();
    for (Judged one : judgeByVersion(timeline)) {
      findings.add(one.finding());
    }
    return findings;
  }

  /** The same, each with the version of its standard. */
  public List<Judged> judgeByVersion(Timeline given) {
    List<Judged> all = new ArrayList<>();
    Subject subject = Subject.of(given.child().childId());
    Sources carried = sources.of(given.extracts());
    Timeline timeline = given.withoutFlags(carried.listed()).with(blankSeen);
    for (Versions standard : judged.computeIfAbsent(carried, this::judgedFrom)) {
      if (standard.subject() != subject) {
        continue;
      }
      for (Versions.Owing owing : standard.owed(timeline, carried, calendar)) {
        all.add(new Judged(owing.version(), judged(owing, timeline)));
      }
    }
    all.sort(Judging::byKey);
    return all;
  }

  /** To ask this anew of every child and standard takes longer than to judge them. */
  private List<Versions> judgedFrom(Sources carried) {
    return standards.stream().flatMap(one -> one.judgedFrom(carried).stream()).toList();
  }

  /** The team that holds the child on the night's date; empty for none. */
  public String teamNow(Timeline timeline) {
    return timeline.findAllocation(timeline.asAt()).map(this::team).orElse("");
  }

  private Finding judged(Versions.Owing owing, Timeline timeline) {
    Obligation obligation = owing.obligation();
    Optional<Silence.OldTable> old =
        restsOnSilence(obligation) ? silence.find(owing.version(), timeline) : Optional.empty();
    Set<Doubtful> doubts = doubts(owing, timeline);
    if (old.isEmpty()) {
      return attributed(obligation, timeline, doubts);
    }
    doubts.add(Doubtful.OLD_TABLE);
    LocalDate due = obligation.due();
    boolean untold = isAgainstTheRecord(obligation) && due != null && old.get().isSilentOn(due);
    return attributed(untold ? obligation.untold(old.get()) : obligation, timeline, doubts);
  }

  /** What the row leaves open that it cites, be that what met it or what it counts from. */
  private static Set<Doubtful> doubts(Versions.Owing owing, Timeline timeline) {
    Set<Doubtful> doubts = EnumSet.noneOf(Doubtful.class);
    CellRef source = owing.obligation().source();
    for (String kind : owing.version().acts()) {
      for (Activity act : timeline.activities(kind)) {
        if (act.marks().contains(Activity.SEEN_NOT_RECORDED) && act.source().equals(source)) {
          doubts.add(Doubtful.BLANK_SEEN);
        }
      }
    }
    for (Contradiction one : timeline.contradictions()) {
      if (source.isInRowOf(one.one()) || source.isInRowOf(one.other())) {
        doubts.add(Doubtful.CONTRADICTION);
      }
    }
    for (CellRef repeated : timeline.repeated()) {
      if (source.isInRowOf(repeated)) {
        doubts.add(Doubtful.REPEATED_ROW);
      }
    }
    return doubts;
  }

  /** What was done in time was done, whatever a table may have to say since. */
  private static boolean restsOnSilence(Obligation obligation) {
    return obligation.done() == null || obligation.timeliness() == Timeliness.LATE;
  }

  private static boolean isAgainstTheRecord(Obligation obligation) {
    return switch (obligation.timeliness()) {
      case LATE, OVERDUE, MISSED -> true;
      default -> false;
    };
  }

  private Finding attributed(Obligation obligation, Timeline timeline, Set<Doubtful> doubts) {
    LocalDate due = obligation.due();
    LocalDate counts = due == null || due.isAfter(timeline.asAt()) ? timeline.asAt() : due;
    Optional<Allocation> then = timeline.findAllocation(counts);
    Optional<Allocation> now = timeline.findAllocation(timeline.asAt());
    String id = timeline.child().childId();
    return new Finding(
        Subject.isChild(id) ? id : "",
        Subject.isChild(id) ? "" : id,
        obligation.standard(),
        obligation.duringFrom(),
        obligation.number(),
        obligation.since(),
        due,
        obligation.done(),
        obligation.timeliness(),
        obligation.daysOver(),
        then.map(this::team).orElse(""),
        then.map(Allocation::worker).orElse(""),
        now.map(this::team).orElse(""),
        now.map(Allocation::worker).orElse(""),
        obligation.source().toString(),
        obligation.current(),
        doubts);
  }

  private String team(Allocation allocation) {
    return allocation.team().isEmpty() ? "" : teams.named(allocation.team());
  }
}
