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
final class TotalsThatDiffer implements CheckAcross<TotalsThatDiffer.Total> {

  @Override
  public String id() {
    return "dq-rounding-counts";
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.noted("control total", "children looked after"));
  }

  /** What a file says, and where. */
  record Total(String children, CellRef cell) {}

  @Override
  public Class<Total> keeps() {
    return Total.class;
  }

  @Override
  public List<Total> keep(ChildRecord record, Limits limits) {
    List<Total> kept = new ArrayList<>();
    for (Noted row : record.noted("control total")) {
      kept.add(new Total(row.detail("children looked after"), row.source()));
    }
    return kept;
  }

  @Override
  public List<OfChild> compare(List<Total> kept, Limits limits) {
    Set<String> totals = new TreeSet<>();
    kept.forEach(total -> totals.add(total.children()));
    return totals.size() > 1
        ? List.of(
            new OfChild(
                "",
                new Found(
                    kept.get(0).cell(),
                    String.join(", ", totals),
                    "Two files give different totals of children looked after.",
                    "Both were read as they stand.")))
        : List.of();
  }
}
