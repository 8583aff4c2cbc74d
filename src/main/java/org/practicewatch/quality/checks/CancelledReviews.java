package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A review that was cancelled and has a day on which it was held. */
final class CancelledReviews implements RecordCheck {

  @Override
  public String id() {
    return "dq-review-cancelled";
  }

  @Override
  public List<Need> needs() {
    return List.of(
        Need.noted("looked-after review", "cancelled"), Need.noted("looked-after review", "held"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (Noted review : Rows.newest(record, "looked-after review", "held")) {
      if (review.detail("cancelled").equals("yes") && review.findDay("held").isPresent()) {
        found.add(
            new Found(
                review.source(),
                review.detail("held"),
                "The review was cancelled, and has a day on which it was held.",
                "It was not counted as held."));
      }
    }
    return found;
  }
}
