package org.practicewatch.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Day by day, where a child in care lives and what the law says the child is. */
final class CareHistory {

  private final TreeMap<LocalDate, Change> changes = new TreeMap<>();

  /** Where the child lives from a day on, or what the law says, or both; null is no change. */
  record Change(@Nullable String legal, @Nullable Stay stay) {

    static Change ofLaw(String legal) {
      return new Change(legal, null);
    }

    static Change ofPlace(Stay stay) {
      return new Change(null, stay);
    }

    private boolean isArrival() {
      return stay != null && !stay.sameCarer() && !stay.interlude();
    }
  }

  /**
   * @param sameCarer whether only the code of the placement changes
   * @param interlude whether it is a temporary placement, or the return from one
   */
  record Stay(
      String type,
      String provider,
      String urn,
      String postcode,
      boolean sameCarer,
      boolean interlude) {

    Stay as(String newType) {
      return new Stay(newType, provider, urn, postcode, true, false);
    }

    Stay again() {
      return new Stay(type, provider, urn, postcode, false, true);
    }
  }

  void set(LocalDate on, Change change) {
    changes.put(on, change);
  }

  /** A change too near another one, as a court and a carer would rarely manage, does not happen. */
  void setUnlessNear(LocalDate on, Change change) {
    LocalDate before = changes.floorKey(on.plusDays(3));
    if (before == null || before.isBefore(on.minusDays(2))) {
      changes.put(on, change);
    }
  }

  boolean isQuiet(LocalDate from, LocalDate to) {
    return changes.subMap(from, to).isEmpty();
  }

  /** Nothing changes any more from that day on. */
  void end(LocalDate on) {
    changes.tailMap(on, true).clear();
  }

  /** The days on which something changes. */
  List<LocalDate> days() {
    return List.copyOf(changes.keySet());
  }

  Change changeOn(LocalDate day) {
    Change change = changes.get(day);
    return change == null ? new Change(null, null) : change;
  }

  Stay livingOn(LocalDate day) {
    return changes.headMap(day, true).descendingMap().values().stream()
        .map(Change::stay)
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst()
        .orElseThrow();
  }

  String legalOn(LocalDate day) {
    return changes.headMap(day, true).descendingMap().values().stream()
        .map(Change::legal)
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst()
        .orElseThrow();
  }

  /** Where the next change after that day takes the child; null where it does not. */
  @Nullable Stay stayAfter(LocalDate day) {
    Map.Entry<LocalDate, Change> later = changes.higherEntry(day);
    return later == null ? null : later.getValue().stay();
  }

  /** The day of the next change of a sort, or else the end. */
  LocalDate next(LocalDate from, LocalDate end, Predicate<Change> counts) {
    return changes.tailMap(from, false).entrySet().stream()
        .filter(later -> counts.test(later.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(end);
  }

  /** The days on which the child comes to live somewhere new, and not for a few days only. */
  List<LocalDate> arrivals(LocalDate end) {
    return changes.headMap(end, false).entrySet().stream()
        .filter(change -> change.getValue().isArrival())
        .map(Map.Entry::getKey)
        .toList();
  }
}
