package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;
import org.practicewatch.quality.Visits;

/** A visit that was recorded before the day on which it happened. */
final class RecordedBeforeItHappened implements RecordCheck {

  @Override
  public String id() {
    return "dq-visit-late-recorded";
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
    return List.of(Need.activity("visit recorded"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (Activity recorded : record.timeline().activities("visit recorded")) {
      for (Activity visit : record.visitsOfTheLast(limits.get("days back"))) {
        if (recorded.on().isBefore(visit.on())
            && !recorded.refs().isEmpty()
            && recorded.refs().stream().anyMatch(visit.refs()::contains)) {
          found.add(
              new Found(
                  recorded.source(),
                  recorded.on().toString(),
                  "Recorded on " + recorded.on() + ", before the visit on " + visit.on() + ".",
                  "The day of the visit was believed."));
        }
      }
    }
    return found;
  }
}
