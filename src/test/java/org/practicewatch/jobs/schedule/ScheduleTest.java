package org.practicewatch.jobs.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.jobs.machine.OutputLock;
import org.practicewatch.settings.ScheduleSettings;
import org.practicewatch.settings.ScheduleSettings.Scheduled;

/** When the scheduler starts a job, when it does not, and what it tells. */
@Order(2)
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

  private InventedMachine machine(String begin, String end) {
    return new InventedMachine(folder, Instant.parse(begin), Instant.parse(end));
  }

  private static List<Instant> instants(String... texts) {
    return Stream.of(texts).map(Instant::parse).toList();
  }

  @Test
  void a_job_runs_once_each_day_and_nothing_is_made_up_for_before_the_first_start()
      throws IOException {
    InventedMachine machine = machine("2026-11-20T09:00:00Z", "2026-11-23T00:00:00Z");
    List<String> said = machine.keep(LONDON);
    assertThat(machine.starts())
        .isEqualTo(instants("2026-11-21T06:00:00Z", "2026-11-22T06:00:00Z"));
    assertThat(InventedMachine.letters(folder)).isEmpty();
    assertThat(said).last().isEqualTo("The scheduler has stopped.");
  }

  @Test
  void a_time_that_comes_twice_runs_once() {
    ScheduleSettings half =
        new ScheduleSettings(
            null,
            List.of(new Scheduled("nightly", List.of(), List.of("01:30"), 90, 12, List.of())));
    InventedMachine machine = machine("2026-10-24T12:00:00Z", "2026-10-26T00:00:00Z");
    machine.keep(half);
    assertThat(machine.starts()).isEqualTo(instants("2026-10-25T00:30:00Z"));
  }

  @Test
  void a_run_missed_while_it_was_off_is_made_up_for_once_at_the_start() throws IOException {
    machine("2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z").keep(LONDON);
    InventedMachine later = machine("2026-11-22T08:00:00Z", "2026-11-22T23:00:00Z");
    later.keep(LONDON);
    assertThat(later.starts()).isEqualTo(instants("2026-11-22T08:00:00Z"));
    InventedMachine again = machine("2026-11-22T23:00:00Z", "2026-11-22T23:30:00Z");
    again.keep(LONDON);
    assertThat(again.starts()).isEmpty();
  }

  @Test
  void a_run_missed_too_long_ago_is_told_and_not_made_up_for() throws IOException {
    machine("2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z").keep(LONDON);
    InventedMachine later = machine("2026-11-22T19:00:00Z", "2026-11-22T23:00:00Z");
    later.keep(LONDON);
    assertThat(later.starts()).isEmpty();
    assertThat(InventedMachine.letters(folder)).containsExactly("2026-11-22-late");
  }

  @Test
  void a_failure_is_tried_again_after_each_pause_and_does_not_stop_the_scheduler()
      throws IOException {
    InventedMachine machine =
        machine("2026-11-21T09:00:00Z", "2026-11-23T12:00:00Z").run(1, 137).run(1, 1).run(1, 1);
    machine.keep(LONDON);
    assertThat(machine.starts())
        .isEqualTo(
            instants(
                "2026-11-22T06:00:00Z",
                "2026-11-22T06:16:00Z",
                "2026-11-22T07:17:00Z",
                "2026-11-23T06:00:00Z"));
    assertThat(InventedMachine.letters(folder)).containsExactly("2026-11-22-failed");
  }

  @Test
  void a_mistake_in_the_settings_is_not_tried_again_before_the_next_day() {
    InventedMachine machine = machine("2026-11-21T09:00:00Z", "2026-11-22T12:00:00Z").run(1, 2);
    machine.keep(LONDON);
    assertThat(machine.starts()).isEqualTo(instants("2026-11-22T06:00:00Z"));
  }

  @Test
  void a_run_that_takes_too_long_is_told_as_late_once() throws IOException {
    InventedMachine machine = machine("2026-11-21T09:00:00Z", "2026-11-22T12:00:00Z").run(180, 0);
    List<String> said = machine.keep(LONDON);
    assertThat(said).anyMatch(line -> line.contains("is late. It is still at work"));
    assertThat(InventedMachine.letters(folder)).containsExactly("2026-11-22-late");
  }

  @Test
  void a_run_that_was_at_work_when_it_stopped_is_stopped_and_taken_up_at_the_next_start() {
    InventedMachine machine = machine("2026-11-21T09:00:00Z", "2026-11-22T06:30:00Z").run(60, 0);
    machine.keep(LONDON);
    assertThat(machine.isStopped()).isTrue();
    InventedMachine next = machine("2026-11-22T06:40:00Z", "2026-11-22T12:00:00Z");
    next.keep(LONDON);
    assertThat(next.starts()).isEqualTo(instants("2026-11-22T06:40:00Z"));
  }

  @Test
  void a_spoilt_state_is_told_and_begun_anew() throws IOException {
    Files.writeString(folder.resolve("schedule.json"), "{\"nightly\": 7", UTF_8);
    InventedMachine machine = machine("2026-11-21T09:00:00Z", "2026-11-22T12:00:00Z");
    assertThat(machine.keep(LONDON)).anyMatch(line -> line.contains("is begun anew"));
    assertThat(machine.starts()).hasSize(1);
  }

  /** Ctrl+C reaches every process at a terminal, and the night may hear of it first. */
  @ParameterizedTest
  @ValueSource(ints = {129, 130, 143})
  void a_job_that_was_stopped_together_with_the_scheduler_has_not_failed(int code)
      throws IOException {
    InventedMachine machine = machine("2026-11-22T05:00:00Z", "2026-11-22T06:01:03Z").run(1, code);
    List<String> said = machine.keep(LONDON);
    assertThat(said).noneMatch(line -> line.contains("ended with"));
    assertThat(said).last().isEqualTo("The scheduler has stopped.");
    assertThat(InventedMachine.letters(folder)).isEmpty();
    InventedMachine next = machine("2026-11-22T06:40:00Z", "2026-11-22T07:00:00Z");
    next.keep(LONDON);
    assertThat(next.starts()).isEqualTo(instants("2026-11-22T06:40:00Z"));
    assertThat(InventedMachine.letters(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {130, 143})
  void a_job_that_was_stopped_alone_is_told_and_tried_again(int code) throws IOException {
    InventedMachine machine = machine("2026-11-22T05:00:00Z", "2026-11-22T12:00:00Z").run(1, code);
    machine.keep(LONDON);
    assertThat(machine.starts())
        .isEqualTo(instants("2026-11-22T06:00:00Z", "2026-11-22T06:16:00Z"));
    assertThat(InventedMachine.letters(folder)).containsExactly("2026-11-22-failed");
  }

  @ParameterizedTest
  @CsvSource({
    // every Monday at six: it failed at 06:01 and is tried again at 06:16; on again, and started
    "1, 1, 2026-11-23T06:10:00Z, 2026-11-23T06:16:00Z",
    "1, 1, 2026-11-23T18:16:00Z, 2026-11-23T18:16:00Z",
    "1, 1, 2026-11-23T18:16:01Z, ",
    "1, 1, 2026-11-26T09:00:00Z, ",
    // it was at work when all was stopped at 06:05, and so has waited since six
    "30, 0, 2026-11-23T18:00:00Z, 2026-11-23T18:00:00Z",
    "30, 0, 2026-11-23T18:00:01Z, ",
  })
  void a_try_that_was_missed_for_too_long_is_told_and_not_made_up_for(
      int minutes, int code, Instant on, Instant started) throws IOException {
    ScheduleSettings weekly =
        new ScheduleSettings(
            null,
            List.of(
                new Scheduled(
                    "nightly", List.of("Monday"), List.of("06:00"), 900, 12, List.of(15))));
    machine("2026-11-23T05:00:00Z", "2026-11-23T06:05:00Z").run(minutes, code).keep(weekly);
    InventedMachine later = new InventedMachine(folder, on, on.plus(Duration.ofMinutes(20)));
    later.keep(weekly);
    assertThat(later.starts()).isEqualTo(started == null ? List.of() : List.of(started));
    assertThat(InventedMachine.letters(folder).stream().filter(name -> name.endsWith("late")))
        .hasSize(started == null ? 1 : 0);
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
  @Tag("machine")
  void a_missed_night_is_run_as_a_process_and_the_scheduler_stops_when_told()
      throws IOException, InterruptedException {
    String said = schedule("nightly ended with exit status", ProcessHandle::destroy);
    assertThat(said).contains("ended with exit status 0.", "The scheduler has stopped.");
    Path output = folder.resolve("output");
    assertThat(output.resolve("2026-10-30/findings.csv")).exists();
    assertThat(new ScheduleFile(output).read().get("nightly").exitCode()).isZero();
  }

  /** For real: both are told to stop, and the night has ended before the scheduler hears of it. */
  @Test
  @Tag("machine")
  void a_night_that_is_stopped_with_the_scheduler_is_taken_up_and_not_told_as_failed()
      throws IOException, InterruptedException {
    String said =
        schedule(
            "Night of 2026-10-30",
            scheduler -> {
              ProcessHandle night = scheduler.children().findFirst().orElseThrow();
              night.destroy();
              night.onExit().join();
              scheduler.destroy();
            });
    assertThat(said)
        .contains("Stopping nightly; what it has done is kept.", "The scheduler has stopped.")
        .doesNotContain("ended with");
    Path output = folder.resolve("output");
    SchedulePast past = new ScheduleFile(output).read().get("nightly");
    assertThat(past.begun()).isNotNull();
    assertThat(past.exitCode()).isNull();
    assertThat(InventedMachine.letters(output)).isEmpty();
  }

  /** A scheduler with a night that was missed; something is done to it when it says something. */
  private String schedule(String when, Consumer<ProcessHandle> done)
      throws IOException, InterruptedException {
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(
        input.resolve("people 2026-10-30.csv"), "pers_person_id,pers_dob\n1,01/02/2015\n", UTF_8);
    Path output = Files.createDirectories(folder.resolve("output"));
    Files.writeString(
        output.resolve("schedule.json"),
        "{\"nightly\": {\"handled\": \"2026-01-01T00:00:00Z\", \"failures\": 0}}",
        UTF_8);
    Path jobs = Folder.copy(Path.of("jobs"), folder.resolve("jobs"));
    Files.writeString(
        jobs.resolve("schedule.yml"),
        "jobs:\n  - {job: nightly, at: \"00:00\", late after minutes: 2000, caught up within hours:"
            + " 48}\n",
        UTF_8);
    Process process =
        Practicewatch.process(
                List.of(),
                "schedule",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--jobs",
                jobs.toString())
            .start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        said.append(line).append('\n');
        if (line.contains(when)) {
          done.accept(process.toHandle());
        }
        line = lines.readLine();
      }
    }
    process.waitFor();
    return said.toString();
  }
}
