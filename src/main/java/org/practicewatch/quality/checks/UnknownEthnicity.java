package org.practicewatch.quality.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.Need;

/** Too many children whose ethnicity nobody has recorded. */
final class UnknownEthnicity implements CheckAcross {

  @Override
  public String id() {
    return "dq-unknown-share";
  }

  @Override
  public List<String> limits() {
    return List.of("percent");
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.noted("person", "ethnicity"));
  }

  private static final Set<String> UNKNOWN =
      Set.of("", "NOBT", "REFU", "unknown", Noted.UNREADABLE);

  @Override
  public Gathering begin(Limits limits) {
    int[] counts = new int[2];
    List<CellRef> first = new ArrayList<>();
    return new Gathering() {
      @Override
      public void take(ChildRecord record) {
        List<Noted> rows =
            record
                .of(Noted.class)
                .filter(one -> one.kind().equals("person") && one.has("ethnicity"))
                .toList();
        if (!rows.isEmpty()) {
          Noted row = rows.get(rows.size() - 1);
          counts[0]++;
          counts[1] += UNKNOWN.contains(row.detail("ethnicity")) ? 1 : 0;
          if (first.isEmpty()) {
            first.add(row.source());
          }
        }
      }

      @Override
      public List<OfChild> finish() {
        return counts[0] > 0 && counts[1] * 100 > limits.get("percent") * counts[0]
            ? List.of(
                new OfChild(
                    "",
                    new Found(
                        new CellRef(first.get(0).file(), first.get(0).sheet(), ""),
                        "",
                        "Of "
                            + counts[0]
                            + " children "
                            + counts[1]
                            + " have no ethnicity recorded.",
                        "Nothing that is judged rests on it.")))
            : List.of();
      }
    };
  }
}
