package org.practicewatch.compliance;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.standards.Timeliness;

/**
 * One obligation of one child on one night, with the team whose figure it is and the team that can
 * put it right: a row of {@code findings.csv}.
 *
 * @param childId empty where the subject is not a child
 * @param subject what is judged where it is not a child; else empty
 * @param standard id of the standard
 * @param duringFrom start of the span it belongs to
 * @param number 1, 2, 3 … within that span
 * @param since day 0 of the count
 * @param due last day in timescale
 * @param done the day it was done
 * @param timeliness the state
 * @param daysOver calendar days past due; null when not past due
 * @param team allocated on the due date (today's where it is not yet due); empty for none
 * @param worker likewise
 * @param teamNow allocated on the as-at date
 * @param workerNow likewise
 * @param source the cell that proves it
 * @param current whether it is what the child's record stands at now: its span goes on and it is
 *     the last of it
 * @param doubts why it may be otherwise, though it was judged
 */
public record Finding(
    String childId,
    String subject,
    String standard,
    @Nullable LocalDate duringFrom,
    int number,
    @Nullable LocalDate since,
    @Nullable LocalDate due,
    @Nullable LocalDate done,
    Timeliness timeliness,
    @Nullable Integer daysOver,
    String team,
    String worker,
    String teamNow,
    String workerNow,
    String source,
    boolean current,
    Set<Doubtful> doubts) {

  public Finding {
    doubts = Set.copyOf(doubts);
  }

  /** One that rests on nothing doubtful. */
  public Finding(
      String childId,
      String subject,
      String standard,
      @Nullable LocalDate duringFrom,
      int number,
      @Nullable LocalDate since,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      Timeliness timeliness,
      @Nullable Integer daysOver,
      String team,
      String worker,
      String teamNow,
      String workerNow,
      String source,
      boolean current) {
    this(
        childId,
        subject,
        standard,
        duringFrom,
        number,
        since,
        due,
        done,
        timeliness,
        daysOver,
        team,
        worker,
        teamNow,
        workerNow,
        source,
        current,
        Set.of());
  }

  /**
   * Whether it cannot be told only because a table did not come: nobody who reads the record could
   * put that right.
   */
  public boolean isSilent() {
    return timeliness == Timeliness.CANNOT_TELL && doubts.contains(Doubtful.OLD_TABLE);
  }
}
