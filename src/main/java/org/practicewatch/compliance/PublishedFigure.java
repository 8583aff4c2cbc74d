package org.practicewatch.compliance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What DfE has published of one area for one year.
 *
 * @param percent the percentage, to one decimal; null where there is none
 * @param why then, why there is none, in words; else empty
 */
public record PublishedFigure(@Nullable BigDecimal percent, String why) {

  /** Nought of nought, which is neither 0 nor 100. */
  public static final PublishedFigure NONE_DUE = new PublishedFigure(null, "none due");
}
