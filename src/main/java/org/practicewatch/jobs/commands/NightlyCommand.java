package org.practicewatch.jobs.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.InputFolder;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.practicewatch.intake.spreadsheet.TableInside;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Surroundings;
import org.practicewatch.jobs.night.Night;
import org.practicewatch.jobs.night.NightUntil;
import org.practicewatch.jobs.operator.Operator;
import org.practicewatch.jobs.operator.WatchedNight;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.settings.SettingsMistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code practicewatch nightly}. */
@Command(
    name = "nightly",
    description =
        "Receive and read the extracts, check every record and every timeline, close the night, write"
            + " the reports.",
    footer = {
      "",
      "Examples:",
      "  practicewatch nightly",
      "      tonight's extracts in input/ (the sample, while input/ is empty)",
      "  practicewatch nightly --as-at 2026-09-30",
      "      say what could be said on that day; nothing dated after it is seen",
      "  practicewatch nightly --input /data/extracts --output /data/nights",
      "      other folders; another --output is another world",
      "",
      "Exit status: 0 done; 1 failed, run it again; 2 a mistake in settings or arguments, nothing was",
      "started; 3 done, but an extract was held back."
    })
final class NightlyCommand implements Callable<Integer> {

  private static final int MONTHS_AHEAD = 18;

  @Option(
      names = "--as-at",
      paramLabel = "YYYY-MM-DD",
      description =
          "The night's date (default: the newest date that an extract gives for itself, else today).")
  private @Nullable LocalDate asAt;

  @Mixin private Folders folders = new Folders();

  private final Surroundings here;
  private final NightUntil until;

  NightlyCommand(Surroundings here, NightUntil until) {
    this.here = here;
    this.until = until;
  }

  @Override
  public Integer call() throws Exception {
    Progress progress = here.progress();
    WatchedNight watched = new WatchedNight(progress);
    Operator operator = new Operator(folders, here.environment(), here.clock(), progress::say);
    try {
      int exitCode = call(progress, watched);
      operator.tellOfNight(exitCode, watched);
      return exitCode;
    } catch (Exception failure) {
      // Whatever it is, the operator is told; what the console is told is decided by the caller.
      operator.tellOfFailure(failure, watched, folders.input());
      throw failure;
    }
  }

  @SuppressWarnings("try") // the lock is held, and nothing is asked of it
  private int call(Progress progress, WatchedNight watched) throws Exception {
    Settings settings = new SettingsFolder(folders.jobs()).read();
    if (Files.exists(folders.output()) && !Files.isDirectory(folders.output())) {
      throw new Stopped(
          ExitCodes.MISTAKE, folders.output() + " is a file; --output should be a folder.");
    }
    try (OutputLock lock = OutputLock.take(folders.output())) {
      watched.isOurs();
      return nights(settings, progress, watched);
    }
  }

  /** The night; before the sample's own, the earlier one that comes with it, for a trend. */
  private int nights(Settings settings, Progress progress, WatchedNight watched) throws Exception {
    Night night =
        new Night(settings, folders.output(), folders.database(), progress, here.clock(), until);
    InputFolder looking =
        new InputFolder(settings.profiles(), Spreadsheets::open, TableInside::mayBe);
    Path input = input(looking, progress);
    Path earlier = input.resolve("earlier");
    if (asAt == null && Files.isDirectory(earlier) && looking.look(input).fictional()) {
      run(night, looking, earlier, progress, settings, watched);
    }
    return run(night, looking, input, progress, settings, watched);
  }

  private Path input(InputFolder looking, Progress progress) {
    Path input = folders.input();
    if (!Files.exists(input)) {
      throw new Stopped(ExitCodes.MISTAKE, "There is no folder or file " + input + ".");
    }
    Path sample = input.resolve("sample");
    if (Files.isDirectory(input) && !looking.hasExtracts(input) && Files.isDirectory(sample)) {
      progress.say("No extracts in " + input + ", so the fictional sample in it is used.");
      return sample;
    }
    return input;
  }

  private int run(
      Night night,
      InputFolder looking,
      Path input,
      Progress progress,
      Settings settings,
      WatchedNight watched)
      throws Exception {
    Drop drop = looking.look(input);
    LocalDate date = asAt;
    String from = "given";
    if (date == null) {
      // An invented authority may live when it likes.
      LocalDate today = drop.fictional() ? LocalDate.MAX : LocalDate.now(here.clock());
      date = drop.newestDate(today).orElse(null);
      from = "the newest date that an extract gives for itself";
      LocalDate later = drop.newestDate(LocalDate.MAX).orElse(null);
      if (later != null && later.isAfter(today)) {
        progress.say(
            "AN EXTRACT GIVES THE DATE "
                + later
                + " FOR ITSELF, which is yet to come. It was not taken for the night's: nobody can"
                + " know then who was seen.");
      }
    }
    if (date == null) {
      date = LocalDate.now(here.clock());
      from = "today, because no extract gives a date for itself";
      progress.say(
          "NO EXTRACT GIVES A DATE FOR ITSELF: the night is taken to be today, " + date + ".");
    }
    watched.isOf(drop, date, asAt != null, settings);
    checkCovered(settings, date);
    progress.say("Night of " + date + " (" + from + ")");
    drop.passedOver()
        .forEach(one -> progress.say("  passed over " + one.name() + ": " + one.why()));
    return night.run(drop, date, from);
  }

  /** The calendar should reach far enough ahead to count from tonight; else nothing is started. */
  static void checkCovered(Settings settings, LocalDate date) {
    LocalDate needed = date.plusMonths(MONTHS_AHEAD);
    if (!settings.calendar().covers(needed) || !settings.calendar().covers(date)) {
      throw new Stopped(
          ExitCodes.MISTAKE,
          new SettingsMistake(
                  "jobs/calendar/bank-holidays.yml",
                  "covers",
                  "the calendar should reach from before "
                      + date
                      + " to after "
                      + needed
                      + "; add the bank holidays of the missing years.")
              .toString());
    }
  }
}
