package org.practicewatch.quality;

import java.util.List;

/**
 * A check on the record of one child. What it says of itself to people stands in {@code
 * jobs/checks/}.
 */
public interface RecordCheck {

  /** Its id there: {@code dq-overlap-placement}. */
  String id();

  /** What the extracts have to carry; without all of it the check is reported as not run. */
  List<Need> needs();

  /** Other sets of facts of which any will do as well. */
  default List<List<Need>> orNeeds() {
    return List.of();
  }

  /** The names of the numbers that its entry has to give. */
  default List<String> limits() {
    return List.of();
  }

  /** What it finds; for one child, each fault once. */
  List<Found> look(ChildRecord record, Limits limits);
}
