package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.hsqldb.jdbc.JDBCDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.FactStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores invented visits once, in one way, in a Java of its own. */
final class StoreFacts {

  static final String FILE = "file";
  static final String HSQLDB = "hsqldb";
  static final String HSQLDB_ROWS = "hsqldb-rows";
  static final String POSTGRESQL = "postgresql";
  static final String POSTGRESQL_ROWS = "postgresql-rows";

  private static final int VISITS_A_CHILD = 25;
  private static final int AT_A_TIME = 20_000;
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private StoreFacts() {}

  public static void main(String[] words) throws IOException {
    String way = words[0];
    String place = words[1];
    int visits = Integer.parseInt(words[2]);
    switch (way) {
      case FILE -> file(Path.of(place), visits);
      case HSQLDB -> pages(hsqldb(place), visits);
      case HSQLDB_ROWS -> rows(hsqldb(place), visits);
      case POSTGRESQL -> pages(postgresql(place), visits);
      case POSTGRESQL_ROWS -> rows(postgresql(place), visits);
      default -> throw new IllegalArgumentException(way);
    }
  }

  private static Activity visit(int number) {
    int child = number / VISITS_A_CHILD;
    return new Activity(
        "C" + (100_000 + child),
        "looked-after visit",
        FIRST.plusDays(42L * (number % VISITS_A_CHILD) + child % 42),
        Set.of(),
        number % 3 == 0 ? Set.of("seen alone") : Set.of(),
        new CellRef("visits.csv", "", "D" + (number + 2)));
  }

  private static void batches(int visits, Consumer<List<Activity>> use) {
    for (int from = 0; from < visits; from += AT_A_TIME) {
      use.accept(
          IntStream.range(from, Math.min(visits, from + AT_A_TIME))
              .mapToObj(StoreFacts::visit)
              .toList());
    }
  }

  /** The floor: the same as lines of text, on the disk when it ends. */
  private static void file(Path file, int visits) throws IOException {
    try (FileOutputStream disk = new FileOutputStream(file.toFile());
        OutputStream out = new BufferedOutputStream(disk, 1 << 16)) {
      for (int i = 0; i < visits; i++) {
        Activity visit = visit(i);
        out.write((visit.said() + visit.source().cell() + "\n").getBytes(UTF_8));
      }
      out.flush();
      disk.getFD().sync();
    }
  }

  /** Practicewatch: many in a page. */
  private static void pages(TransactionTemplate transaction, int visits) {
    JdbcTemplate jdbc = jdbc(transaction);
    FactStore.Writing writing = new FactStore(jdbc, new BulkRows(jdbc)).write(1);
    batches(
        visits,
        some -> {
          some.forEach(writing::add);
          transaction.executeWithoutResult(status -> writing.storeFullPages());
        });
    transaction.executeWithoutResult(status -> writing.finish());
  }

  /** As the guides do it: a row a fact, with an index by child, in JDBC batches. */
  private static void rows(TransactionTemplate transaction, int visits) {
    JdbcTemplate jdbc = jdbc(transaction);
    jdbc.execute(
        "create table visit (extract_id integer, position integer, child_id varchar(200), kind"
            + " varchar(200), held_on date, marks varchar(400), cell varchar(20), primary key"
            + " (extract_id, position))");
    jdbc.execute("create index visit_of_child on visit (child_id)");
    int[] position = new int[1];
    batches(
        visits,
        some ->
            transaction.executeWithoutResult(
                status -> {
                  List<Object[]> rows = new ArrayList<>();
                  for (Activity visit : some) {
                    rows.add(
                        new Object[] {
                          1,
                          position[0]++,
                          visit.childId(),
                          visit.kind(),
                          visit.on(),
                          String.join(",", visit.marks()),
                          visit.source().cell()
                        });
                  }
                  jdbc.batchUpdate("insert into visit values (?, ?, ?, ?, ?, ?, ?)", rows);
                }));
  }

  private static TransactionTemplate hsqldb(String place) {
    JDBCDataSource files = new JDBCDataSource();
    files.setURL(
        "jdbc:hsqldb:file:"
            + place
            + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
            + ";hsqldb.log_data=true;hsqldb.lock_file=false;shutdown=true");
    files.setUser("SA");
    return ready(new DataSourceTransactionManager(files), "varbinary(16000000)");
  }

  private static TransactionTemplate postgresql(String url) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setURL(url);
    return ready(new DataSourceTransactionManager(server), "bytea");
  }

  private static TransactionTemplate ready(DataSourceTransactionManager manager, String bytes) {
    Flyway.configure()
        .dataSource(manager.getDataSource())
        .locations("classpath:db")
        .placeholders(Map.of("bytes", bytes))
        .load()
        .migrate();
    return new TransactionTemplate(manager);
  }

  private static JdbcTemplate jdbc(TransactionTemplate transaction) {
    DataSourceTransactionManager manager =
        (DataSourceTransactionManager) transaction.getTransactionManager();
    return new JdbcTemplate(manager.getDataSource());
  }
}
