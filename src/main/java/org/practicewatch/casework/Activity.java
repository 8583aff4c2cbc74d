package org.practicewatch.casework;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something done for or with a child on a day: a visit, a review, a health assessment, a
 * conference.
 *
 * @param childId the child
 * @param kind the name declared in {@code jobs/vocabulary.yml}
 * @param on the day it was done
 * @param at the time of day; null where the extract gives none
 * @param refs the source's ids of what it belongs to, such as {@code s47:12}
 * @param marks what is noted of it: {@code seen alone}, {@code not seen}, {@code cancelled} …
 * @param source the cell of the date
 */
public record Activity(
    String childId,
    String kind,
    LocalDate on,
    @Nullable LocalTime at,
    Set<String> refs,
    Set<String> marks,
    CellRef source)
    implements Fact {

  public Activity {
    refs = Set.copyOf(refs);
    marks = Set.copyOf(marks);
  }

  /** Mark: a conference at which too few were present, so that it was not held. */
  public static final String INQUORATE = "inquorate";

  /** Mark: the child was not seen. */
  public static final String NOT_SEEN = "not seen";

  /** Mark: nothing says whether the child was seen. */
  public static final String SEEN_NOT_RECORDED = "seen not recorded";

  /** Mark: it was offered and refused. */
  public static final String REFUSED = "refused";

  /** Something done at a time of day that nobody gives. */
  public Activity(
      String childId,
      String kind,
      LocalDate on,
      Set<String> refs,
      Set<String> marks,
      CellRef source) {
    this(childId, kind, on, null, refs, marks, source);
  }

  /** The time of day, where the extract gives it. */
  public Optional<LocalTime> findTime() {
    return Optional.ofNullable(at);
  }

  @Override
  public String said() {
    return new Saying("activity", childId)
        .and(kind)
        .and(on)
        .and(at)
        .all(refs)
        .all(marks)
        .toString();
  }
}
