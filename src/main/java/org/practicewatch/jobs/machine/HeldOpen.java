package org.practicewatch.jobs.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.practicewatch.files.WholeFile;
import org.practicewatch.files.WholeFile.Swapped;

/** Files that somebody held open when a job wanted to replace them, and what is said of them. */
public final class HeldOpen {

  private HeldOpen() {}

  /**
   * Puts in place what waits in a folder, and names what still cannot be replaced.
   *
   * @return whether anything cannot
   */
  public static boolean settle(Path folder, Progress progress) throws IOException {
    Swapped swapped = WholeFile.swapIn(folder);
    List<Path> placed = swapped.placed();
    if (!placed.isEmpty()) {
      progress.say(
          "Replaced now, and not before, because they were open: " + names(placed, folder) + ".");
    }
    List<Path> held = swapped.held();
    if (!held.isEmpty()) {
      progress.say(
          "NOT REPLACED, because another program holds them open or they may not be written: "
              + names(held, folder)
              + ". They are still the old ones; the new ones wait beside them. Ask whoever reads these"
              + " folders to close them; then run the same command again, which replaces these and"
              + " does nothing else.");
    }
    return !held.isEmpty();
  }

  private static String names(List<Path> files, Path folder) {
    return String.join(
        ", ",
        files.stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).toList());
  }
}
