package org.practicewatch.standards;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.BeyondCalendar;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Count;
import org.practicewatch.standards.Timescale.Due;

/**
 * The walk over one child's timeline for one standard, written once for every kind of clock.
 *
 * <p>Done is looked at first. Each count runs from the day the last one was actually done. Not
 * done, and the span ended on or before the due date: nothing was owed. Each count is judged by the
 * version that is in force when it begins (how we count, "The version of the day").
 */
final class Walk {

  /** The rest of the span has been counted by another version. */
  private static final int GONE_ON = -1;

  private final Versions versions;
  private final Timeline timeline;
  private final Sources sources;
  private final WorkingDays calendar;
  private final LocalDate asAt;
  private final Set<LocalDate> metTheOneBefore = new HashSet<>();
  private final List<Versions.Owing> owed = new ArrayList<>();
  private final Map<LocalDate, Integer> numbers = new HashMap<>();

  /** The version by which the present count is judged, and the acts that meet it. */
  private PracticeStandard standard;

  private List<Activity> acts;

  Walk(Versions versions, Timeline timeline, Sources sources, WorkingDays calendar) {
    this.versions = versions;
    this.timeline = timeline;
    this.sources = sources;
    this.calendar = calendar;
    this.asAt = timeline.asAt();
    this.standard = versions.inForceOn(asAt);
    this.acts = actsThatMeetIt();
  }

  private void judgeBy(PracticeStandard version) {
    if (!isPresent(version)) {
      standard = version;
      acts = actsThatMeetIt();
    }
  }

  /** No two versions are in force on the same day. */
  private boolean isPresent(PracticeStandard version) {
    return version.inForce().equals(standard.inForce());
  }

  private List<Activity> actsThatMeetIt() {
    return standard.acts().stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .filter(standard::counts)
        .sorted(
            Comparator.comparing(Activity::on)
                .thenComparing(act -> act.findTime().orElse(LocalTime.MIN)))
        .toList();
  }

  private boolean eventsGiven() {
    return standard.metBy().equals(PracticeStandard.ITS_END)
        || standard.acts().stream().anyMatch(sources.events()::contains);
  }

  List<Versions.Owing> owed() {
    if (standard.beforeEach() != null) {
      before(standard.beforeEach());
    } else {
      for (Span span : spans()) {
        judgeBy(versions.inForceOn(span.from()));
        if (!isOwedIn(span)) {
          continue;
        }
        if (isAnybodysGuess(span)) {
          add(span, whole(span), null, Due.CANNOT_TELL, null, span.source());
        } else if (eventsGiven()) {
          walk(span);
        } else {
          currency(span);
        }
        outrankedUntilNobodyKnowsWhen(span);
      }
    }
    nobodyKnowsWhetherEligible();
    judgeBy(versions.inForceOn(asAt));
    unreadableSpans();
    return owed;
  }

  private void owe(Obligation obligation) {
    LocalDate began = obligation.since() == null ? obligation.duringFrom() : obligation.since();
    if (began == null || versions.areInForceOn(began)) {
      owed.add(new Versions.Owing(standard, obligation));
    }
  }

