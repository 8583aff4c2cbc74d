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

/** A conference on a Saturday, a Sunday or a bank holiday (CIN census rule 8875). */
final class ConferencesOnDaysOff implements RecordCheck {

  @Override
  public String id() {
    return "dq-conference-weekend";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.copyOf(CONFERENCES);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.activity("initial child protection conference"));
  }

  private static final List<String> CONFERENCES =
      List.of("initial child protection conference", "child protection review conference");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (String kind : CONFERENCES) {
      for (Activity one : record.timeline().activities(kind)) {
        if (Rows.isRecent(one.on(), record.asAt(), limits.get("days back"))
            && record.calendar().covers(one.on())
            && !record.calendar().isWorkingDay(one.on())) {
          found.add(
              new Found(
                  one.source(),
                  one.on().toString(),
                  "The " + kind + " of " + one.on() + " is on a weekend or bank holiday.",
                  "The day was believed."));
        }
      }
    }
    return found;
  }
}
