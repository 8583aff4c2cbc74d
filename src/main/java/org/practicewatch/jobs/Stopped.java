package org.practicewatch.jobs;

/** A job that cannot go on, with the reason in a sentence for the person who started it. */
final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  Stopped(int exitCode, String reason) {
    super(reason);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
