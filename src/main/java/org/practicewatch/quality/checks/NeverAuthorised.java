package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** An assessment that was never authorised, on a case that has been closed. */
final class NeverAuthorised implements RecordCheck {

  private static final String ASSESSMENT = "assessment";
  private static final String AUTHORISED = "assessment authorised";

  @Override
  public String id() {
    return "dq-assessment-closed-case";
  }

  @Override
  public List<String> limits() {
    return List.of("days back");
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.of(Kinds.OPEN_CASE);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(ASSESSMENT), Need.activity(AUTHORISED), Need.span("referral"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    Timeline timeline = record.timeline();
    List<Found> found = new ArrayList<>();
    for (Span one : timeline.spans(ASSESSMENT)) {
      if (isOnAClosedCase(one, timeline, limits.get("days back"))
          && timeline.activities(AUTHORISED).stream().noneMatch(act -> isOf(act, one))) {
        found.add(
            new Found(
                one.source(),
                one.from().toString(),
                "The assessment was never authorised, and the case has been closed.",
                "It is missed if it was overdue by then, and is on no list."));
      }
    }
    return found;
  }

  private static boolean isOnAClosedCase(Span assessment, Timeline timeline, int daysBack) {
    for (Span one : timeline.spans(Kinds.OPEN_CASE)) {
      LocalDate to = one.to();
      if (to != null
          && one.isOpenOn(assessment.from())
          && Rows.isRecent(to, timeline.asAt(), daysBack)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Activity authorised, Span assessment) {
    LocalDate on = authorised.on();
    return assessment.isTiedTo(authorised.refs())
        || (!assessment.isTiedElsewhere(authorised.refs()) && !on.isBefore(assessment.from()));
  }
}
