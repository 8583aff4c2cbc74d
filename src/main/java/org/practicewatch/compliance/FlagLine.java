package org.practicewatch.compliance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.practicewatch.standards.Flag;

/**
 * A flag on a child, or that it cannot be told: a row of {@code flags.csv}. Of a flag that cannot
 * be judged at all there is one row, without a child.
 *
 * @param childId the child; empty where there is no source
 * @param flag id of the flag
 * @param state flagged or cannot tell; null where there is no source
 * @param value how many, in words
 * @param since the day since which it is so
 * @param teamNow the team that holds the child; empty for none
 * @param workerNow the worker who does; empty for none
 * @param source the cell that proves it
 */
public record FlagLine(
    String childId,
    String flag,
    Flag.@Nullable State state,
    String value,
    @Nullable LocalDate since,
    String teamNow,
    String workerNow,
    String source) {

  /** Said of a flag of which no extract says anything. */
  public static final String NO_SOURCE = "not judged: no source";
}
