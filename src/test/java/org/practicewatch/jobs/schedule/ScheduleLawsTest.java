package org.practicewatch.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.settings.ScheduleSettings;
import org.practicewatch.settings.ScheduleSettings.Scheduled;

/**
 * What holds of every schedule, held against one that is slow and simple: it looks at the clock on
 * the wall minute by minute. The schedules are invented by a generator that always says the same.
 */
@Tag("machine")
class ScheduleLawsTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration LIMIT = Duration.ofHours(12);

  @TempDir Path folder;

  /**
   * When it is due: the first minute of each day at which the clock shows a time or a later one.
   */
  private static TreeSet<Instant> due(Scheduled job, Instant from, Instant to) {
    TreeSet<Instant> all = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    // From two days before: a time of today that was seen yesterday is none.
    Instant minute = from.minus(Duration.ofDays(2));
    while (!minute.isAfter(to)) {
      ZonedDateTime wall = minute.atZone(LONDON);
      LocalDate day = wall.toLocalDate();
      if (job.days().isEmpty() || job.days().contains(name(day.getDayOfWeek()))) {
        for (String time : job.at()) {
          if (!wall.toLocalTime().isBefore(LocalTime.parse(time)) && seen.add(day + time)) {
            all.add(minute);
          }
        }
      }
      minute = minute.plus(Duration.ofMinutes(1));
    }
    return new TreeSet<>(all.tailSet(from, false).headSet(to, true));
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static Scheduled invented(Random random) {
    List<String> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        days.add(name(day));
      }
    }
    Set<String> times = new TreeSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      // Among the hours that summer time takes and gives, and the others.
      int hour = random.nextBoolean() ? random.nextInt(4) : random.nextInt(24);
      times.add(String.format(Locale.ROOT, "%02d:%02d", hour, 15 * random.nextInt(4)));
    }
    return new Scheduled("nightly", days, List.copyOf(times), 90, 12, List.of(15, 60));
  }

  private Path output(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static ScheduleSettings only(Scheduled job) {
    return new ScheduleSettings("Europe/London", List.of(job));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-25T09:07:00Z", "2026-10-21T09:07:00Z"})
  void a_job_runs_at_each_of_its_times_and_at_no_other_through_the_change_of_the_clocks(
      Instant begin) throws IOException {
    Random random = new Random(31);
    Instant end = begin.plus(Duration.ofDays(8));
    for (int i = 0; i < 25; i++) {
      Scheduled job = invented(random);
      InventedMachine machine = new InventedMachine(output(begin + " " + i), begin, end);
      machine.keep(only(job));
      assertThat(machine.starts())
          .as(job.toString())
          .containsExactlyElementsOf(due(job, begin, end));
    }
  }

  @Test
  void what_was_missed_is_made_up_for_once_within_the_limit_and_told_beyond_it()
      throws IOException {
    Random random = new Random(32);
    int madeUpFor = 0;
    int told = 0;
    for (int i = 0; i < 50; i++) {
      Scheduled job = invented(random);
      Path output = output("off " + i);
      Instant off = Instant.parse("2026-10-22T10:07:00Z");
      Instant on = off.plus(Duration.ofMinutes(30 + random.nextInt(5 * 24 * 60)));
      new InventedMachine(output, off.minusSeconds(60), off).keep(only(job));
      InventedMachine later = new InventedMachine(output, on, on.plusSeconds(120));
      later.keep(only(job));
      TreeSet<Instant> missed = due(job, off, on);
      boolean within =
          !missed.isEmpty() && Duration.between(missed.last(), on).compareTo(LIMIT) <= 0;
      TreeSet<Instant> meanwhile = due(job, on, on.plusSeconds(119));
      assertThat(later.starts())
          .as(job + " off until " + on)
          .isEqualTo(within ? List.of(on) : List.copyOf(meanwhile));
      boolean late =
          within && Duration.between(missed.last(), on).compareTo(Duration.ofMinutes(90)) >= 0;
      assertThat(InventedMachine.letters(output))
          .as(job + " off until " + on)
          .hasSize(late || !missed.isEmpty() && !within ? 1 : 0);
      madeUpFor += within ? 1 : 0;
      told += !missed.isEmpty() && !within ? 1 : 0;
    }
    assertThat(madeUpFor).as("the generator invents both").isGreaterThan(10);
    assertThat(told).isGreaterThan(5);
  }

  @Test
  void a_failure_is_tried_again_after_its_pauses_and_never_past_the_next_time() throws IOException {
    Random random = new Random(33);
    int[] codes = {0, 1, 1, 2, 3, 137};
    Instant begin = Instant.parse("2026-11-16T09:07:00Z");
    Instant end = begin.plus(Duration.ofDays(6));
    int tried = 0;
    for (int i = 0; i < 15; i++) {
      Scheduled job = invented(random);
      InventedMachine machine = new InventedMachine(output("fails " + i), begin, end);
      List<int[]> runs = new ArrayList<>();
      for (int run = 0; run < 80; run++) {
        runs.add(new int[] {1 + random.nextInt(150), codes[random.nextInt(codes.length)]});
        machine.run(runs.get(run)[0], runs.get(run)[1]);
      }
      machine.keep(only(job));

      TreeSet<Instant> due = due(job, begin, end);
      List<Instant> expected = new ArrayList<>();
      Instant handling = due.isEmpty() ? null : due.first();
      Instant start = handling;
      int failures = 0;
      while (start != null && start.isBefore(end)) {
        int[] run = runs.get(expected.size());
        expected.add(start);
        Instant over = start.plus(Duration.ofMinutes(run[0]));
        boolean failed = run[1] == 1 || run[1] == 137;
        failures += failed ? 1 : 0;
        Instant next = due.higher(handling);
        Instant again =
            failed && failures <= 2 ? over.plus(Duration.ofMinutes(failures == 1 ? 15 : 60)) : null;
        if (again != null && (next == null || again.isBefore(next))) {
          start = again;
          tried++;
        } else {
          // What came due while it was at work begins when it ends, and only the last of it.
          handling = next == null || !next.isBefore(over) ? next : due.floor(over);
          start = handling == null || !handling.isBefore(over) ? handling : over;
          failures = 0;
        }
      }
      assertThat(machine.starts()).as(job.toString()).isEqualTo(expected);
    }
    assertThat(tried).as("the generator invents failures").isGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource({
    // due at six, late at half past seven: how long the runs take, how they end, what is told
    "60, 0, , , ''",
    "89, 0, , , ''",
    "91, 0, , , late",
    "300, 0, , , late",
    "91, 3, , , late",
    // a failure is told; that it is late, only while another try is to come
    "10, 1, 10, 0, failed",
    "10, 1, 80, 0, failed late",
    "60, 137, 1, 1, failed late",
    "10, 2, , , ''",
  })
  void what_is_not_done_in_time_is_told_once(
      int minutes, int code, Integer thenMinutes, Integer thenCode, String told)
      throws IOException {
    Path output = output("late");
    InventedMachine machine =
        new InventedMachine(
                output,
                Instant.parse("2026-11-21T09:00:00Z"),
                Instant.parse("2026-11-22T23:00:00Z"))
            .run(minutes, code);
    if (thenMinutes != null && thenCode != null) {
      machine.run(thenMinutes, thenCode);
    }
    machine.keep(
        only(new Scheduled("nightly", List.of(), List.of("06:00"), 90, 12, List.of(15, 60))));
    assertThat(String.join(" ", InventedMachine.letters(output)).replace("2026-11-22-", ""))
        .isEqualTo(told);
  }
}
