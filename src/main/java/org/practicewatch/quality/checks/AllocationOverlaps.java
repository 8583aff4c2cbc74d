package org.practicewatch.quality.checks;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Allocation;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Holders;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** Two workers recorded as holding a child at once, and still. */
final class AllocationOverlaps implements RecordCheck {

  @Override
  public String id() {
    return "dq-alloc-overlap";
  }

  @Override
  public List<String> limits() {
    return List.of("days");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.allocation());
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Allocation> open = new ArrayList<>();
    for (Allocation one : record.holders()) {
      boolean ended = one.to() != null || Holders.from(one).isAfter(record.asAt());
      if (!ended && !one.worker().isEmpty()) {
        open.add(one);
      }
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i + 1 < open.size(); i++) {
      Allocation next = open.get(i + 1);
      boolean other = !open.get(i).worker().equals(next.worker());
      boolean forLong =
          ChronoUnit.DAYS.between(Holders.from(next), record.asAt()) > limits.get("days");
      if (other && forLong) {
        found.add(
            new Found(
                open.get(i).source(),
                "",
                "This worker still holds the child, though another took over on "
                    + Holders.from(next)
                    + ".",
                "The one who took over last was believed."));
      }
    }
    return found;
  }
}
