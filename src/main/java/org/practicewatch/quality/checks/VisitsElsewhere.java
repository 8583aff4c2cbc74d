package org.practicewatch.quality.checks;

import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;
import org.practicewatch.quality.Visits;

/** Recent visits of which none was in person at home (Wokingham, City of London). */
final class VisitsElsewhere implements RecordCheck {

  @Override
  public String id() {
    return "dq-visit-type";
  }

  @Override
  public List<String> limits() {
    return List.of("days back", "visits");
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
    List<Activity> visits = record.visitsOfTheLast(limits.get("days back"));
    if (visits.size() < limits.get("visits")) {
      return List.of();
    }
    for (Activity one : visits) {
      if (!one.marks().contains("virtual") && !one.marks().contains("at school")) {
        return List.of();
      }
    }
    Activity last = visits.get(visits.size() - 1);
    return List.of(
        new Found(
            last.source(),
            last.on().toString(),
            "All "
                + visits.size()
                + " visits since "
                + visits.get(0).on()
                + " were virtual or at school.",
            "They were counted as visits."));
  }
}
