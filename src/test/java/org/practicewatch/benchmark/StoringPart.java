package org.practicewatch.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.fixtures.PostgreSql;

/** How fast facts are stored, beside what cannot be beaten and what the guides do. */
final class StoringPart {

  private static final String FLOOR = "lines in a file";

  private final Path folder;
  private final int rows;
  private final int rounds;

  StoringPart(Path folder, int rows, int rounds) {
    this.folder = folder;
    this.rows = rows;
    this.rounds = rounds;
  }

  void run(Page page) {
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put(FLOOR, StoreFacts.FILE);
    ways.put("Practicewatch, HSQLDB", StoreFacts.HSQLDB);
    ways.put("a row a fact, HSQLDB", StoreFacts.HSQLDB_ROWS);
    ways.put("Practicewatch, PostgreSQL", StoreFacts.POSTGRESQL);
    ways.put("a row a fact, PostgreSQL", StoreFacts.POSTGRESQL_ROWS);
    Rounds turns = new Rounds();
    ways.forEach((name, way) -> turns.add(name, () -> store(way)));
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading(String.format("Storing %,d visits", rows));
    page.line(
        "Each in a Java of its own, started cold, into an empty database, 20,000 to a transaction."
            + " The PostgreSQL is one on this machine; its own CPU and memory are not counted.\n");
    Measured floor = medians.get(FLOOR);
    List<List<String>> table = new ArrayList<>();
    medians.forEach((name, one) -> table.add(one.speed(name, rows, floor)));
    page.table(
        List.of("way", "seconds", "CPU seconds", "thousand/s", "peak MB", "times the file"), table);
  }

  private Measured store(String way) {
    Path files = folder.resolve("storing");
    Folders.remove(files);
    String place =
        switch (way) {
          case StoreFacts.FILE -> Folders.made(files).resolve("visits.txt").toString();
          case StoreFacts.HSQLDB, StoreFacts.HSQLDB_ROWS -> files.resolve("visits").toString();
          default -> PostgreSql.newDatabase();
        };
    return Measured.ofJava(
        StoreFacts.class,
        List.of(way, place, String.valueOf(rows)),
        folder.resolve("storing.log").toFile());
  }
}
