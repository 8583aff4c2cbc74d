package org.practicewatch.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;

/** What was found to be owed to one child by one standard, numbered within each span. */
final class Ledger {

  private final Versions versions;
  private final List<Versions.Owing> owed = new ArrayList<>();
  private final Map<LocalDate, Integer> numbers = new HashMap<>();
  private final Set<LocalDate> metOne = new HashSet<>();
  private final Set<LocalDate> outgrownIn = new HashSet<>();

  Ledger(Versions versions) {
    this.versions = versions;
  }

  List<Versions.Owing> owed() {
    return owed;
  }

  /** Whether an act of that day has met something already. */
  boolean hasMetOne(Activity act) {
    return metOne.contains(act.on());
  }

  /** Whether something counted from a day has been done. */
  boolean anyDoneFrom(LocalDate duringFrom) {
    for (Versions.Owing one : owed) {
      Obligation obligation = one.obligation();
      if (obligation.done() != null && duringFrom.equals(obligation.duringFrom())) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is next in a span is due only when the child is too old for it. */
  boolean isOutgrownIn(LocalDate duringFrom) {
    return outgrownIn.contains(duringFrom);
  }

  /** Judges one thing and notes it, unless it was never owed. */
  void add(OneVersion by, Entry entry) {
    Activity act = entry.act();
    Timeliness timeliness = entry.timeliness(by);
    boolean outgrown = act == null && entry.isOutgrown(by);
    if (outgrown) {
      outgrownIn.add(entry.stretch().duringFrom());
    }
    if (timeliness == null || outgrown || entry.isAfterTheEnd(by)) {
      return;
    }
    if (act != null) {
      metOne.add(act.on());
    }
    CellRef source = act == null ? entry.sinceCell() : act.source();
    Optional<CellRef> doubt = new Doubt(by).findOf(entry);
    boolean endReadable = entry.span().endReadable();
    boolean uncertain =
        switch (timeliness) {
          case LATE, OVERDUE, MISSED -> doubt.isPresent() || !endReadable;
          case DUE_SOON, NOT_YET_DUE -> !endReadable;
          default -> false;
        };
    if (uncertain) {
      timeliness = Timeliness.CANNOT_TELL;
      source = doubt.orElse(source);
    }
    Stretch stretch = entry.stretch();
    owe(
        by,
        new Obligation(
            by.standard().id(),
            stretch.duringFrom(),
            numbers.merge(stretch.duringFrom(), 1, Integer::sum),
            entry.since(),
            entry.due().on(),
            act == null ? null : act.on(),
            timeliness,
            entry.overUntil(timeliness, by.timeline().asAt()),
            act == null && stretch.to() == null,
            source));
  }

  /** Something may be owed in a span, from a day that nobody can read. */
  void addUntold(OneVersion by, LocalDate duringFrom, boolean current, CellRef source) {
    int number = numbers.merge(duringFrom, 1, Integer::sum);
    owe(by, cannotTell(by, duringFrom, number, current, source));
  }

  /** A span of which even the start cannot be read. */
  void addUndated(OneVersion by, int number, CellRef source) {
    owe(by, cannotTell(by, null, number, true, source));
  }

  private static Obligation cannotTell(
      OneVersion by, @Nullable LocalDate duringFrom, int number, boolean current, CellRef source) {
    return new Obligation(
        by.standard().id(),
        duringFrom,
        number,
        null,
        null,
        null,
        Timeliness.CANNOT_TELL,
        null,
        current,
        source);
  }

  private void owe(OneVersion by, Obligation obligation) {
    LocalDate began = obligation.since() == null ? obligation.duringFrom() : obligation.since();
    if (began == null || versions.areInForceOn(began)) {
      owed.add(new Versions.Owing(by.standard(), obligation));
    }
  }
}
