package org.practicewatch.reports;

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

  static final Share WITHOUT_SOURCE = new Share("cannot judge: no source", "", false);
  static final Share NOTHING = new Share(Words.NOTHING, "", false);

  static Share of(@Nullable Figure figure, Printing printing) {
    if (figure == null || figure.denominator() == 0) {
      return new Share(Words.NONE_DUE, "", false);
    }
    return of(figure.numerator(), figure.denominator(), printing);
  }

  /** Of which there are some. */
  static Share of(int numerator, int denominator, Printing printing) {
    String count = Words.count(numerator) + " of " + Words.count(denominator);
    BigDecimal percent = Figure.percent(numerator, denominator);
    return percent == null || !printing.isEnough(denominator)
        ? new Share(count, "", true)
        : new Share(Words.percent(percent), count, true);
  }
}
