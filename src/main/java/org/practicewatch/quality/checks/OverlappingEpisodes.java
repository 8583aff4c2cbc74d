package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/** An episode that goes on when the next has begun (SSDA903 rules 142 and 501). */
final class OverlappingEpisodes implements RecordCheck {

  @Override
  public String id() {
    return "dq-overlap-placement";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.EPISODE));
  }

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Episode> episodes : record.episodes()) {
      for (int i = 0; i + 1 < episodes.size(); i++) {
        Episode one = episodes.get(i);
        Episode next = episodes.get(i + 1);
        LocalDate end = one.to();
        if (isNotEnded(one)) {
          found.add(
              new Found(
                  one.source(),
                  "",
                  "A new episode began on "
                      + next.from()
                      + ", and this one has no end or no reason for it (rule 142).",
                  "It was taken to end where the next begins."));
        }
        if (end != null && next.from().isBefore(end)) {
          found.add(
              new Found(
                  next.source(),
                  next.from().toString(),
                  "The episode begins before the end of the one before, " + end + " (rule 501).",
                  "The one before was taken to end where this one begins."));
        }
      }
    }
    return found;
  }

  private static boolean isNotEnded(Episode episode) {
    boolean givesReasons = !episode.reasonNew().isEmpty();
    return episode.to() == null || (givesReasons && episode.reasonCeased().isEmpty());
  }
}
