package org.practicewatch.jobs.machine;

/** A job that cannot go on, with the reason in a sentence for the person who started it. */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** Stops with an exit status and a reason in words. */
  public Stopped(int exitCode, String reason) {
    super(reason);
    this.exitCode = exitCode;
  }

  /** What the process ends with. */
  public int exitCode() {
    return exitCode;
  }
}
