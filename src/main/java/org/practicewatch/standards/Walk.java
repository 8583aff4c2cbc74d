package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.SpanCount.Reached;
import org.practicewatch.standards.Timescale.Due;
import org.practicewatch.standards.WhereOwed.Numbered;

/**
 * The walk over one child's timeline for one standard, written once for every kind of clock. Each
 * count is judged by the version that is in force when it begins (how we count, "The version of the
 * day").
 */
final class Walk {

  private final Versions versions;
  private final Timeline timeline;
  private final Sources sources;
  private final WorkingDays calendar;
  private final Ledger ledger;
  private final FromSnapshot snapshot;
  private final List<OneVersion> held = new ArrayList<>();

  Walk(Versions versions, Timeline timeline, Sources sources, WorkingDays calendar) {
    this.versions = versions;
    this.timeline = timeline;
    this.sources = sources;
    this.calendar = calendar;
    this.ledger = new Ledger(versions);
    this.snapshot = new FromSnapshot(timeline, this::inForceOn, ledger);
  }

  private OneVersion inForceOn(LocalDate day) {
    return held(versions.inForceOn(day));
  }

  private OneVersion held(PracticeStandard version) {
    for (OneVersion one : held) {
      if (one.isOf(version)) {
        return one;
      }
    }
    OneVersion one = OneVersion.of(version, timeline, calendar);
    held.add(one);
    return one;
  }

  List<Versions.Owing> owed() {
    OneVersion tonight = inForceOn(timeline.asAt());
    String prepared = tonight.standard().beforeEach();
    if (prepared != null) {
      new Preparation(this::inForceOn, ledger).before(tonight, prepared);
    } else {
      for (Numbered in : new WhereOwed(tonight).spans()) {
        owedIn(in);
      }
    }
    Doubt doubt = new Doubt(tonight);
    for (Span care : doubt.perhapsEligible()) {
      addAnybodysGuess(tonight, care);
    }
    int number = 0;
    for (Gap gap : doubt.unreadableSpans()) {
      number++;
      ledger.addUndated(tonight, number, gap.source());
    }
    return ledger.owed();
  }

  private void owedIn(Numbered in) {
    Span span = in.span();
    OneVersion first = inForceOn(span.from());
    WhereOwed where = new WhereOwed(first);
    if (!where.isOwedIn(span)) {
      return;
    }
    OneVersion last = first;
    if (where.isAnybodysGuess(span)) {
      addAnybodysGuess(first, span);
    } else if (eventsGiven(first.standard())) {
      last = count(first, in);
    } else {
      last = snapshot.currency(first, in);
    }
    outrankedUntilNobodyKnowsWhen(last, span);
    if (new Doubt(last).perhapsLasts(span, ledger.isOutgrownIn(span.from()))) {
      ledger.addUntold(last, span.from(), span.to() == null, span.source());
    }
  }

  private void addAnybodysGuess(OneVersion by, Span span) {
    Stretch whole = Stretch.whole(span);
    ledger.add(by, new Entry(span, whole, null, Due.CANNOT_TELL, null, span.source()));
  }

  private boolean eventsGiven(PracticeStandard standard) {
    return standard.metBy().equals(PracticeStandard.ITS_END)
        || !Collections.disjoint(sources.events(), standard.acts());
  }

  /** Counts a span to its end, by one version after the other; returns the last of them. */
  private OneVersion count(OneVersion first, Numbered in) {
    OneVersion by = first;
    Reached reached = new SpanCount(by, in, versions, snapshot, ledger).fromTheStart();
    while (reached.handedOver() != null) {
      by = held(reached.handedOver().to());
      if (!new WhereOwed(by).isOwedIn(in.span())) {
        return by;
      }
      reached = new SpanCount(by, in, versions, snapshot, ledger).from(reached.handedOver());
    }
    return by;
  }

  /** Where the end of what outranks a span cannot be read, the span may owe something again. */
  private void outrankedUntilNobodyKnowsWhen(OneVersion by, Span span) {
    PracticeStandard standard = by.standard();
    boolean latestTold = span.to() == null && timeline.findLatest(standard.metBy()).isPresent();
    boolean doneForGood = standard.timescale().once() && ledger.anyDoneFrom(span.from());
    if (doneForGood || !(eventsGiven(standard) || latestTold)) {
      return;
    }
    new Doubt(by)
        .findOutrankedUntilNobodyKnowsWhen(span)
        .ifPresent(higher -> ledger.addUntold(by, span.from(), span.to() == null, higher.source()));
  }
}
