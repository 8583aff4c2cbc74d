package org.practicewatch.jobs.machine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practicewatch.files.Rights;

/** Held while a job works in an output folder, so that a second one waits for another day. */
public final class OutputLock implements Closeable {

  /** What a job writes into an output folder, beside the folders of nights. */
  private static final Set<String> OURS =
      Set.of(
          Database.FOLDER, "letters", "practice-weeks", "schedule.json", ".lock", ".schedule.lock");

  private final Path output;
  private final Rights rights;
  private final FileChannel channel;
  private final FileLock lock;

  private OutputLock(Path output, Rights rights, FileChannel channel, FileLock lock) {
    this.output = output;
    this.rights = rights;
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
    Rights rights = rights(output);
    rights.make(output);
    FileChannel channel =
        FileChannel.open(output.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null && !rights.canGive(output.resolve(name))) {
        channel.close();
        throw new Stopped(
            ExitCodes.MISTAKE,
            "The account that runs this is not in the group that "
                + Rights.GROUP
                + " names, and cannot let it read what is written. Nothing was started.");
      }
      if (lock != null) {
        return Optional.of(new OutputLock(output, rights, channel, lock));
      }
    } catch (OverlappingFileLockException held) {
      // Held by this very process.
    }
    channel.close();
    return Optional.empty();
  }

  private static Rights rights(Path output) throws IOException {
    try {
      return Rights.of(System.getenv(), output.getFileSystem());
    } catch (UserPrincipalNotFoundException unknown) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          Rights.GROUP
              + " names the group '"
              + unknown.getName()
              + "', which this machine does not know. Nothing was started: correct the name, or leave"
              + " it out, so that the owner alone can read what is written.");
    }
  }

  /** What a job leaves, nobody may read but who should; what others put beside it is theirs. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.list(output)) {
      for (Path one : all.filter(OutputLock::isOurs).toList()) {
        rights.settle(one);
      }
    }
    lock.release();
    channel.close();
  }

  private static boolean isOurs(Path file) {
    String name = String.valueOf(file.getFileName());
    return OURS.contains(name) || name.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }
}
