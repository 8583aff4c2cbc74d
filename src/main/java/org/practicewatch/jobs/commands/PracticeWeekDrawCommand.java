package org.practicewatch.jobs.commands;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.machine.Surroundings;
import org.practicewatch.jobs.machine.World;
import org.practicewatch.jobs.practiceweek.PracticeWeekRun;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code practicewatch practice-week-draw}. */
@Command(
    name = "practice-week-draw",
    description =
        "Draw the cases of a Practice Week from the latest closed night, give each an auditor, and"
            + " write the auditors' packs.",
    footer = {
      "",
      "A week is a file jobs/practice-weeks/<id>.yml; of a programme the id goes on with the theme's key,",
      "of what is done every month with the month: monthly-audits-2026-11.",
      "",
      "Examples:",
      "  practicewatch practice-week-draw 2026-autumn --preview",
      "      who could be drawn, in counts, with what to look at first; nothing is drawn",
      "  practicewatch practice-week-draw 2026-autumn",
      "      draws once; given again, it writes the same files and draws nobody anew",
      "  practicewatch practice-week-draw 2026-autumn --replace 104233 --reason \"moved away\"",
      "      the next reserve of the same part takes that child's place",
      "",
      "Exit status: 0 done; 1 failed, run it again; 2 a mistake in settings or arguments, nothing was",
      "drawn; 3 drawn, but fewer than asked for, or a case has no independent auditor."
    })
final class PracticeWeekDrawCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "Id of the week: its file without .yml.")
  private String id = "";

  @Option(names = "--preview", description = "Only tell who could be drawn.")
  private boolean preview;

  @Option(
      names = "--replace",
      paramLabel = "CHILD",
      description = "A child of the sample whose place the next reserve takes.")
  private @Nullable String replaced;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the draw.")
  private @Nullable String reason;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides on the replacement (default: the user of this machine).")
  private @Nullable String by;

  @Option(
      names = "--as-at",
      paramLabel = "YYYY-MM-DD",
      description = "Draw from the latest night closed on or before this day.")
  private @Nullable LocalDate asAt;

  @Mixin private World world = new World();

  private final Surroundings here;

  PracticeWeekDrawCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws Exception {
    if ((replaced == null) != (reason == null)) {
      throw new Stopped(ExitCodes.MISTAKE, "Give --replace and --reason together: who, and why.");
    }
    if (reason != null && reason.isBlank()) {
      throw new Stopped(ExitCodes.MISTAKE, "The reason is blank. Say why the child is replaced.");
    }
    if (preview && replaced != null) {
      throw new Stopped(ExitCodes.MISTAKE, "Give --preview or --replace, not both.");
    }
    Progress progress = here.progress();
    SettingsFolder jobs = new SettingsFolder(world.jobs());
    Settings settings = jobs.read();
    PracticeWeekRun run =
        new PracticeWeekRun(
            settings,
            world,
            LocalDate.now(here.clock()),
            here.out(),
            progress,
            new PracticeWeekRun.Sending(
                jobs.readRunning(), here.clock(), here.environment(), here.waiting()),
            id,
            asAt);
    if (preview) {
      return run.preview();
    }
    return replaced == null || reason == null
        ? run.draw()
        : run.replace(
            replaced, reason + " (" + (by == null ? System.getProperty("user.name") : by) + ")");
  }
}
