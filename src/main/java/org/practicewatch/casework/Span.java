package org.practicewatch.casework;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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
 * @param endedAt the time of day at which it ended; null where the extract gives none
 * @param code what sort, in the national code where there is one ({@code U4}, {@code C2}); else
 *     empty
 * @param refs the source's own ids of it and of what it came from, such as {@code cp plan:17}
 * @param notKnown what the source leaves open about it
 * @param details what else the row said, by the names of the profile
 * @param source the cell of {@code from}
 */
public record Span(
    String childId,
    String kind,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalTime endedAt,
    String code,
    Set<String> refs,
    Set<NotKnown> notKnown,
    Map<String, String> details,
    CellRef source)
    implements Fact {

  /** What a source may leave open about a span. */
  public enum NotKnown {
    /** The extract begins after this span did, so {@code from} is not its true start. */
    START("start not known"),
    /** There is an end date that could not be read, so the span may be over. */
    END("end unreadable"),
    /** The source gives only the latest of its kind, so there may have been earlier ones. */
    EARLIER_ONES("latest only"),
    /** The layout never says when one ends, so that having begun keeps no case open. */
    WHETHER_IT_ENDED("end not said");

    private final String words;

    NotKnown(String words) {
      this.words = words;
    }

    /** By the name that a profile gives it. */
    public String words() {
      return words;
    }
  }

  /** By this name a profile gives the time of day at which a span ended. */
  public static final String ENDED_AT = "ended at";

  /** Detail of an episode: why it ceased, in the code of the return. */
  public static final String REASON_CEASED = "reason ceased";

  /** Detail of a plan or a case: why it was closed, in the code of the census. */
  public static final String CLOSED_AS = "closed as";

  private static final String YES = "yes";

  private static final List<NotKnown> ALL_NOT_KNOWN = List.of(NotKnown.values());

  /** Where nobody recorded since when, it is since before anything that the record tells. */
  public static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  /** The code of a span whose cell holds something that is no known code. */
  public static final String NO_KNOWN_CODE = "?";

  public Span {
    refs = Set.copyOf(refs);
    notKnown = Set.copyOf(notKnown);
    details = Map.copyOf(details);
  }

  /** A span of which everything is known, and of its end the day and not the time. */
  public Span(
      String childId,
      String kind,
      LocalDate from,
      @Nullable LocalDate to,
      String code,
      Set<String> refs,
      Map<String, String> details,
      CellRef source) {
    this(childId, kind, from, to, null, code, refs, Set.of(), details, source);
  }

  /**
   * The same, with what it was told by name: details, and among them what is not known and the time
   * of day at which it ended.
   */
  public Span told(Map<String, String> byName) {
    if (!tellsMoreThanDetails(byName)) {
      return withDetails(byName);
    }
    Map<String, String> rest = new HashMap<>(byName);
    Set<NotKnown> open = EnumSet.noneOf(NotKnown.class);
    for (NotKnown one : ALL_NOT_KNOWN) {
      if (rest.remove(one.words) != null) {
        open.add(one);
      }
    }
    String time = rest.remove(ENDED_AT);
    LocalTime at = time == null ? null : LocalTime.parse(time);
    return new Span(childId, kind, from, to, at, code, refs, open, rest, source);
  }

  private static boolean tellsMoreThanDetails(Map<String, String> byName) {
    for (NotKnown one : ALL_NOT_KNOWN) {
      if (byName.containsKey(one.words)) {
        return true;
      }
    }
    return byName.containsKey(ENDED_AT);
  }

  /** Everything that it was told by name. */
  public Map<String, String> told() {
    if (notKnown.isEmpty() && endedAt == null) {
      return details;
    }
    Map<String, String> told = new HashMap<>(details);
    notKnown.forEach(one -> told.put(one.words, YES));
    if (endedAt != null) {
      told.put(ENDED_AT, endedAt.toString());
    }
    return told;
  }

  /** The same, ending on another day; null for not at all. */
  public Span endingOn(@Nullable LocalDate day) {
    return new Span(childId, kind, from, day, endedAt, code, refs, notKnown, details, source);
  }

  /** The same as at a day: an end that is still to come is no end. */
  public Span stillOpen(LocalDate asAt) {
    return to != null && to.isAfter(asAt) ? endingOn(null) : this;
  }

  /** The same, ending at the latest on that day. */
  public Span endingBy(LocalDate day) {
    return to == null || to.isAfter(day) ? endingOn(day) : this;
  }

  /** The same, beginning on another day. */
  Span startingOn(LocalDate day) {
    return new Span(childId, kind, day, to, endedAt, code, refs, notKnown, details, source);
  }

  /** Whether the two have a day in common on which both are open. */
  public boolean overlaps(Span other) {
    return (to == null || to.isAfter(other.from)) && (other.to == null || other.to.isAfter(from));
  }

  /** Those of a kind, in their order. */
  static List<Span> ofKind(List<Span> spans, String kind) {
    List<Span> ofKind = new ArrayList<>();
    for (Span span : spans) {
      if (span.kind().equals(kind)) {
        ofKind.add(span);
      }
    }
    return ofKind;
  }

  /** The same, with other details. */
  public Span withDetails(Map<String, String> others) {
    return new Span(childId, kind, from, to, endedAt, code, refs, notKnown, others, source);
  }

  /** The same, leaving open what is given and nothing else. */
  public Span leavingOpen(Set<NotKnown> what) {
    return new Span(childId, kind, from, to, endedAt, code, refs, what, details, source);
  }

  /** Whether the source leaves this open. */
  public boolean leavesOpen(NotKnown what) {
    return notKnown.contains(what);
  }

  /** The named detail, or empty text. */
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }

  public boolean startKnown() {
    return !leavesOpen(NotKnown.START);
  }

  public boolean endReadable() {
    return !leavesOpen(NotKnown.END);
  }

  /**
   * Whether ids say that something belongs to the span: it has one of the span's, and of no sort
   * that both have another.
   */
  public boolean isTiedTo(Set<String> theirs) {
    if (refs.isEmpty()) {
      return false;
    }
    for (String ref : theirs) {
      if (refs.contains(ref)) {
        return !isTiedElsewhere(theirs);
      }
    }
    return false;
  }

  /** Whether ids say that something belongs to another span: of some sort it has another. */
  public boolean isTiedElsewhere(Set<String> theirs) {
    for (String theirRef : theirs) {
      if (!refs.contains(theirRef)
          && hasOneOfSort(theirRef.substring(0, theirRef.indexOf(':') + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOneOfSort(String sort) {
    for (String ref : refs) {
      if (ref.startsWith(sort)) {
        return true;
      }
    }
    return false;
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
    told().forEach((name, detail) -> said.add(name + "=" + detail));
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
