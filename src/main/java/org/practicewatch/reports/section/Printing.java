package org.practicewatch.reports.section;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.exceptions.Priorities;

/**
 * How the council wants its numbers printed, and how far ahead its lists look.
 *
 * @param percentFrom a share of fewer than these is a count and never a percentage: of three
 *     children, one more or less would look like a change of a third
 * @param daysAhead how far ahead a list looks
 * @param names children's names by their ids; none, unless the council wants them in its lists
 * @param priorities what stands first in a team's list
 */
public record Printing(
    int percentFrom, int daysAhead, Map<String, String> names, Priorities priorities) {

  public Printing {
    names = Map.copyOf(names);
  }

  /** Lists give ids alone, and nothing matters more than another. */
  public Printing(int percentFrom, int daysAhead) {
    this(percentFrom, daysAhead, Map.of(), Priorities.NONE);
  }

  /** Whether enough could be judged for a percentage to mean anything. */
  public boolean isEnough(@Nullable Figure figure) {
    return figure != null && isEnough(figure.denominator());
  }

  /** Whether so many are enough for a percentage. */
  public boolean isEnough(int denominator) {
    return denominator >= Math.max(1, percentFrom);
  }

  /** Whether something could be judged, and too little for a percentage. */
  public boolean isTooFew(@Nullable Figure figure) {
    return figure != null && figure.denominator() > 0 && !isEnough(figure);
  }

  /** The percentage; null where nothing could be judged, or too little. */
  public @Nullable BigDecimal findPercent(@Nullable Figure figure) {
    return figure == null || !isEnough(figure) ? null : figure.percent();
  }

  /** "the next two weeks". */
  public String ahead() {
    return switch (daysAhead) {
      case 1 -> "the next day";
      case 7 -> "the next week";
      case 14 -> "the next two weeks";
      case 28 -> "the next four weeks";
      default -> "the next " + daysAhead + " days";
    };
  }
}
