package org.practicewatch.practiceweek.workbook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a form is laid out. The first column is hidden and says what a row is, so that a form is read
 * by what its rows are, wherever they stand.
 */
final class FormLayout {

  static final String AUDIT = "Audit";
  static final String COMPLIANCE = "Compliance";
  static final String RECOMMENDATIONS = "Recommendations";
  static final String KEY = "Key";
  static final String LISTS = "Lists";

  static final String BY = "by";
  static final String OVERALL = "overall";
  static final String DOMAIN = "domain:";
  static final String TEXT = "text:";
  static final String TALK = "talk";
  static final String OBSERVED = "observed";
  static final String HIGH = "high:";
  static final String LOW = "low:";
  static final String CONCERN = "concern";
  static final String OWED = "owed:";
  static final String RECOMMENDED = "rec:";

  static final int CODE = 0;
  static final int LABEL = 1;
  static final int FIRST = 2;
  static final int SECOND = 3;
  static final int WORDS = 4;
  static final int AGREE = 5;
  static final int COMMENT = 6;

  static final String YES = "Yes";
  static final String NO = "No";

  static final int FEATURES = 3;
  static final int MOST_RECOMMENDED = 10;

  /** What may be observed. */
  static final List<String> OBSERVATIONS =
      List.of("Nothing", "Home visit", "Meeting", "Review", "Conference", "Supervision");

  /** By what a row is, the columns that are filled in; all others are locked. */
  private static final Map<String, Set<Integer>> FILLED =
      Map.ofEntries(
          Map.entry(BY, Set.of(FIRST)),
          Map.entry(OVERALL, Set.of(FIRST, SECOND, WORDS)),
          Map.entry(DOMAIN, Set.of(FIRST, SECOND, WORDS)),
          Map.entry(TEXT, Set.of(FIRST)),
          Map.entry(TALK, Set.of(FIRST, WORDS)),
          Map.entry(OBSERVED, Set.of(FIRST, WORDS)),
          Map.entry(HIGH, Set.of(FIRST, SECOND)),
          Map.entry(LOW, Set.of(FIRST, SECOND)),
          Map.entry(CONCERN, Set.of(FIRST, WORDS)),
          Map.entry(OWED, Set.of(AGREE, COMMENT)),
          Map.entry(RECOMMENDED, Set.of(LABEL, FIRST, SECOND)));

  private FormLayout() {}

  /** The columns of a row that are filled in. */
  static Set<Integer> filled(String code) {
    int colon = code.indexOf(':');
    return FILLED.getOrDefault(colon < 0 ? code : code.substring(0, colon + 1), Set.of());
  }
}
