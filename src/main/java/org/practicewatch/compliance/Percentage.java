package org.practicewatch.compliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** So many of so many, in per cent. */
public final class Percentage {

  private Percentage() {}

  /**
   * Half-up to one decimal, as DfE publishes; null where nothing could be judged, because no
   * denominator is no percentage.
   */
  public static @Nullable BigDecimal of(long numerator, long denominator) {
    if (denominator == 0) {
      return null;
    }
    return BigDecimal.valueOf(100L * numerator)
        .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
  }
}
