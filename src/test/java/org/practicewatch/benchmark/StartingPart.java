package org.practicewatch.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long somebody at a keyboard waits for the first line of a command. */
final class StartingPart {

  private final Tree ours;
  private final Optional<Tree> beside;
  private final Path folder;
  private final int rounds;

  StartingPart(Tree ours, Optional<Tree> beside, Path folder, int rounds) {
    this.ours = ours;
    this.beside = beside;
    this.folder = folder;
    this.rounds = rounds;
  }

  void run(Page page) {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("--help", List.of("--help"));
    commands.put("check-settings", List.of("check-settings"));
    Path output = folder.resolve("output of starting");
    commands.put("nightly", List.of("nightly", "--output", output.toString()));
    Rounds turns = new Rounds();
    commands.forEach(
        (name, words) -> {
          turns.add(name, () -> untilFirstLine(ours.command(words), output));
          beside.ifPresent(
              tree ->
                  turns.add(name + ", beside", () -> untilFirstLine(tree.command(words), output)));
        });
    // The first leaves what makes the later ones start faster.
    untilFirstLine(ours.command(commands.get("nightly")), output);
    beside.ifPresent(tree -> untilFirstLine(tree.command(commands.get("nightly")), output));
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading("From a command to its first line");
    List<List<String>> table = new ArrayList<>();
    medians.forEach((name, one) -> table.add(List.of(name, Page.decimals(one.seconds()))));
    page.table(List.of("command", "seconds"), table);
  }

  private static Measured untilFirstLine(List<String> command, Path output) {
    Folders.remove(output);
    try {
      long began = System.nanoTime();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream lines = process.getInputStream()) {
        lines.read();
        double seconds = (System.nanoTime() - began) / 1e9;
        lines.transferTo(OutputStream.nullOutputStream());
        process.waitFor();
        return new Measured(seconds, 0, 0);
      }
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
