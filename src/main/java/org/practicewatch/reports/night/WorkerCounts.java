package org.practicewatch.reports.night;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.compliance.Finding;

/** How much of a team's list is one worker's, and how many days the longest overdue is over. */
public record WorkerCounts(String worker, int overdue, int longest, int dueSoon, int cannotTell) {

  private static final Comparator<WorkerCounts> MOST_OVERDUE_FIRST =
      Comparator.comparingInt(WorkerCounts::overdue)
          .thenComparingInt(WorkerCounts::longest)
          .reversed()
          .thenComparing(WorkerCounts::worker);

  public static List<WorkerCounts> of(TeamList list, Owed owed) {
    Map<String, WorkerCounts> counts = new HashMap<>();
    for (Finding finding : list.overdue()) {
      add(counts, new WorkerCounts(Owed.worker(finding), 1, owed.daysOver(finding), 0, 0));
    }
    for (Finding finding : list.dueSoon()) {
      add(counts, new WorkerCounts(Owed.worker(finding), 0, 0, 1, 0));
    }
    for (Finding finding : list.cannotTell()) {
      add(counts, new WorkerCounts(Owed.worker(finding), 0, 0, 0, 1));
    }
    return counts.values().stream().sorted(MOST_OVERDUE_FIRST).toList();
  }

  private static void add(Map<String, WorkerCounts> counts, WorkerCounts one) {
    counts.merge(one.worker(), one, WorkerCounts::and);
  }

  public WorkerCounts and(WorkerCounts other) {
    return new WorkerCounts(
        worker,
        overdue + other.overdue,
        Math.max(longest, other.longest),
        dueSoon + other.dueSoon,
        cannotTell + other.cannotTell);
  }

  public WorkerCounts named(String name) {
    return new WorkerCounts(name, overdue, longest, dueSoon, cannotTell);
  }
}
