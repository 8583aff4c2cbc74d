package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A day that stands for no day: the first of January 1900, the last of December 9999. */
final class DefaultDates implements RecordCheck {

  @Override
  public String id() {
    return "dq-default-values";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.child());
  }

  private static final Set<LocalDate> DEFAULTS =
      Set.of(LocalDate.of(1900, 1, 2), LocalDate.of(1901, 1, 1), LocalDate.of(9999, 12, 31));

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    LocalDate born = record.timeline().child().born();
    return born != null && (DEFAULTS.contains(born) || born.getYear() <= 1901)
        ? List.of(
            new Found(
                record.timeline().child().source(),
                born.toString(),
                "The date of birth, " + born + ", stands for no date.",
                "What depends on the age cannot be judged."))
        : List.of();
  }
}
