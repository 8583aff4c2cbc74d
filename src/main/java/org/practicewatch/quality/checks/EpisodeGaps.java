package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * A change within care that does not begin where the episode before ended, and the opposite
 * (SSDA903 rules 431 to 433).
 */
final class EpisodeGaps implements RecordCheck {

  @Override
  public String id() {
    return "dq-gap-placement";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.span(Kinds.EPISODE, Episode.REASON_NEW));
  }

  private static final Set<String> GOES_ON = Set.of("P", "L", "T", "U", "B");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Episode> episodes : record.episodes()) {
      for (int i = 1; i < episodes.size(); i++) {
        Episode one = episodes.get(i);
        LocalDate before = episodes.get(i - 1).to();
        String reason = one.reasonNew();
        if (episodes.get(i - 1).endsCare() && !reason.isEmpty() && !reason.equals("S")) {
          found.add(
              new Found(
                  one.source(),
                  reason,
                  "The episode before ended care, and the reason ("
                      + reason
                      + ") does not say that care began again (rule 432).",
                  "Whether care was one period was taken from the dates."));
        }
        if (GOES_ON.contains(reason) && !one.from().equals(before)) {
          found.add(
              new Found(
                  one.source(),
                  one.from().toString(),
                  "The reason ("
                      + reason
                      + ") says that care went on, and the episode before "
                      + (before == null ? "has no end" : "ended on " + before)
                      + " (rule 433).",
                  "Whether care was one period was taken from the dates."));
        } else if (reason.equals("S") && one.from().equals(before)) {
          found.add(
              new Found(
                  one.source(),
                  one.from().toString(),
                  "The reason (S) says that care began, on the day on which the episode before"
                      + " ended (rule 431).",
                  "It was taken for a new period of care."));
        }
      }
    }
    return found;
  }
}
