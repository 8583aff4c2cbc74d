package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<Noted> all =
        record.of(Noted.class).filter(one -> one.kind().equals(kind) && one.has(day)).toList();
    Map<String, String> newest = new HashMap<>();
    all.forEach(one -> newest.put(one.detail(day), one.source().extract()));
    return all.stream()
        .filter(one -> one.source().extract().equals(newest.get(one.detail(day))))
        .toList();
  }

  /** A detail as a day; empty where it is blank or cannot be read. */
  static Optional<LocalDate> day(Noted row, String detail) {
    String text = row.detail(detail);
    return text.isEmpty() || text.equals(Noted.UNREADABLE)
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text));
  }

  /** Whether a day lies so few days back that somebody can still say how it was. */
  static boolean isRecent(LocalDate day, LocalDate asAt, int days) {
    return !day.isAfter(asAt) && day.isAfter(asAt.minusDays(days));
  }
}
