package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
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
    boolean open =
        record.timeline().spans(Kinds.OPEN_CASE).stream().anyMatch(one -> one.isOpenOn(asAt));
    List<Allocation> holders =
        Holders.of(record).stream()
            .filter(one -> !Holders.from(one).isAfter(asAt) && !one.worker().isEmpty())
            .toList();
    if (!open || holders.isEmpty()) {
      return List.of();
    }
    LocalDate yearAgo = asAt.minusYears(1);
    long inAYear =
        holders.stream()
            .filter(one -> one.to() == null || one.to().isAfter(yearAgo))
            .map(Allocation::worker)
            .distinct()
            .count();
    long ever = holders.stream().map(Allocation::worker).distinct().count();
    if (inAYear < limits.get("in a year") && ever < limits.get("ever")) {
      return List.of();
    }
    return List.of(
        new Found(
            holders.get(holders.size() - 1).source(),
            "",
            inAYear + " workers in the last year, " + ever + " in all.",
            "It changes no date."));
  }
}
