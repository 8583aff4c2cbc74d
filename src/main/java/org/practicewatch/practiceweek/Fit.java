package org.practicewatch.practiceweek;

/**
 * Whether a child belongs to a cohort.
 *
 * @param answer the answer
 * @param because of what it cannot be told; else empty
 */
record Fit(Answer answer, String because) {

  enum Answer {
    YES,
    NO,
    CANNOT_TELL
  }

  static final Fit YES = new Fit(Answer.YES, "");
  static final Fit NO = new Fit(Answer.NO, "");

  static Fit when(boolean fits) {
    return fits ? YES : NO;
  }

  static Fit cannotTell(String because) {
    return new Fit(Answer.CANNOT_TELL, because);
  }

  /** Both together: one that does not fit decides, whatever cannot be told of the other. */
  Fit and(Fit other) {
    if (answer == Answer.NO || other.answer == Answer.NO) {
      return NO;
    }
    return answer == Answer.CANNOT_TELL ? this : other;
  }
}
