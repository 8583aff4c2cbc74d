package org.practicewatch.quality.checks;

import java.util.List;
import org.practicewatch.casework.Subject;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * Somebody of whom something is recorded, and who is in no list of persons (SSDA903 rules INT01 to
 * INT09).
 */
final class WithoutPersonRow implements RecordCheck {

  @Override
  public String id() {
    return "dq-orphan";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.child());
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    boolean listed = !record.registered().isEmpty();
    return listed || record.facts().isEmpty() || !Subject.isChild(record.childId())
        ? List.of()
        : List.of(
            new Found(
                record.facts().get(0).source(),
                "",
                "The child stands here, and in no list of persons that was received.",
                "What depends on the age cannot be judged."));
  }
}
