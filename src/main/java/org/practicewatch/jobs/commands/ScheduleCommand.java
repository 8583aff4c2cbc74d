package org.practicewatch.jobs.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.practicewatch.jobs.machine.ExitCodes;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stopped;
import org.practicewatch.jobs.operator.Operator;
import org.practicewatch.jobs.schedule.Schedule;
import org.practicewatch.jobs.schedule.ScheduleFile;
import org.practicewatch.jobs.schedule.ScheduleProcesses;
import org.practicewatch.settings.ScheduleSettings;
import org.practicewatch.settings.SettingsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code practicewatch schedule}. */
@Command(
    name = "schedule",
    description = "Stay up and run the jobs at the times in jobs/schedule.yml.",
    footer = {
      "",
      "Examples:",
      "  practicewatch schedule",
      "      until it is stopped (Ctrl+C, or the service's stop)",
      "  practicewatch schedule --list",
      "      what ran last, and when each job runs next; nothing is started",
      "  practicewatch schedule --input /data/extracts --output /data/nights",
      "      every job is given these folders",
      "",
      "Whoever has cron, systemd or Windows Task Scheduler can start jobs from there instead:",
      "docs/running-it.md.",
      "",
      "Exit status: 1 another scheduler is at work in the output folder; 2 a mistake",
      "in settings or arguments; 130 stopped by Ctrl+C; 143 told to stop."
    })
final class ScheduleCommand implements Callable<Integer> {

  private static final long SECONDS_TO_STOP = 45;

  @Option(names = "--list", description = "Print what ran last and what comes next, and end.")
  private boolean listing;

  @Mixin private Folders folders = new Folders();

  private final PrintStream out;
  private final Clock clock;
  private final Map<String, String> environment;

  ScheduleCommand(PrintStream out, Clock clock, Map<String, String> environment) {
    this.out = out;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    SettingsFolder jobs = new SettingsFolder(folders.jobs());
    jobs.read();
    ScheduleSettings settings =
        jobs.readRunning()
            .schedule()
            .orElseThrow(
                () ->
                    new Stopped(
                        ExitCodes.MISTAKE,
                        "There is no jobs/schedule.yml, which says when jobs run. Add it."));
    Progress progress = new Progress(out, listing, clock);
    Schedule schedule =
        new Schedule(
            settings,
            new ScheduleFile(folders.output()),
            new ScheduleProcesses(folders.asOptions(), clock),
            new Operator(folders, environment, clock, progress::say),
            clock,
            progress::say);
    if (listing) {
      schedule.list().forEach(progress::say);
      return ExitCodes.DONE;
    }
    Optional<OutputLock> lock = OutputLock.findFree(folders.output(), ".schedule.lock");
    if (lock.isEmpty()) {
      throw new Stopped(
          ExitCodes.FAILED,
          "Another scheduler is at work in " + folders.output() + ". This one was not started.");
    }
    try {
      keep(schedule);
    } finally {
      lock.get().close();
    }
    return ExitCodes.DONE;
  }

  /** Until the process is asked to end; then the job at work is ended before it is. */
  private static void keep(Schedule schedule) {
    Thread keeping = Thread.currentThread();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  keeping.interrupt();
                  try {
                    stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
                  } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop the scheduler"));
    schedule.keep();
    stopped.countDown();
  }
}
