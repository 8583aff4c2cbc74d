package org.practicewatch.jobs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes files on two cores where there are two. None of them may need another. */
final class SideBySide implements AutoCloseable {

  /** So that what waits to be written does not fill the memory. */
  private static final int WAITING = 32;

  private final ExecutorService hands =
      Executors.newFixedThreadPool(Math.min(2, Runtime.getRuntime().availableProcessors()));

  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  /** A file to be written. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }

  /** Begins another; says here what went wrong with an earlier one. */
  void add(Writing writing) throws IOException {
    if (waiting.size() == WAITING) {
      await(waiting.remove());
    }
    waiting.add(
        hands.submit(
            () -> {
              writing.write();
              return null;
            }));
  }

  /** Waits until all are written. */
  void finish() throws IOException {
    while (!waiting.isEmpty()) {
      await(waiting.remove());
    }
  }

  private static void await(Future<?> written) throws IOException {
    try {
      written.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof IOException cannotWrite) {
        throw cannotWrite;
      }
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException("a report could not be written", cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the reports were being written", stopped);
    }
  }

  /** What has not begun is given up; after {@link #finish} there is nothing left. */
  @Override
  public void close() {
    hands.shutdownNow();
  }
}
