package org.practicewatch.compliance;

/** So many of so many, while they are being counted. */
final class Count {

  private int numerator;
  private int denominator;
  private int cannotTell;
  private int doubtful;

  /**
   * Counts one.
   *
   * @param isDoubtful whether it rests on something that may be otherwise
   */
  void add(Membership.Counts how, boolean isDoubtful) {
    doubtful += isDoubtful && how != Membership.Counts.AS_CANNOT_TELL ? 1 : 0;
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

  int doubtful() {
    return doubtful;
  }
}
