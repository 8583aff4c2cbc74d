package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Noted;
import org.practicewatch.compliance.Finding;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.checks.AllChecks;

/**
 * Holds the due date that the case system gives for itself against ours. A worker follows the
 * system's reminder; where it differs, the child is late by law and nobody is reminded.
 *
 * @param standards for each kind of activity, the standards that it meets
 * @param limits of the check
 */
public record DueInTheExtract(Map<String, Set<String>> standards, Limits limits) {

  /** Details of a row that the profile notes. */
  private static final String DUE = "due";

  private static final String HELD = "held";

  /** What differs for one child. */
  public List<Issue> check(List<? extends Fact> facts, List<Finding> findings, LocalDate asAt) {
    List<Issue> issues = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Noted row
          && standards.containsKey(row.kind())
          && isDay(row.detail(DUE))) {
        LocalDate due = LocalDate.parse(row.detail(DUE));
        List<LocalDate> ours = ours(row, findings, asAt);
        boolean differs =
            !ours.isEmpty()
                && ours.stream()
                    .allMatch(
                        day -> Math.abs(ChronoUnit.DAYS.between(day, due)) > limits.get("days"));
        if (differs) {
          issues.add(
              Issue.at(
                  row.source(),
                  due.toString(),
                  AllChecks.DUE_MISMATCH,
                  "The case system says that this "
                      + row.kind()
                      + " was due on "
                      + due
                      + "; by our count it was due on "
                      + ours.get(0)
                      + ".",
                  "Ours was used.",
                  row.childId()));
        }
      }
    }
    return issues;
  }

  /** When it was due by each standard that it meets; none for what lies long back. */
  private List<LocalDate> ours(Noted row, List<Finding> findings, LocalDate asAt) {
    Set<String> ids = standards.getOrDefault(row.kind(), Set.of());
    String held = row.detail(HELD);
    List<LocalDate> days = new ArrayList<>();
    for (Finding finding : findings) {
      LocalDate due = finding.due();
      LocalDate done = finding.done();
      boolean same =
          held.isEmpty()
              ? finding.current() && done == null
              : done != null && held.equals(done.toString());
      if (due != null
          && same
          && ids.contains(finding.standard())
          && due.isAfter(asAt.minusDays(limits.get("days back")))) {
        days.add(due);
      }
    }
    return days;
  }

  private static boolean isDay(String text) {
    return !text.isEmpty() && !text.equals(Noted.UNREADABLE);
  }
}
