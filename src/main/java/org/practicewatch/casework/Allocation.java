package org.practicewatch.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the child: decides whose figure it is and who can put it right.
 *
 * @param childId the child
 * @param team name of the team, empty where the extract gives only the worker
 * @param worker id of the worker, or name where the extract has no id
 * @param from first day; null where the extract only says who holds the child now
 * @param to last day; null while it lasts
 * @param rank which source speaks first where several do: the lower
 * @param source the cell of the team, or of the worker
 */
public record Allocation(
    String childId,
    String team,
    String worker,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int rank,
    CellRef source)
    implements Fact {

  private static final int FIRST_RANK = 1;

  /** From this rank on it only says who last worked with a child whom nothing says to be held. */
  private static final int ONLY_WORKED_WITH = 90;

  /** Whether it counts only where nothing else says who holds the child, or held it ever. */
  boolean isLastResort() {
    return rank >= ONLY_WORKED_WITH;
  }

  /** Whether the child is held on that day; on the last day, still by the one who hands over. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /**
   * Whether it comes from a table of who held the child from when to when: such a table has the
   * first rank. Who is named on a plan or a list may be one of several who had it.
   */
  public boolean isHistory() {
    return rank == FIRST_RANK && from != null;
  }

  @Override
  public String said() {
    return new Saying("allocation", childId)
        .and(team)
        .and(worker)
        .and(from)
        .and(to)
        .and(rank)
        .toString();
  }
}
