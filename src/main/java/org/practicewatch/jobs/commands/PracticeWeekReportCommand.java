package org.practicewatch.jobs.commands;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Surroundings;
import org.practicewatch.jobs.practiceweek.PracticeWeekRun;
import org.practicewatch.settings.RunningSettings;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code practicewatch practice-week-report}. */
@Command(
    name = "practice-week-report",
    description =
        "Read the audit forms that came back into audits/ in the input folder, tell heads of service of"
            + " immediate concerns, and write the overview report and the tracker of recommendations.",
    footer = {
      "",
      "Run it as often as you like: forms that are corrected take the place of those with faults.",
      "",
      "Examples:",
      "  practicewatch practice-week-report 2026-autumn",
      "",
      "In output/practice-weeks/<id>/ then: forms-returned.csv (what became of each form, cell by cell),",
      "overview.pdf and overview.xlsx; in output/practice-weeks/: tracker.xlsx, which comes back through",
      "audits/ too.",
      "",
      "Exit status: 0 done; 1 failed, run it again; 2 a mistake in settings or arguments; 3 done, but a form",
      "was refused or has cells to put right."
    })
final class PracticeWeekReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "Id of the week, as it was drawn.")
  private String id = "";

  @Mixin private Folders folders = new Folders();

  private final Surroundings here;

  PracticeWeekReportCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws Exception {
    Progress progress = here.progress();
    SettingsFolder jobs = new SettingsFolder(folders.jobs());
    Settings settings = jobs.read();
    RunningSettings running = jobs.readRunning();
    return new PracticeWeekRun(
            settings,
            folders.world(),
            LocalDate.now(here.clock()),
            here.out(),
            progress,
            new PracticeWeekRun.Sending(running, here.clock(), here.environment(), here.waiting()),
            id,
            null)
        .report(folders.input().resolve("audits"));
  }
}
