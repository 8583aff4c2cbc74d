package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** A care plan and a placement of which one says that it is to last to 18, and the other not. */
final class PlanAgainstPlacement implements RecordCheck {

  private static final String CARE_PLAN = "care plan";
  private static final String LONG_TERM_FOSTERING = "LTFOST18";

  /** Plans that end a placement: going home, or adoption. */
  private static final Set<String> NOT_TO_LAST = Set.of("RETURN1M", "RETURN6M", "ADOPTION");

  /** Foster placements that are coded as long-term. */
  private static final Set<String> TO_LAST = Set.of("U1", "U4");

  @Override
  public String id() {
    return "dq-plan-placement";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(CARE_PLAN), Need.span(Kinds.PLACEMENT_RECORD));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Timeline timeline = record.timeline();
    LocalDate night = record.asAt();
    Span plan = lastOpen(timeline, CARE_PLAN, night);
    Span stay = plan == null ? null : lastOpen(timeline, Kinds.PLACEMENT, night);
    if (plan == null || stay == null) {
      return List.of();
    }
    boolean lasting =
        TO_LAST.contains(stay.code()) || timeline.isOpenOn(Kinds.INTENDED_TO_LAST_TO_18, night);
    String planned = plan.code();
    if (planned.equals(LONG_TERM_FOSTERING) && !lasting) {
      return List.of(
          found(
              plan,
              "The care plan is long-term fostering, and the placement is not recorded as"
                  + " intended to last to 18.",
              "Visits were judged by the placement: every six weeks."));
    }
    return NOT_TO_LAST.contains(planned) && lasting
        ? List.of(
            found(
                plan,
                "The placement is recorded as intended to last to 18, and the care plan is another.",
                "Visits were judged by the placement: after a year every three months."))
        : List.of();
  }

  private static @Nullable Span lastOpen(Timeline timeline, String kind, LocalDate night) {
    Span last = null;
    for (Span one : timeline.spans(kind)) {
      last = one.isOpenOn(night) ? one : last;
    }
    return last;
  }

  private static Found found(Span plan, String problem, String effect) {
    return new Found(plan.source(), plan.code(), problem, effect);
  }
}
