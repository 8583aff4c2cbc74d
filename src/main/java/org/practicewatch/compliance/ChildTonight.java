package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.standards.Flag;

/**
 * What the flags say of one child tonight, what is open of which kind, and what reports want to
 * know of the record.
 *
 * @param childId the child
 * @param teamNow the team that holds the child; empty for none
 * @param workerNow the worker who does; empty for none
 * @param open of the kinds that make a caseload, those that are open
 * @param flags those that are about this child, in the order of the settings
 * @param recorded what reports want to know of the record
 */
public record ChildTonight(
    String childId,
    String teamNow,
    String workerNow,
    List<String> open,
    List<OfFlag> flags,
    List<Recorded> recorded) {

  public ChildTonight {
    open = List.copyOf(open);
    flags = List.copyOf(flags);
    recorded = List.copyOf(recorded);
  }

  /**
   * What one flag says.
   *
   * @param flag its id
   * @param number how many were counted
   * @param value the same in words, or that it cannot be told
   * @param recorded whether the record says anything of the kind of this child
   * @param since the day since which it is so
   * @param source the cell that proves it
   */
  public record OfFlag(
      String flag,
      Flag.State state,
      int number,
      String value,
      boolean recorded,
      @Nullable LocalDate since,
      String source) {}
}
