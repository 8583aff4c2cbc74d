package org.practicewatch.casework;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * Something done for or with a child on a day: a visit, a review, a health assessment, a
 * conference.
 *
 * @param childId the child
 * @param kind the name declared in {@code jobs/vocabulary.yml}
 * @param on the day it was done
 * @param refs the source's ids of what it belongs to, such as {@code s47:12}
 * @param marks what is noted of it: {@code seen alone}, {@code not seen}, {@code cancelled} …
 * @param source the cell of the date
 */
public record Activity(
    String childId, String kind, LocalDate on, Set<String> refs, Set<String> marks, CellRef source)
    implements Fact {

  public Activity {
    refs = Set.copyOf(refs);
    marks = Set.copyOf(marks);
  }

  /** Sort of ref that holds the time of day: {@code time:14:30}. */
  public static final String TIME = "time:";

  /** The time of day, where the extract gives it. */
  public Optional<LocalTime> findTime() {
    return refs.stream()
        .filter(ref -> ref.startsWith(TIME))
        .findFirst()
        .map(ref -> LocalTime.parse(ref.substring(TIME.length())));
  }

  @Override
  public String said() {
    return new Saying("activity", childId).and(kind).and(on).all(refs).all(marks).toString();
  }
}
