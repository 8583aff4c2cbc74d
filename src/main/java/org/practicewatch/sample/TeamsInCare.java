package org.practicewatch.sample;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalTeam.Kind;

/** Which teams hold a child in care, and when one hands over to another. */
record TeamsInCare(Telling telling, Holds holds) {

  /**
   * The safeguarding team lets go after the first review or so; later ones by plan and by age.
   *
   * @param permanence when it is decided where the child is to grow up; null where it is not
   * @param after how long whoever held the child last looks in when care has ended
   */
  void allocate(LocalDate entry, LocalDate end, @Nullable LocalDate permanence, LocalDate after) {
    Diary diary = telling.diary();
    Chance own = telling.own();
    LocalDate over = diary.onOrAfter(entry.plusDays(own.between(25, 100)));
    TreeMap<LocalDate, Kind> steps = new TreeMap<>();
    if (over.isBefore(end)) {
      steps.put(over, Kind.LOOKED_AFTER);
    }
    if (permanence != null && permanence.isAfter(over)) {
      steps.put(permanence, Kind.PERMANENCE);
    }
    LocalDate old = diary.onOrAfter(telling.born().plusYears(17).plusDays(own.between(0, 300)));
    if (old.isAfter(over) && old.isBefore(end)) {
      steps.put(old, Kind.LEAVING_CARE);
    }
    holds.cut(steps.isEmpty() ? end : steps.firstKey());
    for (Map.Entry<LocalDate, Kind> step : steps.entrySet()) {
      LocalDate next = steps.higherKey(step.getKey());
      LocalDate until = next == null ? after : next;
      boolean waits = own.that(0.04);
      int days = own.between(10, 45);
      LocalDate from = waits ? step.getKey().plusDays(days) : step.getKey();
      holds.add(telling.team(step.getValue()), from, until);
    }
  }
}
