package org.practicewatch.reports.section;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A percentage, as printed, against what the authority aims for. */
public final class Targets {

  public static final String MET = "met";
  public static final String NOT_MET = "not met";

  private Targets() {}

  /** Percentage points above the target; null where there is no target or no percentage. */
  public static @Nullable BigDecimal findMargin(
      @Nullable BigDecimal percent, @Nullable BigDecimal target) {
    return percent == null || target == null ? null : percent.subtract(target);
  }

  public static String words(@Nullable BigDecimal target) {
    return target == null ? "no target" : Words.target(target);
  }

  /** Whether it is met; empty where there is no target or no percentage. */
  public static String verdict(@Nullable BigDecimal percent, @Nullable BigDecimal target) {
    BigDecimal margin = findMargin(percent, target);
    return margin == null ? "" : margin.signum() >= 0 ? MET : NOT_MET;
  }

  public static Tone tone(@Nullable BigDecimal percent, @Nullable BigDecimal target) {
    BigDecimal margin = findMargin(percent, target);
    return margin == null ? Tone.PLAIN : margin.signum() >= 0 ? Tone.GOOD : Tone.POOR;
  }

  public static String against(@Nullable BigDecimal target) {
    return target == null ? "" : " against " + Words.target(target);
  }
}
