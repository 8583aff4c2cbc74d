package org.practicewatch.quality;

import java.util.List;
import java.util.Set;

/**
 * A check on the record of one child. What it says of itself to people stands in {@code
 * jobs/checks/}.
 */
public interface RecordCheck {

  /** Its id there: {@code dq-overlap-placement}. */
  String id();

  /** What the extracts have to carry; without all of it the check is reported as not run. */
  List<Need> needs();

  /** The kinds of span and activity that it looks at beside those that it needs. */
  default Set<String> looksAtToo() {
    return Set.of();
  }

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
