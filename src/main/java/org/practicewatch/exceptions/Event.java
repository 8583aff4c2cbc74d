package org.practicewatch.exceptions;

import java.time.LocalDate;
import java.util.Comparator;

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

  /** By exception; of one exception in the order in which things happen in a week. */
  public static final Comparator<Event> ORDER =
      Comparator.comparing(Event::key).thenComparing(Event::what);

  /** What can happen, in the order in which it happens in a week. */
  public enum What {
    SET_ASIDE("not checked this week"),
    TAKEN_UP("checked again"),
    NEW("new"),
    REOPENED("back again"),
    MOVED_OUT("moved to another team"),
    MOVED_IN("moved in from another team"),
    RAN_OUT("acceptance ran out"),
    FIXED("put right"),
    LAPSED("no more owed"),
    ACCEPTED("accepted"),
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
