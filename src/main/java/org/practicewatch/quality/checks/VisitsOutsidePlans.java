package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A visit under a plan on a day on which the child had no such plan. */
final class VisitsOutsidePlans implements RecordCheck {

  @Override
  public String id() {
    return "dq-visit-outside";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.of("child in need visit", "child in need plan");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.activity("child protection visit"), Need.span("child protection plan"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    outside(record, "child protection visit", "child protection plan", limits, found);
    outside(record, "child in need visit", "child in need plan", limits, found);
    return found;
  }

  private static void outside(
      ChildRecord record, String visit, String plan, Limits limits, List<Found> found) {
    for (Activity one : record.timeline().activities(visit)) {
      if (Rows.isRecent(one.on(), record.asAt(), limits.get("days back"))
          && !isDuring(record.timeline().spans(plan), one.on())) {
        found.add(
            new Found(
                one.source(),
                one.on().toString(),
                "The " + visit + " of " + one.on() + " is in no " + plan + " of the record.",
                "It meets nothing that was owed."));
      }
    }
  }

  private static boolean isDuring(List<Span> plans, LocalDate day) {
    for (Span plan : plans) {
      if (plan.contains(day)) {
        return true;
      }
    }
    return false;
  }
}
