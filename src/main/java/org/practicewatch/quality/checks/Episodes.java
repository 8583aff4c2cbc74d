package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.quality.ChildRecord;

/** Episodes as received, of one extract at a time. */
final class Episodes {

  static final String REASON_NEW = "reason new";
  static final String REASON_CEASED = "reason ceased";
  static final String LEGAL_STATUS = "legal status";
  static final String PLACEMENT_TYPE = "placement type";

  private static final Comparator<Span> IN_ORDER =
      Comparator.comparing(Span::from)
          .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder()));

  private Episodes() {}

  /**
   * The episodes of each extract in order. Of one that a newer return gives again, the newer row
   * stands alone.
   */
  static List<List<Span>> of(ChildRecord record) {
    Map<LocalDate, String> newest = new HashMap<>();
    List<Span> all = record.spans(Kinds.EPISODE).toList();
    all.forEach(one -> newest.put(one.from(), one.source().extract()));
    Map<String, List<Span>> byExtract = new LinkedHashMap<>();
    for (Span one : all) {
      String extract = one.source().extract();
      if (extract.equals(newest.get(one.from()))) {
        byExtract.computeIfAbsent(extract, key -> new ArrayList<>()).add(one);
      }
    }
    byExtract.values().forEach(list -> list.sort(IN_ORDER));
    return List.copyOf(byExtract.values());
  }

  /**
   * Rows that give a legal status and a placement: the episodes of a return, or else what a case
   * system gives of each, for the days on which both held.
   */
  static List<List<Span>> withStatusAndPlacement(ChildRecord record) {
    if (isReturn(record, PLACEMENT_TYPE)) {
      return of(record);
    }
    List<Span> both = new ArrayList<>();
    for (Span place : record.timeline().spans(Kinds.PLACEMENT_RECORD)) {
      for (Span status : record.timeline().spans(Kinds.LEGAL_STATUS)) {
        if (place.overlaps(status)) {
          Span later = status.from().isAfter(place.from()) ? status : place;
          both.add(row(later, Map.of(LEGAL_STATUS, status.code(), PLACEMENT_TYPE, place.code())));
        }
      }
    }
    return List.of(both);
  }

  /** Rows that give a legal status: the episodes of a return, or else those of a case system. */
  static List<List<Span>> withStatus(ChildRecord record) {
    return isReturn(record, LEGAL_STATUS)
        ? of(record)
        : List.of(
            record.timeline().spans(Kinds.LEGAL_STATUS).stream()
                .map(one -> row(one, Map.of(LEGAL_STATUS, one.code())))
                .toList());
  }

  /** Rows that give a placement: the episodes of a return, or else those of a case system. */
  static List<List<Span>> withPlacement(ChildRecord record) {
    return isReturn(record, PLACEMENT_TYPE)
        ? of(record)
        : List.of(
            record.timeline().spans(Kinds.PLACEMENT_RECORD).stream()
                .map(one -> placed(one, record.timeline()))
                .toList());
  }

  private static Span placed(Span one, Timeline timeline) {
    List<Span> care = timeline.spans(Kinds.PERIOD_OF_CARE);
    boolean begins = care.stream().anyMatch(period -> period.from().equals(one.from()));
    boolean ends =
        one.to() != null && care.stream().anyMatch(period -> one.to().equals(period.to()));
    return row(
        one,
        Map.of(
            PLACEMENT_TYPE,
            one.code(),
            LEGAL_STATUS,
            timeline.codeOn(Kinds.LEGAL_STATUS, one.from(), one),
            REASON_NEW,
            begins ? "S" : "P",
            REASON_CEASED,
            ends ? "E" : ""));
  }

  private static Span row(Span of, Map<String, String> details) {
    return of.withDetails(details);
  }

  private static boolean isReturn(ChildRecord record, String detail) {
    return record.spans(Kinds.EPISODE).anyMatch(one -> !one.detail(detail).isEmpty());
  }

  /** Whether the child ceased to be looked after at its end (codes E1 to E17, and their parts). */
  static boolean endsCare(Span episode) {
    return episode.detail(REASON_CEASED).startsWith("E");
  }

  /** Whether it is one of a series of short breaks, of whom the return asks little (V3 and V4). */
  static boolean isShortBreak(Span episode) {
    return episode.detail(LEGAL_STATUS).matches("V[34]");
  }

  /** Whether the placement is a temporary one (codes T0 to T4), away from one that goes on. */
  static boolean isTemporary(Span episode) {
    return episode.detail(PLACEMENT_TYPE).matches("T[0-4]");
  }
}
