package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Holders;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A child who has had many workers (Worcestershire counted three in a year, six in all). */
final class ManyWorkers implements RecordCheck {

  @Override
  public String id() {
    return "dq-sw-distribution";
  }

  @Override
  public List<String> limits() {
    return List.of("in a year", "ever");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.of(Kinds.OPEN_CASE);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.allocation());
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    LocalDate asAt = record.asAt();
    if (record.holders().isEmpty() || !record.timeline().isOpenOn(Kinds.OPEN_CASE, asAt)) {
      return List.of();
    }
    LocalDate yearAgo = asAt.minusYears(1);
    Set<String> inAYear = new HashSet<>();
    Set<String> ever = new HashSet<>();
    Allocation last = null;
    for (Allocation one : record.holders()) {
      if (!Holders.from(one).isAfter(asAt) && !one.worker().isEmpty()) {
        last = one;
        ever.add(one.worker());
        if (one.to() == null || one.to().isAfter(yearAgo)) {
          inAYear.add(one.worker());
        }
      }
    }
    boolean many = inAYear.size() >= limits.get("in a year") || ever.size() >= limits.get("ever");
    if (last == null || !many) {
      return List.of();
    }
    return List.of(
        new Found(
            last.source(),
            "",
            inAYear.size() + " workers in the last year, " + ever.size() + " in all.",
            "It changes no date."));
  }
}
