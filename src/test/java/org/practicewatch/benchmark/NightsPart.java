package org.practicewatch.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole night on the SSDA903 set with its children so many times over, beside another version
 * and a program that does only what no night can do without.
 */
final class NightsPart {

  private static final String RETURN_AS_AT = "2018-03-31";
  private static final int SAMPLE_CHILDREN = 2_675;

  private final Tree ours;
  private final Optional<Tree> beside;
  private final Path shared;
  private final Path folder;
  private final List<Integer> sizes;
  private final int rounds;

  NightsPart(
      Tree ours, Optional<Tree> beside, Path shared, Path folder, List<Integer> sizes, int rounds) {
    this.ours = ours;
    this.beside = beside;
    this.shared = shared;
    this.folder = folder;
    this.sizes = sizes;
    this.rounds = rounds;
  }

  void run(Page page) throws IOException {
    Path set = shared.resolve("data").resolve("ssda903");
    boolean given = Files.isDirectory(set);
    Map<Integer, Night> nights = new LinkedHashMap<>();
    Rounds turns = new Rounds();
    for (int times : sizes) {
      Path input = folder.resolve((given ? "ssda903-" : "sample-") + times);
      if (!given) {
        ours.sample(input, SAMPLE_CHILDREN * times);
      } else if (!Files.exists(input)) {
        System.err.println("Writing " + input.getFileName() + "...");
        WiderReturn.write(set, input, times);
      }
      String asAt = given ? RETURN_AS_AT : "";
      Night night = new Night(ours, times + " times", input, asAt);
      nights.put(times, night);
      turns.add(name(times), night::run);
      beside.ifPresent(
          tree ->
              turns.add(
                  name(times) + BESIDE,
                  new Night(tree, times + " times, beside", input, asAt)::run));
      turns.add(name(times) + FLOOR, () -> floor(input));
    }
    // The first nights leave what makes the later ones start faster.
    nights.get(sizes.get(0)).run();
    beside.ifPresent(
        tree ->
            new Night(tree, "the first, beside", folder.resolve(first(given)), asAt(given)).run());
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading(given ? "The whole night on the SSDA903 set" : "The whole night");
    if (!given) {
      page.line("The SSDA903 set is not here, so a sample of our own was generated instead.\n");
    }
    page.line(
        "Each from the start of `./practicewatch nightly` to its end, into an empty folder. The floor"
            + " splits rows, reads dates, sorts by child and writes as many lines.\n");
    costs(page, nights, medians);
    page.heading("Where those nights spent their seconds");
    page.line(
        "As the last of each says in `run.json`, with the cores that it kept busy; what is missing to"
            + " the whole is starting.\n");
    steps(page, nights);
  }

  private static final String BESIDE = ", beside";
  private static final String FLOOR = ", floor";

  private String first(boolean given) {
    return (given ? "ssda903-" : "sample-") + sizes.get(0);
  }

  private static String asAt(boolean given) {
    return given ? RETURN_AS_AT : "";
  }

  private static String name(int times) {
    return times + " ×";
  }

  private Measured floor(Path input) {
    return Measured.ofJava(
        FloorNight.class,
        List.of(input.toString(), folder.resolve("floor.csv").toString()),
        folder.resolve("floor.log").toFile());
  }

  private void costs(Page page, Map<Integer, Night> nights, Map<String, Measured> medians) {
    List<List<String>> table = new ArrayList<>();
    nights.forEach(
        (times, night) -> {
          Measured one = medians.get(name(times));
          Measured floor = medians.get(name(times) + FLOOR);
          long findings = night.findings();
          List<String> row =
              new ArrayList<>(
                  List.of(
                      name(times),
                      Page.whole(night.rows()),
                      Page.whole(findings),
                      Page.decimal(one.seconds()),
                      Page.decimal(one.cpuSeconds()),
                      Page.whole(one.peakMegabytes()),
                      Page.decimals(1000 * one.cpuSeconds() / findings),
                      Page.decimal(floor.cpuSeconds())));
          if (beside.isPresent()) {
            Measured other = medians.get(name(times) + BESIDE);
            row.addAll(
                List.of(
                    Page.decimal(other.seconds()),
                    Page.decimal(other.cpuSeconds()),
                    Page.whole(other.peakMegabytes()),
                    Page.times(one.seconds(), other.seconds()),
                    Page.times(one.cpuSeconds(), other.cpuSeconds())));
          }
          table.add(row);
        });
    List<String> headings =
        new ArrayList<>(
            List.of(
                "night",
                "rows",
                "findings",
                "seconds",
                "CPU",
                "peak MB",
                "CPU ms a finding",
                "floor's CPU"));
    if (beside.isPresent()) {
      headings.addAll(
          List.of("beside: seconds", "CPU", "peak MB", "ratio of seconds", "ratio of CPU"));
    }
    page.table(headings, table);
  }

  private static void steps(Page page, Map<Integer, Night> nights) {
    List<String> headings = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    nights.forEach(
        (times, night) -> {
          Map<String, Night.Step> steps = night.steps();
          if (headings.isEmpty()) {
            headings.add("night");
            headings.addAll(steps.keySet());
          }
          List<String> row = new ArrayList<>(List.of(name(times)));
          steps
              .values()
              .forEach(
                  step ->
                      row.add(
                          Page.decimal(step.seconds()) + " (" + Page.decimal(step.cores()) + ")"));
          table.add(row);
        });
    page.table(headings, table);
  }
}
