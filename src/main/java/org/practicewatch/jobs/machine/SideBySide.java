package org.practicewatch.jobs.machine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does pieces of work on two cores where there are two. None of them may need another. */
public final class SideBySide implements AutoCloseable {

  /** So that what waits to be done does not fill the memory. */
  private static final int WAITING = 32;

  private static final int HANDS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final BlockingQueue<Runnable> notBegun = new LinkedBlockingQueue<>();

  private final ExecutorService hands =
      new ThreadPoolExecutor(HANDS, HANDS, 0, TimeUnit.SECONDS, notBegun);

  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  /** A piece of work. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** Begins another; says here what went wrong with an earlier one. */
  public void add(Work work) throws IOException {
    if (waiting.size() == WAITING) {
      outcome(waiting.remove());
    }
    waiting.add(
        hands.submit(
            () -> {
              work.run();
              return null;
            }));
  }

  /** Waits until all are done. */
  public void finish() throws IOException {
    while (!waiting.isEmpty()) {
      outcome(waiting.remove());
    }
  }

  /** What came of work that another thread does: its result, or what went wrong with it. */
  public static <T> T outcome(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof IOException io) {
        throw io;
      }
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while work was being done", stopped);
    }
  }

  /**
   * What has not begun is given up, and what has begun is waited for and not interrupted: a table
   * whose reading was broken off would look like one in a damaged file, and nobody may be at work
   * in a database that is being closed. After {@link #finish} there is nothing left.
   */
  @Override
  public void close() {
    notBegun.clear();
    hands.shutdown();
    try {
      while (!hands.awaitTermination(1, TimeUnit.MINUTES)) {
        // A long table takes its time.
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
