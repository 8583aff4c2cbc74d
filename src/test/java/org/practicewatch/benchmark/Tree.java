package org.practicewatch.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Practicewatch that was built: this one, or another version beside it.
 *
 * @param home its folder
 * @param folder where what it prints is kept
 */
record Tree(Path home, Path folder) {

  /** Runs a command of it. */
  Measured run(List<String> words) {
    return run(words, (moment, cpu) -> {});
  }

  /** The same, looked at on the way. */
  Measured run(List<String> words, Measured.Looks looks) {
    return Measured.of(command(words), Map.of(), log().toFile(), looks);
  }

  /** The words by which a command of it is started. */
  List<String> command(List<String> words) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    List<String> command = new ArrayList<>();
    command.add(home.resolve(windows ? "practicewatch.cmd" : "practicewatch").toString());
    command.addAll(words);
    return command;
  }

  /** What its last command printed. */
  Path log() {
    return folder.resolve("last command.log");
  }

  /** Writes the extracts of a fictional authority, unless they are there. */
  void sample(Path output, int children) {
    if (!output.toFile().exists()) {
      System.err.println("Writing " + output.getFileName() + "...");
      run(
          List.of(
              "sample-data",
              "--children",
              Integer.toString(children),
              "--seed",
              "7",
              "--output",
              output.toString()));
    }
  }
}
