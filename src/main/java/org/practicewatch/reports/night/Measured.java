package org.practicewatch.reports.night;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.Priorities.Priority;

/**
 * What a figure is of: a standard, or a rank of what matters.
 *
 * @param code as {@code figures.csv} has it
 * @param title as reports call it
 * @param target the percentage aimed for; null where none is set
 */
public record Measured(String code, String title, @Nullable BigDecimal target) {

  public static Measured of(StandardNote standard) {
    return new Measured(standard.id(), standard.title(), standard.target());
  }

  public static Measured of(Priority rank) {
    Integer target = rank.target();
    return new Measured(
        rank.figure(), rank.priority(), target == null ? null : BigDecimal.valueOf(target));
  }
}
