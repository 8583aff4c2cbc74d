package org.practicewatch.standards;

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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Span.NotKnown;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Count;

/**
 * Where a version of a standard is owed: the spans it is counted in, and the stretches of each in
 * which it applies.
 */
final class WhereOwed {

  private final PracticeStandard standard;
  private final Timeline timeline;
  private final List<Activity> acts;
  private final Ends ends;

  WhereOwed(OneVersion by) {
    standard = by.standard();
    timeline = by.timeline();
    acts = by.acts();
    ends = new Ends(by);
  }

  /**
   * A span in which something is counted.
   *
   * @param nth after which of the activities it counts, in the span that they lie in; {@link
   *     Count#MANY} where the earlier ones are not known, and 1 where it is the span itself
   */
  record Numbered(Span span, int nth) {}

  /** The spans in which it is counted: those of the record, or one after each activity. */
  List<Numbered> spans() {
    if (standard.afterEach().isEmpty()) {
      List<Numbered> spans = new ArrayList<>();
      for (Span span : timeline.spans(standard.during())) {
        spans.add(new Numbered(span, 1));
      }
      return spans;
    }
    List<Numbered> spans = new ArrayList<>();
    List<Activity> starts = starts(standard.afterEach());
    Map<LocalDate, Integer> numbered = new HashMap<>();
    for (int i = 0; i < starts.size(); i++) {
      Activity start = starts.get(i);
      Optional<Span> around = findAround(start);
      if (around.isEmpty() && !standard.during().isEmpty()) {
        continue;
      }
      LocalDate to = around.map(Span::to).orElse(null);
      if (standard.closedByTheNext() && i + 1 < starts.size()) {
        LocalDate next = starts.get(i + 1).on();
        to = to == null || next.isBefore(to) ? next : to;
      }
      int nth = numbered.merge(around.map(Span::from).orElse(LocalDate.MIN), 1, Integer::sum);
      boolean allKnown = around.map(Span::startKnown).orElse(true);
      spans.add(new Numbered(after(start, to, around), allKnown ? nth : Count.MANY));
    }
    return spans;
  }

  private static Span after(Activity start, @Nullable LocalDate to, Optional<Span> around) {
    boolean endsWithIt = Objects.equals(to, around.map(Span::to).orElse(null));
    boolean endReadable = !endsWithIt || around.map(Span::endReadable).orElse(true);
    return new Span(
        start.childId(),
        start.kind(),
        start.on(),
        to,
        start.at(),
        "",
        start.refs(),
        endReadable ? Set.of() : Set.of(NotKnown.END),
        Map.of(),
        start.source());
  }

  /** The activities that start a count, by day; a day counts once, unless ids tell them apart. */
  List<Activity> starts(List<String> kinds) {
    Set<LocalDate> days = new HashSet<>();
    Set<List<Object>> told = new HashSet<>();
    return kinds.stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .sorted(Comparator.comparing(Activity::on))
        .filter(
            act ->
                standard.ofTheSame()
                    ? told.add(List.of(act.kind(), act.on(), act.findTime(), act.refs()))
                    : days.add(act.on()))
        .toList();
  }

  /** The span that an activity lies in; of two that meet on its day, the one that begins. */
  Optional<Span> findAround(Activity act) {
    Optional<Span> around = Optional.empty();
    for (Span span : timeline.spans(standard.during())) {
      if (span.contains(act.on())) {
        around = Optional.of(span);
      }
    }
    return around;
  }

  /** Whether what makes it owed at all belongs to the span. */
  boolean isOwedIn(Span span) {
    return standard.onlyIfThereIs().isEmpty()
        || standard.onlyIfThereIs().stream()
            .anyMatch(
                kind ->
                    timeline.activities(kind).stream()
                            .anyMatch(act -> belongs(span, act.refs(), act.on()))
                        || timeline.spans(kind).stream()
                            .anyMatch(other -> belongs(span, other.refs(), other.from())));
  }

  /** Tied by an id; else dated inside it, and in none of the same kind that began later. */
  private boolean belongs(Span span, Set<String> refs, LocalDate on) {
    if (span.isTiedTo(refs)) {
      return true;
    }
    LocalDate childhoodEnds = ends.childhoodEnded();
    return span.contains(on)
        && (childhoodEnds == null || !on.isAfter(childhoodEnds))
        && !span.isTiedElsewhere(refs)
        && timeline.spans(span.kind()).stream()
            .filter(other -> other.from().isAfter(span.from()))
            .noneMatch(other -> other.contains(on) && !other.isTiedElsewhere(refs));
  }

  /** Whether what starts the count, or the age on which it hangs, is recorded and not readable. */
  boolean isAnybodysGuess(Span span) {
    if (PracticeStandard.ITS_END.equals(standard.countedFrom())) {
      return span.to() == null && !span.endReadable();
    }
    return standard.ages() != null && timeline.child().born() == null && !stretches(span).isEmpty();
  }

