package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the performance manager is told of a week, beside the weeks before.
 *
 * @param week the week
 * @param before how the last weeks balanced, oldest first, this one last
 * @param services the service of each team
 */
public record WeekInFigures(
    WeekAsAWhole week, List<Balanced> before, Map<String, String> services) {

  /** How one week balanced. */
  public record Balanced(LocalDate asAt, List<Balance> balances) {

    /** What was open at its end. */
    public int open() {
      return balances.stream().mapToInt(Balance::now).sum();
    }
  }
}
