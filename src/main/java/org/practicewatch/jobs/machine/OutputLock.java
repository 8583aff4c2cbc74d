package org.practicewatch.jobs.machine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held while a job works in an output folder, so that a second one waits for another day. */
public final class OutputLock implements Closeable {

  private final FileChannel channel;
  private final FileLock lock;

  private OutputLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * The lock of a folder.
   *
   * @throws Stopped when another job holds it
   */
  public static OutputLock take(Path output) throws IOException {
    return findFree(output)
        .orElseThrow(
            () ->
                new Stopped(
                    ExitCodes.FAILED,
                    "Another job is at work in "
                        + output
                        + ". Nothing was touched; try again later."));
  }

  /** The lock of a folder; empty when another job holds it. */
  static Optional<OutputLock> findFree(Path output) throws IOException {
    return findFree(output, ".lock");
  }

  /** A lock of another name, for another sort of work in the same folder. */
  public static Optional<OutputLock> findFree(Path output, String name) throws IOException {
    Files.createDirectories(output);
    FileChannel channel =
        FileChannel.open(output.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new OutputLock(channel, lock));
      }
    } catch (OverlappingFileLockException held) {
      // Held by this very process.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
