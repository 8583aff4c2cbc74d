package org.practicewatch.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicewatch.sample.CareHistory.Change;
import org.practicewatch.sample.CareHistory.Stay;
import org.practicewatch.sample.FictionalChild.Episode;
import org.practicewatch.sample.FictionalChild.LegalStatus;
import org.practicewatch.sample.FictionalChild.Placement;

/** A history of care as the SSDA903 return has it: each change begins another episode. */
record CareEpisodes(
    List<Episode> episodes, List<Placement> placements, List<LegalStatus> legalStatuses) {

  private static final List<String> WHY_MOVED =
      List.of("CARPL", "CARPL", "CREQB", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "OTHER");

  static CareEpisodes of(
      CareHistory history, Telling telling, LocalDate entry, LocalDate end, String endReason) {
    history.end(end);
    List<Episode> episodes = new ArrayList<>();
    List<Placement> placements = new ArrayList<>();
    List<LegalStatus> legals = new ArrayList<>();
    String placementId = "";
    for (LocalDate from : history.days()) {
      Change change = history.changeOn(from);
      Stay stay = change.stay();
      if (change.legal() != null) {
        LocalDate to = history.next(from, end, later -> later.legal() != null);
        legals.add(new LegalStatus(telling.id(), change.legal(), from, to));
      }
      if (stay != null) {
        placementId = telling.id();
        LocalDate to = history.next(from, end, later -> later.stay() != null);
        placements.add(placement(placementId, from, to, stay, telling.own(), to.equals(end)));
      }
      LocalDate to = history.next(from, end, later -> true);
      episodes.add(
          new Episode(
              telling.id(),
              from,
              from.equals(entry) ? "S" : reason(change),
              placementId,
              to,
              to.equals(end) ? endReason : "X1"));
    }
    return new CareEpisodes(episodes, placements, legals);
  }

  private static Placement placement(
      String id, LocalDate from, LocalDate to, Stay stay, Chance own, boolean isLast) {
    return new Placement(
        id,
        from,
        to,
        stay.type(),
        stay.provider(),
        stay.urn(),
        stay.postcode(),
        own.between(0, 48) + "." + own.between(0, 9),
        isLast ? "" : own.oneOf(WHY_MOVED));
  }

  private static String reason(Change change) {
    Stay stay = change.stay();
    if (stay == null) {
      return "L";
    }
    boolean both = change.legal() != null;
    return stay.sameCarer() ? (both ? "U" : "T") : (both ? "B" : "P");
  }
}
