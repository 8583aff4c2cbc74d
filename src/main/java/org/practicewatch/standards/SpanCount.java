package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Count;
import org.practicewatch.standards.Timescale.Due;
import org.practicewatch.standards.WhereOwed.Numbered;

/**
 * The counting of one span by one version. Done is looked at first, and each count runs from the
 * day the last one was actually done. Where another version is in force on the day on which a count
 * begins, this one hands over.
 */
final class SpanCount {

  private final OneVersion by;
  private final Numbered in;
  private final Span span;
  private final Versions versions;
  private final FromSnapshot snapshot;
  private final Ledger ledger;

  SpanCount(OneVersion by, Numbered in, Versions versions, FromSnapshot snapshot, Ledger ledger) {
    this.by = by;
    this.in = in;
    this.span = in.span();
    this.versions = versions;
    this.snapshot = snapshot;
    this.ledger = ledger;
  }

  /**
   * Where a count stands.
   *
   * @param notBefore the day on which nothing before it can be due; null for any
   */
  record Position(
      LocalDate since,
      CellRef sinceCell,
      int done,
      boolean thatDayCounts,
      @Nullable LocalDate notBefore) {

    Position(LocalDate since, CellRef sinceCell, int done, boolean thatDayCounts) {
      this(since, sinceCell, done, thatDayCounts, null);
    }
  }

  /** Where a count was left to another version, and in which stretch. */
  record HandedOver(PracticeStandard to, Stretch stretch, Position at) {}

  /**
   * How far a count came.
   *
   * @param done how many were done
   * @param handedOver where it was left to another version; null where it was counted to its end
   */
  record Reached(int done, @Nullable HandedOver handedOver) {

    static Reached end(int done) {
      return new Reached(done, null);
    }
  }

  /** Counts the span from its start. */
  Reached fromTheStart() {
    Reached reached = Reached.end(0);
    boolean begun = false;
    LocalDate countingFrom = span.from();
    for (Stretch stretch : new WhereOwed(by).stretches(span)) {
      int done = reached.done();
      if (!stretch.duringFrom().equals(countingFrom)) {
        done = 0;
        begun = true;
        countingFrom = stretch.duringFrom();
      }
      if (begun) {
        reached = afresh(stretch, done);
      } else {
        if (isExempt(stretch)) {
          return reached;
        }
        Optional<Reached> first = first(stretch);
        begun = first.isPresent();
        reached = first.orElse(reached);
      }
      if (reached.handedOver() != null) {
        return reached;
      }
    }
    return reached;
  }

  /** Counts the rest of a span that another version has left: on whatever days it is owed. */
  Reached from(HandedOver left) {
    Position position = left.at();
    LocalDate since = position.since();
    LocalDate at = since.isBefore(left.stretch().from()) ? left.stretch().from() : since;
    LocalDate countingFrom = left.stretch().duringFrom();
    boolean takenOver = false;
    Reached reached = Reached.end(position.done());
    for (Stretch stretch : new WhereOwed(by).stretches(span)) {
      LocalDate end = stretch.to();
      if (end != null && end.isBefore(at)) {
        continue;
      }
      int done = reached.done();
      if (!stretch.duringFrom().equals(countingFrom)) {
        done = 0;
        countingFrom = stretch.duringFrom();
      }
      boolean takesOver = !takenOver && !stretch.from().isAfter(at);
      reached =
          takesOver
              ? count(
                  stretch,
                  new Position(since, position.sinceCell(), done, position.thatDayCounts()))
              : afresh(stretch, done);
      if (reached.handedOver() != null) {
        return reached;
      }
      takenOver = true;
    }
    return reached;
  }

  private boolean isExempt(Stretch stretch) {
    Length exempting = by.standard().notOwedIfDone();
    return exempting != null && by.findBefore(stretch.from(), exempting).isPresent();
  }

  /** From the first day of a stretch, or from what a count that was broken off goes on from. */
  private Reached afresh(Stretch stretch, int done) {
    List<Activity> before = findWhatItGoesOnFrom(stretch);
    if (before.isEmpty()) {
      return count(
          stretch, new Position(stretch.from(), span.source(), done, by.standard().dayNought()));
    }
    Activity last = before.get(before.size() - 1);
    int days = (int) before.stream().map(Activity::on).distinct().count();
    int all = done == Count.MANY ? done : days;
    return count(stretch, new Position(last.on(), last.source(), all, false, stretch.from()));
  }

