package org.practicewatch.practiceweek;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far two auditors agreed who graded the same cases without knowing of each other.
 *
 * @param pairs cases graded by both
 * @param same given the same grade
 * @param withinOne given the same or the next one
 * @param kappa Cohen's kappa to two places: 1 for full agreement, 0 for what chance would give;
 *     null where there are too few pairs, or where chance alone would agree always
 */
public record Agreement(int pairs, int same, int withinOne, @Nullable BigDecimal kappa) {

  /** Below this many pairs kappa says next to nothing (its standard error is above a quarter). */
  public static final int ENOUGH = 10;

  /** The grades of one case. */
  public record Pair(Grade first, Grade second) {}

  /**
   * Compares (J. Cohen, A coefficient of agreement for nominal scales, Educational and
   * Psychological Measurement 20, 1960).
   */
  public static Agreement of(List<Pair> pairs) {
    int same = (int) pairs.stream().filter(one -> one.first() == one.second()).count();
    int near = (int) pairs.stream().filter(one -> one.first().isWithinOneOf(one.second())).count();
    return new Agreement(pairs.size(), same, near, kappa(pairs, same).orElse(null));
  }

  private static Optional<BigDecimal> kappa(List<Pair> pairs, int same) {
    long n = pairs.size();
    if (n < ENOUGH) {
      return Optional.empty();
    }
    long byChance = 0;
    for (Grade grade : Grade.values()) {
      long first = pairs.stream().filter(one -> one.first() == grade).count();
      long second = pairs.stream().filter(one -> one.second() == grade).count();
      byChance += first * second;
    }
    long whole = n * n - byChance;
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(n * same - byChance)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
  }
}
