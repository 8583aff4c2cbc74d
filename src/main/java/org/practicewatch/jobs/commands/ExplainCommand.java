package org.practicewatch.jobs.commands;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.jobs.explain.ChildInSentences;
import org.practicewatch.jobs.explain.FigureInSentences;
import org.practicewatch.jobs.explain.MeasureInSentences;
import org.practicewatch.jobs.machine.Database;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.machine.World;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.settings.SwitchedOff;
import org.practicewatch.standards.PracticeStandard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code practicewatch explain}. */
@Command(
    name = "explain",
    description =
        "Say in sentences what is on a child's record and what was owed, or name the children behind a"
            + " figure. Reads the last closed night and no extract, and changes nothing.",
    footer = {
      "",
      "Examples:",
      "  practicewatch explain --child 100234",
      "  practicewatch explain --child 100234 --standard LAC-VISIT --as-at 2026-09-30",
      "  practicewatch explain --figure done --standard LAC-VISIT --team \"Looked After Team\"",
      "  practicewatch explain --figure now --standard CP-VISIT",
      "  practicewatch explain --figure D6",
      "",
      "The figures: now (children in timescale now), done (done in timescale in the period), all",
      "(children with all in timescale in the period). The period is the month, or the year to date.",
      "And, of the authority alone, each measure in jobs/benchmarks: D6, C2, C4.",
      "",
      "What it prints is about children. Keep it as you keep the reports.",
      "",
      "Exit status: 0 done; 1 another job is at work, or it failed; 2 there is no such child, standard,",
      "figure or night."
    })
final class ExplainCommand implements Callable<Integer> {

  @Option(names = "--child", paramLabel = "ID", description = "The child's id, as in the extracts.")
  private @Nullable String child;

  @Option(
      names = "--standard",
      paramLabel = "ID",
      description = "Only this standard; a figure needs one, or a rank (rank:seeing).")
  private @Nullable String standard;

  @Option(
      names = "--figure",
      paramLabel = "FIGURE",
      description =
          "now, done or all, or a measure that DfE publishes: name the children behind it.")
  private @Nullable String figure;

  @Option(names = "--service", paramLabel = "NAME", description = "The figure of a service.")
  private @Nullable String service;

  @Option(names = "--team", paramLabel = "NAME", description = "The figure of a team.")
  private @Nullable String team;

  @Option(names = "--worker", paramLabel = "NAME", description = "The figure of a worker.")
  private @Nullable String worker;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "month (default) or year: up to the night's date.")
  private String period = "month";

  @Option(
      names = "--as-at",
      paramLabel = "YYYY-MM-DD",
      description = "The last night closed on or before this day (default: the last of all).")
  private @Nullable LocalDate asAt;

  @Mixin private World world = new World();

  private final PrintStream out;
  private final Map<String, String> environment;

  ExplainCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  @Override
  @SuppressWarnings("try") // the lock is held, and nothing is asked of it
  public Integer call() throws Exception {
    if ((child == null) == (figure == null)) {
      throw mistake("Say what to explain: --child ID, or --figure now, done or all.");
    }
    Settings settings = new SettingsFolder(world.jobs()).read();
    if (standard != null) {
      checkKnown(settings, standard, figure != null);
    }
    String url = world.database();
    if (url == null && !Files.isDirectory(world.output().resolve(Database.FOLDER))) {
      throw mistake("No night was ever closed in " + world.output() + ". Run nightly first.");
    }
    try (OutputLock lock = OutputLock.take(world.output());
        Database database = Database.open(world.output(), url, environment)) {
      Stores stores = Stores.of(database.source());
      NightStore.Run night =
          stores.nights().findLatestClosed(asAt).orElseThrow(() -> mistake(noNight()));
      lines(settings, stores, night).forEach(out::println);
    }
    return ExitCodes.DONE;
  }

  private List<String> lines(Settings settings, Stores stores, NightStore.Run night) {
    if (child != null) {
      return new ChildInSentences(settings, stores, night).of(child, standard);
    }
    for (PublishedMeasure measure : settings.benchmarks().measures()) {
      if (measure.id().equalsIgnoreCase(figure)) {
        if (Stream.of(standard, service, team, worker).anyMatch(Objects::nonNull)) {
          throw mistake("--figure " + measure.id() + " is of the authority, and stands alone.");
        }
        return new MeasureInSentences(settings, stores, night).of(measure);
      }
    }
    return new FigureInSentences(settings, stores, night).of(wanted(settings, night));
  }

  private String noNight() {
    return asAt == null
        ? "No night was ever closed in " + world.output() + ". Run nightly first."
        : "No night was closed on or before " + asAt + ".";
  }

  /** A figure may be of a rank as well. */
  private static void checkKnown(Settings settings, String id, boolean ofFigure) {
    if (ofFigure && settings.priorities().find(id).isPresent()) {
      return;
    }
    List<String> known =
        Stream.concat(
                settings.standards().stream().map(PracticeStandard::id),
                Stream.concat(
                    settings.switchedOff().stream().map(SwitchedOff::id),
                    settings.priorities().inOrder().stream()
                        .filter(rank -> ofFigure)
                        .map(Priorities.Priority::figure)))
            .distinct()
            .sorted()
            .toList();
    if (!known.contains(id)) {
      throw mistake(
          "There is no standard " + id + ". There are: " + String.join(", ", known) + ".");
    }
  }

  private FigureInSentences.Wanted wanted(Settings settings, NightStore.Run night) {
    if (standard == null) {
      throw mistake(
          "A figure is of one standard, or of a rank: --standard ID, or --standard rank:seeing.");
    }
    if (Stream.of(service, team, worker).filter(name -> name != null).count() > 1) {
      throw mistake("A figure is of one place: --service, --team or --worker, not several.");
    }
    Figure.Level level = Figure.Level.AUTHORITY;
    String name = settings.organisation().authority().name();
    if (service != null) {
      level = Figure.Level.SERVICE;
      name = service;
    } else if (team != null) {
      level = Figure.Level.TEAM;
      name = settings.organisation().teams().named(team);
    } else if (worker != null) {
      level = Figure.Level.WORKER;
      name = worker;
    }
    Figure.Measure measure = measure();
    return new FigureInSentences.Wanted(
        level, name, standard, measure, from(settings, night.asAt(), measure));
  }

  private Figure.Measure measure() {
    for (Figure.Measure measure : Figure.Measure.values()) {
      if (measure.name().equalsIgnoreCase(figure) || measure.words().equalsIgnoreCase(figure)) {
        return measure;
      }
    }
    throw mistake("--figure should be now, done or all, not '" + figure + "'.");
  }

  private LocalDate from(Settings settings, LocalDate night, Figure.Measure measure) {
    if (measure == Figure.Measure.NOW) {
      return night;
    }
    return switch (period.toLowerCase(Locale.ROOT)) {
      case "month" -> night.withDayOfMonth(1);
      case "year" -> settings.nightly().yearFrom(night);
      default -> throw mistake("--period should be month or year, not '" + period + "'.");
    };
  }

  private static Stopped mistake(String told) {
    return new Stopped(ExitCodes.MISTAKE, told);
  }
}
