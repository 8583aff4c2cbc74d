package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in a child's life: a placement, a plan, a legal status, an enquiry.
 *
 * @param childId the child
 * @param kind the name declared in {@code jobs/vocabulary.yml}
 * @param from first day
 * @param to the day it ended; null while it is open
 * @param code what sort, in the national code where there is one ({@code U4}, {@code C2}); else
 *     empty
 * @param refs the source's own ids of it and of what it came from, such as {@code cp plan:17}
 * @param details what else the row said, by the names of the profile
 * @param source the cell of {@code from}
 */
public record Span(
    String childId,
    String kind,
    LocalDate from,
    @Nullable LocalDate to,
    String code,
    Set<String> refs,
    Map<String, String> details,
    CellRef source)
    implements Fact {

  /** Detail: the extract begins after this span did, so {@code from} is not its true start. */
  public static final String START_NOT_KNOWN = "start not known";

  /** Where nobody recorded since when, it is since before anything that the record tells. */
  public static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  /** Detail: there is an end date that could not be read, so the span may be over. */
  public static final String END_UNREADABLE = "end unreadable";

  /** Detail: the source gives only the latest of its kind, so there may have been earlier ones. */
  public static final String LATEST_ONLY = "latest only";

  /** The code of a span whose cell holds something that is no known code. */
  public static final String NO_KNOWN_CODE = "?";

  /** Detail: the layout never says when one ends, so that having begun keeps no case open. */
  public static final String END_NOT_SAID = "end not said";

  /** Detail: the time of day at which it ended, {@code 14:30}. */
  public static final String ENDED_AT = "ended at";

  public Span {
    refs = Set.copyOf(refs);
    details = Map.copyOf(details);
  }

  /** The named detail, or empty text. */
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }

  public boolean startKnown() {
    return !details.containsKey(START_NOT_KNOWN);
  }

  public boolean endReadable() {
    return !details.containsKey(END_UNREADABLE);
  }

  /**
   * Whether ids say that something belongs to the span: it has one of the span's, and of no sort
   * that both have another.
   */
  public boolean isTiedTo(Set<String> theirs) {
    return theirs.stream().anyMatch(refs::contains) && !isTiedElsewhere(theirs);
  }

  /** Whether ids say that something belongs to another span: of some sort it has another. */
  public boolean isTiedElsewhere(Set<String> theirs) {
    return theirs.stream()
        .filter(theirRef -> !refs.contains(theirRef))
        .anyMatch(theirRef -> refs.stream().anyMatch(ref -> sort(ref).equals(sort(theirRef))));
  }

  private static String sort(String ref) {
    return ref.substring(0, ref.indexOf(':'));
  }

  /** Whether the day lies in the span, both ends included. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /**
   * Whether the span has begun and not ended; one that ends on the day has ended (how we count,
   * "Met before the end").
   */
  public boolean isOpenOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || to.isAfter(day));
  }

  @Override
  public String said() {
    List<String> said = new ArrayList<>();
    details.forEach((name, detail) -> said.add(name + "=" + detail));
    return new Saying("span", childId)
        .and(kind)
        .and(from)
        .and(to)
        .and(code)
        .all(refs)
        .all(said)
        .toString();
  }
}
