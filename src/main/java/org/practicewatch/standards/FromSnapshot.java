package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.practicewatch.calendar.Length;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.standards.Timescale.Count;
import org.practicewatch.standards.Timescale.Due;
import org.practicewatch.standards.WhereOwed.Numbered;

/**
 * What a snapshot can say: whether the child is in timescale now. It never proves that an earlier
 * one was late (how we count, "A snapshot says what is now").
 */
final class FromSnapshot {

  private final Timeline timeline;
  private final Function<LocalDate, OneVersion> inForceOn;
  private final Ledger ledger;

  /**
   * @param inForceOn the version by which a day is judged
   */
  FromSnapshot(Timeline timeline, Function<LocalDate, OneVersion> inForceOn, Ledger ledger) {
    this.timeline = timeline;
    this.inForceOn = inForceOn;
    this.ledger = ledger;
  }

  /** Judges a span by the latest of its kind alone; returns the version by which it was judged. */
  OneVersion currency(OneVersion first, Numbered in) {
    Span span = in.span();
    OneVersion by =
        timeline
            .findLatest(first.standard().metBy())
            .map(Latest::on)
            .filter(on -> on.isAfter(span.from()))
            .map(inForceOn)
            .orElse(first);
    Optional<Latest> latest = timeline.findLatest(by.standard().metBy());
    List<Stretch> stretches = new WhereOwed(by).stretches(span);
    if (latest.isEmpty() || stretches.isEmpty() || span.to() != null) {
      return by;
    }
    Stretch now = stretches.get(stretches.size() - 1);
    if (now.to() != null) {
      return by;
    }
    LocalDate on = latest.get().on();
    if (on == null || (on.isBefore(now.from()) && !countsBeforehand(by, now, on))) {
      firstIsOpen(by, in, now, on);
      return by;
    }
    return latestIsKnown(in, now, latest.get(), on, 0);
  }

  private static boolean countsBeforehand(OneVersion by, Stretch now, LocalDate on) {
    Length before = by.standard().doneBeforehandCounts();
    return before != null && !on.isBefore(before.before(now.from(), by.calendar()));
  }

  private void firstIsOpen(OneVersion by, Numbered in, Stretch now, @Nullable LocalDate before) {
    Span span = in.span();
    PracticeStandard standard = by.standard();
    Length exempting =
        standard.notOwedIfDone() != null ? standard.notOwedIfDone() : standard.runsFromTheFirst();
    boolean recent =
        before != null
            && exempting != null
            && !before.isBefore(exempting.before(span.from(), by.calendar()));
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
    Due due = span.startKnown() ? by.due(in, now.to(), since, 0) : Due.CANNOT_TELL;
    if (due != null) {
      LocalDate known = span.startKnown() ? since : null;
      ledger.add(by, new Entry(span, now, known, due, null, span.source()));
    }
  }

  /**
   * What a snapshot says happened after everything that is told act by act. The acts alone then do
   * not prove that the child is overdue.
   */
  Optional<Latest> findNewer(OneVersion by, Stretch stretch, LocalDate since) {
    PracticeStandard standard = by.standard();
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

  /**
   * Judges what comes after the latest; whether that was the next or a later one is not said, so
   * both are tried. Returns the version by which it was judged.
   */
  OneVersion latestIsKnown(Numbered in, Stretch now, Latest latest, LocalDate on, int doneBefore) {
    OneVersion by = inForceOn.apply(on);
    if (by.standard().timescale().once()) {
      return by;
    }
    int atLeast = doneBefore == Count.MANY ? doneBefore : doneBefore + 1;
    Due sooner = by.due(in, now.to(), on, atLeast);
    Due later = by.due(in, now.to(), on, Count.MANY);
    if (sooner == null || later == null) {
      return by;
    }
    LocalDate soonerOn = sooner.on();
    LocalDate laterOn = later.on();
    LocalDate asAt = timeline.asAt();
    Due due = later;
    if (soonerOn != null && laterOn != null && soonerOn.isBefore(laterOn)) {
      Due first = by.due(in, now.to(), now.from(), 0);
      LocalDate secondDue =
          first == null || first.on() == null ? null : lastOfTheSecond(by, in, now, first.on());
      boolean surelyLater = secondDue != null && !on.isBefore(secondDue);
      if (!surelyLater && !asAt.isAfter(soonerOn)) {
        due = sooner;
      } else if (!surelyLater && !asAt.isAfter(laterOn)) {
        due = Due.CANNOT_TELL;
      }
    }
    ledger.add(by, new Entry(in.span(), now, on, due, null, latest.source()));
    return by;
  }

  private static @Nullable LocalDate lastOfTheSecond(
      OneVersion by, Numbered in, Stretch now, LocalDate firstDue) {
    Due second = by.due(in, now.to(), firstDue, 1);
    return second == null ? null : second.on();
  }
}
