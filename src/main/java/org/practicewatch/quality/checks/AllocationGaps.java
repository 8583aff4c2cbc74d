package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Holders;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** Days on which nobody held a child looked after, between two who did. */
final class AllocationGaps implements RecordCheck {

  @Override
  public String id() {
    return "dq-alloc-gap";
  }

  @Override
  public List<String> limits() {
    return List.of("days", "days back");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.allocation(), Need.span(Kinds.EPISODE));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    LocalDate held = null;
    for (Allocation one : record.holders()) {
      LocalDate from = Holders.from(one);
      if (held != null && ChronoUnit.DAYS.between(held, from) > limits.get("days")) {
        LocalDate middle = held.plusDays(1);
        boolean inCare =
            record.timeline().spans(Kinds.PERIOD_OF_CARE).stream()
                .anyMatch(period -> period.contains(middle) && period.contains(from));
        if (inCare && Rows.isRecent(from, record.asAt(), limits.get("days back"))) {
          found.add(
              new Found(
                  one.source(),
                  from.toString(),
                  "Nobody is recorded as holding the child from " + middle + " until " + from + ".",
                  "What was due between is counted under no team."));
        }
      }
      LocalDate to = one.to();
      if (to == null) {
        return found;
      }
      held = held == null || to.isAfter(held) ? to : held;
    }
    return found;
  }
}
