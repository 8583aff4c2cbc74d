package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;

/**
 * One standard, in the versions that follow each other in time.
 *
 * @param all of one id and owed in the same spans, no two of them in force on the same day
 */
public record Versions(List<PracticeStandard> all) {

  public Versions {
    all =
        all.stream()
            .sorted(
                Comparator.comparing(
                    version -> version.inForce().from(),
                    Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
  }

  /** A standard as it stands, without what came before or after it. */
  public static Versions only(PracticeStandard standard) {
    return new Versions(List.of(standard));
  }

  /** Standards by id, in the order in which the ids first come. */
  public static List<Versions> of(Collection<PracticeStandard> standards) {
    Map<String, List<PracticeStandard>> byId = new LinkedHashMap<>();
    for (PracticeStandard standard : standards) {
      byId.computeIfAbsent(standard.id(), id -> new ArrayList<>()).add(standard);
    }
    return byId.values().stream().map(Versions::new).toList();
  }

  /**
   * Something owed, and the version that says so.
   *
   * @param version the one in force when the count began
   */
  public record Owing(PracticeStandard version, Obligation obligation) {}

  /**
   * Everything owed to a child, each by the version in force when its count began, as at the
   * timeline's date.
   *
   * @param sources what the extracts carry at all
   */
  public List<Owing> owedTo(Timeline timeline, Sources sources, WorkingDays calendar) {
    return judgedFrom(sources).map(one -> one.owed(timeline, sources, calendar)).orElse(List.of());
  }

  /** Those versions that can be judged from what the extracts carry; empty for none. */
  public Optional<Versions> judgedFrom(Sources sources) {
    List<PracticeStandard> judged =
        all.stream().filter(version -> version.canBeJudgedFrom(sources)).toList();
    return judged.isEmpty() ? Optional.empty() : Optional.of(new Versions(judged));
  }

  /** The same as {@link #owedTo}, of versions that can all be judged. */
  public List<Owing> owed(Timeline timeline, Sources sources, WorkingDays calendar) {
    return tellsOfAny(timeline) ? new Walk(this, timeline, sources, calendar).owed() : List.of();
  }

  /**
   * Whether a record tells, readably or not, of anything in which they are counted. Of most
   * children it tells of little, and so most standards need not be walked at all.
   */
  private boolean tellsOfAny(Timeline timeline) {
    PracticeStandard any = all.get(0);
    if (any.during().equals(Kinds.ELIGIBLE_CHILD) && timeline.child().born() == null) {
      return true;
    }
    if (any.beforeEach() != null) {
      return !timeline.activities(any.beforeEach()).isEmpty();
    }
    for (String kind : any.afterEach()) {
      if (!timeline.activities(kind).isEmpty()) {
        return true;
      }
    }
    if (!any.afterEach().isEmpty()) {
      return false;
    }
    if (!timeline.spans(any.during()).isEmpty()) {
      return true;
    }
    for (String kind : PracticeStandard.recordedAs(any.during())) {
      if (!timeline.gaps(kind).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whose record they are held against. */
  public Subject subject() {
    return all.get(0).subject();
  }

  /** The version of a day; where none is in force on it, the next that will be, else the last. */
  public PracticeStandard inForceOn(LocalDate day) {
    for (PracticeStandard version : all) {
      LocalDate last = version.inForce().to();
      if (last == null || !day.isAfter(last)) {
        return version;
      }
    }
    return all.get(all.size() - 1);
  }

  /** Whether any version is in force on a day. */
  boolean areInForceOn(LocalDate day) {
    return inForceOn(day).inForce().on(day);
  }
}
