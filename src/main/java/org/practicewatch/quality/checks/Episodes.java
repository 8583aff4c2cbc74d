package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;

/** The episodes of a return, or where no return came, what a case system says in their place. */
final class Episodes {

  private Episodes() {}

  /**
   * Rows that give a legal status and a placement: the episodes of a return, or else what a case
   * system gives of each, for the days on which both held.
   */
  static List<List<Episode>> withStatusAndPlacement(ChildRecord record) {
    if (isReturn(record, Episode.PLACEMENT_TYPE)) {
      return record.episodes();
    }
    List<Episode> both = new ArrayList<>();
    for (Span place : record.timeline().spans(Kinds.PLACEMENT_RECORD)) {
      for (Span status : record.timeline().spans(Kinds.LEGAL_STATUS)) {
        if (place.overlaps(status)) {
          Span later = status.from().isAfter(place.from()) ? status : place;
          both.add(new Episode(later, status.code(), place.code(), "", ""));
        }
      }
    }
    return List.of(both);
  }

  /** Rows that give a legal status: the episodes of a return, or else those of a case system. */
  static List<List<Episode>> withStatus(ChildRecord record) {
    if (isReturn(record, Episode.LEGAL_STATUS)) {
      return record.episodes();
    }
    List<Episode> statuses = new ArrayList<>();
    for (Span status : record.timeline().spans(Kinds.LEGAL_STATUS)) {
      statuses.add(new Episode(status, status.code(), "", "", ""));
    }
    return List.of(statuses);
  }

  /** Rows that give a placement: the episodes of a return, or else those of a case system. */
  static List<List<Episode>> withPlacement(ChildRecord record) {
    if (isReturn(record, Episode.PLACEMENT_TYPE)) {
      return record.episodes();
    }
    List<Episode> placements = new ArrayList<>();
    for (Span placement : record.timeline().spans(Kinds.PLACEMENT_RECORD)) {
      placements.add(placed(placement, record.timeline()));
    }
    return List.of(placements);
  }

  private static Episode placed(Span one, Timeline timeline) {
    boolean begins = false;
    boolean ends = false;
    for (Span care : timeline.spans(Kinds.PERIOD_OF_CARE)) {
      LocalDate end = care.to();
      begins |= care.from().equals(one.from());
      ends |= end != null && end.equals(one.to());
    }
    return new Episode(
        one,
        timeline.codeOn(Kinds.LEGAL_STATUS, one.from(), one),
        one.code(),
        begins ? "S" : "P",
        ends ? "E" : "");
  }

  private static boolean isReturn(ChildRecord record, String detail) {
    for (Span episode : record.spans(Kinds.EPISODE)) {
      if (!episode.detail(detail).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
