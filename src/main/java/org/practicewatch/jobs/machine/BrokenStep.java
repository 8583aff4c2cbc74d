package org.practicewatch.jobs.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where a night broke off and why, in words that can be sent: an exception's own may quote a cell.
 *
 * @param step the name of the step
 * @param why the sort of reason
 */
public record BrokenStep(String step, String why) {

  /** What stands for a step where none had begun. */
  public static final String START = "the start";

  private static final Map<String, String> DOING =
      Map.of(
          START,
          "starting",
          "receive-extracts",
          "receiving the extracts",
          "read-extracts",
          "reading the extracts",
          "check-children",
          "checking the children",
          "close-night",
          "closing the night",
          "write-reports",
          "writing the reports");

  /** What of a failure can be sent: the sort of its first cause. */
  public static BrokenStep of(String step, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new BrokenStep(step, why(cause));
  }

  private static String why(Throwable cause) {
    if (cause instanceof IOException || cause instanceof UncheckedIOException) {
      return "A file or folder could not be read or written. Is the disk full, the network share"
          + " gone, or the permission missing?";
    }
    if (cause instanceof SQLException) {
      return "The database could not be used. Is the disk full, or another program in it?";
    }
    if (cause instanceof OutOfMemoryError) {
      return "The memory was not enough. Give Java more, such as PRACTICEWATCH_JAVA_OPTS=-Xmx4g.";
    }
    return "A fault in the program (" + cause.getClass().getSimpleName() + ").";
  }

  /** What it was doing. */
  public String doing() {
    return DOING.getOrDefault(step, step);
  }
}
