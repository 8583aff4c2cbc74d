package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Span;

/**
 * An episode of care as a return gives it, or what a case system says of the same in its own
 * tables; text is empty where nothing is said.
 *
 * @param span when it was, and where it stands
 * @param status the legal status
 * @param place the placement's type
 * @param reasonNew why it began
 * @param reasonCeased why it ended
 */
public record Episode(
    Span span, String status, String place, String reasonNew, String reasonCeased) {

  public static final String REASON_NEW = "reason new";
  public static final String REASON_CEASED = Span.REASON_CEASED;
  public static final String LEGAL_STATUS = "legal status";
  public static final String PLACEMENT_TYPE = "placement type";

  private static final Comparator<Episode> IN_ORDER =
      Comparator.comparing(Episode::from)
          .thenComparing(Episode::to, Comparator.nullsLast(Comparator.naturalOrder()));

  private static Episode of(Span row) {
    return new Episode(
        row,
        row.detail(LEGAL_STATUS),
        row.detail(PLACEMENT_TYPE),
        row.detail(REASON_NEW),
        row.detail(REASON_CEASED));
  }

  /** Those of each extract in order; a newer extract's row stands alone for its first day. */
  static List<List<Episode>> byExtract(List<Span> rows) {
    Map<LocalDate, String> newest = new HashMap<>();
    boolean several = areOfSeveralExtracts(rows);
    if (several) {
      rows.forEach(row -> newest.put(row.from(), row.source().extract()));
    }
    Map<String, List<Episode>> byExtract = new LinkedHashMap<>();
    for (Span row : rows) {
      String extract = several ? row.source().extract() : "";
      if (!several || extract.equals(newest.get(row.from()))) {
        byExtract.computeIfAbsent(extract, key -> new ArrayList<>()).add(of(row));
      }
    }
    byExtract.values().forEach(episodes -> episodes.sort(IN_ORDER));
    return List.copyOf(byExtract.values());
  }

  private static boolean areOfSeveralExtracts(List<Span> rows) {
    for (Span row : rows) {
      if (!row.source().isOfExtractOf(rows.get(0).source())) {
        return true;
      }
    }
    return false;
  }

  public LocalDate from() {
    return span.from();
  }

  public @Nullable LocalDate to() {
    return span.to();
  }

  public CellRef source() {
    return span.source();
  }

  /** Whether the child ceased to be looked after at its end (codes E1 to E17, and their parts). */
  public boolean endsCare() {
    return reasonCeased.startsWith("E");
  }

  /** Whether it is one of a series of short breaks, of whom the return asks little (V3 and V4). */
  public boolean isShortBreak() {
    return isShortBreak(status);
  }

  /** Whether a legal status is that of a series of short breaks. */
  public static boolean isShortBreak(String status) {
    return status.equals("V3") || status.equals("V4");
  }

  /** Whether the placement is a temporary one (codes T0 to T4), away from one that goes on. */
  public boolean isTemporary() {
    return isTemporary(place);
  }

  /** Whether a placement's type is a temporary one. */
  public static boolean isTemporary(String place) {
    return place.length() == 2
        && place.charAt(0) == 'T'
        && place.charAt(1) >= '0'
        && place.charAt(1) <= '4';
  }
}
