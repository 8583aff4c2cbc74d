package org.practicewatch.practiceweek;

import org.jspecify.annotations.Nullable;
import org.practicewatch.practiceweek.Auditor.Depth;

/**
 * A place in a published draw: a row of {@code sample.csv}, and a case to audit where it is in the
 * sample.
 *
 * @param cohort the cohort
 * @param stratum the part of it
 * @param rank 1 for the lowest ticket of that part
 * @param ticket the hash that decided
 * @param childId the child
 * @param state whether in the sample
 * @param number of the case, such as A-07; empty for a reserve
 * @param auditor id of the auditor; empty for none
 * @param moderator id of who gives the second grades; empty for none
 * @param depth how thoroughly; null for a reserve
 * @param team that held the child on the night of the draw
 * @param kindOfCase of {@link Candidate#CASES}
 * @param ageBand on the night of the draw
 * @param disability in words
 * @param because why it was replaced, and by whom; else empty
 */
public record DrawnCase(
    String cohort,
    String stratum,
    int rank,
    String ticket,
    String childId,
    State state,
    String number,
    String auditor,
    String moderator,
    @Nullable Depth depth,
    String team,
    String kindOfCase,
    String ageBand,
    String disability,
    String because) {

  /** Where a child stands in the draw. */
  public enum State {
    SAMPLE("sample"),
    RESERVE("reserve"),
    REPLACED("replaced");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As in {@code sample.csv}. */
    public String words() {
      return words;
    }
  }

  public boolean isInSample() {
    return state == State.SAMPLE;
  }

  /** The same with somebody to audit it. */
  DrawnCase with(String number, String auditor, String moderator, @Nullable Depth depth) {
    return new DrawnCase(
        cohort,
        stratum,
        rank,
        ticket,
        childId,
        state,
        number,
        auditor,
        moderator,
        depth,
        team,
        kindOfCase,
        ageBand,
        disability,
        because);
  }

  /** The same in another state. */
  DrawnCase as(State other, String why) {
    return new DrawnCase(
        cohort,
        stratum,
        rank,
        ticket,
        childId,
        other,
        number,
        auditor,
        moderator,
        depth,
        team,
        kindOfCase,
        ageBand,
        disability,
        why);
  }
}
