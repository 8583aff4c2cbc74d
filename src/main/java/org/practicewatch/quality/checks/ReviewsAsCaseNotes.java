package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A review that stands as a case note and not on its form, as Croydon found. */
final class ReviewsAsCaseNotes implements RecordCheck {

  @Override
  public String id() {
    return "dq-review-casenote";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.activity("looked-after review"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (Activity one : record.activities()) {
      if (one.marks().contains("case note only")
          && one.kind().equals("looked-after review")
          && Rows.isRecent(one.on(), record.asAt(), limits.get("days back"))) {
        found.add(
            new Found(
                one.source(),
                one.on().toString(),
                "The review of " + one.on() + " is a case note, and not on its form.",
                "It was counted as held."));
      }
    }
    return found;
  }
}
