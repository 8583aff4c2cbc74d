package org.practicewatch.jobs.schedule;

import java.time.Duration;
import java.time.Instant;
import org.practicewatch.calendar.Timetable;
import org.practicewatch.settings.ScheduleSettings.Scheduled;

/** What the scheduler does next about a job: plain arithmetic, with no clock of its own. */
sealed interface ScheduleNext {

  /** A run that begins so shortly after its time is on time, even where none is caught up. */
  Duration ON_TIME = Duration.ofMinutes(10);

  /** It is run now, for this moment. */
  record Run(Instant due) implements ScheduleNext {}

  /** Its moment was missed too long ago to be made up for. */
  record Missed(Instant due) implements ScheduleNext {}

  /** There is nothing to do before this moment. */
  record Wait(Instant until) implements ScheduleNext {}

  /**
   * Decides. Of several moments that were missed only the last is looked at, so that a job is never
   * run several times to make up for a long weekend.
   */
  static ScheduleNext of(Scheduled job, Timetable timetable, SchedulePast past, Instant now) {
    Instant due = timetable.last(now);
    if (!due.isAfter(past.handled())) {
      return new Wait(timetable.next(now));
    }
    Instant wanted = due;
    if (due.equals(past.begun())) {
      Instant again = past.againAt();
      Instant started = past.started();
      if (again != null && now.isBefore(again)) {
        return new Wait(again);
      }
      // One that failed is wanted when it is tried again; one that was cut off, since it began.
      wanted = again != null ? again : started != null ? started : due;
    }
    Duration late = Duration.between(wanted, now);
    boolean madeUpFor = late.compareTo(job.caughtUpWithin()) <= 0 || late.compareTo(ON_TIME) <= 0;
    return madeUpFor ? new Run(due) : new Missed(due);
  }

  /** When the operator is told that the run of a moment is late. */
  static Instant late(Scheduled job, Instant due) {
    return due.plus(job.lateAfter());
  }
}
