package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * A missing episode that cannot be so: open though care has ended, or over another (SSDA903 rules
 * 564 to 580).
 */
final class MissingEpisodes implements RecordCheck {

  @Override
  public String id() {
    return "dq-missing-episode";
  }

  @Override
  public Set<String> looksAtToo() {
    return Set.of(Kinds.PERIOD_OF_CARE);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span("missing"));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    Span before = null;
    for (Span one : record.timeline().spans("missing")) {
      LocalDate end = before == null ? null : before.to();
      if (before != null
          && before.source().extract().equals(one.source().extract())
          && (end == null || one.from().isBefore(end))) {
        found.add(
            new Found(
                one.source(),
                one.from().toString(),
                "The child went missing before having returned from the time before.",
                "Both were judged as they stand."));
      }
      if (one.to() == null && isBack(record.timeline(), one)) {
        found.add(
            new Found(
                one.source(),
                one.from().toString(),
                "The child is recorded as missing, and care has ended since.",
                "No return interview was taken as owed."));
      }
      before = one;
    }
    return found;
  }

  private static boolean isBack(Timeline timeline, Span missing) {
    List<Span> care = timeline.spans(Kinds.PERIOD_OF_CARE);
    return !care.isEmpty()
        && care.stream().anyMatch(period -> period.contains(missing.from()))
        && care.stream().noneMatch(period -> period.isOpenOn(timeline.asAt()));
  }
}
