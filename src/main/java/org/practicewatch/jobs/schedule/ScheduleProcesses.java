package org.practicewatch.jobs.schedule;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Runs each job as a process of its own, with the Java and the options that the scheduler has: its
 * memory goes back to the machine, and whatever befalls it leaves the scheduler alone.
 */
public final class ScheduleProcesses implements ScheduleMachine {

  /** A machine that slept, or whose clock was put right, is noticed so soon. */
  private static final Duration LONGEST_NAP = Duration.ofSeconds(30);

  /** Systemd gives 90 seconds by default. */
  private static final long SECONDS_TO_STOP = 30;

  private final List<String> options;
  private final Clock clock;

  /**
   * Processes.
   *
   * @param options of every job, such as the folders
   */
  public ScheduleProcesses(List<String> options, Clock clock) {
    this.options = List.copyOf(options);
    this.clock = clock;
  }

  private record Child(Process process) implements Started {

    @Override
    public OptionalInt exitCode() {
      return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public void stop() {
      process.destroy();
      try {
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException hurried) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Started start(String job) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // An archive is written by one process, and a debugger's port is taken.
      if (!option.startsWith("-XX:ArchiveClassesAtExit") && !option.startsWith("-agentlib:")) {
        command.add(option);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.practicewatch.Application");
    command.add(job);
    command.addAll(options);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    return new Child(process);
  }

  @Override
  public void await(Instant moment, Optional<Started> orEndOf) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), moment);
    Duration nap = left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
    long millis = Math.max(1, nap.toMillis());
    if (orEndOf.isPresent() && orEndOf.get() instanceof Child child) {
      child.process().waitFor(millis, TimeUnit.MILLISECONDS);
    } else {
      Thread.sleep(millis);
    }
  }
}
