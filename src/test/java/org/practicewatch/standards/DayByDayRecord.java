package org.practicewatch.standards;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;

/** What the facts say of one child as at a night, rows alike taken once. */
class DayByDayRecord {

  final List<Fact> facts;
  final LocalDate asAt;
  final @Nullable LocalDate born;
  private final @Nullable LocalDate died;
  private final Map<String, List<Span>> recorded = new HashMap<>();

  /** A stretch of a life in which something is owed, and what is known of it. */
  record Stretch(
      LocalDate from,
      @Nullable LocalDate to,
      boolean startKnown,
      boolean endReadable,
      Set<String> refs,
      String period,
      List<Span> episodes,
      List<Placed> placed,
      int nth,
      @Nullable LocalTime at) {

    /** Of the record as a whole, and of no care. */
    static Stretch of(
        LocalDate from, @Nullable LocalDate to, boolean startKnown, boolean endReadable) {
      return new Stretch(
          from, to, startKnown, endReadable, Set.of(), "", List.of(), List.of(), 1, null);
    }

    /** A part of it. An end of its own can be read; one that it shares may not. */
    Stretch part(LocalDate from, @Nullable LocalDate to, boolean startKnown) {
      return new Stretch(
          from,
          to,
          startKnown,
          to != null && !to.equals(this.to) || endReadable,
          refs,
          period,
          episodes,
          placed,
          nth,
          at);
    }

    /** It, ended by a day at the latest; on which day before that may still not be readable. */
    Stretch endedBy(@Nullable LocalDate day) {
      return day == null || to != null && !to.isAfter(day)
          ? this
          : new Stretch(
              from, day, startKnown, endReadable, refs, period, episodes, placed, nth, at);
    }
  }

  /** One row of where a child was placed. */
  record Placed(
      LocalDate from,
      @Nullable LocalDate to,
      String code,
      String urn,
      String reason,
      boolean endReadable,
      Set<String> refs) {}

  DayByDayRecord(List<Fact> facts, LocalDate asAt) {
    this.facts = facts;
    this.asAt = asAt;
    this.died = died(facts, asAt);
    this.born =
        facts.stream()
            .filter(Child.class::isInstance)
            .map(fact -> ((Child) fact).born())
            .findFirst()
            .orElse(null);
  }

  private final Map<String, List<Stretch>> plans = new HashMap<>();

  List<Stretch> plans(String kind) {
    return plans.computeIfAbsent(
        kind,
        asked ->
            spans(asked).stream()
                .sorted(Comparator.comparing(Span::from))
                .map(
                    span ->
                        new Stretch(
                            span.from(),
                            atNight(span.to()),
                            span.startKnown(),
                            span.endReadable(),
                            span.refs(),
                            "",
                            List.of(),
                            List.of(),
                            1,
                            span.endedAt()))
                .toList());
  }

  /** An end that is still to come is no end. */
  @Nullable LocalDate atNight(@Nullable LocalDate to) {
    return to == null || to.isAfter(asAt) ? null : to;
  }

