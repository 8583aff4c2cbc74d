package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot says was the latest of its kind. It gives currency only: never one more event,
 * never proof that an earlier one was late (how we count, "A snapshot says what is now").
 *
 * @param childId the child
 * @param kind the activity's kind
 * @param on the latest date; null where the snapshot says that there was none yet
 * @param marks as for an activity
 * @param source the cell of the date
 */
public record Latest(
    String childId, String kind, @Nullable LocalDate on, Set<String> marks, CellRef source)
    implements Fact {

  public Latest {
    marks = Set.copyOf(marks);
  }

  @Override
  public String said() {
    return new Saying("latest", childId).and(kind).and(on).all(marks).toString();
  }
}
