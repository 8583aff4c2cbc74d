package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** Plans that are open together and should not be (CIN census rules 4001 to 4017, 8565). */
final class PlansAtOnce implements RecordCheck {

  @Override
  public String id() {
    return "dq-open-closed";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span("child protection plan"), Need.span("child in need plan"));
  }

  private static final String PROTECTION = "child protection plan";
  private static final String NEED = "child in need plan";

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (String kind : List.of(PROTECTION, NEED)) {
      Span before = null;
      for (Span one : record.timeline().spans(kind)) {
        LocalDate end = before == null ? null : before.to();
        if (before != null
            && before.source().extract().equals(one.source().extract())
            && (end == null || one.from().isBefore(end))) {
          found.add(
              found(
                  one,
                  "The "
                      + kind
                      + " began on "
                      + one.from()
                      + ", before the one before it had ended."));
        }
        before = one;
      }
    }
    if (record.timeline().isOpenOn(NEED, record.asAt())) {
      findOpen(record)
          .map(one -> found(one, "A child protection plan and a child in need plan are both open."))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Span> findOpen(ChildRecord record) {
    return record.timeline().spans(PROTECTION).stream()
        .filter(one -> one.isOpenOn(record.asAt()))
        .findFirst();
  }

  private static Found found(Span at, String problem) {
    return new Found(
        at.source(), at.from().toString(), problem, "Both were judged, each by its own rules.");
  }
}
