package org.practicewatch.jobs.machine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the nights are and what they are judged by: enough for a job that reads no extract. */
public final class World {

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
  public @Nullable String database() {
    if (database != null && !database.startsWith(Database.POSTGRESQL)) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          "--database should be the address of a PostgreSQL, such as"
              + " jdbc:postgresql://server/practicewatch.");
    }
    return database;
  }

  /** Where nights and all state are kept. */
  public Path output() {
    return Folders.or(output, "output");
  }

  /** The settings. */
  public Path jobs() {
    return Folders.or(jobs, "jobs");
  }
}