  List<Span> spans(String kind) {
    List<Span> known = recorded.get(kind);
    if (known != null) {
      return known;
    }
    Map<List<Object>, Span> once = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Span span && span.kind().equals(kind) && !span.from().isAfter(asAt)) {
        once.merge(
            Arrays.asList(span.from(), span.to(), span.code(), butForItsEnd(span)),
            span,
            DayByDayRecord::withRefsOfBoth);
      }
    }
    LocalDate died = died();
    List<Span> ended =
        once.values().stream()
            .filter(span -> died == null || !span.from().isAfter(died))
            .map(span -> endedBy(died, span))
            .toList();
    recorded.put(kind, ended);
    return ended;
  }

  /** Two rows of which one says nothing of how it ended are one row told twice. */
  private static Map<String, String> butForItsEnd(Span span) {
    Map<String, String> told = new HashMap<>(span.told());
    told.keySet().removeAll(Set.of("reason ceased", "closed as"));
    return told;
  }

  private static Span endedBy(@Nullable LocalDate died, Span span) {
    if (died == null || span.to() != null && !span.to().isAfter(died)) {
      return span;
    }
    return new Span(
            span.childId(),
            span.kind(),
            span.from(),
            died,
            span.code(),
            span.refs(),
            Map.of(),
            span.source())
        .told(span.told());
  }

  /**
   * The first day on which any source says that the child died: the day itself, an episode of care
   * that ceased so, a plan or case that was closed so (decision 22).
   */
  @Nullable LocalDate died() {
    return died;
  }

  private static @Nullable LocalDate died(List<Fact> facts, LocalDate asAt) {
    LocalDate first = null;
    for (Fact fact : facts) {
      if (!(fact instanceof Span span)) {
        continue;
      }
      boolean ceased = DIED.contains(span.detail("reason ceased"));
      boolean closed = DIED.contains(span.detail("closed as"));
      LocalDate day =
          span.kind().equals("death") ? span.from() : ceased || closed ? span.to() : null;
      boolean seen =
          day != null
              && !day.isAfter(asAt)
              && !span.from().isAfter(asAt)
              && (span.kind().equals("death") || !goesOn(facts, span, day, asAt));
      first = seen && (first == null || day.isBefore(first)) ? day : first;
    }
    return first;
  }

  /** Nobody opens a case, or begins to look after, a child who has died: the end is a mistake. */
  private static boolean goesOn(List<Fact> facts, Span ended, LocalDate day, LocalDate asAt) {
    for (Fact fact : facts) {
      if (fact instanceof Span span
          && Set.of("referral", "child in need plan", "child protection plan", "episode")
              .contains(span.kind())
          && !span.from().isAfter(asAt)
          && !span.equals(ended)
          && (span.from().isAfter(day)
              || span.kind().equals("episode")
                  && ended.kind().equals("episode")
                  && (span.to() == null || span.to().isAfter(day)))) {
        return true;
      }
    }
    return false;
  }

  /** Codes of an episode and of a plan, or the name of their group. */
  private static final Set<String> DIED = Set.of("E2", "RC2", "died");

  /** Found to be eighteen or over: no child, from that day (E15), unless looked after since. */
  @Nullable LocalDate foundToBeAdult() {
    return spans("episode").stream()
        .filter(span -> ADULT.contains(span.detail("reason ceased")))
        .map(Span::to)
        .filter(day -> day != null && !day.isAfter(asAt))
        .filter(
            day ->
                spans("episode").stream()
                    .noneMatch(later -> later.to() == null || later.to().isAfter(day)))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static final Set<String> ADULT = Set.of("E15", "age assessed as 18 or over");

  /** The day from which nothing is owed to a child any more; it may be still to come. */
  @Nullable LocalDate endOfChildhood() {
    if (!endKnown) {
      endOfChildhood = foundEndOfChildhood();
      endKnown = true;
    }
    return endOfChildhood;
  }

  private boolean endKnown;
  private @Nullable LocalDate endOfChildhood;

  private @Nullable LocalDate foundEndOfChildhood() {
    LocalDate adult = born == null ? null : birthday(WhoAndUntilWhen.ADULT);
    LocalDate found = foundToBeAdult();
    return found == null || adult != null && adult.isBefore(found) ? adult : found;
  }

  /** Not yet born on the day: before the birth, or before the day on which one is expected. */
  boolean unbornOn(LocalDate day) {
    if (born != null) {
      return day.isBefore(born);
    }
    return noted("expected birth", "day").stream()
        .anyMatch(expected -> day.isBefore(LocalDate.parse(expected)));
  }

  /** What is noted of the child, however often. */
  Set<String> noted(String kind, String detail) {
    Set<String> said = new HashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Noted noted && noted.kind().equals(kind)) {
        said.add(noted.detail(detail));
      }
    }
    said.remove("");
    return said;
  }

  static Span withRefsOfBoth(Span one, Span again) {
    Set<String> refs = new HashSet<>(one.refs());
    refs.addAll(again.refs());
    Map<String, String> told = new HashMap<>(again.told());
    told.putAll(one.told());
    return new Span(
            one.childId(),
            one.kind(),
            one.from(),
            one.to(),
            one.code(),
            refs,
            Map.of(),
            one.source())
        .told(told);
  }

  // What was done.

  Stream<Activity> acts(String kind) {
    return done.computeIfAbsent(kind, this::doneOf).stream();
  }

  private final Map<String, List<Activity>> done = new HashMap<>();

  private List<Activity> doneOf(String kind) {
    return facts.stream()
        .filter(Activity.class::isInstance)
        .map(Activity.class::cast)
        // One without a quorum was not held.
        .filter(one -> !one.marks().contains("inquorate"))
        .filter(one -> one.kind().equals(kind) && !one.on().isAfter(asAt))
        .toList();
  }

  /** Those that count for a span, by day; a marked one that ends what is owed is among them. */
  Map<LocalDate, List<Activity>> meeting(PracticeStandard standard, Stretch span) {
    Map<LocalDate, List<Activity>> days = new TreeMap<>();
    Stream.concat(Stream.of(standard.metBy()), standard.orBy().stream())
        .flatMap(this::acts)
        .filter(one -> standard.notIf().stream().noneMatch(mark -> says(one, mark)))
        .filter(one -> !standard.ofTheSame() || !elsewhere(one.refs(), span.refs()))
        .forEach(one -> days.computeIfAbsent(one.on(), day -> new ArrayList<>()).add(one));
    return days;
  }

  /** Nobody can see a child who is not born. */
  private boolean says(Activity one, String mark) {
    return one.marks().contains(mark) && !(mark.equals("not seen") && unbornOn(one.on()));
  }

  static boolean tied(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains) && !elsewhere(one, other);
  }

  /** Of some sort it has an id, and not the other's. */
  static boolean elsewhere(Set<String> one, Set<String> other) {
    for (String mine : one) {
      for (String theirs : other) {
        if (sort(mine).equals(sort(theirs)) && !other.contains(mine)) {
          return true;
        }
      }
    }
    return false;
  }

  static String sort(String ref) {
    return ref.substring(0, ref.indexOf(':'));
  }

  static boolean within(LocalDate day, Stretch span) {
    return !day.isBefore(span.from()) && (span.to() == null || !day.isAfter(span.to()));
  }

  /** Of two that meet on the day, the one that begins. */
  static boolean isAround(Stretch span, LocalDate day, List<Stretch> all) {
    return within(day, span)
        && all.stream().noneMatch(other -> other.from().isAfter(span.from()) && within(day, other));
  }

  static boolean openOn(Stretch one, LocalDate day) {
    return !day.isBefore(one.from()) && (one.to() == null || day.isBefore(one.to()));
  }

  static boolean inForce(Span span, LocalDate day) {
    return !day.isBefore(span.from()) && (span.to() == null || day.isBefore(span.to()));
  }

  int age(LocalDate day) {
    int age = 0;
    while (!birthday(age + 1).isAfter(day)) {
      age++;
    }
    return age;
  }

  LocalDate birthday(int age) {
    LocalDate day = born.plusYears(age);
    boolean leapling = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
    return leapling && day.getDayOfMonth() == 28 ? day.plusDays(1) : day;
  }
}
