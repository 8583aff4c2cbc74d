package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;
import org.practicewatch.quality.Visits;

/** Two rows for visits of one sort on one day, in one extract. */
final class VisitsTwice implements RecordCheck {

  @Override
  public String id() {
    return "dq-visit-duplicate";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.copyOf(Visits.KINDS);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.activity("looked-after visit"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Map<String, Activity> seen = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (Activity one : record.visitsOfTheLast(limits.get("days back"))) {
      String same = one.kind() + one.on() + one.source().extract();
      Activity before = seen.putIfAbsent(same, one);
      if (before != null) {
        found.add(
            new Found(
                one.source(),
                one.on().toString(),
                "There are two "
                    + one.kind()
                    + "s on "
                    + one.on()
                    + "; see also "
                    + before.source()
                    + ".",
                "Two on one day meet what one meets."));
      }
    }
    return found;
  }
}
