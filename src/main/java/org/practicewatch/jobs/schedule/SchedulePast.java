package org.practicewatch.jobs.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.practicewatch.jobs.machine.ExitCodes;

/**
 * What became of a job so far.
 *
 * @param handled the last of its moments that is settled: done, given up or missed
 * @param begun the moment whose run was begun last
 * @param started when that run began
 * @param ended when it ended; none while it goes on, or where its process died
 * @param exitCode how it ended
 * @param failures how often in a row the run of that moment has failed
 * @param againAt when it is tried again
 * @param toldLate the moment that the operator was told of as late
 */
record SchedulePast(
    Instant handled,
    @Nullable Instant begun,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable Integer exitCode,
    int failures,
    @Nullable Instant againAt,
    @Nullable Instant toldLate) {

  /** The past of a job that is scheduled for the first time: nothing was missed before. */
  static SchedulePast none(Instant now) {
    return new SchedulePast(now, null, null, null, null, 0, null, null);
  }

  /** It is begun for a moment. */
  SchedulePast begin(Instant due, Instant now) {
    int before = due.equals(begun) ? failures : 0;
    return new SchedulePast(handled, due, now, null, null, before, null, toldLate);
  }

  /** It ended; after a failure it is tried again as often as there are pauses. */
  SchedulePast end(Instant due, Instant now, int code, List<Integer> pauses) {
    boolean failed = code != ExitCodes.DONE && code != ExitCodes.HELD && code != ExitCodes.MISTAKE;
    if (failed && failures < pauses.size()) {
      Instant again = now.plus(Duration.ofMinutes(pauses.get(failures)));
      return new SchedulePast(handled, due, started, now, code, failures + 1, again, toldLate);
    }
    int all = failed ? failures + 1 : 0;
    return new SchedulePast(due, due, started, now, code, all, null, toldLate);
  }

  /** Its moment was missed. */
  SchedulePast miss(Instant due) {
    return new SchedulePast(due, begun, started, ended, exitCode, 0, null, due);
  }

  /** The operator was told that it is late. */
  SchedulePast tellLate(Instant due) {
    return new SchedulePast(handled, begun, started, ended, exitCode, failures, againAt, due);
  }
}
