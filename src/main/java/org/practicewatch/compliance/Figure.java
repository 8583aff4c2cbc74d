package org.practicewatch.compliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A count of one measure: a row of {@code figures.csv}.
 *
 * @param level whose figure
 * @param name name of the authority, service, team or worker
 * @param standard id of the standard; of a rank of {@code jobs/priorities.yml} {@code rank:} and
 *     its key
 * @param measure what is counted
 * @param from first day of the period; the as-at date for a figure of now
 * @param to last day of the period
 * @param numerator how many are in timescale
 * @param denominator how many could be judged
 * @param cannotTell how many could not: in neither number
 * @param doubtful of those judged, how many rest on something that may be otherwise ({@link
 *     Doubtful})
 */
public record Figure(
    Level level,
    String name,
    String standard,
    Measure measure,
    LocalDate from,
    LocalDate to,
    int numerator,
    int denominator,
    int cannotTell,
    int doubtful) {

  /** One in which nothing is doubtful. */
  public Figure(
      Level level,
      String name,
      String standard,
      Measure measure,
      LocalDate from,
      LocalDate to,
      int numerator,
      int denominator,
      int cannotTell) {
    this(level, name, standard, measure, from, to, numerator, denominator, cannotTell, 0);
  }

  /** Whose figure it is. */
  public enum Level {
    AUTHORITY,
    SERVICE,
    TEAM,
    WORKER;

    /** As written in {@code figures.csv}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Three measures, never blended. */
  public enum Measure {
    NOW("children in timescale now"),
    DONE("done in timescale in the period"),
    ALL("children with all in timescale in the period");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    /** As written in {@code figures.csv} and at the head of every table. */
    public String words() {
      return words;
    }
  }

  /**
   * Half-up to one decimal, as DfE publishes; null where nothing could be judged, because no
   * denominator is no percentage.
   */
  public @Nullable BigDecimal percent() {
    return percent(numerator, denominator);
  }

  /** The same of any so many of so many. */
  public static @Nullable BigDecimal percent(int numerator, int denominator) {
    if (denominator == 0) {
      return null;
    }
    return BigDecimal.valueOf(100L * numerator)
        .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
  }
}
