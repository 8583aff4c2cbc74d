package org.practicewatch.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast a wide workbook is read, beside what cannot be beaten and what a textbook would do. */
final class ReadingPart {

  private final Path folder;
  private final int rows;
  private final int rounds;

  ReadingPart(Path folder, int rows, int rounds) {
    this.folder = folder;
    this.rows = rows;
    this.rounds = rounds;
  }

  void run(Page page) throws IOException {
    Path workbook = folder.resolve("wide-" + rows + ".xlsx");
    if (!Files.exists(workbook)) {
      System.err.println("Writing a workbook of " + rows + " rows...");
      // Under its name only once it is whole.
      Path half = folder.resolve("wide.part");
      WideWorkbook.write(half, rows);
      Files.move(half, workbook);
    }
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("unzip only", ReadWorkbook.UNZIP);
    ways.put("unzip, XML tokens (Aalto)", ReadWorkbook.TOKENS);
    ways.put("Practicewatch", ReadWorkbook.OURS);
    ways.put("POI as in its guide", ReadWorkbook.TEXTBOOK);
    Rounds turns = new Rounds();
    File output = folder.resolve("reading.log").toFile();
    ways.forEach(
        (name, way) ->
            turns.add(
                name,
                () ->
                    Measured.ofJava(
                        ReadWorkbook.class, List.of(way, workbook.toString()), output)));
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading(
        String.format("Reading %,d rows of %d columns", rows, WideWorkbook.COLUMNS)
            + String.format(" (an .xlsx of %,d MB)", Files.size(workbook) >> 20));
    page.line("Each in a Java of its own, started cold with " + Measured.HEAP + ".\n");
    Measured floor = medians.get("unzip, XML tokens (Aalto)");
    List<List<String>> table = new ArrayList<>();
    medians.forEach(
        (name, one) -> {
          List<String> row = new ArrayList<>(one.speed(name, rows, floor));
          row.add(Page.times(one.cpuSeconds(), floor.cpuSeconds()));
          table.add(row);
        });
    page.table(
        List.of(
            "reader",
            "seconds",
            "CPU seconds",
            "thousand rows/s",
            "peak MB",
            "times the tokens",
            "by CPU"),
        table);
  }
}
