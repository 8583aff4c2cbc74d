package org.practicewatch.quality.checks;

import java.util.List;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** Something done after the day on which the child died. */
final class AfterDeath implements RecordCheck {

  @Override
  public String id() {
    return "dq-after-death";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.DEATH));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    return record.timeline().spans(Kinds.DEATH).stream()
        .limit(1)
        .flatMap(
            death ->
                record
                    .of(Activity.class)
                    .filter(one -> one.on().isAfter(death.from()))
                    .map(
                        one ->
                            new Found(
                                one.source(),
                                one.on().toString(),
                                "This is dated after the day of death.",
                                "Nothing is owed after that day.")))
        .toList();
  }
}