  /** The parts of a span in which it is owed, in order of time. */
  List<Stretch> stretches(Span span) {
    if (ends.isOver(span.from())) {
      return List.of();
    }
    LocalDate childhoodEnds = ends.childhoodEnded();
    String from = standard.countedFrom();
    if (PracticeStandard.ITS_END.equals(from)) {
      return afterIt(span, childhoodEnds);
    }
    if (PracticeStandard.ITS_END.equals(standard.metBy())) {
      return List.of(new Stretch(span.from(), span.from(), null));
    }
    if (PracticeStandard.BIRTH.equals(from)) {
      return bornDuring(span);
    }
    List<LocalDate> starts = new ArrayList<>(List.of(span.from()));
    starts.addAll(standard.timescale().startsAgain(timeline, span));
    LocalDate end = ends.of(span);
    if (starts.size() > 1) {
      starts.removeIf(day -> day.isAfter(span.from()) && end != null && !day.isBefore(end));
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      LocalDate until = i + 1 < starts.size() ? starts.get(i + 1) : end;
      applicable(span, new Stretch(starts.get(i), starts.get(i), until), stretches);
    }
    return stretches;
  }

  /** The day on which what it only served was done while it was owed; null where it was not. */
  @Nullable LocalDate overtaken(Span span) {
    return ends.overtaken(span, day -> isOwedOn(span, day));
  }

  /** From its end on; an end by death, or after childhood, is none to count from. */
  private static List<Stretch> afterIt(Span span, @Nullable LocalDate childhoodEnds) {
    LocalDate end = span.to();
    return end == null || (childhoodEnds != null && !end.isBefore(childhoodEnds))
        ? List.of()
        : List.of(new Stretch(span.from(), end, childhoodEnds));
  }

  private List<Stretch> bornDuring(Span span) {
    LocalDate end = ends.of(span);
    LocalDate born = timeline.child().born();
    boolean during =
        born != null
            && born.isAfter(span.from())
            && !born.isAfter(timeline.asAt())
            && (end == null || born.isBefore(end));
    if (born == null || !during) {
      return List.of();
    }
    boolean doneBefore =
        acts.stream()
            .map(Activity::on)
            .filter(on -> standard.dayNought() || on.isAfter(span.from()))
            .anyMatch(on -> span.contains(on) && on.isBefore(born));
    return doneBefore ? List.of() : List.of(new Stretch(span.from(), born, end));
  }

  /** Cuts out the days on which the standard is not owed. */
  private void applicable(Span span, Stretch whole, List<Stretch> stretches) {
    Set<LocalDate> changes = daysOfChange();
    if (changes.isEmpty()) {
      if (isOwedOn(span, whole.from())) {
        stretches.add(whole);
      }
      return;
    }
    TreeSet<LocalDate> cuts = new TreeSet<>(changes);
    cuts.removeIf(
        day -> !day.isAfter(whole.from()) || (whole.to() != null && !day.isBefore(whole.to())));
    cuts.add(whole.from());
    LocalDate openedOn = null;
    for (LocalDate day : cuts) {
      boolean owed = isOwedOn(span, day);
      if (owed && openedOn == null) {
        openedOn = day;
      } else if (!owed && openedOn != null) {
        stretches.add(new Stretch(whole.duringFrom(), openedOn, day));
        openedOn = null;
      }
    }
    LocalDate end = whole.to();
    if (openedOn != null) {
      stretches.add(new Stretch(whole.duringFrom(), openedOn, end));
    }
  }

  /** Every day on which it may begin or cease to be owed. */
  private Set<LocalDate> daysOfChange() {
    Set<LocalDate> days = new HashSet<>(birthdays());
    Set<String> kinds = new HashSet<>(standard.outrankedBy());
    for (Circumstances circumstances : standard.circumstances()) {
      for (String kind : circumstances.codes().keySet()) {
        kinds.addAll(PracticeStandard.recordedAs(kind));
      }
    }
    for (String kind : kinds) {
      for (Span other : timeline.spans(kind)) {
        days.add(other.from());
        if (other.to() != null) {
          days.add(other.to());
        }
      }
    }
    return days;
  }

  /** The birthdays, up to the night, at which it begins or ceases to be owed. */
  private List<LocalDate> birthdays() {
    Ages ages = standard.ages();
    if (ages == null) {
      return List.of();
    }
    return Stream.of(
            Optional.ofNullable(ages.from()), Optional.ofNullable(ages.underFor(timeline.life())))
        .flatMap(Optional::stream)
        .map(timeline.child()::birthday)
        .filter(day -> day != null && !day.isAfter(timeline.asAt()))
        .toList();
  }

  private boolean isOwedOn(Span during, LocalDate day) {
    Ages ages = standard.ages();
    Integer age = ages == null ? null : timeline.child().ageOn(day);
    if (ages != null && age != null && !ages.hold(age, timeline.life())) {
      return false;
    }
    for (String higher : standard.outrankedBy()) {
      if (timeline.isOpenOn(higher, day)) {
        return false;
      }
    }
    return (standard.onlyWhile().isEmpty()
            || Circumstances.anyHolds(standard.onlyWhile(), timeline, day, during))
        && !Circumstances.anyHolds(standard.exceptWhile(), timeline, day, during);
  }
}
