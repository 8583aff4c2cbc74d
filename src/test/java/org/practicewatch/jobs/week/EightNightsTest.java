package org.practicewatch.jobs.week;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.Event;
import org.practicewatch.exceptions.Event.What;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.night.NightsInMemory;
import org.practicewatch.standards.Timeliness;

/**
 * Eight real nights of a sample, with rows that go and come back and children who move; what the
 * weekly job makes of the standards is read again from the nights' own findings.
 */
@Tag("machine")
@Order(2)
class EightNightsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 30);
  private static final int WEEKS = 8;
  private static final Set<What> READ_AGAIN =
      Set.of(What.NEW, What.REOPENED, What.MOVED_OUT, What.MOVED_IN, What.FIXED, What.LAPSED);

  @AutoClose private static final NightsInMemory NIGHTS = new NightsInMemory();

  @TempDir Path folder;

  /** What one night's findings say of a child and a standard. */
  private static final class Seen {
    private boolean late;
    private boolean untold;
    private String team = "";
    private String lastDone = "";
  }

  @Test
  void the_weekly_lists_of_eight_nights_are_those_of_a_second_reading() throws IOException {
    Path sample = folder.resolve("sample");
    done("sample-data", "--children", "25", "--seed", "5", "--output", sample.toString());
    Path output = folder.resolve("o");
    List<Map<String, Seen>> nights = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      LocalDate night = FIRST.plusWeeks(week);
      Path input = folder.resolve("input" + week);
      edit(sample, input, week);
      Practicewatch.Run closed = NIGHTS.nightly(input, night.toString(), output);
      assertThat(closed.exitCode()).as(closed.out()).isIn(0, 3);
      ExceptionsInMemory.follow(NIGHTS, night.toString(), output);
    }
    Stores stores = NIGHTS.stores(output);
    for (int week = 0; week < WEEKS; week++) {
      nights.add(read(stores, FIRST.plusWeeks(week)));
    }
    Set<String> standards =
        nights.stream()
            .flatMap(night -> night.keySet().stream())
            .map(key -> key.split(" ", 2)[1])
            .collect(Collectors.toSet());
    Map<String, Integer> before = Map.of();
    List<String> told = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      LocalDate night = FIRST.plusWeeks(week);
      List<Balance> balances = stores.exceptions().balances(night);
      assertThat(balances).isNotEmpty().allMatch(Balance::isBalanced);
      assertThat(counts(balances, true)).isEqualTo(before);
      before = counts(balances, false);
      for (Event event : stores.exceptions().events(night)) {
        if (standards.contains(event.key().code()) && READ_AGAIN.contains(event.what())) {
          told.add(
              night
                  + " "
                  + event.key().subject()
                  + " "
                  + event.key().code()
                  + " "
                  + event.key().sort()
                  + " "
                  + event.what()
                  + " "
                  + event.team());
        }
      }
    }
    List<String> again = new ArrayList<>();
    Set<String> keys = new TreeSet<>();
    nights.forEach(night -> keys.addAll(night.keySet()));
    for (String key : keys) {
      again.addAll(history(nights, key, true));
      again.addAll(history(nights, key, false));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(again);
    for (What what : READ_AGAIN) {
      assertThat(again)
          .as("the nights have some that are %s", what)
          .anyMatch(line -> line.contains(" " + what + " "));
    }
  }

  private static void done(String... words) {
    Practicewatch.Run run = Practicewatch.untilClosed(words);
    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 1);
  }

  private static Map<String, Integer> counts(List<Balance> balances, boolean before) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Balance one : balances) {
      int many = before ? one.before() : one.now();
      if (many > 0) {
        counts.put(one.team() + "/" + one.sort() + "/" + one.code(), many);
      }
    }
    return counts;
  }

  /** Each week some rows of what was done are missing, and some children are with another team. */
  private static void edit(Path from, Path to, int week) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        List<String> lines = new ArrayList<>(Files.readString(file, UTF_8).lines().toList());
        if (name.endsWith(".csv") && (name.contains("visit") || name.contains("review"))) {
          List<String> kept = new ArrayList<>(lines.subList(0, 1));
          for (String line : lines.subList(1, lines.size())) {
            if (Math.floorMod(line.hashCode(), 11) != week % 4) {
              kept.add(line);
            }
          }
          lines = kept;
        }
        if (name.contains("involvements") && week % 3 == 2) {
          // The looked after and the permanence team have changed places for a week.
          lines.replaceAll(
              line ->
                  line.contains(",T04,")
                      ? line.replace(",T04,", ",T05,")
                      : line.replace(",T05,", ",T04,"));
        }
        // Of that night: what is older than a weekend accuses nobody.
        String dated = name.replace(FIRST.toString(), FIRST.plusWeeks(week).toString());
        Files.writeString(to.resolve(dated), String.join("\n", lines) + "\n", UTF_8);
      }
    }
  }

  private static Map<String, Seen> read(Stores stores, LocalDate night) {
    Map<String, Seen> seen = new HashMap<>();
    stores
        .findings()
        .forEachChild(
            stores.nights().findClosed(night).orElseThrow().number(),
            findings -> {
              for (Finding row : findings) {
                String subject = row.childId().isEmpty() ? row.subject() : row.childId();
                Seen one = seen.computeIfAbsent(subject + " " + row.standard(), key -> new Seen());
                one.team = row.teamNow();
                one.late |= row.current() && row.timeliness() == Timeliness.OVERDUE;
                one.untold |=
                    row.current()
                        && row.timeliness() == Timeliness.CANNOT_TELL
                        && row.done() == null;
                String done = row.done() == null ? "" : row.done().toString();
                if (done.compareTo(one.lastDone) > 0) {
                  one.lastDone = done;
                }
              }
            });
    return seen;
  }

  private static List<String> history(
      List<Map<String, Seen>> nights, String key, boolean practice) {
    List<String> told = new ArrayList<>();
    Seen last = null;
    boolean ever = false;
    for (int week = 0; week < nights.size(); week++) {
      String begin =
          FIRST.plusWeeks(week) + " " + key + " " + (practice ? "PRACTICE" : "DATA") + " ";
      Seen now = nights.get(week).get(key);
      boolean gap = now != null && (practice ? now.late : now.untold);
      if (gap && last == null) {
        told.add(begin + (ever ? "REOPENED " : "NEW ") + now.team);
      } else if (gap && !now.team.equals(last.team)) {
        told.add(begin + "MOVED_OUT " + last.team);
        told.add(begin + "MOVED_IN " + now.team);
      } else if (!gap && last != null) {
        boolean fixed = now != null && (!practice || now.lastDone.compareTo(last.lastDone) > 0);
        told.add(begin + (fixed ? "FIXED " : "LAPSED ") + last.team);
      }
      ever |= gap;
      last = gap ? now : null;
    }
    return told;
  }
}
