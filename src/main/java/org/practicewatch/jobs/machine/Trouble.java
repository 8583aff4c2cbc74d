package org.practicewatch.jobs.machine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the machine, in words for the person who has to put it right. Never what a
 * cell held: of a failure that nobody foresaw only its kind and place are told.
 */
public final class Trouble {

  /** With less than this nothing more can be written that is worth the name. */
  private static final long HARDLY_ANYTHING = 256 * 1024;

  /** SQL's own class of states for a connection that is lost, and PostgreSQL's for a shutdown. */
  private static final String CONNECTION_LOST = "08";

  private static final String SHUT_DOWN = "57P";

  private Trouble() {}

  /**
   * Says what is wrong.
   *
   * @param output where the job writes
   */
  public static String inWords(Throwable failure, Path output) {
    Throwable cause = failure;
    boolean databaseGone = false;
    while (cause.getCause() != null) {
      databaseGone |= isDatabaseGone(cause);
      cause = cause.getCause();
    }
    databaseGone |= isDatabaseGone(cause);
    if (isFull(output)) {
      return "the disk that holds " + output + " is full. Make room on it.";
    }
    if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
      return "Practicewatch is not allowed to read or write "
          + fileOf(cause, output)
          + ". Give its user the right to.";
    }
    if (databaseGone) {
      return "the database does not answer any more. See to it that it runs.";
    }
    if (cause instanceof FileSystemException file) {
      return String.valueOf(file.getFile())
          + " cannot be written: another program may be using it."
          + reason(file.getReason());
    }
    String where = "";
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("org.practicewatch.")) {
        where = " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
        break;
      }
    }
    String said = cause instanceof IOException ? reason(cause.getMessage()) : "";
    return cause.getClass().getSimpleName() + said + where;
  }

  private static boolean isDatabaseGone(Throwable cause) {
    if (!(cause instanceof SQLException sql) || sql.getSQLState() == null) {
      return false;
    }
    return sql.getSQLState().startsWith(CONNECTION_LOST) || sql.getSQLState().startsWith(SHUT_DOWN);
  }

  private static String fileOf(Throwable cause, Path output) {
    return cause instanceof FileSystemException file && file.getFile() != null
        ? file.getFile()
        : output.toString();
  }

  private static String reason(@Nullable String said) {
    return said == null ? "" : ": " + said;
  }

  private static boolean isFull(Path output) {
    Path there = output;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there != null && Files.getFileStore(there).getUsableSpace() < HARDLY_ANYTHING;
    } catch (IOException unknown) {
      return false;
    }
  }
}
