package org.practicewatch.practiceweek;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something an auditor recommended for a child.
 *
 * @param form of the audit
 * @param item 1, 2, 3 … on that form
 * @param week id of the Practice Week
 * @param childId the child
 * @param team that held the child on the night of the draw; empty for none
 * @param what is to be done
 * @param who leads
 * @param due by when; null where the form does not say
 * @param done the day it was done; null while it is not
 * @param note what was said of it since
 */
public record Recommendation(
    String form,
    int item,
    String week,
    String childId,
    String team,
    String what,
    String who,
    @Nullable LocalDate due,
    @Nullable LocalDate done,
    String note) {

  /** Where it stands. */
  public enum State {
    DONE("Done"),
    OVERDUE("Overdue"),
    DUE("Due"),
    NO_DATE("No date given");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Where it stands on a day; on its last day it is due. */
  public State on(LocalDate day) {
    if (done != null && !done.isAfter(day)) {
      return State.DONE;
    }
    return due == null ? State.NO_DATE : due.isBefore(day) ? State.OVERDUE : State.DUE;
  }

  /** The same with what became of it. */
  public Recommendation with(@Nullable LocalDate doneOn, String noted) {
    return new Recommendation(form, item, week, childId, team, what, who, due, doneOn, noted);
  }
}
