package org.practicewatch.jobs.schedule;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What the scheduler needs of the machine it runs on. */
interface ScheduleMachine {

  /** A job that was started. */
  interface Started {

    /** How it ended; empty while it goes on. */
    OptionalInt exitCode();

    /** Asks it to end, and waits for a while until it has; what it leaves can be taken up again. */
    void stop();
  }

  Started start(String job) throws IOException;

  /** Returns at a moment, or when a job has ended, whichever is first. */
  void await(Instant moment, Optional<Started> orEndOf) throws InterruptedException;
}
