package org.practicewatch.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole night as a scheduler runs it, on more and more children. */
final class NightsPart {

  private static final String RETURN_AS_AT = "2018-03-31";
  private static final int SAMPLE_CHILDREN = 2_675;

  private final Path home;
  private final Path shared;
  private final Path folder;
  private final List<Integer> sizes;
  private final int rounds;

  NightsPart(Path home, Path shared, Path folder, List<Integer> sizes, int rounds) {
    this.home = home;
    this.shared = shared;
    this.folder = folder;
    this.sizes = sizes;
    this.rounds = rounds;
  }

  /**
   * One night.
   *
   * @param asAt empty where the extracts give it themselves
   */
  private record Night(String name, Path input, String asAt) {}

  void run(Page page) throws IOException {
    Path set = shared.resolve("data").resolve("ssda903");
    boolean given = Files.isDirectory(set);
    List<Night> nights = new ArrayList<>();
    for (int times : sizes) {
      Path input = folder.resolve((given ? "ssda903-" : "sample-") + times);
      if (!Files.exists(input)) {
        System.err.println("Writing " + input.getFileName() + "...");
        if (given) {
          WiderReturn.write(set, input, times);
        } else {
          sample(input, SAMPLE_CHILDREN * times);
        }
      }
      nights.add(new Night(times + " ×", input, given ? RETURN_AS_AT : ""));
    }
    nights.add(new Night("the shipped sample", home.resolve("input/sample"), ""));

    // The first night builds the program and leaves what makes the later ones start faster.
    run(nights.get(nights.size() - 1));
    Rounds turns = new Rounds();
    nights.forEach(night -> turns.add(night.name(), () -> run(night)));
    Map<String, Measured> medians = turns.medians(rounds);

    page.heading(given ? "The whole night on the SSDA903 set" : "The whole night");
    if (!given) {
      page.line("The SSDA903 set is not here, so a sample of our own was generated instead.\n");
    }
    page.line(
        "Each from the start of `./practicewatch nightly` to its end, into an empty folder.\n");
    costs(page, nights, medians);
    page.heading("Where those nights spent their seconds");
    page.line(
        "As the last of each says in `run.json`; what is missing to the whole is starting.\n");
    steps(page, nights);
  }

  private void costs(Page page, List<Night> nights, Map<String, Measured> medians)
      throws IOException {
    Measured first = medians.get(nights.get(0).name());
    List<List<String>> table = new ArrayList<>();
    for (Night night : nights) {
      Measured one = medians.get(night.name());
      table.add(
          List.of(
              night.name(),
              Page.whole(rows(night.input())),
              Page.decimal(one.seconds()),
              Page.decimal(one.cpuSeconds()),
              Page.whole(one.peakMegabytes()),
              Page.times(one.seconds(), first.seconds()),
              Page.times(one.peakMegabytes(), first.peakMegabytes())));
    }
    page.table(
        List.of(
            "night",
            "rows received",
            "seconds",
            "CPU seconds",
            "peak MB",
            "times the first",
            "its memory"),
        table);
  }

  private void steps(Page page, List<Night> nights) throws IOException {
    Map<String, Map<String, String>> seconds = new LinkedHashMap<>();
    List<String> steps = new ArrayList<>();
    for (Night night : nights) {
      Path result = newest(output(night));
      Map<String, String> ofNight = new LinkedHashMap<>();
      JsonNode run = JsonMapper.shared().readTree(result.resolve("run.json").toFile());
      for (JsonNode step : run.get("steps")) {
        String name = step.get("name").asString();
        ofNight.put(name, Page.decimal(step.get("seconds").asDouble()));
        if (!steps.contains(name)) {
          steps.add(name);
        }
      }
      try (Stream<Path> files = Files.walk(result)) {
        long pdfs = files.filter(file -> file.toString().endsWith(".pdf")).count();
        ofNight.put("PDFs", Page.whole(pdfs));
      }
      seconds.put(night.name(), ofNight);
    }
    steps.add("PDFs");
    List<String> headings = new ArrayList<>(List.of("night"));
    headings.addAll(steps);
    List<List<String>> table = new ArrayList<>();
    seconds.forEach(
        (name, ofNight) -> {
          List<String> row = new ArrayList<>(List.of(name));
          steps.forEach(step -> row.add(ofNight.getOrDefault(step, "–")));
          table.add(row);
        });
    page.table(headings, table);
  }

  private Path output(Night night) {
    return folder.resolve("output of " + night.input().getFileName());
  }

  private Measured run(Night night) {
    Path output = output(night);
    Folders.remove(output);
    List<String> words =
        new ArrayList<>(
            List.of("nightly", "--input", night.input().toString(), "--output", output.toString()));
    if (!night.asAt().isEmpty()) {
      words.addAll(List.of("--as-at", night.asAt()));
    }
    return practicewatch(words);
  }

  private void sample(Path output, int children) {
    practicewatch(
        List.of(
            "sample-data",
            "--children",
            Integer.toString(children),
            "--output",
            output.toString()));
  }

  private Measured practicewatch(List<String> words) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    List<String> command = new ArrayList<>();
    command.add(home.resolve(windows ? "practicewatch.cmd" : "practicewatch").toString());
    command.addAll(words);
    return Measured.of(command, Map.of(), folder.resolve("nights.log").toFile());
  }

  /** A night's folder is named after its date; a sample may have an earlier one beside it. */
  private static Path newest(Path output) throws IOException {
    try (Stream<Path> entries = Files.list(output)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("run.json")))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  private static long rows(Path input) throws IOException {
    long rows = 0;
    try (Stream<Path> files = Files.list(input)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          rows += lines.count() - 1;
        }
      }
    }
    return rows;
  }
}
