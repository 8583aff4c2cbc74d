package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on a child's record that a report dates or counts, whether a standard asks for it or
 * not: a placement order, a challenge, a period of care.
 *
 * @param kind kind of activity or span
 * @param from the day it was done; of a span its first day
 * @param to the day it was done; of a span the day it ended, null while it is open
 * @param marks what is noted of an activity, sorted
 * @param team who held the child on the first day; empty for none
 * @param source the cell that proves it
 */
public record Recorded(
    String kind,
    LocalDate from,
    @Nullable LocalDate to,
    List<String> marks,
    String team,
    String source) {

  public Recorded {
    marks = List.copyOf(marks);
  }
}
