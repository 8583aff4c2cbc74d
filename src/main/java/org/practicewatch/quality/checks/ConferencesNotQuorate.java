package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A conference at which too few were present, so that it was not held. */
final class ConferencesNotQuorate implements RecordCheck {

  @Override
  public String id() {
    return "dq-not-quorate";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.activity("child protection review conference"));
  }

  @Override
  public List<List<Need>> orNeeds() {
    return List.of(List.of(Need.activity("initial child protection conference")));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (Activity one : record.activities()) {
      if (one.marks().contains(Activity.INQUORATE)
          && Rows.isRecent(one.on(), record.asAt(), limits.get("days back"))) {
        found.add(
            new Found(
                one.source(),
                one.on().toString(),
                "The " + one.kind() + " of " + one.on() + " was not quorate.",
                "It was taken as not held."));
      }
    }
    return found;
  }
}
