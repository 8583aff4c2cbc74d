package org.practicewatch.casework;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One child's record in order of time, built from everything that the extracts say of the child, as
 * at one date: nothing dated after it is seen.
 */
public final class Timeline {

  private final Life life;
  private final LocalDate asAt;
  private final Map<String, List<Span>> spans;
  private final Map<String, List<Activity>> activities;
  private final Map<String, List<Gap>> gaps;
  private final Map<String, Latest> latest;
  private final List<Allocation> allocations;
  private final List<Contradiction> contradictions;
  private final Set<String> extracts;
  private final List<CellRef> repeated;

  private Timeline(
      Life life,
      LocalDate asAt,
      Set<String> extracts,
      List<Span> spans,
      List<Activity> activities,
      List<Gap> gaps,
      Map<String, Latest> latest,
      List<Allocation> allocations,
      List<Contradiction> contradictions,
      List<CellRef> repeated) {
    this.life = life;
    this.asAt = asAt;
    this.extracts = Set.copyOf(extracts);
    this.spans = byKind(inOrder(spans, SPANS), Span::kind);
    this.activities = byKind(inOrder(activities, ACTIVITIES), Activity::kind);
    this.gaps = byKind(gaps, Gap::kind);
    this.latest = Map.copyOf(latest);
    boolean held = allocations.stream().anyMatch(one -> !one.isLastResort());
    this.allocations =
        allocations.stream()
            .filter(one -> !held || !one.isLastResort())
            .sorted(ALLOCATIONS)
            .toList();
    this.contradictions = List.copyOf(contradictions);
    this.repeated = List.copyOf(repeated);
  }

  static final Comparator<Span> SPANS = Timeline::compare;

  private static final Comparator<Activity> ACTIVITIES = Timeline::compare;

  private static final Comparator<Allocation> ALLOCATIONS =
      comparing(Allocation::rank)
          .thenComparing(Allocation::from, nullsLast(reverseOrder()))
          .thenComparing(Allocation::team)
          .thenComparing(Allocation::worker);

  private static int compare(Span one, Span other) {
    int order = one.from().compareTo(other.from());
    LocalDate to = one.to();
    LocalDate otherTo = other.to();
    if (order == 0 && !Objects.equals(to, otherTo)) {
      order = to == null ? 1 : otherTo == null ? -1 : to.compareTo(otherTo);
    }
    return order != 0 ? order : one.code().compareTo(other.code());
  }

  private static int compare(Activity one, Activity other) {
    int order = one.on().compareTo(other.on());
    return order != 0 ? order : one.source().toString().compareTo(other.source().toString());
  }

  private static <T> List<T> inOrder(List<T> given, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(given);
    sorted.sort(order);
    return sorted;
  }

  private static <T> Map<String, List<T>> byKind(List<T> inOrder, Function<T, String> kind) {
    Map<String, List<T>> byKind = new HashMap<>();
    for (T one : inOrder) {
      List<T> alike = byKind.get(kind.apply(one));
      if (alike == null) {
        alike = new ArrayList<>();
        byKind.put(kind.apply(one), alike);
      }
      alike.add(one);
    }
    return byKind;
  }

  /**
   * Puts a child's facts in order of time and works out periods of care and placements.
   *
   * @param facts everything said of one child, older extracts first, rows in the order of the file
   * @param asAt nothing dated after it is seen
   */
  public static Timeline of(String childId, List<? extends Fact> facts, LocalDate asAt) {
    List<Contradiction> contradictions = new ArrayList<>();
    List<Child> registered = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Activity> activities = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Map<String, Latest> latest = new TreeMap<>();
    List<Allocation> allocations = new ArrayList<>();
    Set<String> extracts = new HashSet<>();
    List<CellRef> repeated = new ArrayList<>();
    CellRef before = null;
    for (Fact fact : facts) {
      if (fact instanceof Repeated one) {
        repeated.add(one.source());
      }
      LocalDate day = dayOf(fact);
      if (fact instanceof Noted || fact instanceof Repeated || (day != null && day.isAfter(asAt))) {
        continue;
      }
      if (before == null || !before.isOfExtractOf(fact.source())) {
        extracts.add(fact.source().extract());
      }
      before = fact.source();
      if (fact instanceof Child row) {
        registered.add(row);
      } else if (fact instanceof Span span) {
        spans.add(endingAtTheLatest(span, asAt.plusDays(1)));
      } else if (fact instanceof Activity activity) {
        if (!activity.marks().contains(Activity.INQUORATE)) {
          activities.add(activity);
        }
      } else if (fact instanceof Gap gap) {
        if (gaps.isEmpty() || gaps.stream().noneMatch(gap::repeats)) {
          gaps.add(gap);
        }
      } else if (fact instanceof Latest one) {
        latest.merge(one.kind(), one, Timeline::later);
      } else if (fact instanceof Allocation one) {
        allocations.add(one);
      }
    }
    SaidTwice said = new SaidTwice(asAt, contradictions);
    List<Span> once = said.byId(spans);
    Deaths deaths = new Deaths(spans, asAt, contradictions);
    WorkedOut worked = new WorkedOut(asAt, contradictions);
    worked.addOf(said.byStart(deaths.end(once)));
    Child child = agreed(childId, registered, contradictions);
    activities.addAll(worked.extensions());
    worked.addOfThose(child, deaths, activities);
    latest.values().forEach(one -> compare(one, activities, contradictions));
    List<Span> all = worked.all();
    return new Timeline(
        Life.of(child, facts, deaths.on(), worked.foundNoChild()),
        asAt,
        extracts,
        all,
        activities,
        gaps,
        latest,
        allocations,
        contradictions,
        repeated);
  }

