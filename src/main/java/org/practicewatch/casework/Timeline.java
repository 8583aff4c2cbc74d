package org.practicewatch.casework;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Span.NotKnown;

/**
 * One child's record in order of time, built from everything that the extracts say of the child, as
 * at one date: nothing dated after it is seen.
 */
public final class Timeline {

  private final Child child;
  private final LocalDate asAt;
  private final Map<String, List<Span>> spans;
  private final Map<String, List<Activity>> activities;
  private final Map<String, List<Gap>> gaps;
  private final Map<String, Latest> latest;
  private final List<Allocation> allocations;
  private final List<Contradiction> contradictions;
  private final Set<String> extracts;

  private Timeline(
      Child child,
      LocalDate asAt,
      Set<String> extracts,
      List<Span> spans,
      List<Activity> activities,
      List<Gap> gaps,
      Map<String, Latest> latest,
      List<Allocation> allocations,
      List<Contradiction> contradictions) {
    this.child = child;
    this.asAt = asAt;
    this.extracts = Set.copyOf(extracts);
    this.spans = spans.stream().sorted(SPANS).collect(groupingBy(Span::kind, toList()));
    this.activities =
        activities.stream().sorted(ACTIVITIES).collect(groupingBy(Activity::kind, toList()));
    this.gaps = gaps.stream().collect(groupingBy(Gap::kind, toList()));
    this.latest = Map.copyOf(latest);
    boolean held = allocations.stream().anyMatch(one -> !one.isLastResort());
    this.allocations =
        allocations.stream()
            .filter(one -> !held || !one.isLastResort())
            .sorted(ALLOCATIONS)
            .toList();
    this.contradictions = List.copyOf(contradictions);
  }

  private static final Comparator<Span> SPANS =
      comparing(Span::from)
          .thenComparing(Span::to, nullsLast(naturalOrder()))
          .thenComparing(Span::code);

  private static final Comparator<Activity> ACTIVITIES =
      comparing(Activity::on).thenComparing(a -> a.source().toString());

  private static final Comparator<Allocation> ALLOCATIONS =
      comparing(Allocation::rank)
          .thenComparing(Allocation::from, nullsLast(reverseOrder()))
          .thenComparing(Allocation::team)
          .thenComparing(Allocation::worker);

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
    for (Fact fact : facts) {
      LocalDate day = dayOf(fact);
      if (fact instanceof Noted || (day != null && day.isAfter(asAt))) {
        continue;
      }
      extracts.add(fact.source().extract());
      if (fact instanceof Child row) {
        registered.add(row);
      } else if (fact instanceof Span span) {
        spans.add(endingAtTheLatest(span, asAt.plusDays(1)));
      } else if (fact instanceof Activity activity) {
        activities.add(activity);
      } else if (fact instanceof Gap gap) {
        if (gaps.stream().noneMatch(gap::repeats)) {
          gaps.add(gap);
        }
      } else if (fact instanceof Latest one) {
        latest.merge(one.kind(), one, Timeline::later);
      } else if (fact instanceof Allocation one) {
        allocations.add(one);
      }
    }
    List<Span> folded =
        fold(
            endedByDeath(oneForEachId(withTheirStarts(spans), contradictions)),
            asAt,
            contradictions);
    List<Span> all = new ArrayList<>();
    addWorkedOut(folded, all, contradictions);
    Child child = agreed(childId, registered, contradictions);
    addWorkedOutOfThose(child, all, asAt);
    List<Span> open = all.stream().map(span -> stillOpen(span, asAt)).toList();
    latest.values().forEach(one -> compare(one, activities, contradictions));
    return new Timeline(
        child, asAt, extracts, open, activities, gaps, latest, allocations, contradictions);
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

  /** What says only that something is so says no more where another row says since when. */
  private static List<Span> withTheirStarts(List<Span> spans) {
    Set<String> started = new HashSet<>();
    spans.stream()
        .filter(span -> !span.from().equals(Span.LONG_AGO))
        .forEach(span -> started.add(span.kind()));
    return spans.stream()
        .filter(span -> !span.from().equals(Span.LONG_AGO) || !started.contains(span.kind()))
        .toList();
  }

