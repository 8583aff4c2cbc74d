package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** Something done for a child after the day of death, whatever source tells of that. */
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
  public List<List<Need>> orNeeds() {
    return List.of(List.of(Need.span(Kinds.EPISODE, Span.REASON_CEASED)));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    LocalDate died = record.timeline().life().died();
    if (died == null) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (Activity one : record.activities()) {
      if (one.on().isAfter(died)) {
        found.add(
            new Found(
                one.source(),
                one.on().toString(),
                "This is dated after the day of death.",
                "Nothing is owed after that day."));
      }
    }
    return found;
  }
}