  /** The day from which something is seen; null for what has none. */
  private static @Nullable LocalDate dayOf(Fact fact) {
    if (fact instanceof Span span) {
      return span.from();
    }
    if (fact instanceof Activity activity) {
      return activity.on();
    }
    if (fact instanceof Gap gap) {
      return gap.on();
    }
    if (fact instanceof Latest latest) {
      return latest.on();
    }
    return fact instanceof Allocation allocation ? allocation.from() : null;
  }

  private static Child agreed(
      String childId, List<Child> registered, List<Contradiction> contradictions) {
    Child agreed = null;
    for (Child row : registered) {
      if (agreed == null || agreed.born() == null) {
        agreed = row;
      } else if (row.born() != null && !row.born().equals(agreed.born())) {
        contradictions.add(
            new Contradiction(
                "Two dates of birth are given for this child.",
                "What depends on the child's age cannot be judged.",
                agreed.source(),
                row.source()));
        return new Child(childId, null, agreed.source());
      }
    }
    return agreed == null ? new Child(childId, null, new CellRef("", "", "")) : agreed;
  }

  private static Latest later(Latest one, Latest other) {
    if (one.on() == null) {
      return other;
    }
    return other.on() != null && other.on().isAfter(one.on()) ? other : one;
  }

  /** A list of the latest may know of an act that the table of acts does not. */
  private static void compare(
      Latest latest, List<Activity> activities, List<Contradiction> contradictions) {
    LocalDate on = latest.on();
    Optional<Activity> newest =
        activities.stream()
            .filter(activity -> activity.kind().equals(latest.kind()))
            .max(ACTIVITIES);
    if (on != null && newest.isPresent() && newest.get().on().isBefore(on)) {
      contradictions.add(
          new Contradiction(
              "A list gives a later date for the latest " + latest.kind() + " than any recorded.",
              "The next is counted from the list's date; it is not counted as one more.",
              latest.source(),
              newest.get().source()));
    }
  }

  private static Span endingAtTheLatest(Span span, LocalDate day) {
    return span.to() != null && span.to().isAfter(day) ? span.endingOn(day) : span;
  }

  public Child child() {
    return life.child();
  }

  /** From when to when there is a child. */
  public Life life() {
    return life;
  }

  /** The same without flags of activities that an extract lists with their days. */
  public Timeline withoutFlags(Set<String> listed) {
    if (gaps.isEmpty()
        || listed.stream().noneMatch(kind -> gaps(kind).stream().anyMatch(Gap::isFlag))) {
      return this;
    }
    return new Timeline(
        life,
        asAt,
        extracts,
        all(spans),
        all(activities),
        all(gaps).stream().filter(gap -> !gap.isFlag() || !listed.contains(gap.kind())).toList(),
        latest,
        allocations,
        contradictions,
        repeated);
  }

  /** The same with visits of which nothing says whether the child was seen as they are to count. */
  public Timeline with(BlankSeen blankSeen) {
    if (blankSeen == BlankSeen.COUNTS || !hasMarked(Activity.SEEN_NOT_RECORDED)) {
      return this;
    }
    List<Activity> others = new ArrayList<>();
    List<Gap> untold = new ArrayList<>(all(gaps));
    for (Activity act : all(activities)) {
      if (!act.marks().contains(Activity.SEEN_NOT_RECORDED)) {
        others.add(act);
      } else if (blankSeen == BlankSeen.CANNOT_TELL) {
        untold.add(new Gap(act.childId(), act.kind(), act.on(), act.refs(), act.source()));
      }
    }
    return new Timeline(
        life,
        asAt,
        extracts,
        all(spans),
        others,
        untold,
        latest,
        allocations,
        contradictions,
        repeated);
  }

