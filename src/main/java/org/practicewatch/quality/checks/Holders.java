package org.practicewatch.quality.checks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.practicewatch.casework.Allocation;
import org.practicewatch.quality.ChildRecord;

/** Who held a child one after the other, as tables of involvements tell it. */
final class Holders {

  private Holders() {}

  /** Those with a first day, in order. */
  static List<Allocation> of(ChildRecord record) {
    return record
        .of(Allocation.class)
        .filter(Allocation::isHistory)
        .sorted(
            Comparator.comparing(Holders::from)
                .thenComparing(Allocation::to, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Allocation::worker))
        .toList();
  }

  /** Its first day, which all of these have. */
  static LocalDate from(Allocation one) {
    return Objects.requireNonNull(one.from());
  }
}
