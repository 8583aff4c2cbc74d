package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.standards.Timescale.Due;
import org.practicewatch.standards.WhereOwed.Numbered;

/** Something that prepares something else, such as a report for a review: looked for backwards. */
final class Preparation {

  private final Function<LocalDate, OneVersion> inForceOn;
  private final Ledger ledger;

  /**
   * @param inForceOn the version by which a day is judged
   */
  Preparation(Function<LocalDate, OneVersion> inForceOn, Ledger ledger) {
    this.inForceOn = inForceOn;
    this.ledger = ledger;
  }

  /** Counts before each of the activities that a version prepares. */
  void before(OneVersion tonight, String kind) {
    LocalDate last = null;
    for (Activity prepared : new WhereOwed(tonight).starts(List.of(kind))) {
      OneVersion by = inForceOn.apply(last == null ? prepared.on() : last);
      LocalDate childhoodEnds = new Ends(by).ofChildhood();
      if (childhoodEnds != null && prepared.on().isAfter(childhoodEnds)) {
        return;
      }
      Optional<Span> around = new WhereOwed(by).findAround(prepared);
      if (around.isPresent() || by.standard().during().isEmpty()) {
        LocalDate begins = around.map(Span::from).orElse(null);
        LocalDate opens = last == null || (begins != null && begins.isAfter(last)) ? begins : last;
        prepare(by, prepared, opens, last != null && last.equals(opens));
      }
      last = prepared.on();
    }
  }

  /** What comes again so soon that it could not have been prepared in time owes nothing. */
  private void prepare(
      OneVersion by, Activity prepared, @Nullable LocalDate opens, boolean afterOpening) {
    LocalDate day = prepared.on();
    Set<String> refs = prepared.refs();
    Span span =
        new Span(
            prepared.childId(), prepared.kind(), day, day, "", refs, Map.of(), prepared.source());
    Due due = by.due(new Numbered(span, 1), null, day, 0);
    LocalDate lastDay = due == null ? null : due.on();
    boolean tooSoon =
        opens != null
            && lastDay != null
            && (lastDay.isBefore(opens) || (afterOpening && lastDay.equals(opens)));
    if (due == null || tooSoon) {
      return;
    }
    List<Activity> ready =
        by.acts().stream()
            .filter(act -> !act.on().isAfter(day) && by.mayBelong(span, act.refs()))
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
    Stretch stretch = new Stretch(day, day, day);
    ledger.add(by, new Entry(span, stretch, opens, due, act, prepared.source()));
  }
}
