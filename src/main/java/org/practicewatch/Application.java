package org.practicewatch;

import java.time.Clock;
import java.time.ZoneId;
import org.practicewatch.jobs.commands.Commands;

/** Starts the job named on the command line. */
public final class Application {

  private Application() {}

  public static void main(String[] words) {
    System.exit(Commands.run(System.out, System.err, Clock.system(ZoneId.systemDefault()), words));
  }
}
