package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;

/** Two ids with one unique pupil number (CIN census rule 1520). */
final class OneChildTwoIds implements CheckAcross<OneChildTwoIds.Pupil> {

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

  /** A child's pupil number, and where it stands. */
  record Pupil(String number, String childId, CellRef cell) {}

  @Override
  public Class<Pupil> keeps() {
    return Pupil.class;
  }

  @Override
  public List<Pupil> keep(ChildRecord record, Limits limits) {
    // A pupil number has thirteen characters; the return has codes for why there is none.
    List<Pupil> kept = new ArrayList<>();
    for (Noted row : record.noted("person")) {
      String number = row.detail("upn");
      if (number.length() == limits.get("length of a pupil number")) {
        kept.add(new Pupil(number, record.childId(), row.source()));
      }
    }
    return kept;
  }

  @Override
  public List<OfChild> compare(List<Pupil> kept, Limits limits) {
    // Nearly all have a number of their own, and only what is left needs an order.
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Pupil one : kept) {
      if (!seen.add(one.number())) {
        twice.add(one.number());
      }
    }
    Map<String, TreeMap<String, CellRef>> idsByNumber = new TreeMap<>();
    for (Pupil one : kept) {
      if (twice.contains(one.number())) {
        idsByNumber
            .computeIfAbsent(one.number(), number -> new TreeMap<>())
            .put(one.childId(), one.cell());
      }
    }
    List<OfChild> found = new ArrayList<>();
    for (TreeMap<String, CellRef> ids : idsByNumber.values()) {
      if (ids.size() > 1) {
        ids.forEach((id, cell) -> found.add(new OfChild(id, found(cell))));
      }
    }
    return found;
  }

  private static Found found(CellRef cell) {
    return new Found(
        cell,
        "",
        "Another child of the record has the same unique pupil number.",
        "If they are one child, join them in jobs/organisation/children.yml.");
  }
}
