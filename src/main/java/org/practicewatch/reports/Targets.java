package org.practicewatch.reports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;

/** A figure against what the authority aims for; judged on the percentage as printed. */
final class Targets {

  private Targets() {}

  static @Nullable Double percent(@Nullable Figure figure) {
    BigDecimal percent = figure == null ? null : figure.percent();
    return percent == null ? null : percent.doubleValue();
  }

  /** Percentage points above the target; null where there is no target or nothing due. */
  static @Nullable BigDecimal findMargin(@Nullable Figure figure, @Nullable BigDecimal target) {
    BigDecimal percent = figure == null ? null : figure.percent();
    return percent == null || target == null ? null : percent.subtract(target);
  }

  static String words(@Nullable BigDecimal target) {
    return target == null ? "no target" : Words.target(target);
  }

  /** Whether it is met; empty where there is no target or nothing due. */
  static String verdict(@Nullable Figure figure, @Nullable BigDecimal target) {
    BigDecimal margin = findMargin(figure, target);
    return margin == null ? "" : margin.signum() >= 0 ? "met" : "not met";
  }

  static Tone tone(@Nullable Figure figure, @Nullable BigDecimal target) {
    BigDecimal margin = findMargin(figure, target);
    return margin == null ? Tone.PLAIN : margin.signum() >= 0 ? Tone.GOOD : Tone.POOR;
  }

  static String against(@Nullable BigDecimal target) {
    return target == null ? "" : " against " + Words.target(target);
  }
}
