package org.practicewatch.exceptions;

import java.time.LocalDate;

/**
 * Something that happened to an exception in a week.
 *
 * @param asAt the night of the week
 * @param key to what
 * @param what what
 * @param team on whose list
 * @param detail in words for people, such as the team it came from or the reason; may be empty
 */
public record Event(LocalDate asAt, ExceptionKey key, What what, String team, String detail) {

  /** What can happen. */
  public enum What {
    NEW("new"),
    REOPENED("back again"),
    MOVED_OUT("moved to another team"),
    MOVED_IN("moved in from another team"),
    ACCEPTED("accepted"),
    RAN_OUT("acceptance ran out"),
    FIXED("put right"),
    LAPSED("no more owed"),
    SET_ASIDE("not checked this week"),
    TAKEN_UP("checked again"),
    ESCALATED("told further up");

    private final String words;

    What(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
