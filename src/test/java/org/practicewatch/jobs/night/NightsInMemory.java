package org.practicewatch.jobs.night;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.InputFolder;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.practicewatch.intake.spreadsheet.TableInside;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ProgramVersion;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nights one floor below the command line: real files are read, judged and written out as CSVs and
 * {@code run.json} by the very pieces of which a night is made, over tables in memory, and without
 * Spring Batch, a lock, letters or reports. For whoever asks what a night says of some rows.
 */
public final class NightsInMemory implements AutoCloseable {

  /** Read once: every test that changes nothing in it has the same. */
  private static final class Shipped {
    static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();
  }

  private final Map<Path, HikariDataSource> worlds = new HashMap<>();

  /** A night with the shipped settings; another output is another world. */
  public Practicewatch.Run nightly(Path input, String asAt, Path output) {
    return nightly(Shipped.SETTINGS, input, asAt, output);
  }

  /** A night with other settings. */
  public Practicewatch.Run nightly(Path jobs, Path input, String asAt, Path output) {
    return nightly(new SettingsFolder(jobs).read(), input, asAt, output);
  }

  private Practicewatch.Run nightly(Settings settings, Path input, String asAt, Path output) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Progress progress =
        new Progress(new PrintStream(said, true, UTF_8), false, Practicewatch.CLOCK);
    HikariDataSource database = worlds.computeIfAbsent(output, none -> tables());
    Stores stores = Stores.of(database);
    Drop drop =
        new InputFolder(settings.profiles(), Spreadsheets::open, TableInside::mayBe).look(input);
    LocalDate date = LocalDate.parse(asAt);
    NightStore.Run run = stores.nights().begin(date, UUID.randomUUID().toString());
    Tonight tonight = new Tonight(settings, drop, run, output.resolve(asAt));
    NightCount count = new NightCount(tonight, stores);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    WhatStands.noteFirstRun(stores.nights(), ProgramVersion.orDevelopment(), run.number());
    drop.passedOver()
        .forEach(one -> progress.say("  passed over " + one.name() + ": " + one.why()));
    NightSteps steps = new NightSteps(tonight, stores, transaction, count, progress);
    steps.receive();
    steps.read();
    for (Integer bucket = steps.nextBucket(); bucket != null; bucket = steps.nextBucket()) {
      steps.check(bucket);
    }
    steps.close();
    try {
      LocalDateTime now = LocalDateTime.now(Practicewatch.CLOCK);
      new RunRecord(tonight, stores, count, "given").write(List.of(), now, now);
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
    new Summary(tonight, stores, count).lines().forEach(progress::say);
    return new Practicewatch.Run(Night.exitCode(stores, run, drop), said.toString(UTF_8), "");
  }

  /** The settings of a night that was given none. */
  public static Settings shipped() {
    return Shipped.SETTINGS;
  }

  /** The database of a world. */
  public DataSource database(Path output) {
    return Objects.requireNonNull(worlds.get(output));
  }

  /** The tables of a world. */
  public Stores stores(Path output) {
    return Stores.of(worlds.get(output));
  }

  /** Migrated once; the statements that make its tables make those of every other. */
  private static final class Template {
    private static final List<String> TABLES = tables();

    private static List<String> tables() {
      try (HikariDataSource pool = emptyDatabase()) {
        Database.migrateEmbedded(pool);
        return new JdbcTemplate(pool)
            .queryForList("script", String.class).stream()
                .filter(
                    statement ->
                        statement.matches(
                            "(CREATE (MEMORY|CACHED) TABLE|CREATE .*INDEX|CREATE SEQUENCE|ALTER TABLE .* ADD CONSTRAINT).*"))
                .toList();
      }
    }
  }

  private static HikariDataSource tables() {
    HikariDataSource pool = emptyDatabase();
    JdbcTemplate jdbc = new JdbcTemplate(pool);
    Template.TABLES.forEach(jdbc::execute);
    return pool;
  }

  private static HikariDataSource emptyDatabase() {
    HikariDataSource pool = new HikariDataSource();
    pool.setMaximumPoolSize(4);
    pool.setJdbcUrl("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc;shutdown=true");
    pool.setUsername("SA");
    pool.setPassword("");
    return pool;
  }

  @Override
  public void close() {
    worlds.values().forEach(HikariDataSource::close);
  }
}
