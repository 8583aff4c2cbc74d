package org.practicewatch.standards;

/** What can be said of one obligation as at one date. Each obligation is in exactly one state. */
public enum Timeliness {
  /** Done on or before the due date. */
  IN_TIMESCALE("in timescale"),
  /** Done, after the due date. */
  LATE("late"),
  /** Not done, past due, and it can still be done tomorrow. */
  OVERDUE("overdue"),
  /** Not done, past due, and it can no longer be done: the placement, plan or care has ended. */
  MISSED("missed"),
  /** Not done, and the due date is near; on the due date it is still in time. */
  DUE_SOON("due soon"),
  NOT_YET_DUE("not yet due"),
  /** The record does not allow a judgement; never counted as compliant or late. */
  CANNOT_TELL("cannot tell");

  private final String words;

  Timeliness(String words) {
    this.words = words;
  }

  /** As printed in reports and written in worked examples. */
  public String words() {
    return words;
  }
}
