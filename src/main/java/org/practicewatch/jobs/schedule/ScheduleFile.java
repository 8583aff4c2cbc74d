package org.practicewatch.jobs.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.files.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code schedule.json} in the output folder: what became of each job. A file of its own and not
 * the database, which is locked while a night runs.
 */
public final class ScheduleFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  /** That of an output folder. */
  public ScheduleFile(Path output) {
    this.file = output.resolve("schedule.json");
  }

  /**
   * What was written last; empty before the first time.
   *
   * @throws IOException also where the file holds something else
   */
  Map<String, SchedulePast> read() throws IOException {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      return JSON.readValue(
          Files.readString(file, StandardCharsets.UTF_8),
          new TypeReference<TreeMap<String, SchedulePast>>() {});
    } catch (JacksonException broken) {
      throw new IOException(file + " cannot be read", broken);
    }
  }

  void write(Map<String, SchedulePast> past) throws IOException {
    String text = JSON.writeValueAsString(past) + "\n";
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
