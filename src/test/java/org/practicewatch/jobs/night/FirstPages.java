package org.practicewatch.jobs.night;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.settings.SettingsFolder;

/** What stands on the first pages of a night's reports, counted anew from its CSVs. */
final class FirstPages {

  private static final Priorities PRIORITIES =
      new SettingsFolder(Path.of("jobs")).read().priorities();

  static final List<Priorities.Priority> RANKS = PRIORITIES.inOrder();

  private final Collection<Map<String, String>> findings;

  FirstPages(Path night) {
    this.findings = Practicewatch.rows(night.resolve("findings.csv"));
  }

  /** Children of a team (of all, where none is given) with something of a rank overdue. */
  Set<String> overdue(Priorities.Priority rank, String team) {
    return children(
        row ->
            row.get("timeliness").equals("OVERDUE")
                && isOf(rank, row)
                && (team.isEmpty() || row.get("team_now").equals(team)));
  }

  /** So many of so many had everything of a rank that fell due from a day on done in time. */
  String allInTime(Priorities.Priority rank, String from, String asAt) {
    Predicate<Map<String, String>> due =
        row ->
            isOf(rank, row)
                && !row.get("due").isEmpty()
                && row.get("due").compareTo(from) >= 0
                && row.get("due").compareTo(asAt) <= 0
                && !Set.of("DUE_SOON", "NOT_YET_DUE").contains(row.get("timeliness"));
    Set<String> all = children(due);
    Set<String> late =
        children(
            due.and(row -> Set.of("LATE", "MISSED", "OVERDUE").contains(row.get("timeliness"))));
    Set<String> untold = children(due.and(row -> row.get("timeliness").equals("CANNOT_TELL")));
    untold.removeAll(late);
    return (all.size() - late.size() - untold.size()) + " of " + (all.size() - untold.size());
  }

  private boolean isOf(Priorities.Priority rank, Map<String, String> row) {
    return PRIORITIES.of(row.get("standard")).equals(rank);
  }

  private Set<String> children(Predicate<Map<String, String>> which) {
    return findings.stream()
        .filter(which)
        .map(row -> row.get("child_id"))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }
}
