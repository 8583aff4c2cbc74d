package org.practicewatch.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.Links;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.SideBySide;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads tonight's tables into facts, in the order in which they need each other's ids, and holds a
 * table that cannot be read to its end or that has shrunk.
 */
final class ReadExtracts {

  private final Tonight tonight;
  private final ExtractRegister register;
  private final FactStore facts;
  private final IssueStore issues;
  private final TransactionTemplate transaction;
  private final Progress progress;
  private final Links links = new Links();
  private final SeenBlanked seenBlanked;
  private final ReadTable reading;

  ReadExtracts(
      Tonight tonight,
      ExtractRegister register,
      FactStore facts,
      IssueStore issues,
      TransactionTemplate transaction,
      Progress progress) {
    this.tonight = tonight;
    this.register = register;
    this.facts = facts;
    this.issues = issues;
    this.transaction = transaction;
    this.progress = progress;
    this.seenBlanked = new SeenBlanked(facts, issues, register);
    this.reading =
        new ReadTable(tonight, register, facts, issues, transaction, progress, links, seenBlanked);
  }

  /** Reads everything; what an interrupted run had read already is read again. */
  void read() {
    int run = tonight.run().number();
    List<Entry> entries = register.ofRun(run);
    Map<Integer, Drop.Received> places = places(entries);
    List<Entry> usable = entries.stream().filter(e -> e.state() != State.HELD).toList();
    for (Entry standing : register.beside(usable, tonight.asAt(), run)) {
      register.readLinks(standing.extractId(), links);
    }
    for (List<List<Entry>> slots : OrderOfNeed.of(entries, places)) {
      readSlots(slots, places);
    }
    for (Entry entry : entries) {
      if (entry.state() == State.HELD || entry.state() == State.LEFT_OUT) {
        reading.countOnly(entry, places.get(entry.extractId()));
      }
      if (entry.state() == State.HELD) {
        progress.say("Held: " + entry.file() + ReadTable.sheet(entry) + ": " + entry.heldBecause());
      }
    }
    List<Entry> accepted =
        register.ofRun(run).stream().filter(e -> e.state() == State.ACCEPTED).toList();
    transaction.executeWithoutResult(status -> seenBlanked.tell(accepted));
    carryOverIssues(accepted, run);
    tellAbsent(register.absent(tonight.asAt(), run));
  }

  /** One line for all the tables of a file. */
  private void tellAbsent(List<Entry> absent) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (Entry one : absent) {
      String stands =
          " (" + one.profile() + "). What " + one.file() + " said on " + one.asAt() + " stands.";
      tables.computeIfAbsent(stands, key -> new ArrayList<>()).add(one.table());
    }
    tables.forEach(
        (stands, names) ->
            progress.say("Not received tonight: " + String.join(", ", names) + stands));
  }

  /** No fault of a table is put right because it did not come. */
  private void carryOverIssues(List<Entry> accepted, int run) {
    for (Entry standing : register.beside(accepted, tonight.asAt(), run)) {
      transaction.executeWithoutResult(status -> issues.carryOver(standing.extractId(), run));
    }
  }

  /** What each entry of the register is in tonight's drop, which is in the same order. */
  private Map<Integer, Drop.Received> places(List<Entry> entries) {
    List<Drop.Received> received = tonight.drop().received();
    Map<Integer, Drop.Received> places = new HashMap<>();
    for (Entry entry : entries) {
      Drop.Received one = entry.place() < received.size() ? received.get(entry.place()) : null;
      if (one != null
          && one.file().name().equals(entry.file())
          && one.file().sha256().equals(entry.sha256())) {
        places.put(entry.extractId(), one);
      }
    }
    return places;
  }

  private void readSlots(List<List<Entry>> slots, Map<Integer, Drop.Received> places) {
    List<List<Entry>> longestFirst = new ArrayList<>(slots);
    longestFirst.sort(Comparator.comparingLong(slot -> -bytes(slot, places)));
    try (SideBySide tables = new SideBySide()) {
      for (List<Entry> slot : longestFirst) {
        tables.add(() -> readSlot(slot, places));
      }
      tables.finish();
    } catch (IOException stopped) {
      throw new UncheckedIOException(stopped);
    }
    // Only now: while they are read the ids that rows are tied by do not change.
    Set<Integer> accepted = new HashSet<>();
    for (Entry entry : register.ofRun(tonight.run().number())) {
      if (entry.state() == State.ACCEPTED) {
        accepted.add(entry.extractId());
      }
    }
    slots.forEach(slot -> learnLinks(slot, accepted));
  }

  private static long bytes(List<Entry> slot, Map<Integer, Drop.Received> places) {
    return slot.stream()
        .map(entry -> places.get(entry.extractId()))
        .filter(Objects::nonNull)
        .mapToLong(place -> place.file().path().toFile().length())
        .sum();
  }

  /**
   * What the tables of a part say of ids: tonight's, or, where none could be used, those before.
   */
  private void learnLinks(List<Entry> slot, Set<Integer> accepted) {
    List<Entry> usable = slot.stream().filter(e -> accepted.contains(e.extractId())).toList();
    (usable.isEmpty() ? before(slot) : usable)
        .forEach(entry -> register.readLinks(entry.extractId(), links));
  }

  private List<Entry> before(List<Entry> slot) {
    return register.before(slot.get(0));
  }

  private void readSlot(List<Entry> slot, Map<Integer, Drop.Received> places) {
    List<Entry> read = new ArrayList<>();
    for (Entry entry : slot) {
      forget(entry);
      read.add(reading.read(entry, places.get(entry.extractId())));
    }
    int rowsNow = read.stream().mapToInt(Entry::rowsRead).sum();
    int rowsBefore = before(slot).stream().mapToInt(Entry::rowsRead).sum();
    int limit = tonight.settings().nightly().heldWhenShrunkByMoreThan();
    String shrank = "";
    if ((rowsBefore - rowsNow) * 100L > (long) limit * rowsBefore) {
      shrank =
          String.format(
              Locale.UK,
              "It has %,d rows; the last one had %,d. It shrank by more than %d %% (jobs/nightly.yml).",
              rowsNow,
              rowsBefore,
              limit);
    }
    for (Entry entry : read) {
      String why = entry.heldBecause().isEmpty() ? shrank : entry.heldBecause();
      if (why.isEmpty()) {
        register.put(entry.with(State.ACCEPTED, ""));
      } else {
        hold(entry, why);
      }
    }
  }

  private void hold(Entry entry, String why) {
    forget(entry);
    register.put(entry.withRows(0, entry.rowsRead(), 0, entry.rowsBlank()).with(State.HELD, why));
    progress.say("Held: " + entry.file() + ReadTable.sheet(entry) + ": " + why);
  }

  private void forget(Entry entry) {
    transaction.executeWithoutResult(
        status -> {
          facts.remove(entry.extractId());
          issues.remove(entry.run(), IssueStore.Stage.READING, entry.extractId());
          register.removeLinks(entry.extractId());
          register.put(entry.with(State.READING, ""));
        });
  }
}
