package org.practicewatch.jobs;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Where everything is kept: HSQLDB files under the output folder. */
final class Database {

  private Database() {}

  /**
   * Opens the database of an output folder, made or brought up to date where need be. Durable: what
   * is committed is on the disk ({@code write_delay=false}), and tables live on the disk and not in
   * memory.
   */
  static HikariDataSource open(Path output) {
    HikariDataSource database = new HikariDataSource();
    database.setPoolName("practicewatch");
    database.setMaximumPoolSize(4);
    database.setJdbcUrl(
        "jdbc:hsqldb:file:"
            + output.resolve("database").resolve("practicewatch").toAbsolutePath()
            + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
            + ";hsqldb.log_data=true;shutdown=true");
    database.setUsername("SA");
    database.setPassword("");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db")
        .encoding("UTF-8")
        .load()
        .migrate();
    return database;
  }
}
