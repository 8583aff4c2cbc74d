package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.List;
import org.practicewatch.casework.Child;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A date of birth that cannot be so. */
final class DatesOfBirth implements RecordCheck {

  @Override
  public String id() {
    return "dq-dob";
  }

  @Override
  public List<String> limits() {
    return List.of("months before birth", "oldest");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.child());
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Child child = record.timeline().child();
    LocalDate born = child.born();
    if (born == null) {
      return List.of();
    }
    if (born.isAfter(record.asAt().plusMonths(limits.get("months before birth")))) {
      return List.of(found(child, "The date of birth, " + born + ", is too far in the future."));
    }
    Integer age = child.ageOn(record.asAt());
    return age != null && age > limits.get("oldest")
        ? List.of(
            found(child, "By the date of birth, " + born + ", this is a person of " + age + "."))
        : List.of();
  }

  private static Found found(Child child, String problem) {
    return new Found(child.source(), "", problem, "It was used as it stands.");
  }
}
