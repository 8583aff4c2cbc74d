package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.List;
import org.practicewatch.casework.Life;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A child whose birth was expected by now, and of whom no date of birth is recorded. */
final class BirthOverdue implements RecordCheck {

  @Override
  public String id() {
    return "dq-birth-overdue";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.noted(Life.EXPECTED_BIRTH, Life.DAY));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Life life = record.timeline().life();
    LocalDate expected = life.expected();
    if (expected == null
        || life.child().born() != null
        || life.died() != null
        || !expected.isBefore(record.asAt())) {
      return List.of();
    }
    return List.of(
        new Found(
            life.child().source(),
            expected.toString(),
            "The birth was expected by " + expected + ", and no date of birth is recorded.",
            "What depends on the child's age cannot be judged."));
  }
}
