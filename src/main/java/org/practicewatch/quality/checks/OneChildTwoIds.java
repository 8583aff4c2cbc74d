package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;

/** Two ids with one unique pupil number (CIN census rule 1520). */
final class OneChildTwoIds implements CheckAcross {

  @Override
  public String id() {
    return "dq-id-duplicate";
  }

  @Override
  public List<String> limits() {
    return List.of("length of a pupil number");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.child(), Need.noted("person", "upn"));
  }

  @Override
  public Gathering begin(Limits limits) {
    Map<String, TreeMap<String, CellRef>> idsByUpn = new TreeMap<>();
    return new Gathering() {
      @Override
      public void take(ChildRecord record) {
        for (Noted row :
            record.of(Noted.class).filter(one -> one.kind().equals("person")).toList()) {
          // A pupil number has thirteen characters; the return has codes for why there is none.
          if (row.detail("upn").length() == limits.get("length of a pupil number")) {
            idsByUpn
                .computeIfAbsent(row.detail("upn"), upn -> new TreeMap<>())
                .put(record.childId(), row.source());
          }
        }
      }

      @Override
      public List<OfChild> finish() {
        List<OfChild> found = new ArrayList<>();
        idsByUpn.values().stream()
            .filter(ids -> ids.size() > 1)
            .forEach(
                ids ->
                    ids.forEach(
                        (id, cell) ->
                            found.add(
                                new OfChild(
                                    id,
                                    new Found(
                                        cell,
                                        "",
                                        "Another child of the record has the same unique pupil number.",
                                        "If they are one child, join them in jobs/organisation/children.yml.")))));
        return found;
      }
    };
  }
}
