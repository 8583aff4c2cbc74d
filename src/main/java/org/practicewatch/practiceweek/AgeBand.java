package org.practicewatch.practiceweek;

import java.util.List;

/** Age bands of DfE's tables of looked-after children (SSDA903 main tables), and older. */
public final class AgeBand {

  static final String NOT_KNOWN = "Age not known";

  /** From youngest to oldest. */
  public static final List<String> ALL =
      List.of("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over", NOT_KNOWN);

  private static final int[] FROM = {0, 1, 5, 10, 16, 18};

  private AgeBand() {}

  /** The band of an age in whole years. */
  static String of(int age) {
    int band = 0;
    while (band + 1 < FROM.length && age >= FROM[band + 1]) {
      band++;
    }
    return ALL.get(band);
  }
}
