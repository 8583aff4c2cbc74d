package org.practicewatch.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a row says that decides nothing: only the checks on the record and lists of reports read it.
 *
 * @param childId the child
 * @param kind of what the row is, such as {@code looked-after review}
 * @param details by the names of the profile: empty text for a cell that is blank, {@code ?} for
 *     one that cannot be read, and no detail where the extract has no such column
 * @param source the cell of the first of them
 */
public record Noted(String childId, String kind, Map<String, String> details, CellRef source)
    implements Fact {

  /** Stands for what cannot be read. */
  public static final String UNREADABLE = "?";

  public Noted {
    details = Map.copyOf(details);
  }

  /** The named detail; empty text for a blank one, and where there is no such column. */
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }

  /** The named detail as a day; empty where it is blank or cannot be read. */
  public Optional<LocalDate> findDay(String name) {
    String text = detail(name);
    return text.isEmpty() || text.equals(UNREADABLE) ? Optional.empty() : Optional.of(day(text));
  }

  /** By its digits: a record may have a hundred of them, and a formatter takes its time. */
  private static LocalDate day(String iso) {
    return iso.length() == "2025-06-30".length()
        ? LocalDate.of(
            Integer.parseInt(iso, 0, 4, 10),
            Integer.parseInt(iso, 5, 7, 10),
            Integer.parseInt(iso, 8, 10, 10))
        : LocalDate.parse(iso);
  }

  /** Whether the extract has the column. */
  public boolean has(String name) {
    return details.containsKey(name);
  }

  @Override
  public String said() {
    Saying saying = new Saying("noted", childId).and(kind);
    new TreeMap<>(details).forEach((name, detail) -> saying.and(name).and(detail));
    return saying.toString();
  }
}
