package org.practicewatch.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.settings.ScheduleSettings;
import org.practicewatch.settings.ScheduleSettings.Scheduled;
import picocli.CommandLine;

/** When the scheduler starts a job, when it does not, and what it tells. */
class ScheduleTest {

  private static final Scheduled NIGHTLY =
      new Scheduled("nightly", List.of(), List.of("06:00"), 90, 12, List.of(15, 60));
  private static final ScheduleSettings LONDON = new ScheduleSettings(null, List.of(NIGHTLY));

  @TempDir Path folder;

  // --- The decision -----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    // settled up to, now, and what is done about it; catching up within twelve hours
    "2026-11-21T06:00:00Z, 2026-11-22T05:59:59Z, Wait 2026-11-22T06:00:00Z",
    "2026-11-21T06:00:00Z, 2026-11-22T06:00:00Z, Run 2026-11-22T06:00:00Z",
    "2026-11-21T06:00:00Z, 2026-11-22T18:00:00Z, Run 2026-11-22T06:00:00Z",
    "2026-11-21T06:00:00Z, 2026-11-22T18:00:01Z, Missed 2026-11-22T06:00:00Z",
    "2026-11-22T06:00:00Z, 2026-11-22T06:00:00Z, Wait 2026-11-23T06:00:00Z",
    // after a week of downtime one run, not seven
    "2026-11-15T06:00:00Z, 2026-11-22T09:00:00Z, Run 2026-11-22T06:00:00Z",
  })
  void what_is_done_next(Instant handled, Instant now, String decided) {
    ScheduleNext next =
        ScheduleNext.of(NIGHTLY, NIGHTLY.timetable(LONDON.zone()), SchedulePast.none(handled), now);
    String said =
        next instanceof ScheduleNext.Run run
            ? "Run " + run.due()
            : next instanceof ScheduleNext.Missed missed
                ? "Missed " + missed.due()
                : "Wait " + ((ScheduleNext.Wait) next).until();
    assertThat(said).isEqualTo(decided);
  }

  @Test
  void a_run_on_time_is_none_that_is_caught_up() {
    Scheduled never = new Scheduled("nightly", List.of(), List.of("06:00"), 90, 0, List.of());
    SchedulePast past = SchedulePast.none(Instant.parse("2026-11-21T06:00:00Z"));
    assertThat(next(never, past, "2026-11-22T06:00:20Z")).isInstanceOf(ScheduleNext.Run.class);
    assertThat(next(never, past, "2026-11-22T06:10:01Z")).isInstanceOf(ScheduleNext.Missed.class);
  }

  private static ScheduleNext next(Scheduled job, SchedulePast past, String now) {
    return ScheduleNext.of(
        job, job.timetable(ZoneId.of("Europe/London")), past, Instant.parse(now));
  }

  // --- The loop, on a machine whose clock moves when it is waited on
  // ------------------------------

  private final class Machine extends Clock implements ScheduleMachine {

    private Instant now;
    private final Instant end;
    private final Queue<int[]> endings = new ArrayDeque<>();
    private final List<Instant> starts = new ArrayList<>();
    private boolean stopped;

    Machine(String begin, String end) {
      this.now = Instant.parse(begin);
      this.end = Instant.parse(end);
    }

    /** The next run takes so many minutes and ends so; without any it takes one and is done. */
    Machine run(int minutes, int exitCode) {
      endings.add(new int[] {minutes, exitCode});
      return this;
    }

    @Override
    public Started start(String job) {
      starts.add(now);
      int[] ending = endings.isEmpty() ? new int[] {1, 0} : endings.remove();
      Instant over = now.plus(Duration.ofMinutes(ending[0]));
      return new Job(over, ending[1]);
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

    List<String> keep() {
      List<String> said = new ArrayList<>();
      Folders folders = new Folders();
      new CommandLine(new Holder(folders)).parseArgs("--output", folder.toString());
      Operator operator = new Operator(folders, Map.of(), this, said::add);
      new Schedule(LONDON, new ScheduleFile(folder), this, operator, this, said::add).keep();
      return said;
    }
  }

  @CommandLine.Command(name = "holder")
  private static final class Holder {
    @CommandLine.Mixin private final Folders folders;

    Holder(Folders folders) {
      this.folders = folders;
    }
  }

  private List<String> letters() throws IOException {
    if (!Files.exists(folder.resolve("letters"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("letters"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml"))
          .map(name -> name.substring(0, name.lastIndexOf('-')))
          .sorted()
          .toList();
    }
  }

  private static List<Instant> instants(String... texts) {
    return Stream.of(texts).map(Instant::parse).toList();
  }

  @Test
  void a_job_runs_once_each_day_and_nothing_is_made_up_for_before_the_first_start()
      throws IOException {
    Machine machine = new Machine("2026-11-20T09:00:00Z", "2026-11-23T00:00:00Z");
    List<String> said = machine.keep();
    assertThat(machine.starts).isEqualTo(instants("2026-11-21T06:00:00Z", "2026-11-22T06:00:00Z"));
    assertThat(letters()).isEmpty();
    assertThat(said).last().isEqualTo("The scheduler has stopped.");
  }

  @Test
  void a_time_that_comes_twice_runs_once() {
    ScheduleSettings half =
        new ScheduleSettings(
            null,
            List.of(new Scheduled("nightly", List.of(), List.of("01:30"), 90, 12, List.of())));
    Machine machine = new Machine("2026-10-24T12:00:00Z", "2026-10-26T00:00:00Z");
    Operator nobody = new Operator(new Folders(), Map.of(), machine, line -> {});
    new Schedule(half, new ScheduleFile(folder), machine, nobody, machine, line -> {}).keep();
    assertThat(machine.starts).isEqualTo(instants("2026-10-25T00:30:00Z"));
  }

  @Test
  void a_run_missed_while_it_was_off_is_made_up_for_once_at_the_start() throws IOException {
    new Machine("2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z").keep();
    Machine later = new Machine("2026-11-22T08:00:00Z", "2026-11-22T23:00:00Z");
    later.keep();
    assertThat(later.starts).isEqualTo(instants("2026-11-22T08:00:00Z"));
    Machine again = new Machine("2026-11-22T23:00:00Z", "2026-11-22T23:30:00Z");
    again.keep();
    assertThat(again.starts).isEmpty();
  }

  @Test
  void a_run_missed_too_long_ago_is_told_and_not_made_up_for() throws IOException {
    new Machine("2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z").keep();
    Machine later = new Machine("2026-11-22T19:00:00Z", "2026-11-22T23:00:00Z");
    later.keep();
    assertThat(later.starts).isEmpty();
    assertThat(letters()).containsExactly("2026-11-22-late");
  }

  @Test
  void a_failure_is_tried_again_after_each_pause_and_does_not_stop_the_scheduler()
      throws IOException {
    Machine machine =
        new Machine("2026-11-21T09:00:00Z", "2026-11-23T12:00:00Z").run(1, 137).run(1, 1).run(1, 1);
    machine.keep();
    assertThat(machine.starts)
        .isEqualTo(
            instants(
                "2026-11-22T06:00:00Z",
                "2026-11-22T06:16:00Z",
                "2026-11-22T07:17:00Z",
                "2026-11-23T06:00:00Z"));
    assertThat(letters()).containsExactly("2026-11-22-failed");
  }

  @Test
  void a_mistake_in_the_settings_is_not_tried_again_before_the_next_day() {
    Machine machine = new Machine("2026-11-21T09:00:00Z", "2026-11-22T12:00:00Z").run(1, 2);
    machine.keep();
    assertThat(machine.starts).isEqualTo(instants("2026-11-22T06:00:00Z"));
  }

  @Test
  void a_run_that_takes_too_long_is_told_as_late_once() throws IOException {
    Machine machine = new Machine("2026-11-21T09:00:00Z", "2026-11-22T12:00:00Z").run(180, 0);
    List<String> said = machine.keep();
    assertThat(said).anyMatch(line -> line.contains("is late. It is still at work"));
    assertThat(letters()).containsExactly("2026-11-22-late");
  }

  @Test
  void a_run_that_was_at_work_when_it_stopped_is_stopped_and_taken_up_at_the_next_start() {
    Machine machine = new Machine("2026-11-21T09:00:00Z", "2026-11-22T06:30:00Z").run(60, 0);
    machine.keep();
    assertThat(machine.stopped).isTrue();
    Machine next = new Machine("2026-11-22T06:40:00Z", "2026-11-22T12:00:00Z");
    next.keep();
    assertThat(next.starts).isEqualTo(instants("2026-11-22T06:40:00Z"));
  }

  @Test
  void a_spoilt_state_is_told_and_begun_anew() throws IOException {
    Files.writeString(folder.resolve("schedule.json"), "{\"nightly\": 7", UTF_8);
    Machine machine = new Machine("2026-11-21T09:00:00Z", "2026-11-22T12:00:00Z");
    assertThat(machine.keep()).anyMatch(line -> line.contains("is begun anew"));
    assertThat(machine.starts).hasSize(1);
  }

  // --- The command ------------------------------------------------------------------------------

  @Test
  void the_list_says_what_comes_next_in_the_settings_own_time_zone() {
    Practicewatch.Run run = Practicewatch.run("schedule", "--list", "--output", folder.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "nightly: not run by schedule yet",
            "next at 06:00 on Monday 23 November 2026 (Europe/London)");
  }

  @Test
  void a_second_scheduler_on_the_same_folder_is_refused() throws IOException {
    OutputLock first = OutputLock.findFree(folder, ".schedule.lock").orElseThrow();
    try {
      Practicewatch.Run run = Practicewatch.run("schedule", "--output", folder.toString());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("Another scheduler is at work");
    } finally {
      first.close();
    }
  }

  /** For real: a process that starts the night as another process, and stops when it is told to. */
  @Test
  void a_missed_night_is_run_as_a_process_and_the_scheduler_stops_when_told()
      throws IOException, InterruptedException {
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(
        input.resolve("people 2026-10-30.csv"), "pers_person_id,pers_dob\n1,01/02/2015\n", UTF_8);
    Path output = Files.createDirectories(folder.resolve("output"));
    Files.writeString(
        output.resolve("schedule.json"),
        "{\"nightly\": {\"handled\": \"2026-01-01T00:00:00Z\", \"failures\": 0}}",
        UTF_8);
    Path jobs = copyOfJobs();
    Files.writeString(
        jobs.resolve("schedule.yml"),
        "jobs:\n  - {job: nightly, at: \"00:00\", late after minutes: 2000, caught up within hours:"
            + " 48}\n",
        UTF_8);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.practicewatch.Application",
                "schedule",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--jobs",
                jobs.toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        said.append(line).append('\n');
        if (line.contains("nightly ended with exit status")) {
          process.toHandle().destroy();
        }
        line = lines.readLine();
      }
    }
    process.waitFor();
    assertThat(said).contains("ended with exit status 0.", "The scheduler has stopped.");
    assertThat(output.resolve("2026-10-30/findings.csv")).exists();
    assertThat(new ScheduleFile(output).read().get("nightly").exitCode()).isZero();
  }

  private Path copyOfJobs() throws IOException {
    Path jobs = folder.resolve("jobs");
    try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
      for (Path file : files.toList()) {
        Path copy = jobs.resolve(Path.of("jobs").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return jobs;
  }
}
