package org.practicewatch.jobs.machine;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.practicewatch.post.Delivering;

/**
 * Where a command is given.
 *
 * @param out where it tells what it does
 * @param clock which says what day it is
 * @param environment where passwords are found
 * @param waiting how it waits for a mail server
 */
public record Surroundings(
    PrintStream out, Clock clock, Map<String, String> environment, Delivering.Waiting waiting) {

  /** Tells how far it has come. */
  public Progress progress() {
    return new Progress(out, Boolean.getBoolean("practicewatch.terminal"), clock);
  }
}
