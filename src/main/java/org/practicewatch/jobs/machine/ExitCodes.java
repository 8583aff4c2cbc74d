package org.practicewatch.jobs.machine;

/** What a job tells the scheduler: contract, "Exit status". */
public final class ExitCodes {

  /** All was done. */
  public static final int DONE = 0;

  /** May be restarted by the same command. */
  public static final int FAILED = 1;

  /** In settings or arguments; nothing was started. */
  public static final int MISTAKE = 2;

  /** Done, but an extract was held back or rejected whole. */
  public static final int HELD = 3;

  private static final int HUNG_UP = 129;
  private static final int INTERRUPTED = 130;
  private static final int TOLD_TO_STOP = 143;

  private ExitCodes() {}

  /** Whether somebody asked it to end, by closing the terminal, Ctrl+C or a service's stop. */
  public static boolean isAskedFor(int code) {
    return code == HUNG_UP || code == INTERRUPTED || code == TOLD_TO_STOP;
  }
}
