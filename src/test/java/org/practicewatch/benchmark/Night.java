package org.practicewatch.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One night as a scheduler runs it, into an empty folder, and what can be read off it. */
final class Night {

  private final Tree tree;
  private final Path input;
  private final String asAt;
  private final Path output;
  private final NavigableMap<LocalDateTime, Duration> looks = new TreeMap<>();

  /**
   * A night.
   *
   * @param name of its output folder
   * @param asAt empty where the extracts give it themselves
   */
  Night(Tree tree, String name, Path input, String asAt) {
    this.tree = tree;
    this.input = input;
    this.asAt = asAt;
    this.output = tree.folder().resolve("output of " + name);
  }

  Path output() {
    return output;
  }

  /** Runs it. */
  Measured run() {
    return run(List.of());
  }

  /** Runs it with more options, such as another database. */
  Measured run(List<String> more) {
    Folders.remove(output);
    looks.clear();
    List<String> words =
        new ArrayList<>(
            List.of("nightly", "--input", input.toString(), "--output", output.toString()));
    if (!asAt.isEmpty()) {
      words.addAll(List.of("--as-at", asAt));
    }
    words.addAll(more);
    return tree.run(words, looks::put);
  }

  /** A night's folder is named after its date; a sample may have an earlier one beside it. */
  Path result() {
    try (Stream<Path> entries = Files.list(output)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("run.json")))
          .max(Path::compareTo)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long each step of the last run took and how many cores it kept busy, by name. */
  Map<String, Step> steps() {
    JsonNode run = JsonMapper.shared().readTree(result().resolve("run.json").toFile());
    Map<String, Step> steps = new LinkedHashMap<>();
    // The steps follow each other without a pause worth counting.
    LocalDateTime at = LocalDateTime.parse(run.get("start").asString());
    for (JsonNode step : run.get("steps")) {
      double seconds = step.get("seconds").asDouble();
      LocalDateTime end = at.plus(Duration.ofMillis(Math.round(seconds * 1000)));
      double cpu = cpuSeconds(end) - cpuSeconds(at);
      steps.put(step.get("name").asString(), new Step(seconds, cpu));
      at = end;
    }
    return steps;
  }

  /** One step. */
  record Step(double seconds, double cpuSeconds) {
    double cores() {
      return seconds == 0 ? 0 : cpuSeconds / seconds;
    }
  }

  private double cpuSeconds(LocalDateTime at) {
    Map.Entry<LocalDateTime, Duration> look = looks.floorEntry(at);
    return look == null ? 0 : look.getValue().toMillis() / 1000.0;
  }

  /** How many findings the last run wrote. */
  long findings() {
    try (Stream<String> lines = Files.lines(result().resolve("findings.csv"))) {
      return lines.count() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of the database's files, as the night leaves them. */
  long databaseBytes() {
    try (Stream<Path> files = Files.walk(output.resolve("database"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows its extracts hold. */
  long rows() {
    long rows = 0;
    try (Stream<Path> files = Files.list(input)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          rows += lines.count() - 1;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