  private boolean hasMarked(String mark) {
    for (List<Activity> ofKind : activities.values()) {
      for (Activity act : ofKind) {
        if (act.marks().contains(mark)) {
          return true;
        }
      }
    }
    return false;
  }

  private static <T> List<T> all(Map<String, List<T>> byKind) {
    return byKind.values().stream().flatMap(List::stream).toList();
  }

  /** The date as at which the record is read. */
  public LocalDate asAt() {
    return asAt;
  }

  /** The extracts that tell of the child. */
  public Set<String> extracts() {
    return extracts;
  }

  /** Cells of rows into which later ones were folded. */
  public List<CellRef> repeated() {
    return repeated;
  }

  /** Every span, by kind. */
  public Map<String, List<Span>> spans() {
    return new TreeMap<>(spans);
  }

  /** Every activity, by kind. */
  public Map<String, List<Activity>> activities() {
    return new TreeMap<>(activities);
  }

  /** What has no date or no kind that can be read, by kind. */
  public Map<String, List<Gap>> gaps() {
    return new TreeMap<>(gaps);
  }

  /** What snapshots say was the latest of each kind. */
  public Map<String, Latest> latest() {
    return new TreeMap<>(latest);
  }

  /** Spans of a kind, by start. */
  public List<Span> spans(String kind) {
    return spans.getOrDefault(kind, List.of());
  }

  /** Whether a span of a kind is open on a day. */
  public boolean isOpenOn(String kind, LocalDate day) {
    for (Span span : spans(kind)) {
      if (span.isOpenOn(day)) {
        return true;
      }
    }
    return false;
  }

  /** Activities of a kind, by day. */
  public List<Activity> activities(String kind) {
    return activities.getOrDefault(kind, List.of());
  }

  /** Whether there is anything without a date or a kind that can be read. */
  public boolean hasGaps() {
    return !gaps.isEmpty();
  }

  /** What is said to have happened of a kind, without a date or a kind that can be read. */
  public List<Gap> gaps(String kind) {
    return gaps.getOrDefault(kind, List.of());
  }

  /** What a snapshot says was the latest of a kind. */
  public Optional<Latest> findLatest(String kind) {
    return Optional.ofNullable(latest.get(kind));
  }

  public List<Contradiction> contradictions() {
    return contradictions;
  }

  /** Who has held the child, the source that speaks first before the others. */
  public List<Allocation> allocations() {
    return allocations;
  }

  /** The stays in placements, but for those that were temporary from beginning to end. */
  public List<Span> settledPlacements() {
    List<Span> settled = new ArrayList<>();
    for (Span stay : spans(Kinds.PLACEMENT)) {
      if (!Placements.isTemporary(stay.code())) {
        settled.add(stay);
      }
    }
    return settled;
  }

  /** Who held the child on that day; of several, the first source's, and of those the newest. */
  public Optional<Allocation> findAllocation(LocalDate day) {
    for (Allocation allocation : allocations) {
      if (allocation.covers(day)) {
        return Optional.of(allocation);
      }
    }
    return Optional.empty();
  }

  /**
   * The code in force of a kind of span on a day; empty where none is. On the day that one ends and
   * the next begins it is the next. During a temporary placement it is that of the stay.
   *
   * @param during the span for which it is asked: codes that belong to another period of care do
   *     not count
   */
  public String codeOn(String kind, LocalDate day, Span during) {
    boolean placement = kind.equals(Kinds.PLACEMENT);
    if (placement && !isPlacedOn(day)) {
      return "";
    }
    String code = "";
    for (Span span : spans(placement ? Kinds.PLACEMENT_RECORD : kind)) {
      boolean holds =
          placement
              ? !span.from().isAfter(day) && !Placements.isTemporary(span.code())
              : span.isOpenOn(day);
      if (holds && !ofAnotherPeriod(span, during)) {
        code = span.code();
      }
    }
    return code;
  }

  private boolean isPlacedOn(LocalDate day) {
    for (Span stay : spans(Kinds.PLACEMENT)) {
      if (stay.contains(day)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofAnotherPeriod(Span span, Span during) {
    String one = periodOf(span);
    String other = one == null ? null : periodOf(during);
    return one != null && other != null && !one.equals(other);
  }

  private static @Nullable String periodOf(Span span) {
    for (String ref : span.refs()) {
      if (ref.startsWith(PeriodsOfCare.IN_PERIOD)) {
        return ref;
      }
    }
    return null;
  }
}
