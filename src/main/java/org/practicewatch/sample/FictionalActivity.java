package org.practicewatch.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalTeam.Professional;

/**
 * Something done on a day, by its name in the vocabulary, as a report of activities gives it.
 *
 * @param subject whom or what it is about
 * @param at the time of day, where it matters
 * @param status Completed, Refused or Cancelled; until its day it is planned
 * @param recorded when it was written down; null where nobody asks or it was forgotten
 * @param worker who did it; null where nobody held the child
 * @param marks what is noted of it, with semicolons between
 */
public record FictionalActivity(
    FictionalSubject subject,
    String what,
    LocalDate on,
    @Nullable LocalTime at,
    String status,
    @Nullable LocalDate recorded,
    @Nullable Professional worker,
    String marks,
    FictionalReference reference) {

  public static final String COMPLETED = "Completed";
  public static final String CANCELLED = "Cancelled";
  public static final String REFUSED = "Refused";

  FictionalActivity(
      FictionalSubject subject, String what, LocalDate on, @Nullable Professional worker) {
    this(subject, what, on, null, COMPLETED, null, worker, "", FictionalReference.NONE);
  }

  FictionalActivity withTime(LocalTime time) {
    return new FictionalActivity(
        subject, what, on, time, status, recorded, worker, marks, reference);
  }

  FictionalActivity withStatus(String other) {
    return new FictionalActivity(subject, what, on, at, other, recorded, worker, marks, reference);
  }

  FictionalActivity withRecorded(@Nullable LocalDate day) {
    return new FictionalActivity(subject, what, on, at, status, day, worker, marks, reference);
  }

  FictionalActivity withMarks(String noted) {
    return new FictionalActivity(subject, what, on, at, status, recorded, worker, noted, reference);
  }

  FictionalActivity withReference(FictionalReference to) {
    return new FictionalActivity(subject, what, on, at, status, recorded, worker, marks, to);
  }
}
