package org.practicewatch.jobs.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.practicewatch.settings.OperatorSettings.Event;

/**
 * {@code letters/told.log}: what the operator was told, a line a letter, so that it is told once.
 */
final class ToldLog {

  private final Path file;

  ToldLog(Path output) {
    this.file = output.resolve("letters").resolve("told.log");
  }

  boolean has(String messageId) throws IOException {
    return lines().stream().anyMatch(line -> line.endsWith(" " + messageId));
  }

  /** How many letters of a sort went out on a day. */
  int count(LocalDate day, Event event) throws IOException {
    String begins = day + " " + word(event) + " ";
    return (int) lines().stream().filter(line -> line.startsWith(begins)).count();
  }

  /** Adds a line in one write, for the night and the scheduler may both have something to tell. */
  void add(LocalDate day, Event event, String messageId) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        day + " " + word(event) + " " + messageId + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private List<String> lines() throws IOException {
    return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  static String word(Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }
}