  private List<Activity> findWhatItGoesOnFrom(Stretch stretch) {
    GoesOnFrom goesOn = by.standard().goesOnFrom();
    boolean brokenOff =
        goesOn != null
            && stretch.from().isAfter(span.from())
            && Circumstances.anyHolds(
                goesOn.after(), by.timeline(), stretch.from().minusDays(1), span);
    return goesOn == null || !brokenOff
        ? List.of()
        : goesOn.of().stream()
            .flatMap(kind -> by.timeline().activities(kind).stream())
            .filter(act -> span.contains(act.on()) && act.on().isBefore(stretch.from()))
            .sorted(Comparator.comparing(Activity::on))
            .toList();
  }

  /** The first stretch in which the count begins; empty where it has not begun by the end of it. */
  private Optional<Reached> first(Stretch stretch) {
    Optional<Activity> start = findStart(stretch);
    // Where the start is not known, neither is what came before it.
    Optional<Activity> beforehand = span.startKnown() ? findBeforehand(stretch) : Optional.empty();
    if (beforehand.isPresent()) {
      return Optional.of(fromBeforehand(stretch, beforehand.get()));
    }
    boolean fromTheFirst = by.standard().runsFromTheFirst() != null;
    boolean dayNought = by.standard().dayNought();
    if (start.isPresent()) {
      Activity act = start.get();
      boolean dayCounts = !fromTheFirst && dayNought;
      return Optional.of(count(stretch, new Position(act.on(), act.source(), 0, dayCounts)));
    }
    if (!span.startKnown()) {
      return Optional.of(fromUnknownStart(stretch));
    }
    return fromTheFirst
        ? Optional.empty()
        : Optional.of(count(stretch, new Position(stretch.from(), startCell(), 0, dayNought)));
  }

  private CellRef startCell() {
    return PracticeStandard.BIRTH.equals(by.standard().countedFrom())
        ? by.timeline().child().source()
        : span.source();
  }

  /**
   * One done shortly before the first day, which met nothing else (how we count, "Done
   * beforehand").
   */
  private Optional<Activity> findBeforehand(Stretch stretch) {
    Length before = by.standard().doneBeforehandCounts();
    return before == null
        ? Optional.empty()
        : by.findBefore(stretch.from(), before).filter(act -> !ledger.hasMetOne(act));
  }

  private Reached fromBeforehand(Stretch stretch, Activity act) {
    Due due = by.due(in, stretch.to(), stretch.from(), 0);
    if (due == null) {
      return Reached.end(0);
    }
    ledger.add(by, new Entry(span, stretch, stretch.from(), due, act, span.source()));
    return count(stretch, new Position(act.on(), act.source(), 1, false));
  }

  /** The act, if any, from which the first is counted instead of from the start of the span. */
  private Optional<Activity> findStart(Stretch stretch) {
    PracticeStandard standard = by.standard();
    Timeline timeline = by.timeline();
    Length before = standard.runsFromTheFirst();
    if (before != null) {
      Optional<Activity> recent = by.findBefore(stretch.from(), before);
      return recent.isPresent() || !span.startKnown()
          ? recent
          : Optional.ofNullable(by.nextAct(span, stretch, stretch.from(), true));
    }
    String kind = standard.countedFrom();
    if (kind == null || PracticeStandard.NOT_ACTIVITIES.contains(kind)) {
      return Optional.empty();
    }
    List<Activity> ofKind = timeline.activities(kind);
    Optional<Activity> tied =
        ofKind.stream()
            .filter(act -> span.isTiedTo(act.refs()))
            .reduce((one, later) -> later)
            .or(() -> ofKind.stream().filter(act -> act.on().equals(span.from())).findFirst());
    return tied.isPresent() || !standard.countedFromAnywhere()
        ? tied
        : ofKind.stream().filter(act -> span.contains(act.on())).findFirst();
  }

