package org.practicewatch.sample;

import java.util.List;
import org.practicewatch.sample.CareHistory.Stay;

/** Finds a child in care somewhere to live. */
record Placing(Chance own) {

  /** Where a child of that age is placed who has to be placed now. */
  Stay ofAge(int age) {
    return in(typeAt(age));
  }

  private String typeAt(int age) {
    if (age < 10) {
      return List.of("U6", "U3", "U5", "K2").get(own.weighted(68, 20, 7, 5));
    }
    if (age < 16) {
      return List.of("U6", "U3", "K2", "R1", "R2").get(own.weighted(55, 12, 28, 3, 2));
    }
    return List.of("U6", "K2", "H5", "P2").get(own.weighted(40, 25, 27, 8));
  }

  Stay in(String type) {
    boolean parents = type.equals("P1");
    String provider =
        parents ? "PR0" : List.of("PR1", "PR2", "PR4", "PR5").get(own.weighted(55, 8, 32, 5));
    boolean registered = List.of("K2", "R1", "H5").contains(type);
    return new Stay(
        type,
        provider,
        registered ? "SC9" + own.between(10000, 99999) : "",
        "ZZ" + own.between(1, 9) + " " + own.between(1, 9) + own.oneOf(List.of("AB", "QX", "WY")),
        false,
        false);
  }

  /** With those who are to adopt the child, who have mostly not fostered it. */
  Stay withAdopters() {
    return in(List.of("A3", "A4", "A5", "A6").get(own.weighted(8, 3, 84, 5)));
  }

  /** For a few days, while the carers cannot have the child. */
  Stay forAWhile(String type) {
    Stay away = in(type);
    return new Stay(type, away.provider(), "", away.postcode(), false, true);
  }
}
