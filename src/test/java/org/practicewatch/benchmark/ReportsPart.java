package org.practicewatch.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the first workbook of a night takes, in several ways. */
final class ReportsPart {

  private static final int ROWS = 500;
  private static final String FLOOR = "starting Java";

  private final Path folder;
  private final int rounds;

  ReportsPart(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  void run(Page page) {
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put(FLOOR, WriteWorkbook.NOTHING);
    ways.put("Practicewatch", WriteWorkbook.OURS);
    ways.put("FastExcel", WriteWorkbook.FASTEXCEL);
    ways.put("POI", WriteWorkbook.POI);
    ways.put("POI, streaming", WriteWorkbook.POI_STREAMING);
    Rounds turns = new Rounds();
    ways.forEach((name, way) -> turns.add(name, () -> write(way)));
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading("The first workbook");
    page.line(
        "One of "
            + ROWS
            + " rows and 10 columns, three of them days, each in a Java of its own, started cold. How"
            + " long all reports of a night take stands under write-reports above.\n");
    Measured floor = medians.get(FLOOR);
    List<List<String>> table = new ArrayList<>();
    medians.forEach(
        (name, one) ->
            table.add(
                List.of(
                    name,
                    Page.decimals(one.seconds()),
                    Page.decimals(one.seconds() - floor.seconds()),
                    Page.decimals(one.cpuSeconds()),
                    Page.whole(one.peakMegabytes()))));
    page.table(List.of("writer", "seconds", "above starting", "CPU seconds", "peak MB"), table);
  }

  private Measured write(String way) {
    return Measured.ofJava(
        WriteWorkbook.class,
        List.of(way, folder.resolve("first.xlsx").toString(), String.valueOf(ROWS)),
        folder.resolve("reports.log").toFile());
  }
}