  private Reached fromUnknownStart(Stretch stretch) {
    Activity act = by.nextAct(span, stretch, stretch.from(), true);
    Stretch asked = act == null ? whileAskedAfter(stretch, null) : stretch;
    ledger.add(by, new Entry(span, asked, null, Due.CANNOT_TELL, act, span.source()));
    if (act == null || by.standard().timescale().once()) {
      return Reached.end(Count.MANY);
    }
    return count(stretch, new Position(act.on(), act.source(), Count.MANY, false));
  }

  private Reached count(Stretch stretch, Position start) {
    Position at = start;
    while (true) {
      PracticeStandard inForce = versions.inForceOn(at.since());
      if (!by.isOf(inForce)) {
        return new Reached(at.done(), new HandedOver(inForce, stretch, at));
      }
      Activity next = by.nextAct(span, stretch, at.since(), at.thatDayCounts());
      Activity act = isTooLateToCount(stretch, at, next) ? null : next;
      if (!countOne(stretch, at, act) || act == null) {
        return Reached.end(at.done());
      }
      int done = at.done() == Count.MANY ? at.done() : at.done() + 1;
      at = new Position(act.on(), act.source(), done, false);
    }
  }

  /** Whether one more was due and is noted, so that the next may be. */
  private boolean countOne(Stretch stretch, Position at, @Nullable Activity act) {
    LocalDate since = at.since();
    Due due = notBefore(at, by.due(in, changesCountUntil(stretch, act), since, at.done()));
    if (due == null || by.isExcused(span, stretch, since, due, act)) {
      return false;
    }
    Optional<Latest> newer =
        act == null ? snapshot.findNewer(by, stretch, since) : Optional.empty();
    LocalDate latestOn = newer.map(Latest::on).orElse(null);
    if (newer.isPresent() && latestOn != null) {
      snapshot.latestIsKnown(in, stretch, newer.get(), latestOn, at.done());
      return false;
    }
    boolean itsOwnMayBeAnother = act == null || (isLate(due, act) && !by.isTied(span, act.refs()));
    Optional<Activity> before = itsOwnMayBeAnother ? by.findTiedBefore(span) : Optional.empty();
    if (before.isPresent()) {
      Activity tied = before.get();
      ledger.add(by, new Entry(span, stretch, since, Due.CANNOT_TELL, tied, at.sinceCell()));
      return false;
    }
    Stretch asked = act == null ? whileAskedAfter(stretch, due.on()) : stretch;
    ledger.add(by, new Entry(span, asked, since, due, act, at.sinceCell()));
    return true;
  }

  private static @Nullable Due notBefore(Position at, @Nullable Due due) {
    LocalDate first = at.notBefore();
    LocalDate on = due == null ? null : due.on();
    return due == null || on == null || first == null || !on.isBefore(first)
        ? due
        : new Due(first, due.length(), due.unless());
  }

  /** The stretch up to the day from which nobody asks for what is due any more. */
  private Stretch whileAskedAfter(Stretch stretch, @Nullable LocalDate due) {
    LocalDate end = stretch.to();
    for (LocalDate day :
        Arrays.asList(new WhereOwed(by).overtaken(span), new Ends(by).ofAsking(due))) {
      end = day != null && (end == null || day.isBefore(end)) ? day : end;
    }
    return new Stretch(stretch.duringFrom(), stretch.from(), end);
  }

  /** Whether it was done only when it had been overtaken in time, and its day had passed too. */
  private boolean isTooLateToCount(Stretch stretch, Position at, @Nullable Activity act) {
    LocalDate overtaken = act == null ? null : new WhereOwed(by).overtaken(span);
    if (act == null || overtaken == null) {
      return false;
    }
    Due due = by.due(in, changesCountUntil(stretch, act), at.since(), at.done());
    LocalDate on = due == null ? null : due.on();
    return on != null && !overtaken.isAfter(on) && act.on().isAfter(on);
  }

  private static boolean isLate(Due due, Activity act) {
    return due.on() != null && act.on().isAfter(due.on());
  }

  /** What changes after it was done, or after the stretch ended, changes nothing. */
  private static @Nullable LocalDate changesCountUntil(Stretch stretch, @Nullable Activity act) {
    LocalDate end = stretch.to();
    if (act == null || (end != null && !act.on().isBefore(end))) {
      return end;
    }
    return act.on().plusDays(1);
  }
}
