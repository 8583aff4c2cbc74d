package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;

/**
 * A child's record as checks see it.
 *
 * @param facts the rows as received, older extracts first, what lies after the night included
 * @param timeline what was made of them; nothing after the night
 * @param calendar the working days
 */
public record ChildRecord(List<? extends Fact> facts, Timeline timeline, WorkingDays calendar) {

  public LocalDate asAt() {
    return timeline.asAt();
  }

  public String childId() {
    return timeline.child().childId();
  }

  /** Spans of a kind as received. */
  public Stream<Span> spans(String kind) {
    return of(Span.class).filter(span -> span.kind().equals(kind));
  }

  /** Activities of a kind as received. */
  public Stream<Activity> activities(String kind) {
    return of(Activity.class).filter(done -> done.kind().equals(kind));
  }

  /** Facts of a form as received. */
  public <F extends Fact> Stream<F> of(Class<F> form) {
    return facts.stream().filter(form::isInstance).map(form::cast);
  }
}
