package org.practicewatch.jobs.commands;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.practicewatch.compliance.Benchmarks;
import org.practicewatch.compliance.PublishedSeries;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.standards.PracticeStandard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code practicewatch check-settings}. */
@Command(
    name = "check-settings",
    description =
        "Read everything in jobs/, run every worked example, print every mistake at once.",
    footer = {
      "",
      "Nothing is changed. Run it after every edit in jobs/, and before the night.",
      "",
      "Examples:",
      "  practicewatch check-settings",
      "  practicewatch check-settings --jobs /data/jobs",
      "",
      "Exit status: 0 all in order; 2 there are mistakes, each printed with its file, entry and key."
    })
final class CheckSettingsCommand implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  private final PrintStream out;
  private final Clock clock;

  CheckSettingsCommand(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = new SettingsFolder(folders.jobs()).read();
    NightlyCommand.checkCovered(settings, LocalDate.now(clock));
    long standards = settings.standards().stream().map(PracticeStandard::id).distinct().count();
    long examples =
        settings.standards().stream().flatMap(one -> one.examples().stream()).distinct().count()
            + settings.flags().stream().mapToInt(one -> one.examples().size()).sum();
    int teams =
        settings.organisation().services().stream().mapToInt(one -> one.teams().size()).sum();
    out.printf(
        "All in order: %d standards and %d flags with %d worked examples, %d profiles, %d code lists, %d teams;"
            + " bank holidays from %s to %s.%n",
        standards,
        settings.flags().size(),
        examples,
        settings.profiles().size(),
        settings.codes().size(),
        teams,
        settings.calendar().from(),
        settings.calendar().to());
    if (!settings.practiceWeeks().weeks().isEmpty()) {
      out.printf(
          "Practice Weeks: %s; %d auditors.%n",
          String.join(", ", settings.practiceWeeks().ids()),
          settings.practiceWeeks().auditors().size());
    }
    if (!settings.localRules().isEmpty()) {
      out.println("Of our own:");
      settings.localRules().forEach(rule -> out.println("  " + rule));
    }
    benchmarks(settings.benchmarks()).forEach(out::println);
    return ExitCodes.DONE;
  }

  /** How far the published figures reach: a table of DfE's that was not known as one is seen. */
  private static List<String> benchmarks(Benchmarks published) {
    if (published.measures().isEmpty()) {
      return List.of();
    }
    return List.of(
        "Beside the published figures of "
            + published.series().stream()
                .map(PublishedSeries::name)
                .collect(Collectors.joining(", "))
            + ": "
            + published.measures().stream()
                .map(
                    measure ->
                        measure.id()
                            + " up to "
                            + published.series().stream()
                                .flatMap(series -> series.of(measure).keySet().stream())
                                .max(Integer::compare)
                                .map(String::valueOf)
                                .orElse("no year"))
                .collect(Collectors.joining(", "))
            + ".");
  }
}