  /**
   * A plan or enquiry that its own id shows to be recorded twice is one. What the two rows say
   * differently cannot be told.
   */
  private static List<Span> oneForEachId(List<Span> spans, List<Contradiction> contradictions) {
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      int twin = 0;
      while (twin < kept.size() && !isSameThing(kept.get(twin), span)) {
        twin++;
      }
      if (twin == kept.size()) {
        kept.add(span);
      } else if (!sayTheSame(kept.get(twin), span)) {
        Span first = kept.get(twin);
        contradictions.add(
            new Contradiction(
                "The " + span.kind() + " with this id is recorded twice, and differently.",
                "It was taken as one; what depends on the difference cannot be judged.",
                first.source(),
                span.source()));
        kept.set(twin, asOne(first, span));
      }
    }
    return kept;
  }

  private static boolean isSameThing(Span one, Span other) {
    if (!one.kind().equals(other.kind())
        || one.kind().equals(Kinds.EPISODE)
        || !sameExtract(one, other)) {
      return false;
    }
    return one.isTiedTo(other.refs());
  }

  private static boolean sayTheSame(Span one, Span other) {
    return one.from().equals(other.from())
        && Objects.equals(one.to(), other.to())
        && one.code().equals(other.code());
  }

  private static Span asOne(Span one, Span other) {
    Set<NotKnown> notKnown = new HashSet<>(one.notKnown());
    if (!one.from().equals(other.from())) {
      notKnown.add(NotKnown.START);
    }
    boolean endsAlike = Objects.equals(one.to(), other.to());
    if (!endsAlike) {
      notKnown.add(NotKnown.END);
    }
    Span first = one.from().isAfter(other.from()) ? other : one;
    Set<String> refs = new HashSet<>(one.refs());
    refs.addAll(other.refs());
    return new Span(
        first.childId(),
        first.kind(),
        first.from(),
        endsAlike ? first.to() : null,
        one.endedAt(),
        other.code().isEmpty() ? one.code() : other.code(),
        refs,
        notKnown,
        one.details(),
        first.source());
  }

  /** Whatever the record leaves open ends with the child's death. */
  private static List<Span> endedByDeath(List<Span> spans) {
    Optional<Span> death = spans.stream().filter(s -> s.kind().equals(Kinds.DEATH)).findFirst();
    return death.isEmpty()
        ? spans
        : spans.stream()
            .filter(span -> !span.from().isAfter(death.get().from()))
            .map(
                span ->
                    span.to() == null || span.to().isAfter(death.get().from())
                        ? span.endingOn(death.get().from())
                        : span)
            .toList();
  }

  private static void addWorkedOut(
      List<Span> given, List<Span> all, List<Contradiction> contradictions) {
    List<Span> episodes = ofKind(given, Kinds.EPISODE);
    List<PeriodsOfCare.Period> periods =
        withoutOverlapOfIds(PeriodsOfCare.of(episodes, contradictions), contradictions);
    List<Span> spans = periods.stream().map(PeriodsOfCare.Period::span).toList();
    List<Span> records = ofKind(given, Kinds.PLACEMENT_RECORD);
    all.addAll(given);
    all.addAll(spans);
    for (PeriodsOfCare.Period period : periods) {
      all.addAll(legalStatuses(period));
      if (records.isEmpty()) {
        List<Span> fromEpisodes = Placements.recordsFromEpisodes(period);
        all.addAll(fromEpisodes);
        all.addAll(
            oneAfterAnother(
                Placements.stays(fromEpisodes, List.of(period.span())), contradictions));
      }
    }
    all.addAll(
        oneAfterAnother(
            Placements.stays(Placements.withReasons(records, episodes), spans), contradictions));
  }

  private static void addWorkedOutOfThose(Child child, List<Span> all, LocalDate asAt) {
    List<Span> spans = all.stream().map(span -> stillOpen(span, asAt)).sorted(SPANS).toList();
    List<Span> periods = ofKind(spans, Kinds.PERIOD_OF_CARE);
    List<Span> eligible =
        LeavingCare.eligible(child, periods, ofKind(spans, Kinds.LEGAL_STATUS), asAt);
    all.addAll(eligible);
    all.addAll(
        LeavingCare.leaving(
            child, eligible, ofKind(spans, Kinds.CARE_LEAVER_RECORD), periods, asAt));
    List<Span> keepOpen = new ArrayList<>(periods);
    Kinds.KEEP_A_CASE_OPEN.stream()
        .filter(kind -> !kind.equals(Kinds.EPISODE))
        .flatMap(kind -> ofKind(spans, kind).stream())
        .filter(span -> !span.leavesOpen(NotKnown.WHETHER_IT_ENDED))
        .forEach(keepOpen::add);
    all.addAll(OpenStretches.of(Kinds.OPEN_CASE, keepOpen));
    all.addAll(Placements.forAdoption(spans));
  }

  /** A child lives in one place: a stay ends, at the latest, where the next begins. */
  private static List<Span> oneAfterAnother(List<Span> stays, List<Contradiction> contradictions) {
    List<Span> ended = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      Span stay = stays.get(i);
      Span next = i + 1 < stays.size() ? stays.get(i + 1) : null;
      if (next != null && (stay.to() == null || stay.to().isAfter(next.from()))) {
        contradictions.add(
            new Contradiction(
                "A placement goes on after the next one has begun.",
                "It was taken to end where the next begins.",
                next.source(),
                stay.source()));
        ended.add(stay.endingOn(next.from()));
      } else {
        ended.add(stay);
      }
    }
    return ended;
  }

  /** A period that another source draws over one with an id of its own is the same period. */
  private static List<PeriodsOfCare.Period> withoutOverlapOfIds(
      List<PeriodsOfCare.Period> periods, List<Contradiction> contradictions) {
    List<PeriodsOfCare.Period> kept = new ArrayList<>();
    List<Span> identified =
        periods.stream().map(PeriodsOfCare.Period::span).filter(p -> p.refs().size() > 1).toList();
    for (PeriodsOfCare.Period period : periods) {
      Span span = period.span();
      Optional<Span> same =
          identified.stream()
              .filter(other -> !other.equals(span) && span.refs().size() == 1)
              .filter(other -> overlap(span, other))
              .findFirst();
      if (same.isEmpty()) {
        kept.add(period);
      } else if (!same.get().from().equals(span.from())) {
        contradictions.add(
            new Contradiction(
                "Two sources give different dates for the start of this period of care.",
                "The source that has an id for the period was believed.",
                same.get().source(),
                span.source()));
      }
    }
    return kept;
  }

  private static boolean overlap(Span one, Span other) {
    return (one.to() == null || one.to().isAfter(other.from()))
        && (other.to() == null || other.to().isAfter(one.from()));
  }

  private static List<Span> legalStatuses(PeriodsOfCare.Period period) {
    List<Span> statuses = new ArrayList<>();
    for (Span episode : period.episodes()) {
      String status = episode.detail("legal status");
      if (!status.isEmpty()) {
        statuses.add(
            new Span(
                episode.childId(),
                Kinds.LEGAL_STATUS,
                episode.from(),
                episode.to(),
                status,
                period.span().refs(),
                Map.of(),
                episode.source()));
      }
    }
    return joined(statuses);
  }

  /** Neighbours with the same code and no day between them are one. */
  private static List<Span> joined(List<Span> inOrder) {
    List<Span> joined = new ArrayList<>();
    for (Span span : inOrder) {
      Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      LocalDate end = before == null ? null : before.to();
      if (before != null
          && before.code().equals(span.code())
          && (end == null || !span.from().isAfter(end))) {
        LocalDate to =
            end == null || span.to() == null ? null : end.isAfter(span.to()) ? end : span.to();
        joined.set(joined.size() - 1, before.endingOn(to));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /**
   * Folds spans that begin on one day. Rows alike are one; of an episode that a newer extract gives
   * again the newer row stands alone, as yearly returns merge.
   */
  private static List<Span> fold(
      List<Span> spans, LocalDate asAt, List<Contradiction> contradictions) {
    Map<String, List<Span>> bySameStart = new LinkedHashMap<>();
    for (Span span : spans) {
      List<Span> same =
          bySameStart.computeIfAbsent(span.kind() + span.from(), key -> new ArrayList<>());
      foldInto(same, span, asAt, contradictions);
    }
    return bySameStart.values().stream().flatMap(List::stream).toList();
  }

  private static void foldInto(
      List<Span> same, Span span, LocalDate asAt, List<Contradiction> contradictions) {
    if (span.kind().equals(Kinds.EPISODE)) {
      if (span.detail("care id").isEmpty()
          && same.stream().anyMatch(before -> !before.detail("care id").isEmpty())) {
        return;
      }
      same.removeIf(before -> !sameExtract(before, span));
    }
    for (int i = 0; i < same.size(); i++) {
      Span before = same.get(i);
      if (!sameExtract(before, span)) {
        if (!Objects.equals(stillOpen(before, asAt).to(), stillOpen(span, asAt).to())) {
          contradictions.add(
              new Contradiction(
                  "Two extracts give different ends for the same " + span.kind() + ".",
                  "The newer extract was believed.",
                  before.source(),
                  span.source()));
        }
        same.set(i, newerOf(before, span));
        return;
      }
      boolean alike =
          Objects.equals(before.to(), span.to())
              && before.code().equals(span.code())
              && before.told().equals(span.told());
      if (alike) {
        same.set(i, newerOf(span, before));
        return;
      }
    }
    same.add(span);
  }

  private static boolean sameExtract(Span one, Span other) {
    return one.source().extract().equals(other.source().extract());
  }

  private static Span newerOf(Span older, Span newer) {
    Set<String> refs = new HashSet<>(older.refs());
    refs.addAll(newer.refs());
    Map<String, String> details = new HashMap<>(older.details());
    details.putAll(newer.details());
    Set<NotKnown> notKnown = new HashSet<>(older.notKnown());
    notKnown.removeAll(Set.of(NotKnown.START, NotKnown.END));
    notKnown.addAll(newer.notKnown());
    return new Span(
        newer.childId(),
        newer.kind(),
        newer.from(),
        newer.to(),
        newer.endedAt() == null ? older.endedAt() : newer.endedAt(),
        newer.code().isEmpty() ? older.code() : newer.code(),
        refs,
        notKnown,
        details,
        newer.source());
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

  static List<Span> ofKind(List<Span> spans, String kind) {
    return spans.stream().filter(span -> span.kind().equals(kind)).toList();
  }

  private static Span endingAtTheLatest(Span span, LocalDate day) {
    return span.to() != null && span.to().isAfter(day) ? span.endingOn(day) : span;
  }

  private static Span stillOpen(Span span, LocalDate asAt) {
    return span.to() != null && span.to().isAfter(asAt) ? span.endingOn(null) : span;
  }

  public Child child() {
    return child;
  }

  /** The date as at which the record is read. */
  public LocalDate asAt() {
    return asAt;
  }

  /** The extracts that tell of the child. */
  public Set<String> extracts() {
    return extracts;
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

  /** Activities of a kind, by day. */
  public List<Activity> activities(String kind) {
    return activities.getOrDefault(kind, List.of());
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
    return spans(Kinds.PLACEMENT).stream()
        .filter(stay -> !Placements.isTemporary(stay.code()))
        .toList();
  }

  /** Who held the child on that day; of several, the first source's, and of those the newest. */
  public Optional<Allocation> findAllocation(LocalDate day) {
    return allocations.stream().filter(allocation -> allocation.covers(day)).findFirst();
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
    if (placement && spans(Kinds.PLACEMENT).stream().noneMatch(stay -> stay.contains(day))) {
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

  private static boolean ofAnotherPeriod(Span span, Span during) {
    Optional<String> one = periodOf(span);
    Optional<String> other = periodOf(during);
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static Optional<String> periodOf(Span span) {
    return span.refs().stream().filter(ref -> ref.startsWith(PeriodsOfCare.IN_PERIOD)).findFirst();
  }
}
