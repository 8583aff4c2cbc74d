package org.practicewatch.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The folders that every job works with; by default those beside the launcher. */
final class Folders {

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Folder of tonight's extracts, or one file (default: input/).")
  private @Nullable Path input;

  @Mixin private World world = new World();

  /** The PostgreSQL to use; null for files under the output folder. */
  @Nullable String database() {
    return world.database();
  }

  World world() {
    return world;
  }

  Path input() {
    return or(input, "input");
  }

  Path output() {
    return world.output();
  }

  Path jobs() {
    return world.jobs();
  }

  /** These folders as the words of a command line, for a job that is started with them. */
  List<String> asOptions() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--input",
                input().toString(),
                "--output",
                output().toString(),
                "--jobs",
                jobs().toString()));
    String url = database();
    if (url != null) {
      words.add("--database");
      words.add(url);
    }
    return words;
  }

  /** A folder as given, else the one beside the launcher. */
  static Path or(@Nullable Path given, String name) {
    return given != null
        ? given.toAbsolutePath().normalize()
        : Path.of(System.getProperty("practicewatch.home", "."))
            .resolve(name)
            .toAbsolutePath()
            .normalize();
  }
}
