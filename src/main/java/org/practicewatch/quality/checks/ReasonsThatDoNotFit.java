package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.casework.Kinds;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;
import org.practicewatch.quality.RecordCheck;

/**
 * Reasons of an episode that its dates, status or placement contradict (SSDA903 rules 148, 434, 435
 * and 436).
 */
final class ReasonsThatDoNotFit implements RecordCheck {

  @Override
  public String id() {
    return "dq-reason-mismatch";
  }

  @Override
  public List<Need> needs() {
    return List.of(
        Need.span(Kinds.EPISODE, Episode.REASON_NEW),
        Need.span(Kinds.EPISODE, Episode.REASON_CEASED));
  }

  private static final List<String> PLACE = List.of("postcode", "urn", "provider");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Episode> episodes : record.episodes()) {
      for (int i = 0; i < episodes.size(); i++) {
        Episode one = episodes.get(i);
        boolean reasoned = !one.reasonCeased().isEmpty();
        if (one.span().endReadable() && (one.to() == null) == reasoned) {
          found.add(
              found(
                  one,
                  reasoned
                      ? "There is a reason why the episode ceased, and no date (rule 148)."
                      : "There is a date on which the episode ceased, and no reason (rule 148)."));
        }
        if (i > 0) {
          change(episodes.get(i - 1), one).ifPresent(what -> found.add(found(one, what)));
        }
      }
    }
    return found;
  }

  private static Found found(Episode one, String what) {
    return new Found(one.source(), "", what, "The dates were believed, and not the reason.");
  }

  private static Optional<String> change(Episode before, Episode one) {
    if (!saysBoth(before) || !saysBoth(one)) {
      // Some systems have the legal status and the placement in tables of their own.
      return Optional.empty();
    }
    String reason = one.reasonNew();
    boolean sameStatus = one.status().equals(before.status());
    boolean samePlace = isSamePlace(before, one);
    String problem =
        switch (reason) {
          case "L" ->
              sameStatus || !samePlace
                  ? "The reason (L) says that only the legal status changed (rule 434)."
                  : "";
          case "P", "T" ->
              !sameStatus || samePlace
                  ? "The reason (" + reason + ") says that only the placement changed (rule 435)."
                  : "";
          case "B", "U" ->
              sameStatus || samePlace
                  ? "The reason ("
                      + reason
                      + ") says that legal status and placement changed (rule 436)."
                  : "";
          default -> "";
        };
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  private static boolean isSamePlace(Episode before, Episode one) {
    boolean same = one.place().equals(before.place());
    for (int i = 0; same && i < PLACE.size(); i++) {
      String what = PLACE.get(i);
      same = one.span().detail(what).equals(before.span().detail(what));
    }
    return same;
  }

  private static boolean saysBoth(Episode episode) {
    return !episode.status().isEmpty() && !episode.place().isEmpty();
  }
}
