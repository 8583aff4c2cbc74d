package org.practicewatch.sample;

import java.util.List;

/** What is planned for a child who comes into care, and mostly comes of it. */
enum Aim {
  HOME,
  GUARDIAN,
  ADOPTION,
  LONG_TERM,
  REMAIN;

  /** The younger a child, the likelier another family. */
  static Aim drawn(Chance chance, int age) {
    int drawn =
        age < 5
            ? chance.weighted(22, 15, 30, 18, 15)
            : age < 12 ? chance.weighted(20, 10, 0, 45, 25) : chance.weighted(18, 2, 0, 20, 60);
    return values()[drawn];
  }

  /** Why care ends, where it ends before the child is of age, as the return codes it. */
  String endReason(Chance chance) {
    return switch (this) {
      case HOME -> chance.that(0.85) ? "E4A" : "E4B";
      case GUARDIAN -> chance.oneOf(List.of("E45", "E46", "E47"));
      case ADOPTION -> chance.that(0.8) ? "E11" : "E12";
      case LONG_TERM, REMAIN -> "E8";
    };
  }

  /** What the care plan of a child of that age says. */
  String intention(int age) {
    return switch (this) {
      case HOME -> "RETURN6M";
      case GUARDIAN -> "SGO";
      case ADOPTION -> "ADOPT";
      case LONG_TERM, REMAIN -> age >= 15 ? "SUPPLIV" : "RETURNEV";
    };
  }
}
