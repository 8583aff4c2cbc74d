package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;

/** Totals of two files that should be one number. */
final class TotalsThatDiffer implements CheckAcross {

  @Override
  public String id() {
    return "dq-rounding-counts";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.noted("control total", "children looked after"));
  }

  @Override
  public Gathering begin(Limits limits) {
    Set<String> totals = new TreeSet<>();
    List<CellRef> cells = new ArrayList<>();
    return new Gathering() {
      @Override
      public void take(ChildRecord record) {
        for (Noted row :
            record.of(Noted.class).filter(one -> one.kind().equals("control total")).toList()) {
          totals.add(row.detail("children looked after"));
          cells.add(row.source());
        }
      }

      @Override
      public List<OfChild> finish() {
        return totals.size() > 1
            ? List.of(
                new OfChild(
                    "",
                    new Found(
                        cells.get(0),
                        String.join(", ", totals),
                        "Two files give different totals of children looked after.",
                        "Both were read as they stand.")))
            : List.of();
      }
    };
  }
}
