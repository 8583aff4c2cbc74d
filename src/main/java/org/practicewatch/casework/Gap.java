package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that the extract says happened but whose date or kind could not be read. What it might
 * have met cannot be told (how we count, "What is not known is not late").
 *
 * @param childId the child
 * @param kind what it is or might be: an activity's or a span's kind
 * @param on the day, where the day could be read and something else could not
 * @param refs as for an activity
 * @param source the cell that could not be read
 * @param why why it is not known
 */
public record Gap(
    String childId, String kind, @Nullable LocalDate on, Set<String> refs, CellRef source, Why why)
    implements Fact {

  /** Why something is not known. */
  public enum Why {
    /** A cell should have been readable. */
    UNREADABLE,
    /**
     * Its column never holds a date: an extract that lists the same with dates explains it (how we
     * count, "A flag without a day").
     */
    FLAG,
    /**
     * Its row was refused, and may have said this or something else. It is about a child only where
     * some other row is too, for the id may be another cell's text.
     */
    REFUSED_ROW
  }

  public Gap {
    refs = Set.copyOf(refs);
  }

  /** A cell that should have been readable. */
  public Gap(
      String childId, String kind, @Nullable LocalDate on, Set<String> refs, CellRef source) {
    this(childId, kind, on, refs, source, Why.UNREADABLE);
  }

  /** Whether it is a flag, of a column that never holds a date. */
  public boolean isFlag() {
    return why == Why.FLAG;
  }

  /** Whether it is the same that came again in another file or sheet, such as a return as XML. */
  boolean repeats(Gap earlier) {
    return !source.extract().equals(earlier.source.extract())
        && kind.equals(earlier.kind)
        && Objects.equals(on, earlier.on)
        && refs.equals(earlier.refs);
  }

  @Override
  public String said() {
    return new Saying("gap", childId).and(kind).and(on).all(refs).toString();
  }
}
