package org.practicewatch.jobs.machine;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.practicewatch.jobs.migration.V15__LayNightsIntoPages;
import org.practicewatch.jobs.migration.V3__LayRowsIntoPages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Where everything is kept: HSQLDB files under the output folder, or a PostgreSQL that is given.
 * The same migrations and the same statements serve both.
 */
public final class Database implements Closeable {

  /** Where its files stand in an output folder. */
  public static final String FOLDER = "database";

  /** How a PostgreSQL is named on the command line. */
  static final String POSTGRESQL = "jdbc:postgresql:";

  /** Any number will do, as long as every Practicewatch uses the same. */
  static final long LOCK = 7_072_616_374L;

  private static final String USER = "PRACTICEWATCH_DATABASE_USER";
  private static final String PASSWORD = "PRACTICEWATCH_DATABASE_PASSWORD";

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Kept until the end, for the lock that other output folders with the same database respect. */
  private @Nullable Connection locked;

  /**
   * Opens the database, made or brought up to date where need be.
   *
   * @param url of a PostgreSQL; null for files under the output folder
   * @param environment where user and password come from
   * @throws Stopped where it cannot be reached, or another job is at work in it
   */
  public static Database open(Path output, @Nullable String url, Map<String, String> environment) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("practicewatch");
    pool.setMaximumPoolSize(4);
    pool.setConnectionTimeout(5_000);
    Database database = new Database(pool);
    try {
      if (url == null) {
        pool.setJdbcUrl(files(output));
        pool.setUsername("SA");
        pool.setPassword("");
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        // A hundred tables are made one by one, and to wait for the disk after each takes longer
        // than to make them; a process that dies before the end makes them again.
        jdbc.execute("set files write delay true");
        migrateEmbedded(pool);
        addBatchTables(pool, "hsqldb");
        jdbc.execute("set files write delay false");
      } else {
        pool.setJdbcUrl(url);
        pool.setUsername(environment.get(USER));
        pool.setPassword(environment.get(PASSWORD));
        database.lock(url);
        migrate(pool, "bytea", false);
        addBatchTables(pool, "postgresql");
      }
      return database;
    } catch (RuntimeException cannotOpen) {
      database.close();
      throw cannotOpen;
    }
  }

  private void lock(String url) {
    String place = url.replaceFirst("\\?.*", "");
    try {
      Connection connection = pool.getConnection();
      locked = connection;
      try (Statement statement = connection.createStatement();
          ResultSet got = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
        if (!got.next() || !got.getBoolean(1)) {
          throw new Stopped(
              ExitCodes.FAILED,
              "Another job is at work in " + place + ". Nothing was touched; try again later.");
        }
      }
    } catch (SQLException unreachable) {
      Throwable cause = unreachable;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new Stopped(
          ExitCodes.FAILED,
          "The database "
              + place
              + " cannot be used: "
              + String.valueOf(cause.getMessage()).replaceFirst("[.\\s]*$", "")
              + ". Nothing was started; give the same command again when it can.");
    }
  }

  /**
   * Durable: what is committed is on the disk ({@code write_delay=false}), and tables live on the
   * disk and not in memory. The engine's own lock is left out, because ours is held, and after a
   * kill the engine's would have to be waited for.
   */
  private static String files(Path output) {
    return "jdbc:hsqldb:file:"
        + output.resolve(FOLDER).resolve("practicewatch").toAbsolutePath()
        + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
        + ";hsqldb.log_data=true;hsqldb.lock_file=false;shutdown=true";
  }

  /** The tables of an HSQLDB, in a file or in memory. */
  public static void migrateEmbedded(DataSource database) {
    migrate(database, "varbinary(16000000)", true);
  }

  private static void migrate(DataSource database, String bytes, boolean ours) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:db")
            .javaMigrations(new V3__LayRowsIntoPages(), new V15__LayNightsIntoPages())
            .placeholders(Map.of("bytes", bytes))
            .encoding("UTF-8")
            .cleanDisabled(!ours)
            .load();
    if (ours && flyway.info().current() == null) {
      // HSQLDB commits each statement by itself: a process that died in the first migration left
      // some of its tables, and nothing in them.
      flyway.clean();
    }
    flyway.migrate();
  }

  /**
   * Spring Batch's own tables, from its own script, which differs by engine. The script is run
   * again until its last statement has been done: a process may have died in the middle of it.
   */
  private static void addBatchTables(DataSource database, String engine) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    String last = "_schema = current_schema and upper(%s_name) = 'BATCH_JOB_INSTANCE_SEQ'";
    Integer done =
        jdbc.queryForObject(
            "select (select count(*) from information_schema.tables where table"
                + last.formatted("table")
                + ") + (select count(*) from information_schema.sequences where sequence"
                + last.formatted("sequence")
                + ") from information_schema.information_schema_catalog_name",
            Integer.class);
    if (done == null || done == 0) {
      ResourceDatabasePopulator script =
          new ResourceDatabasePopulator(
              new ClassPathResource("org/springframework/batch/core/schema-" + engine + ".sql"));
      script.setContinueOnError(true);
      script.execute(database);
    }
  }

  /** Connections to it, until it is closed. */
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    if (locked != null) {
      try {
        // The session goes back to the pool, and is closed with it, which ends the lock.
        locked.close();
      } catch (SQLException gone) {
        // A session that is gone holds no lock.
      }
    }
    pool.close();
  }
}
