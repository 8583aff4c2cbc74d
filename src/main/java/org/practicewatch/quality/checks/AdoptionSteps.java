package org.practicewatch.quality.checks;

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

/**
 * Steps towards adoption that are missing or in the wrong order (SSDA903 rules 331, 521 and 551).
 */
final class AdoptionSteps implements RecordCheck {

  @Override
  public String id() {
    return "dq-adoption";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.PLACED_FOR_ADOPTION), Need.activity("adoption decision"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    List<Activity> decisions = record.timeline().activities("adoption decision");
    for (Span placed : record.timeline().spans(Kinds.PLACED_FOR_ADOPTION)) {
      if (decisions.stream().noneMatch(one -> !one.on().isAfter(placed.from()))) {
        boolean none = decisions.isEmpty();
        found.add(
            new Found(
                placed.source(),
                placed.from().toString(),
                none
                    ? "Placed for adoption, and there is no decision for it (rule 551)."
                    : "Placed for adoption before that was decided (rule 521).",
                "The times to match and to place cannot be judged."));
      }
      for (Activity match : record.timeline().activities("matched with adopters")) {
        if (match.on().isAfter(placed.from()) && placed.contains(match.on())) {
          found.add(
              new Found(
                  match.source(),
                  match.on().toString(),
                  "Matched on "
                      + match.on()
                      + ", after having been placed on "
                      + placed.from()
                      + " (rule 331).",
                  "Both were read as they stand."));
        }
      }
    }
    return found;
  }
}