  /** The spans in which it is counted: those of the record, or one after each activity. */
  private List<Span> spans() {
    if (standard.afterEach().isEmpty()) {
      return timeline.spans(standard.during());
    }
    List<Span> spans = new ArrayList<>();
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
      int number = numbered.merge(around.map(Span::from).orElse(LocalDate.MIN), 1, Integer::sum);
      spans.add(after(start, to, around, number));
    }
    return spans;
  }

  private Span after(Activity start, @Nullable LocalDate to, Optional<Span> around, int number) {
    boolean allKnown = around.map(Span::startKnown).orElse(true);
    Map<String, String> details = new HashMap<>();
    details.put(PracticeStandard.NUMBER, String.valueOf(allKnown ? number : Count.MANY));
    start.findTime().ifPresent(time -> details.put(Span.ENDED_AT, time.toString()));
    if (to == null && around.isPresent() && !around.get().endReadable()) {
      details.put(Span.END_UNREADABLE, "yes");
    }
    Set<String> refs = new HashSet<>(start.refs());
    refs.removeIf(ref -> ref.startsWith(Activity.TIME));
    return new Span(
        start.childId(), start.kind(), start.on(), to, "", refs, details, start.source());
  }

  /** The activities that start a count, by day; a day counts once, unless ids tell them apart. */
  private List<Activity> starts(List<String> kinds) {
    Set<LocalDate> days = new HashSet<>();
    Set<List<Object>> told = new HashSet<>();
    return kinds.stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .sorted(Comparator.comparing(Activity::on))
        .filter(
            act ->
                standard.ofTheSame()
                    ? told.add(List.of(act.kind(), act.on(), act.refs()))
                    : days.add(act.on()))
        .toList();
  }

  /** The span that an activity lies in; of two that meet on its day, the one that begins. */
  private Optional<Span> findAround(Activity act) {
    return timeline.spans(standard.during()).stream()
        .filter(span -> span.contains(act.on()))
        .reduce((one, later) -> later);
  }

  /** Something that prepares something else: looked for backwards from it. */
  private void before(String kind) {
    LocalDate last = null;
    for (Activity prepared : starts(List.of(kind))) {
      judgeBy(versions.inForceOn(last == null ? prepared.on() : last));
      Optional<Span> around = findAround(prepared);
      if (around.isPresent() || standard.during().isEmpty()) {
        LocalDate begins = around.map(Span::from).orElse(null);
        LocalDate opens = last == null || (begins != null && begins.isAfter(last)) ? begins : last;
        prepare(prepared, opens, last != null && last.equals(opens));
      }
      last = prepared.on();
    }
  }

  /** What comes again so soon that it could not have been prepared in time owes nothing. */
  private void prepare(Activity prepared, @Nullable LocalDate opens, boolean afterOpening) {
    LocalDate day = prepared.on();
    Set<String> refs = prepared.refs();
    Span span =
        new Span(
            prepared.childId(), prepared.kind(), day, day, "", refs, Map.of(), prepared.source());
    Due due = due(span, null, day, 0);
    LocalDate lastDay = due == null ? null : due.on();
    boolean tooSoon =
        opens != null
            && lastDay != null
            && (lastDay.isBefore(opens) || (afterOpening && lastDay.equals(opens)));
    if (due == null || tooSoon) {
      return;
    }
    List<Activity> ready =
        acts.stream()
            .filter(act -> !act.on().isAfter(day) && mayBelong(span, act.refs()))
            .filter(
                act ->
                    opens == null
                        || act.on().isAfter(opens)
                        || (!afterOpening && act.on().equals(opens)))
            .toList();
    Activity act =
        ready.stream()
            .filter(one -> lastDay != null && !one.on().isAfter(lastDay))
            .reduce((one, later) -> later)
            .orElse(ready.isEmpty() ? null : ready.get(0));
    record(span, new Stretch(day, day, day), opens, due, act, prepared.source());
  }

  /** Whether what starts the count, or the age on which it hangs, is recorded and not readable. */
  private boolean isAnybodysGuess(Span span) {
    if (PracticeStandard.ITS_END.equals(standard.countedFrom())) {
      return span.to() == null && !span.endReadable();
    }
    return standard.ages() != null && timeline.child().born() == null && !stretches(span).isEmpty();
  }

  private static Stretch whole(Span span) {
    return new Stretch(span.from(), span.from(), span.to());
  }

  /** Whether what makes it owed at all belongs to the span. */
  private boolean isOwedIn(Span span) {
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
    return span.contains(on)
        && !span.isTiedElsewhere(refs)
        && timeline.spans(span.kind()).stream()
            .filter(other -> other.from().isAfter(span.from()))
            .noneMatch(other -> other.contains(on) && !other.isTiedElsewhere(refs));
  }

  /** Without a date of birth nobody can tell whether a child in care is an eligible child. */
  private void nobodyKnowsWhetherEligible() {
    if (standard.during().equals(Kinds.ELIGIBLE_CHILD) && timeline.child().born() == null) {
      for (Span care : timeline.spans(Kinds.PERIOD_OF_CARE)) {
        add(care, whole(care), null, Due.CANNOT_TELL, null, care.source());
      }
    }
  }

  /** A span whose start cannot be read owes something, and nobody can tell what. */
  private void unreadableSpans() {
    Integer age = timeline.child().ageOn(asAt);
    boolean tooYoung = age != null && age < standard.youngest();
    boolean inSpans = standard.afterEach().isEmpty() && standard.beforeEach() == null;
    if (tooYoung || !inSpans) {
      return;
    }
    int number = 0;
    for (String kind : PracticeStandard.recordedAs(standard.during())) {
      for (Gap gap : timeline.gaps(kind)) {
        number++;
        owe(
            new Obligation(
                standard.id(),
                null,
                number,
                null,
                null,
                null,
                Timeliness.CANNOT_TELL,
                null,
                true,
                gap.source()));
      }
    }
  }

  /** Where the end of what outranks a span cannot be read, the span may owe something again. */
  private void outrankedUntilNobodyKnowsWhen(Span span) {
    if (!eventsGiven() && (span.to() != null || timeline.findLatest(standard.metBy()).isEmpty())) {
      return;
    }
    boolean doneForGood =
        standard.timescale() instanceof Within
            && owed.stream()
                .map(Versions.Owing::obligation)
                .anyMatch(one -> span.from().equals(one.duringFrom()) && one.done() != null);
    if (doneForGood) {
      return;
    }
    standard.outrankedBy().stream()
        .flatMap(kind -> timeline.spans(kind).stream())
        .filter(higher -> !higher.endReadable())
        .filter(higher -> span.to() == null || span.to().isAfter(higher.from()))
        .findFirst()
        .ifPresent(
            higher ->
                owe(
                    new Obligation(
                        standard.id(),
                        span.from(),
                        numbers.merge(span.from(), 1, Integer::sum),
                        null,
                        null,
                        null,
                        Timeliness.CANNOT_TELL,
                        null,
                        span.to() == null,
                        higher.source())));
  }

  /** A part of a span in which the standard applies without a break. */
  private record Stretch(LocalDate duringFrom, LocalDate from, @Nullable LocalDate to) {}

  private List<Stretch> stretches(Span span) {
    String from = standard.countedFrom();
    LocalDate end = span.to();
    if (PracticeStandard.ITS_END.equals(from)) {
      return end == null ? List.of() : List.of(new Stretch(span.from(), end, null));
    }
    if (PracticeStandard.ITS_END.equals(standard.metBy())) {
      return List.of(new Stretch(span.from(), span.from(), null));
    }
    if (PracticeStandard.BIRTH.equals(from)) {
      return bornDuring(span);
    }
    List<LocalDate> starts = new ArrayList<>(List.of(span.from()));
    if (standard.timescale() instanceof ByCircumstances clock) {
      starts.addAll(clock.startsAgain(timeline, span));
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      LocalDate until = i + 1 < starts.size() ? starts.get(i + 1) : endOfCounting(span);
      applicable(span, new Stretch(starts.get(i), starts.get(i), until), stretches);
    }
    return stretches;
  }

  /** The end of the span, or what ends the count for good before it. */
  private @Nullable LocalDate endOfCounting(Span span) {
    LocalDate held =
        standard.timescale() instanceof EveryUntil clock ? clock.firstHeld(timeline, span) : null;
    return held == null ? span.to() : held;
  }

  private List<Stretch> bornDuring(Span span) {
    LocalDate born = timeline.child().born();
    boolean during =
        born != null
            && born.isAfter(span.from())
            && !born.isAfter(asAt)
            && (span.to() == null || born.isBefore(span.to()));
    if (born == null || !during) {
      return List.of();
    }
    boolean doneBefore =
        acts.stream()
            .map(Activity::on)
            .filter(on -> standard.dayNought() || on.isAfter(span.from()))
            .anyMatch(on -> span.contains(on) && on.isBefore(born));
    return doneBefore ? List.of() : List.of(new Stretch(span.from(), born, span.to()));
  }

  /** Cuts out the days on which the standard is not owed. */
  private void applicable(Span span, Stretch whole, List<Stretch> stretches) {
    TreeSet<LocalDate> cuts = new TreeSet<>();
    Set<String> kinds = new HashSet<>(standard.outrankedBy());
    for (Circumstances circumstances : standard.circumstances()) {
      for (String kind : circumstances.codes().keySet()) {
        kinds.addAll(PracticeStandard.recordedAs(kind));
      }
    }
    for (String kind : kinds) {
      for (Span other : timeline.spans(kind)) {
        cuts.add(other.from());
        if (other.to() != null) {
          cuts.add(other.to());
        }
      }
    }
    cuts.addAll(birthdays());
    cuts.removeIf(
        day -> !day.isAfter(whole.from()) || (whole.to() != null && !day.isBefore(whole.to())));
    cuts.add(whole.from());
    LocalDate openedOn = null;
    for (LocalDate day : cuts) {
      boolean owed = isOwedFrom(span, day);
      if (owed && openedOn == null) {
        openedOn = day;
      } else if (!owed && openedOn != null) {
        stretches.add(new Stretch(whole.duringFrom(), openedOn, day));
        openedOn = null;
      }
    }
    if (openedOn != null) {
      stretches.add(new Stretch(whole.duringFrom(), openedOn, whole.to()));
    }
  }

  /** The birthdays, up to the night, at which it begins or ceases to be owed. */
  private List<LocalDate> birthdays() {
    Ages ages = standard.ages();
    if (ages == null) {
      return List.of();
    }
    return Stream.of(Optional.ofNullable(ages.from()), Optional.ofNullable(ages.under()))
        .flatMap(Optional::stream)
        .map(timeline.child()::birthday)
        .filter(day -> day != null && !day.isAfter(asAt))
        .toList();
  }

  /** The birthday from which it is no longer owed. */
  private @Nullable LocalDate outgrownOn() {
    Ages ages = standard.ages();
    Integer under = ages == null ? null : ages.under();
    return under == null ? null : timeline.child().birthday(under);
  }

  private boolean isOwedFrom(Span during, LocalDate day) {
    Ages ages = standard.ages();
    Integer age = timeline.child().ageOn(day);
    if (ages != null && age != null && !ages.hold(age)) {
      return false;
    }
    for (String higher : standard.outrankedBy()) {
      if (timeline.spans(higher).stream().anyMatch(span -> span.isOpenOn(day))) {
        return false;
      }
    }
    return (standard.onlyWhile().isEmpty() || anyHolds(standard.onlyWhile(), during, day))
        && !anyHolds(standard.exceptWhile(), during, day);
  }

  private boolean anyHolds(List<Circumstances> circumstances, Span during, LocalDate day) {
    return circumstances.stream()
        .anyMatch(one -> one.holdOn(timeline, day, during) == Circumstances.Answer.YES);
  }

  private void walk(Span span) {
    int done = 0;
    boolean begun = false;
    LocalDate countingFrom = span.from();
    for (Stretch stretch : stretches(span)) {
      if (done == GONE_ON) {
        return;
      }
      if (!stretch.duringFrom().equals(countingFrom)) {
        done = 0;
        begun = true;
        countingFrom = stretch.duringFrom();
      }
      if (begun) {
        done = count(span, stretch, stretch.from(), span.source(), done, standard.dayNought());
        continue;
      }
      Length exempting = standard.notOwedIfDone();
      if (exempting != null && findBefore(stretch.from(), exempting).isPresent()) {
        return;
      }
      Optional<Activity> start = findStart(span, stretch);
      // Where the start is not known, neither is what came before it.
      Optional<Activity> beforehand =
          span.startKnown() ? findBeforehand(stretch) : Optional.empty();
      if (beforehand.isPresent()) {
        begun = true;
        done = countFromBeforehand(span, stretch, beforehand.get());
        continue;
      }
      boolean fromTheFirst = standard.runsFromTheFirst() != null;
      begun = start.isPresent() || !fromTheFirst || !span.startKnown();
      if (start.isPresent()) {
        boolean dayCounts = !fromTheFirst && standard.dayNought();
        CellRef cell = start.get().source();
        done = count(span, stretch, start.get().on(), cell, 0, dayCounts);
      } else if (!span.startKnown()) {
        done = walkFromUnknownStart(span, stretch);
      } else if (begun) {
        done = count(span, stretch, stretch.from(), startOf(span), 0, standard.dayNought());
      }
    }
  }

  private CellRef startOf(Span span) {
    return PracticeStandard.BIRTH.equals(standard.countedFrom())
        ? timeline.child().source()
        : span.source();
  }

  /**
   * One done shortly before the first day, which met nothing else (how we count, "Done
   * beforehand").
   */
  private Optional<Activity> findBeforehand(Stretch stretch) {
    Length before = standard.doneBeforehandCounts();
    return before == null
        ? Optional.empty()
        : findBefore(stretch.from(), before).filter(act -> !metTheOneBefore.contains(act.on()));
  }

  private int countFromBeforehand(Span span, Stretch stretch, Activity act) {
    Due due = due(span, stretch.to(), stretch.from(), 0);
    if (due == null) {
      return 0;
    }
    add(span, stretch, stretch.from(), due, act, span.source());
    return count(span, stretch, act.on(), act.source(), 1, false);
  }

  /** The act, if any, from which the first is counted instead of from the start of the span. */
  private Optional<Activity> findStart(Span span, Stretch stretch) {
    Length before = standard.runsFromTheFirst();
    if (before != null) {
      Optional<Activity> recent = findBefore(stretch.from(), before);
      return recent.isPresent() || !span.startKnown()
          ? recent
          : Optional.ofNullable(nextAct(span, stretch, stretch.from(), true));
    }
    String kind = standard.countedFrom();
    if (kind == null || PracticeStandard.NOT_ACTIVITIES.contains(kind)) {
      return Optional.empty();
    }
    Optional<Activity> tied = findTied(span, kind);
    return tied.isPresent() || !standard.countedFromAnywhere()
        ? tied
        : timeline.activities(kind).stream().filter(act -> span.contains(act.on())).findFirst();
  }

  private int walkFromUnknownStart(Span span, Stretch stretch) {
    Activity act = nextAct(span, stretch, stretch.from(), true);
    add(span, stretch, null, Due.CANNOT_TELL, act, span.source());
    if (act == null || standard.timescale() instanceof Within) {
      return Count.MANY;
    }
    return count(span, stretch, act.on(), act.source(), Count.MANY, false);
  }

  private int count(
      Span span,
      Stretch stretch,
      LocalDate dayNought,
      CellRef dayNoughtCell,
      int doneBefore,
      boolean dayNoughtCounts) {
    LocalDate since = dayNought;
    CellRef sinceCell = dayNoughtCell;
    boolean firstDayCounts = dayNoughtCounts;
    int done = doneBefore;
    while (true) {
      PracticeStandard version = versions.inForceOn(since);
      if (!isPresent(version)) {
        goOn(version, span, stretch, new Position(since, sinceCell, done, firstDayCounts));
        return GONE_ON;
      }
      Activity act = nextAct(span, stretch, since, firstDayCounts);
      Due due = due(span, changesCountUntil(stretch, act), since, done);
      if (due == null) {
        return done;
      }
      if (isExcused(span, stretch, since, due, act)) {
        return done;
      }
      Optional<Latest> newer = act == null ? findNewer(stretch, since) : Optional.empty();
      if (newer.isPresent()) {
        latestIsKnown(span, stretch, newer.get(), newer.get().on(), done);
        return done;
      }
      boolean itsOwnMayBeAnother = act == null || (isLate(due, act) && !isTied(span, act.refs()));
      Optional<Activity> before = itsOwnMayBeAnother ? findTiedBefore(span) : Optional.empty();
      if (before.isPresent()) {
        add(span, stretch, since, Due.CANNOT_TELL, before.get(), sinceCell);
        return done;
      }
      add(span, stretch, since, due, act, sinceCell);
      if (act == null) {
        return done;
      }
      since = act.on();
      sinceCell = act.source();
      firstDayCounts = false;
      done = done == Count.MANY ? done : done + 1;
    }
  }

  private static boolean isLate(Due due, Activity act) {
    return due.on() != null && act.on().isAfter(due.on());
  }

  /** Where a count stands when another version takes it over. */
  private record Position(LocalDate since, CellRef sinceCell, int done, boolean dayCounts) {}

  /** Counts the rest of a span by another version: on whatever days that one is owed. */
  private void goOn(PracticeStandard version, Span span, Stretch left, Position position) {
    judgeBy(version);
    if (!isOwedIn(span)) {
      return;
    }
    LocalDate since = position.since();
    LocalDate at = since.isBefore(left.from()) ? left.from() : since;
    LocalDate countingFrom = left.duringFrom();
    boolean takenOver = false;
    int done = position.done();
    for (Stretch stretch : stretches(span)) {
      LocalDate end = stretch.to();
      if (done == GONE_ON) {
        return;
      }
      if (end != null && end.isBefore(at)) {
        continue;
      }
      if (!stretch.duringFrom().equals(countingFrom)) {
        done = 0;
        countingFrom = stretch.duringFrom();
      }
      if (!takenOver && !stretch.from().isAfter(at)) {
        done = count(span, stretch, since, position.sinceCell(), done, position.dayCounts());
      } else {
        done = count(span, stretch, stretch.from(), span.source(), done, standard.dayNought());
      }
      takenOver = true;
    }
  }

  /**
   * Whether it was refused before it was done, and not done in time: then nothing more is owed (how
   * we count, "Hours where both times are known").
   */
  private boolean isExcused(
      Span span, Stretch stretch, LocalDate since, Due due, @Nullable Activity act) {
    LocalDate last = due.on();
    if (standard.notOwedIfMarked().isEmpty()
        || (act != null && last != null && !act.on().isAfter(last))) {
      return false;
    }
    LocalDate end = act == null ? stretch.to() : act.on();
    return standard.acts().stream()
        .flatMap(kind -> timeline.activities(kind).stream())
        .filter(standard::excuses)
        .filter(refusal -> !refusal.on().isBefore(since) && mayBelong(span, refusal.refs()))
        .anyMatch(refusal -> end == null || !refusal.on().isAfter(end));
  }

  /** The age is that on the day it is due (how we count, "Age on the due date"). */
  private boolean isOutgrown(Due due) {
    LocalDate outgrown = outgrownOn();
    return outgrown != null && due.on() != null && !due.on().isBefore(outgrown);
  }

  /** What changes after it was done, or after the stretch ended, changes nothing. */
  private static @Nullable LocalDate changesCountUntil(Stretch stretch, @Nullable Activity act) {
    LocalDate end = stretch.to();
    if (act == null || (end != null && !act.on().isBefore(end))) {
      return end;
    }
    return act.on().plusDays(1);
  }

  private @Nullable Due due(Span span, @Nullable LocalDate until, LocalDate since, int done) {
    try {
      return standard
          .timescale()
          .next(new Count(timeline, span, until, since, done, standard.counting(), calendar));
    } catch (BeyondCalendar beyond) {
      return Due.CANNOT_TELL;
    }
  }

  /**
   * What a snapshot says happened after everything that is told act by act. The acts alone then do
   * not prove that the child is overdue.
   */
  private Optional<Latest> findNewer(Stretch stretch, LocalDate since) {
    return stretch.to() != null || standard.ofTheSame()
        ? Optional.empty()
        : timeline
            .findLatest(standard.metBy())
            .filter(latest -> standard.notIf().stream().noneMatch(latest.marks()::contains))
            .filter(
                latest -> {
                  LocalDate on = latest.on();
                  return on != null
                      && on.isAfter(since)
                      && !on.isBefore(stretch.from())
                      && timeline.activities(standard.metBy()).stream()
                          .allMatch(act -> act.on().isBefore(on));
                });
  }

  private @Nullable Activity nextAct(
      Span span, Stretch stretch, LocalDate since, boolean thatDayToo) {
    if (standard.metBy().equals(PracticeStandard.ITS_END)) {
      return end(span);
    }
    LocalDate end = stretch.to();
    for (Activity act : acts) {
      boolean after = thatDayToo ? !act.on().isBefore(since) : act.on().isAfter(since);
      boolean inside =
          !act.on().isBefore(stretch.from())
              && (end == null
                  || !act.on().isAfter(end)
                  || (end.equals(span.to()) && isTied(span, act.refs())));
      boolean notTooEarly = standard.dayNought() || act.on().isAfter(span.from());
      if (after && inside && notTooEarly && mayBelong(span, act.refs())) {
        return act;
      }
    }
    return null;
  }

  private static @Nullable Activity end(Span span) {
    LocalDate to = span.to();
    return to == null
        ? null
        : new Activity(span.childId(), span.kind(), to, span.refs(), Set.of(), span.source());
  }

  /** Whether source ids speak against the activity being of this span. */
  private boolean mayBelong(Span span, Set<String> refs) {
    return !standard.ofTheSame() || !span.isTiedElsewhere(refs);
  }

  private boolean isTied(Span span, Set<String> refs) {
    return standard.ofTheSame() && span.isTiedTo(refs);
  }

  /**
   * An act that its own id ties to the span but that is dated before it: one of the two dates is
   * wrong, so nobody can tell whether it was in time.
   */
  private Optional<Activity> findTiedBefore(Span span) {
    return acts.stream()
        .filter(act -> isTied(span, act.refs()) && act.on().isBefore(span.from()))
        .findFirst();
  }

  private Optional<Activity> findTied(Span span, String kind) {
    List<Activity> ofKind = timeline.activities(kind);
    return ofKind.stream()
        .filter(act -> span.isTiedTo(act.refs()))
        .reduce((one, later) -> later)
        .or(() -> ofKind.stream().filter(act -> act.on().equals(span.from())).findFirst());
  }

  private Optional<Activity> findBefore(LocalDate start, Length atMost) {
    LocalDate earliest = atMost.before(start, calendar);
    return acts.stream()
        .filter(act -> !act.on().isBefore(earliest) && act.on().isBefore(start))
        .reduce((one, later) -> later);
  }

  private void add(
      Span span,
      Stretch stretch,
      @Nullable LocalDate since,
      Due due,
      @Nullable Activity act,
      CellRef sinceCell) {
    LocalDate end = stretch.to();
    if (act == null && since != null && end != null && !since.isBefore(end)) {
      return;
    }
    record(span, stretch, since, due, act, sinceCell);
  }

  private void record(
      Span span,
      Stretch stretch,
      @Nullable LocalDate since,
      Due due,
      @Nullable Activity act,
      CellRef sinceCell) {
    Timeliness timeliness = timeliness(span, stretch, due, act);
    if (timeliness == null || (act == null && isOutgrown(due))) {
      return;
    }
    if (act != null) {
      metTheOneBefore.add(act.on());
    }
    CellRef source = act == null ? sinceCell : act.source();
    Optional<CellRef> doubt =
        findGap(span, since, due)
            .or(() -> findGapInWhatDecides(due))
            .map(Gap::source)
            .or(() -> findUnknownCode(since, due).map(Span::source));
    boolean uncertain =
        switch (timeliness) {
          case LATE, OVERDUE, MISSED -> doubt.isPresent() || !span.endReadable();
          case DUE_SOON, NOT_YET_DUE -> !span.endReadable();
          default -> false;
        };
    if (uncertain) {
      timeliness = Timeliness.CANNOT_TELL;
      source = doubt.orElse(source);
    }
    owe(
        new Obligation(
            standard.id(),
            stretch.duringFrom(),
            numbers.merge(stretch.duringFrom(), 1, Integer::sum),
            since,
            due.on(),
            act == null ? null : act.on(),
            timeliness,
            overUntil(timeliness, stretch, act),
            act == null && stretch.to() == null,
            source));
  }

  private @Nullable Timeliness timeliness(
      Span span, Stretch stretch, Due due, @Nullable Activity act) {
    LocalDate on = due.on();
    if (on == null) {
      return Timeliness.CANNOT_TELL;
    }
    if (act != null) {
      return act.on().isAfter(on) || isAfterTheHour(span, due, act)
          ? Timeliness.LATE
          : Timeliness.IN_TIMESCALE;
    }
    if (standard.beforeEach() != null) {
      return Timeliness.MISSED;
    }
    if (stretch.to() != null) {
      return stretch.to().isAfter(on) ? Timeliness.MISSED : null;
    }
    return openOn(on, due.length());
  }

  /**
   * On the last day of a length in hours the clock decides, where both times are known; where only
   * dates are, the day does (how we count, "Hours where both times are known").
   */
  private static boolean isAfterTheHour(Span span, Due due, Activity act) {
    Length length = due.length();
    String ended = span.detail(Span.ENDED_AT);
    return length != null
        && length.unit() == Length.Unit.HOURS
        && act.on().equals(due.on())
        && !ended.isEmpty()
        && act.findTime().filter(time -> time.isAfter(LocalTime.parse(ended))).isPresent();
  }

  private Timeliness openOn(LocalDate due, @Nullable Length length) {
    if (due.isBefore(asAt)) {
      return Timeliness.OVERDUE;
    }
    return asAt.isBefore(soonFrom(due, length)) ? Timeliness.NOT_YET_DUE : Timeliness.DUE_SOON;
  }

  /** From when it is due soon: contract, "DUE_SOON windows". */
  private LocalDate soonFrom(LocalDate due, @Nullable Length length) {
    if (standard.dueSoon() != null) {
      return standard.dueSoon().before(due, calendar);
    }
    int days = length == null ? 0 : length.roughDays();
    return calendar.plus(due, days <= 14 ? -2 : days <= 56 ? -5 : -20);
  }

  private @Nullable LocalDate overUntil(
      Timeliness timeliness, Stretch stretch, @Nullable Activity act) {
    return switch (timeliness) {
      case LATE -> act == null ? null : act.on();
      case OVERDUE -> asAt;
      case MISSED -> stretch.to();
      default -> null;
    };
  }

  /**
   * Something that could not be read and could have met this in time (how we count, "What is not
   * known is not late").
   */
  private Optional<Gap> findGap(Span span, @Nullable LocalDate since, Due due) {
    if (standard.metBy().equals(PracticeStandard.ITS_END)) {
      return Optional.empty();
    }
    return standard.acts().stream()
        .flatMap(kind -> timeline.gaps(kind).stream())
        .filter(gap -> mayBelong(span, gap.refs()))
        .filter(
            gap -> {
              LocalDate on = gap.on();
              return on == null
                  || ((since == null || !on.isBefore(since))
                      && (due.on() == null || !on.isAfter(due.on())));
            })
        .findFirst();
  }

  /**
   * A plan, placement or legal status under which this is not owed, or owed less often, from a day
   * nobody can read; or what would have made it due later, done on such a day.
   */
  private Optional<Gap> findGapInWhatDecides(Due due) {
    Set<String> kinds = new LinkedHashSet<>(standard.outrankedBy());
    standard.circumstances().forEach(deciding -> kinds.addAll(deciding.codes().keySet()));
    return kinds.stream()
        .flatMap(kind -> PracticeStandard.recordedAs(kind).stream())
        .flatMap(kind -> timeline.gaps(kind).stream())
        .findFirst()
        .or(
            () ->
                timeline.gaps(String.valueOf(due.unless())).stream()
                    .filter(gap -> gap.on() == null || !gap.on().isAfter(due.on()))
                    .findFirst());
  }

  /** A placement or legal status while this counts, under which it may not be owed at all. */
  private Optional<Span> findUnknownCode(@Nullable LocalDate since, Due due) {
    LocalDate last = due.on();
    if (since == null || last == null) {
      return Optional.empty();
    }
    return standard.exceptWhile().stream()
        .flatMap(excused -> excused.codes().keySet().stream())
        .flatMap(kind -> PracticeStandard.recordedAs(kind).stream())
        .flatMap(kind -> timeline.spans(kind).stream())
        .filter(span -> span.code().equals(Span.NO_KNOWN_CODE))
        .filter(span -> !span.from().isAfter(last))
        .filter(span -> span.to() == null || span.to().isAfter(since))
        .findFirst();
  }

  /**
   * What a snapshot can say: whether the child is in timescale now. It never proves that an earlier
   * one was late (how we count, "A snapshot says what is now").
   */
  private void currency(Span span) {
    timeline
        .findLatest(standard.metBy())
        .map(Latest::on)
        .filter(on -> on.isAfter(span.from()))
        .ifPresent(on -> judgeBy(versions.inForceOn(on)));
    Optional<Latest> latest = timeline.findLatest(standard.metBy());
    List<Stretch> stretches = stretches(span);
    if (latest.isEmpty() || stretches.isEmpty() || span.to() != null) {
      return;
    }
    Stretch now = stretches.get(stretches.size() - 1);
    if (now.to() != null) {
      return;
    }
    LocalDate on = latest.get().on();
    if (on == null || (on.isBefore(now.from()) && !countsBeforehand(now, on))) {
      firstIsOpen(span, now, on);
    } else {
      latestIsKnown(span, now, latest.get(), on, 0);
    }
  }

  private boolean countsBeforehand(Stretch now, LocalDate on) {
    Length before = standard.doneBeforehandCounts();
    return before != null && !on.isBefore(before.before(now.from(), calendar));
  }

  private void firstIsOpen(Span span, Stretch now, @Nullable LocalDate before) {
    Length exempting =
        standard.notOwedIfDone() != null ? standard.notOwedIfDone() : standard.runsFromTheFirst();
    boolean recent =
        before != null
            && exempting != null
            && !before.isBefore(exempting.before(span.from(), calendar));
    if (standard.notOwedIfDone() != null && recent) {
      return;
    }
    LocalDate since = now.from();
    if (standard.runsFromTheFirst() != null) {
      if (before == null || !recent) {
        return;
      }
      since = before;
    }
    Due due = span.startKnown() ? due(span, now.to(), since, 0) : Due.CANNOT_TELL;
    if (due != null) {
      add(span, now, span.startKnown() ? since : null, due, null, span.source());
    }
  }

  /** Whether the latest was the next or a later one is not said: both are tried. */
  private void latestIsKnown(
      Span span, Stretch now, Latest latest, @Nullable LocalDate on, int doneBefore) {
    if (on == null) {
      return;
    }
    judgeBy(versions.inForceOn(on));
    if (standard.timescale() instanceof Within) {
      return;
    }
    int atLeast = doneBefore == Count.MANY ? doneBefore : doneBefore + 1;
    Due sooner = due(span, now.to(), on, atLeast);
    Due later = due(span, now.to(), on, Count.MANY);
    if (sooner == null || later == null) {
      return;
    }
    LocalDate soonerOn = sooner.on();
    LocalDate laterOn = later.on();
    Due due = later;
    if (soonerOn != null && laterOn != null && soonerOn.isBefore(laterOn)) {
      Due first = due(span, now.to(), now.from(), 0);
      LocalDate secondDue =
          first == null || first.on() == null ? null : lastOfTheSecond(span, now, first.on());
      boolean surelyLater = secondDue != null && !on.isBefore(secondDue);
      if (!surelyLater && !asAt.isAfter(soonerOn)) {
        due = sooner;
      } else if (!surelyLater && !asAt.isAfter(laterOn)) {
        due = Due.CANNOT_TELL;
      }
    }
    add(span, now, on, due, null, latest.source());
  }

  private @Nullable LocalDate lastOfTheSecond(Span span, Stretch now, LocalDate firstDue) {
    Due second = due(span, now.to(), firstDue, 1);
    return second == null ? null : second.on();
  }
}
