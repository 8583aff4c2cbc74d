package org.practicewatch.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folders that every job works with; by default those beside the launcher. */
final class Folders {

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Folder of tonight's extracts, or one file (default: input/).")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where nights and all state are kept (default: output/).")
  private @Nullable Path output;

  @Option(
      names = "--jobs",
      paramLabel = "DIR",
      description = "Folder of settings (default: jobs/).")
  private @Nullable Path jobs;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL in place of the files under the output folder: jdbc:postgresql://host/name, with user"
              + " and password in PRACTICEWATCH_DATABASE_USER and PRACTICEWATCH_DATABASE_PASSWORD.")
  private @Nullable String database;

  /** The PostgreSQL to use; null for files under the output folder. */
  @Nullable String database() {
    if (database != null && !database.startsWith(Database.POSTGRESQL)) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          "--database should be the address of a PostgreSQL, such as"
              + " jdbc:postgresql://server/practicewatch.");
    }
    return database;
  }

  Path input() {
    return or(input, "input");
  }

  Path output() {
    return or(output, "output");
  }

  Path jobs() {
    return or(jobs, "jobs");
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
