package org.practicewatch.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures Practicewatch on this machine and prints a page: {@code docs/benchmark.md} says how to
 * start it and how to read it. Nothing of it is a test, for no test may depend on the speed of a
 * machine.
 */
final class Benchmark {

  private static final String USAGE =
      """
      Measures Practicewatch on this machine: docs/benchmark.md says how to read it.

        mvn -q -Dquick -Pbenchmark verify -Dbenchmark="WORDS"

      The words are the parts, all where none is named:
        reading    a workbook of a million rows
        nights     the SSDA903 set with its children so many times over
        children   first nights of an authority of so many children, on both databases
        starting   from a command to its first line
        writing    a week's lists and letters, a draw, the reports
        storing    facts in a database
        reports    the first workbook
      and
        beside=DIR         another version, built there, in turns with this one
        rows=1000000       of the workbook, and of the facts
        times=1,4,16,64    of the set
        children=5000,20000
        rounds=3           each number is their median
        shared=../shared   where data/ssda903 is; else a sample is generated

      Examples:
        -Dbenchmark="nights times=1,16 rounds=1 beside=../practicewatch-0.5.0"
        -Dbenchmark="reading rows=200000"
      """;

  private final List<String> parts = new ArrayList<>();
  private int rows = 1_000_000;
  private int rounds = 3;
  private List<Integer> times = List.of(1, 4, 16, 64);
  private List<Integer> children = List.of(5_000, 20_000);
  private Path shared = Path.of("../shared");
  private Optional<Path> beside = Optional.empty();

  private Benchmark() {}

  public static void main(String[] words) throws IOException {
    Benchmark benchmark = new Benchmark();
    for (String word : words) {
      if (word.equals("--help")) {
        System.out.print(USAGE);
        return;
      }
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
        case "reading", "nights", "children", "starting", "writing", "storing", "reports" -> {
          if (equals < 0) {
            parts.add(word);
          } else if (word.startsWith("children")) {
            children = numbers(value);
          } else {
            return false;
          }
        }
        case "rows" -> rows = Integer.parseInt(value);
        case "rounds" -> rounds = Integer.parseInt(value);
        case "times" -> times = numbers(value);
        case "shared" -> shared = Path.of(value);
        case "beside" -> beside = Optional.of(Path.of(value).toAbsolutePath().normalize());
        default -> {
          return false;
        }
      }
    } catch (NumberFormatException notANumber) {
      return false;
    }
    return true;
  }

  private static List<Integer> numbers(String value) {
    return Stream.of(value.split(",")).map(Integer::valueOf).toList();
  }

  private void run(String words) throws IOException {
    Path home = Path.of("").toAbsolutePath();
    Path folder = home.resolve("target/benchmark");
    Files.createDirectories(folder);
    Tree ours = new Tree(home, folder);
    Optional<Tree> other = beside.map(tree -> new Tree(tree, folder));
    Page page = new Page();
    machine(page, words);
    if (wanted("reading")) {
      new ReadingPart(folder, rows, rounds).run(page);
    }
    if (wanted("starting")) {
      new StartingPart(ours, other, folder, rounds).run(page);
    }
    if (wanted("nights")) {
      new NightsPart(ours, other, shared, folder, times, rounds).run(page);
    }
    if (wanted("children")) {
      new ChildrenPart(ours, other, folder, children, rounds).run(page);
    }
    if (wanted("writing")) {
      new WritingPart(ours, folder, rounds).run(page);
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
    beside.ifPresent(tree -> page.line("Beside: " + tree.getFileName() + "  "));
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
