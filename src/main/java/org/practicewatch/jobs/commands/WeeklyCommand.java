package org.practicewatch.jobs.commands;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.practicewatch.jobs.machine.BrokenStep;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Surroundings;
import org.practicewatch.jobs.operator.Operator;
import org.practicewatch.jobs.operator.OperatorLetter;
import org.practicewatch.jobs.week.Weekly;
import org.practicewatch.settings.ListPasswords;
import org.practicewatch.settings.MistakenSettings;
import org.practicewatch.settings.PostSettings;
import org.practicewatch.settings.RunningSettings;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import org.practicewatch.settings.WeeklySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code practicewatch weekly}. */
@Command(
    name = "weekly",
    description =
        "Write each team's list of exceptions on the latest closed night, and send the letters about"
            + " them. Lists that came back are read from returns/ in the input folder.",
    footer = {
      "",
      "Examples:",
      "  practicewatch weekly",
      "      the week of the latest closed night; a second run only sends what has not left",
      "  practicewatch weekly --as-at 2026-10-30",
      "      the latest night closed on or before that day",
      "",
      "Without a mail server in jobs/post.yml letters are .eml files in the night's folder.",
      "User and password of the mail server: PRACTICEWATCH_MAIL_USER, PRACTICEWATCH_MAIL_PASSWORD.",
      "Passwords of lists: PRACTICEWATCH_LIST_PASSWORDS names a file 'team: password', one a line.",
      "",
      "Exit status: 0 done; 1 failed or letters are waiting, run it again; 2 a mistake in settings or",
      "arguments, nothing was started; 3 done, but a letter was refused or is uncertain."
    })
final class WeeklyCommand implements Callable<Integer> {

  @Option(
      names = "--as-at",
      paramLabel = "YYYY-MM-DD",
      description = "The latest night closed on or before this day (default: the latest).")
  private @Nullable LocalDate asAt;

  @Mixin private Folders folders = new Folders();

  private final Surroundings here;

  WeeklyCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws Exception {
    Progress progress = here.progress();
    Operator operator = new Operator(folders, here.environment(), here.clock(), progress::say);
    try {
      return call(progress, operator);
    } catch (MistakenSettings mistaken) {
      operator.tell(
          OperatorLetter.weeklyNotStarted(
              "There are mistakes in the settings. Run `practicewatch check-settings`, which says"
                  + " what and where."));
      throw mistaken;
    } catch (Exception failure) {
      if (!(failure instanceof Stopped)) {
        operator.tell(
            OperatorLetter.weeklyBrokeOff(
                asAt, "the start", BrokenStep.of(BrokenStep.START, failure).why()));
      }
      throw failure;
    }
  }

  @SuppressWarnings("try") // the lock is held, and nothing is asked of it
  private int call(Progress progress, Operator operator) throws Exception {
    SettingsFolder jobs = new SettingsFolder(folders.jobs());
    Settings settings = jobs.read();
    RunningSettings running = jobs.readRunning();
    WeeklySettings weekly =
        running.weekly().orElseThrow(() -> missing("weekly.yml", "what a list is and who gets it"));
    PostSettings post =
        running.post().orElseThrow(() -> missing("post.yml", "who sends the letters"));
    Map<String, String> passwords =
        ListPasswords.read(here.environment(), settings.organisation(), folders.jobs());
    try (OutputLock lock = OutputLock.take(folders.output())) {
      Weekly week =
          new Weekly(
              settings,
              weekly,
              post,
              folders,
              here.environment(),
              passwords,
              here.clock(),
              here.waiting(),
              progress);
      int status = week.run(asAt);
      progress
          .broken()
          .ifPresent(
              broken ->
                  operator.tell(
                      OperatorLetter.weeklyBrokeOff(
                          week.asAt().orElse(null), broken.step(), broken.why())));
      if (!week.lettersLeft().isEmpty()) {
        operator.tell(OperatorLetter.lettersLeft(week.asAt().orElseThrow(), week.lettersLeft()));
      }
      return status;
    }
  }

  private static Stopped missing(String file, String what) {
    return new Stopped(
        ExitCodes.MISTAKE, "There is no jobs/" + file + ", which says " + what + ". Add it.");
  }
}
