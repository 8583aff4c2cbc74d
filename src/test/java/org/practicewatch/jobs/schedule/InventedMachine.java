package org.practicewatch.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.stream.Stream;
import org.practicewatch.jobs.machine.Folders;
import org.practicewatch.jobs.operator.Operator;
import org.practicewatch.settings.ScheduleSettings;
import picocli.CommandLine;

/** A machine whose clock moves when it is waited on, and that is told to stop at a moment. */
final class InventedMachine extends Clock implements ScheduleMachine {

  private final Path output;
  private final Instant end;
  private final Queue<int[]> endings = new ArrayDeque<>();
  private final List<Instant> starts = new ArrayList<>();
  private Instant now;
  private boolean stopped;

  InventedMachine(Path output, Instant begin, Instant end) {
    this.output = output;
    this.now = begin;
    this.end = end;
  }

  /** The next run takes so many minutes and ends so; without any it takes one and is done. */
  InventedMachine run(int minutes, int exitCode) {
    endings.add(new int[] {minutes, exitCode});
    return this;
  }

  /** When jobs were started. */
  List<Instant> starts() {
    return List.copyOf(starts);
  }

  /** Whether a job was at work when it was told to stop. */
  boolean isStopped() {
    return stopped;
  }

  @Override
  public Started start(String job) {
    starts.add(now);
    int[] ending = endings.isEmpty() ? new int[] {1, 0} : endings.remove();
    return new Job(now.plus(Duration.ofMinutes(ending[0])), ending[1]);
  }

  private final class Job implements Started {

    private final Instant over;
    private final int code;

    Job(Instant over, int code) {
      this.over = over;
      this.code = code;
    }

    @Override
    public OptionalInt exitCode() {
      return now.isBefore(over) ? OptionalInt.empty() : OptionalInt.of(code);
    }

    @Override
    public void stop() {
      stopped = true;
    }
  }

  @Override
  public void await(Instant moment, Optional<Started> orEndOf) throws InterruptedException {
    assertThat(moment).isAfter(now);
    Instant until = moment;
    if (orEndOf.isPresent() && ((Job) orEndOf.get()).over.isBefore(until)) {
      until = ((Job) orEndOf.get()).over;
    }
    if (!until.isBefore(end)) {
      throw new InterruptedException();
    }
    now = until;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  /** Runs the scheduler from begin to end, and gives what it said. */
  List<String> keep(ScheduleSettings settings) {
    List<String> said = new ArrayList<>();
    Folders folders = new Folders();
    new CommandLine(new Holder(folders)).parseArgs("--output", output.toString());
    Operator operator = new Operator(folders, Map.of(), this, said::add);
    new Schedule(settings, new ScheduleFile(output), this, operator, this, said::add).keep();
    return said;
  }

  @CommandLine.Command(name = "holder")
  private static final class Holder {
    @CommandLine.Mixin private final Folders folders;

    Holder(Folders folders) {
      this.folders = folders;
    }
  }

  /** The day and sort of each letter that lies in an output folder. */
  static List<String> letters(Path output) throws IOException {
    if (!Files.exists(output.resolve("letters"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(output.resolve("letters"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml"))
          .map(name -> name.substring(0, name.lastIndexOf('-')))
          .sorted()
          .toList();
    }
  }
}
