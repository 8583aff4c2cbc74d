package org.practicewatch.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.practicewatch.casework.Allocation;

/** Who held a child one after the other, as tables of involvements tell it. */
public final class Holders {

  private static final Comparator<Allocation> IN_ORDER =
      Comparator.comparing(Holders::from)
          .thenComparing(Allocation::to, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Allocation::worker);

  private Holders() {}

  /** Those with a first day, in order. */
  static List<Allocation> of(List<Allocation> received) {
    List<Allocation> holders = new ArrayList<>(received.size());
    for (Allocation one : received) {
      if (one.isHistory()) {
        holders.add(one);
      }
    }
    holders.sort(IN_ORDER);
    return holders;
  }

  /** Its first day, which all of these have. */
  public static LocalDate from(Allocation one) {
    return Objects.requireNonNull(one.from());
  }
}
