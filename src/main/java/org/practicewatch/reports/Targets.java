package org.practicewatch.reports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A percentage, as printed, against what the authority aims for. */
final class Targets {

  static final String MET = "met";
  static final String NOT_MET = "not met";

  private Targets() {}

  /** Percentage points above the target; null where there is no target or no percentage. */
  static @Nullable BigDecimal findMargin(
      @Nullable BigDecimal percent, @Nullable BigDecimal target) {
    return percent == null || target == null ? null : percent.subtract(target);
  }

  static String words(@Nullable BigDecimal target) {
    return target == null ? "no target" : Words.target(target);
  }

  /** Whether it is met; empty where there is no target or no percentage. */
  static String verdict(@Nullable BigDecimal percent, @Nullable BigDecimal target) {
    BigDecimal margin = findMargin(percent, target);
    return margin == null ? "" : margin.signum() >= 0 ? MET : NOT_MET;
  }

  static Tone tone(@Nullable BigDecimal percent, @Nullable BigDecimal target) {
    BigDecimal margin = findMargin(percent, target);
    return margin == null ? Tone.PLAIN : margin.signum() >= 0 ? Tone.GOOD : Tone.POOR;
  }

  static String against(@Nullable BigDecimal target) {
    return target == null ? "" : " against " + Words.target(target);
  }
}
