package org.practicewatch.quality.checks;

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
final class UnknownEthnicity implements CheckAcross<UnknownEthnicity.Told> {

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

  /** Whether a child's is known, and where that was looked for. */
  record Told(boolean known, String file, String sheet) {}

  @Override
  public Class<Told> keeps() {
    return Told.class;
  }

  @Override
  public List<Told> keep(ChildRecord record, Limits limits) {
    Noted last = null;
    for (Noted row : record.noted("person")) {
      last = row.has("ethnicity") ? row : last;
    }
    return last == null
        ? List.of()
        : List.of(
            new Told(
                !UNKNOWN.contains(last.detail("ethnicity")),
                last.source().file(),
                last.source().sheet()));
  }

  @Override
  public List<OfChild> compare(List<Told> kept, Limits limits) {
    int unknown = 0;
    for (Told one : kept) {
      unknown += one.known() ? 0 : 1;
    }
    return unknown * 100 > limits.get("percent") * kept.size()
        ? List.of(
            new OfChild(
                "",
                new Found(
                    new CellRef(kept.get(0).file(), kept.get(0).sheet(), ""),
                    "",
                    "Of " + kept.size() + " children " + unknown + " have no ethnicity recorded.",
                    "Nothing that is judged rests on it.")))
        : List.of();
  }
}
