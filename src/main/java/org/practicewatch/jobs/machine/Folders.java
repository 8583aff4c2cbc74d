package org.practicewatch.jobs.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The folders that every job works with; by default those beside the launcher. */
public final class Folders {

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Folder of tonight's extracts, or one file (default: input/).")
  private @Nullable Path input;

  @Mixin private World world = new World();

  /** The PostgreSQL to use; null for files under the output folder. */
  public @Nullable String database() {
    return world.database();
  }

  /** The same without the input. */
  public World world() {
    return world;
  }

  /** Tonight's extracts: a folder, or one file. */
  public Path input() {
    return or(input, "input");
  }

  /** Where nights and all state are kept. */
  public Path output() {
    return world.output();
  }

  /** The settings. */
  public Path jobs() {
    return world.jobs();
  }

  /** These folders as the words of a command line, for a job that is started with them. */
  public List<String> asOptions() {
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
  public static Path or(@Nullable Path given, String name) {
    return given != null
        ? given.toAbsolutePath().normalize()
        : Path.of(System.getProperty("practicewatch.home", "."))
            .resolve(name)
            .toAbsolutePath()
            .normalize();
  }
}
