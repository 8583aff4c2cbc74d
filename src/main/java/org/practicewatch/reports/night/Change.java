package org.practicewatch.reports.night;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;

/**
 * How a share in timescale now differs from an earlier night's.
 *
 * @param points percentage points and an arrow, or why there are none
 * @param verdict better, worse, or nothing
 * @param tone the same as a colour
 */
public record Change(String points, String verdict, Tone tone) {

  static final Change NO_EARLIER_NIGHT = new Change("no earlier night", "", Tone.PLAIN);
  static final Change NO_CHANGE = new Change("no change", "", Tone.PLAIN);
  static final Change TOO_FEW = new Change("too few", "", Tone.PLAIN);

  /** Compares the percentages as printed, so that a reader can check the subtraction. */
  static Change between(@Nullable Figure now, @Nullable Figure then, Printing printing) {
    if (then == null || then.denominator() == 0) {
      return new Change("none due then", "", Tone.PLAIN);
    }
    if (now == null || now.denominator() == 0) {
      return new Change("none due now", "", Tone.PLAIN);
    }
    BigDecimal before = printing.findPercent(then);
    BigDecimal after = printing.findPercent(now);
    if (before == null || after == null) {
      return TOO_FEW;
    }
    BigDecimal points = after.subtract(before);
    return switch (points.signum()) {
      case 1 -> new Change("▲ " + Words.points(points), "better", Tone.GOOD);
      case -1 -> new Change("▼ " + Words.points(points.negate()), "worse", Tone.POOR);
      default -> NO_CHANGE;
    };
  }

  /** The latest earlier night. */
  static @Nullable NightFigures lastNight(LocalDate asAt, List<NightFigures> earlier) {
    return latestOnOrBefore(asAt.minusDays(1), earlier).orElse(null);
  }

  /** The latest night that is at least a month old. */
  static @Nullable NightFigures lastMonth(LocalDate asAt, List<NightFigures> earlier) {
    return latestOnOrBefore(asAt.minusMonths(1), earlier).orElse(null);
  }

  private static Optional<NightFigures> latestOnOrBefore(
      LocalDate date, List<NightFigures> nights) {
    return nights.stream()
        .filter(night -> !night.asAt().isAfter(date))
        .max(Comparator.comparing(NightFigures::asAt));
  }
}
