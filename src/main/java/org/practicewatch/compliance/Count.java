package org.practicewatch.compliance;

/** So many of so many, while they are being counted. */
final class Count {

  private int numerator;
  private int denominator;
  private int cannotTell;

  void add(Membership.Counts how) {
    switch (how) {
      case AS_IN_TIMESCALE -> {
        numerator++;
        denominator++;
      }
      case AS_NOT_IN_TIMESCALE -> denominator++;
      case AS_CANNOT_TELL -> cannotTell++;
    }
  }

  int numerator() {
    return numerator;
  }

  int denominator() {
    return denominator;
  }

  int cannotTell() {
    return cannotTell;
  }
}
