package org.practicewatch.exceptions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.OpenException.Phase;

/** Counts a week's comings and goings by team, list and standard or check. */
final class Totals {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::team).thenComparing(Place::sort).thenComparing(Place::code);

  private final Map<Place, int[]> counts = new TreeMap<>(ORDER);

  private record Place(String team, Sort sort, String code) {}

  /** What is counted, in the order of a {@link Balance}. */
  enum Column {
    BEFORE,
    FRESH,
    REOPENED,
    MOVED_IN,
    RAN_OUT,
    TAKEN_UP,
    FIXED,
    LAPSED,
    ACCEPTED,
    MOVED_OUT,
    SET_ASIDE,
    NOW
  }

  /** Counts one on the list on which it stands. */
  @SuppressWarnings("EnumOrdinal") // a column's place in the counts is its place here
  void count(OpenException one, Column column) {
    counts
        .computeIfAbsent(
            new Place(one.team(), one.key().sort(), one.key().code()),
            place -> new int[Column.values().length])[column.ordinal()]++;
  }

  void countNow(OpenException one) {
    if (one.phase() == Phase.OPEN && !one.setAside()) {
      count(one, Column.NOW);
    }
  }

  List<Balance> balances() {
    List<Balance> balances = new ArrayList<>();
    counts.forEach(
        (place, n) ->
            balances.add(
                new Balance(
                    place.team(),
                    place.sort(),
                    place.code(),
                    n[0],
                    n[1],
                    n[2],
                    n[3],
                    n[4],
                    n[5],
                    n[6],
                    n[7],
                    n[8],
                    n[9],
                    n[10],
                    n[11])));
    return balances;
  }
}
