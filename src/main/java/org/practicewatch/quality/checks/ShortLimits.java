package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * A legal status that the law allows for days, recorded for longer (SSDA903 rules 361, 362 and
 * 365).
 */
final class ShortLimits implements RecordCheck {

  @Override
  public String id() {
    return "dq-short-limits";
  }

  @Override
  public List<String> limits() {
    return List.of(
        "days under police protection",
        "days under an emergency protection order",
        "days of one short break");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.EPISODE, Episodes.LEGAL_STATUS));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Map<String, Integer> most =
        Map.of(
            "L1", limits.get("days under police protection"),
            "L2", limits.get("days under an emergency protection order"),
            "V3", limits.get("days of one short break"));
    List<Found> found = new ArrayList<>();
    for (List<Span> episodes : Episodes.of(record)) {
      for (Span one : episodes) {
        Integer days = most.get(one.detail(Episodes.LEGAL_STATUS));
        LocalDate end = one.to() == null ? record.asAt() : one.to();
        if (days != null && ChronoUnit.DAYS.between(one.from(), end) > days) {
          found.add(
              new Found(
                  one.source(),
                  one.detail(Episodes.LEGAL_STATUS),
                  "This legal status cannot last more than "
                      + days
                      + " days, and is recorded from "
                      + one.from()
                      + (one.to() == null ? " on." : " to " + one.to() + "."),
                  "It was judged as it stands."));
        }
      }
    }
    return found;
  }
}
