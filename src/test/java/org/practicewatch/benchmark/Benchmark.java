package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures Practicewatch on this machine and prints a page: {@code docs/benchmark.md} says how to
 * start it and how to read it. Nothing of it is a test, for no test may depend on the speed of a
 * machine.
 */
final class Benchmark {

  private static final String USAGE =
      "The words are the parts, reading, nights, storing and reports (all where none is named), and"
          + " rows=1000000, rounds=3, times=1,16,64, shared=../shared.";

  private final List<String> parts = new ArrayList<>();
  private int rows = 1_000_000;
  private int rounds = 3;
  private List<Integer> times = List.of(1, 16, 64);
  private Path shared = Path.of("../shared");

  private Benchmark() {}

  public static void main(String[] words) throws IOException {
    Benchmark benchmark = new Benchmark();
    for (String word : words) {
      if (!benchmark.understood(word)) {
        System.err.println("Not understood: " + word + "\n" + USAGE);
        System.exit(2);
      }
    }
    benchmark.run(String.join(" ", words));
  }

  private boolean understood(String word) {
    int equals = word.indexOf('=');
    String value = word.substring(equals + 1);
    try {
      switch (equals < 0 ? word : word.substring(0, equals)) {
        case "reading", "nights", "storing", "reports" -> parts.add(word);
        case "rows" -> rows = Integer.parseInt(value);
        case "rounds" -> rounds = Integer.parseInt(value);
        case "times" -> times = Stream.of(value.split(",")).map(Integer::valueOf).toList();
        case "shared" -> shared = Path.of(value);
        default -> {
          return false;
        }
      }
    } catch (NumberFormatException notANumber) {
      return false;
    }
    return true;
  }

  private void run(String words) throws IOException {
    Path home = Path.of("").toAbsolutePath();
    Path folder = home.resolve("target/benchmark");
    Files.createDirectories(folder);
    Page page = new Page();
    machine(page, words);
    if (wanted("reading")) {
      new ReadingPart(folder, rows, rounds).run(page);
    }
    if (wanted("nights")) {
      new NightsPart(home, shared, folder, times, rounds).run(page);
    }
    if (wanted("storing")) {
      new StoringPart(folder, rows, rounds).run(page);
    }
    if (wanted("reports")) {
      new ReportsPart(folder, rounds).run(page);
    }
    Files.writeString(folder.resolve("benchmark.md"), page.toString());
    new PrintStream(System.out, true, UTF_8).print(page);
  }

  private boolean wanted(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  private void machine(Page page, String words) throws IOException {
    Runtime java = Runtime.getRuntime();
    page.line("Command: `mvn -q -Dquick -Pbenchmark verify -Dbenchmark=\"" + words + "\"`  ");
    page.line(
        String.format(
            Locale.UK,
            "Machine: %d processors%s, %s %s; Java %s (%s)  ",
            java.availableProcessors(),
            memory(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            System.getProperty("java.vm.vendor")));
    String options = System.getenv("PRACTICEWATCH_JAVA_OPTS");
    if (options != null) {
      page.line("The nights with `PRACTICEWATCH_JAVA_OPTS=\"" + options + "\"`  ");
    }
    page.line("Every number is the median of " + rounds + " rounds, in which all took turns.");
  }

  private static String memory() throws IOException {
    Path file = Path.of("/proc/meminfo");
    if (!Files.exists(file)) {
      return "";
    }
    long kilobytes = Long.parseLong(Files.readAllLines(file).get(0).replaceAll("\\D", ""));
    return String.format(Locale.UK, ", %,d MB of memory", kilobytes / 1024);
  }
}
