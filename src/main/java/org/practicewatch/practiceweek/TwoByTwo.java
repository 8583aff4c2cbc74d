package org.practicewatch.practiceweek;

/**
 * Two groups, and how many of each have something: whether they differ by more than chance.
 *
 * @param with of the first group, those who have it
 * @param without of the first group, those who have not
 * @param otherWith of the second group, those who have it
 * @param otherWithout of the second group, those who have not
 */
public record TwoByTwo(int with, int without, int otherWith, int otherWithout) {

  /** Differences that chance gives less often than this are taken for more than chance. */
  public static final double CHANCE = 0.05;

  /** A little slack, so that equal probabilities count as equal. */
  private static final double SLACK = 1e-9;

  /**
   * How often chance alone would make the groups differ as much or more: Fisher's exact test, both
   * sides (R. A. Fisher, Statistical Methods for Research Workers, 1934).
   */
  public double byChance() {
    int have = with + otherWith;
    int first = with + without;
    int second = otherWith + otherWithout;
    double observed = log(with, have, first, second);
    double sum = 0;
    for (int k = Math.max(0, have - second); k <= Math.min(have, first); k++) {
      double one = log(k, have, first, second);
      if (one <= observed + SLACK) {
        sum += Math.exp(one);
      }
    }
    return Math.min(1, sum);
  }

  /** Whether both groups have somebody, and both answers were given. */
  public boolean canBeCompared() {
    return with + without > 0
        && otherWith + otherWithout > 0
        && with + otherWith > 0
        && without + otherWithout > 0;
  }

  private static double log(int k, int have, int first, int second) {
    return choose(first, k) + choose(second, have - k) - choose(first + second, have);
  }

  private static double choose(int n, int k) {
    return factorial(n) - factorial(k) - factorial(n - k);
  }

  private static double factorial(int n) {
    double log = 0;
    for (int i = 2; i <= n; i++) {
      log += Math.log(i);
    }
    return log;
  }
}
