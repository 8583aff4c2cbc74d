package org.practicewatch.jobs.machine;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a scheduler sees while a job works: counts, never a name or an id. At a terminal
 * the line of the step goes on; without one every line carries its time.
 */
public final class Progress {

  private final PrintStream out;
  private final boolean terminal;
  private final Clock clock;
  private boolean lineOpen;
  private @Nullable BrokenStep broken;

  /** Tells a terminal, or a log. */
  public Progress(PrintStream out, boolean terminal, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Something finished, or worth knowing. */
  public synchronized void say(String line) {
    endLine();
    out.println(terminal ? line : now() + "  " + line);
    out.flush();
  }

  /** How far a step has come: seen at a terminal only, in place of what it said before. */
  public synchronized void at(String step, long done, String of) {
    if (terminal) {
      out.printf(Locale.UK, "\r\u001b[K%s: %,d %s", step, done, of);
      out.flush();
      lineOpen = true;
    }
  }

  /** A step could not go on; kept for those who are told afterwards. */
  public synchronized void brokeOff(BrokenStep step) {
    broken = step;
  }

  /** The step that could not go on; empty where all could. */
  public synchronized Optional<BrokenStep> broken() {
    return Optional.ofNullable(broken);
  }

  private void endLine() {
    if (lineOpen) {
      out.print("\r\u001b[K");
      lineOpen = false;
    }
  }

  private String now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
