package org.practicewatch.jobs.night;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.practicewatch.jobs.machine.Progress;

/** A report that an earlier run of the night wrote and that this one has no more to say in. */
final class Withdrawn {

  private Withdrawn() {}

  /** Removes it, after all else is written; says so where somebody holds it open. */
  static void file(Path file, Progress progress) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (FileSystemException held) {
      progress.say(
          "NOT REMOVED, because another program holds it open: "
              + file
              + ". It is of an earlier run of this night, and holds no longer: close it and delete"
              + " it.");
    }
  }
}
