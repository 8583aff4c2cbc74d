package org.practicewatch.jobs.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Organisation;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.practiceweek.Recommendation.State;
import org.practicewatch.reports.practiceweek.RecommendationTracker;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportWorkbook;

/**
 * What auditors of Practice Weeks recommended and nobody has done: chased with the weekly list of
 * the child's team.
 *
 * @param all everything recommended
 * @param asAt the night of the list
 * @param until the last day that is told ahead
 */
record Chased(List<Recommendation> all, LocalDate asAt, LocalDate until) {

  /** For a week's lists. */
  static Chased of(ThisWeek week, Stores stores) {
    return new Chased(
        stores.practiceWeeks().recommendations(),
        week.asAt(),
        week.asAt().plusDays(week.weekly().dueInTheNextDays()));
  }

  /** Those of a team, as printed, that are open and due soon, or have no date. */
  private List<Recommendation> of(String team) {
    return all.stream()
        .filter(one -> (one.team().isEmpty() ? Organisation.NO_TEAM : one.team()).equals(team))
        .filter(one -> one.on(asAt) != State.DONE)
        .filter(one -> one.due() == null || !one.due().isAfter(until))
        .toList();
  }

  /** Whether a team has any. */
  boolean isAnyOf(String team) {
    return !of(team).isEmpty();
  }

  /** A sentence for the letter; empty where nothing is to be chased. */
  String sentence(String team) {
    List<Recommendation> open = of(team);
    if (open.isEmpty()) {
      return "";
    }
    long overdue = open.stream().filter(one -> one.on(asAt) == State.OVERDUE).count();
    return " Practice Weeks: %d %s for children of the team still to be done, %d of them overdue (sheet Recommendations)."
        .formatted(open.size(), open.size() == 1 ? "recommendation" : "recommendations", overdue);
  }

  /** The list with a sheet of them. */
  ReportWorkbook with(ReportWorkbook list, String team) {
    List<Recommendation> open = of(team);
    if (open.isEmpty()) {
      return list;
    }
    List<ReportSheet> sheets = new ArrayList<>(list.sheets());
    sheets.add(RecommendationTracker.open(open, asAt));
    return new ReportWorkbook(
        list.title(), list.authority(), list.fictional(), list.asAt(), sheets);
  }
}
