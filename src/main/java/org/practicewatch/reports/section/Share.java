package org.practicewatch.reports.section;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;

/**
 * So many of so many, as a cell prints it.
 *
 * @param value the percentage; of few the count alone; or that none is due
 * @param count the count behind a percentage; else empty
 * @param any whether anything could be judged
 */
public record Share(String value, String count, boolean any) {

  public static final Share WITHOUT_SOURCE = new Share("cannot judge: no source", "", false);
  static final Share NONE_DUE = new Share(Words.NONE_DUE, "", false);
  public static final Share NOTHING = new Share(Words.NOTHING, "", false);

  public static Share of(@Nullable Figure figure, Printing printing) {
    if (figure == null) {
      return NONE_DUE;
    }
    Share share = of(figure.numerator(), figure.denominator(), printing);
    return figure.doubtful() == 0 ? share : share.with(figure.doubtful());
  }

  /** With how many of them rest on something doubtful. */
  private Share with(int doubtful) {
    String said = Words.count(doubtful) + " doubtful";
    return count.isEmpty()
        ? new Share(value + ", " + said, "", any)
        : new Share(value, count + ", " + said, any);
  }

  public static Share of(int numerator, int denominator, Printing printing) {
    BigDecimal percent = Figure.percent(numerator, denominator);
    if (percent == null) {
      return NONE_DUE;
    }
    String count = Words.count(numerator) + " of " + Words.count(denominator);
    return printing.isEnough(denominator)
        ? new Share(Words.percent(percent), count, true)
        : new Share(count, "", true);
  }
}
