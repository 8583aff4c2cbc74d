package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A child whose case is open and whom nobody holds (SSDA903 rules SW01 to SW17). */
final class Unallocated implements RecordCheck {

  @Override
  public String id() {
    return "dq-unallocated";
  }

  @Override
  public List<String> limits() {
    return List.of("days");
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
    for (Span open : record.timeline().spans(Kinds.OPEN_CASE)) {
      if (open.isOpenOn(asAt)
          && ChronoUnit.DAYS.between(open.from(), asAt) > limits.get("days")
          && record.timeline().findAllocation(asAt).isEmpty()) {
        return List.of(
            new Found(
                open.source(),
                "",
                "The case is open since "
                    + open.from()
                    + ", and no team or worker holds the child.",
                "Nobody can be asked; it stands under no team."));
      }
    }
    return List.of();
  }
}
