package org.practicewatch.standards;

import java.time.LocalDate;
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

  /** Where a count stands. */
  record Position(LocalDate since, CellRef sinceCell, int done, boolean thatDayCounts) {}

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

  private Reached afresh(Stretch stretch, int done) {
    return count(
        stretch, new Position(stretch.from(), span.source(), done, by.standard().dayNought()));
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
    ledger.add(by, new Entry(span, stretch, null, Due.CANNOT_TELL, act, span.source()));
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
      Activity act = by.nextAct(span, stretch, at.since(), at.thatDayCounts());
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
    Due due = by.due(in, changesCountUntil(stretch, act), since, at.done());
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
    ledger.add(by, new Entry(span, stretch, since, due, act, at.sinceCell()));
    return true;
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
