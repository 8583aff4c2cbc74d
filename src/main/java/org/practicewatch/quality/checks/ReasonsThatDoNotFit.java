package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.quality.ChildRecord;
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
        Need.span(Kinds.EPISODE, Episodes.REASON_NEW),
        Need.span(Kinds.EPISODE, Episodes.REASON_CEASED));
  }

  private static final List<String> PLACE =
      List.of(Episodes.PLACEMENT_TYPE, "postcode", "urn", "provider");

  @Override
  public List<Found> look(ChildRecord record, Limits limits) {
    List<Found> found = new ArrayList<>();
    for (List<Span> episodes : Episodes.of(record)) {
      for (int i = 0; i < episodes.size(); i++) {
        Span one = episodes.get(i);
        boolean reasoned = !one.detail(Episodes.REASON_CEASED).isEmpty();
        if (one.endReadable() && (one.to() == null) == reasoned) {
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

  private static Found found(Span one, String what) {
    return new Found(one.source(), "", what, "The dates were believed, and not the reason.");
  }

  private static Optional<String> change(Span before, Span one) {
    if (!saysBoth(before) || !saysBoth(one)) {
      // Some systems have the legal status and the placement in tables of their own.
      return Optional.empty();
    }
    String reason = one.detail(Episodes.REASON_NEW);
    boolean sameStatus =
        one.detail(Episodes.LEGAL_STATUS).equals(before.detail(Episodes.LEGAL_STATUS));
    boolean samePlace =
        PLACE.stream().allMatch(what -> one.detail(what).equals(before.detail(what)));
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

  private static boolean saysBoth(Span episode) {
    return !episode.detail(Episodes.LEGAL_STATUS).isEmpty()
        && !episode.detail(Episodes.PLACEMENT_TYPE).isEmpty();
  }
}
