package org.practicewatch.jobs.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.PostgreSql;

/**
 * The empty database of a new output folder: migrated once, then copied.
 *
 * <p>In each copy Spring Batch counts its runs from a number of its own. It keeps what is at work
 * in static maps by these numbers, so that two databases in one process, each at its run 1, would
 * be taken for one.
 */
public final class MigratedDatabase {

  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final int RUNS_IN_A_COPY = 10_000;

  private MigratedDatabase() {}

  private static final class Template {
    private static final Path FOLDER = migrated();
  }

  private static Path migrated() {
    try {
      Path output = Files.createTempDirectory("practicewatch-migrated");
      Database.open(output, null, Map.of()).close();
      return output.resolve(Database.FOLDER);
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** Puts a copy where a job with this output will look for it; an output that is there is left. */
  public static void into(Path output) {
    try {
      if (Files.exists(output)) {
        try (var inside = Files.list(output)) {
          if (inside.findAny().isPresent()) {
            return;
          }
        }
      }
      Files.createDirectories(output);
      Path script =
          Folder.copy(Template.FOLDER, output.resolve(Database.FOLDER))
              .resolve("practicewatch.script");
      String begin = "RESTART WITH " + firstRun();
      Files.writeString(
          script,
          Files.readString(script, ISO_8859_1)
              .replaceAll(
                  "(?<=BATCH_(STEP|JOB)_EXECUTION_SEQ ALTER COLUMN ID )RESTART WITH \\d+", begin),
          ISO_8859_1);
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** A new PostgreSQL, migrated, that counts its runs from a number of its own too. */
  public static String postgreSql() {
    return numbered(PostgreSql.newDatabase());
  }

  /** The database at an address, migrated, with a number of its own. */
  static String numbered(String url) {
    try {
      Database.open(Path.of(""), url, Map.of()).close();
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        for (String sequence : List.of("BATCH_STEP_EXECUTION_SEQ", "BATCH_JOB_EXECUTION_SEQ")) {
          statement.execute("alter sequence " + sequence + " restart with " + firstRun());
        }
      }
      return url;
    } catch (SQLException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** The first number of a database that no other has. */
  private static int firstRun() {
    return COPIES.incrementAndGet() * RUNS_IN_A_COPY;
  }
}
