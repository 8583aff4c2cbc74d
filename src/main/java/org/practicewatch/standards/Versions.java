package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Timeline;

/**
 * One standard, in the versions that follow each other in time.
 *
 * @param all of one id, none of them in force on the same day as another
 */
public record Versions(List<PracticeStandard> all) {

  public Versions {
    all = List.copyOf(all);
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

  /** Everything owed to a child, each by the version in force when its count began. */
  public List<Owing> owedTo(Timeline timeline, Sources sources, WorkingDays calendar) {
    List<Owing> owed = new ArrayList<>();
    for (PracticeStandard version : all) {
      version
          .owedTo(timeline, sources, calendar)
          .forEach(obligation -> owed.add(new Owing(version, obligation)));
    }
    return owed;
  }

  /** The version by which a count that begins on a day is judged: that day's, or else the last. */
  public PracticeStandard inForceOn(@Nullable LocalDate day) {
    return all.stream()
        .filter(version -> day != null && version.inForce().on(day))
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }
}
