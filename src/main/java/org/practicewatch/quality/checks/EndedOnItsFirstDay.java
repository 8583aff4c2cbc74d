package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A plan or placement that ended on the day on which it began. */
final class EndedOnItsFirstDay implements RecordCheck {

  @Override
  public String id() {
    return "dq-same-day";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.copyOf(KINDS);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span("child protection plan"));
  }

  private static final List<String> KINDS =
      List.of("child protection plan", "child in need plan", Kinds.PLACEMENT_RECORD, Kinds.EPISODE);

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (String kind : KINDS) {
      for (Span one : record.spans(kind)) {
        if (one.from().equals(one.to())
            && Rows.isRecent(one.from(), record.asAt(), limits.get("days back"))) {
          found.add(
              new Found(
                  one.source(),
                  one.from().toString(),
                  "The " + kind + " began and ended on " + one.from() + ".",
                  "Nothing was owed during it."));
        }
      }
    }
    return found;
  }
}
