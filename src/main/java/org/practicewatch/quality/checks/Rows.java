package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Noted;
import org.practicewatch.quality.ChildRecord;

/** Rows as received that only checks read. */
final class Rows {

  private Rows() {}

  /**
   * The rows of a kind. What a newer extract gives again, with the same day, it gives alone; within
   * one extract every row counts.
   */
  static List<Noted> newest(ChildRecord record, String kind, String day) {
    List<Noted> all = new ArrayList<>();
    boolean several = false;
    for (Noted one : record.noted(kind)) {
      if (one.has(day)) {
        several |= !all.isEmpty() && !one.source().isOfExtractOf(all.get(0).source());
        all.add(one);
      }
    }
    if (several) {
      Map<String, CellRef> newest = new HashMap<>();
      all.forEach(one -> newest.put(one.detail(day), one.source()));
      all.removeIf(
          one -> {
            CellRef last = newest.get(one.detail(day));
            return last != null && !one.source().isOfExtractOf(last);
          });
    }
    return all;
  }

  /** Whether a day lies so few days back that somebody can still say how it was. */
  static boolean isRecent(LocalDate day, LocalDate asAt, int days) {
    return !day.isAfter(asAt) && day.isAfter(asAt.minusDays(days));
  }
}
