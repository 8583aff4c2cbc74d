package org.practicewatch.jobs.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.Headings;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.intake.store.Parts;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;

/** Enters in the register what came tonight: what will be read, and what is held and why. */
public final class ReceiveExtracts {

  /** How what is left out for a newer one is told. */
  public static final String NEWER = "A newer one of the same table was received: ";

  private static final int LONGEST_REASON = 950;

  /** What is told of the drop as a whole; extracts are counted from 1. */
  private static final int OF_NO_EXTRACT = 0;

  private final Tonight tonight;
  private final ExtractRegister register;
  private final FactStore facts;
  private final IssueStore issues;
  private final Retention retention;
  private final Progress progress;

  ReceiveExtracts(Tonight tonight, Stores stores, Progress progress) {
    this.tonight = tonight;
    this.progress = progress;
    this.register = stores.register();
    this.facts = stores.facts();
    this.issues = stores.issues();
    this.retention = new Retention(tonight, stores);
  }

  /** Writes the register of this run anew. */
  void receive() {
    for (Entry entry : register.ofRun(tonight.run().number())) {
      facts.remove(entry.extractId());
      issues.remove(tonight.run().number(), IssueStore.Stage.READING, entry.extractId());
      register.remove(entry.extractId());
    }
    issues.remove(tonight.run().number(), IssueStore.Stage.READING, OF_NO_EXTRACT);
    retention.forget();
    LocalDate returnsFrom = tonight.settings().nightly().returnsFrom(tonight.asAt());
    List<Came> came = new ArrayList<>();
    int id = register.nextId();
    for (Drop.Received received : tonight.drop().received()) {
      came.add(new Came(entry(id++, came.size(), received), received));
    }
    List<Issue> told = new ArrayList<>();
    List<Came> standing = asParts(withoutOlder(came));
    for (Came one : standing) {
      Entry entry = returnsFrom == null ? one.entry() : withoutOldReturn(one.entry(), returnsFrom);
      register.put(entry);
      tell(entry, one.received(), told);
      one.newerPart(standing)
          .ifPresent(
              newer ->
                  told.add(
                      issue(
                          entry,
                          0,
                          "parts of different dates",
                          newer.entry().file() + " gives a newer date for the same table.",
                          "Both were read, as parts of one. If the newer one replaces this, take"
                              + " this out of the folder.")));
      if (one.isCopyOfAny(standing)) {
        told.add(
            issue(
                entry,
                0,
                "copies",
                "The file is called as a copy of another is, and neither gives a newer date.",
                "Both were read. If they are the same report, take the older one out of the folder."));
      }
    }
    issues.add(tonight.run().number(), IssueStore.Stage.READING, OF_NO_EXTRACT, 0, told);
  }

  /** Each as the part that it is of what came before. */
  private List<Came> asParts(List<Came> came) {
    List<Entry> before = register.standingBefore(tonight.asAt(), tonight.run().number());
    Map<String, Set<String>> called = new HashMap<>();
    for (Came one : came) {
      if (one.entry().state() != State.LEFT_OUT) {
        called
            .computeIfAbsent(one.entry().slot(), slot -> new HashSet<>())
            .add(one.entry().called());
      }
    }
    Map<String, Map<String, String>> parts = new HashMap<>();
    called.forEach(
        (slot, names) ->
            parts.put(
                slot,
                Parts.of(names, before.stream().filter(one -> one.slot().equals(slot)).toList())));
    return came.stream()
        .map(
            one -> {
              String name = one.entry().called();
              String part =
                  parts.getOrDefault(one.entry().slot(), Map.of()).getOrDefault(name, name);
              return new Came(one.entry().ofPart(part), one.received());
            })
        .toList();
  }

  /** An entry of the register, and what came. */
  private record Came(Entry entry, Drop.Received received) {

    /** Of which report it is, whatever its date. */
    private String report() {
      return entry.slot() + "\n" + received.file().part();
    }

    private boolean isCopyOfAny(List<Came> all) {
      return entry.state() == State.READING
          && received.file().isCopy()
          && all.stream()
              .anyMatch(
                  other ->
                      other.entry.state() == State.READING
                          && other.report().equals(report())
                          && !other.inFile().equals(inFile()));
    }

    private static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
      return one != null && other != null && one.isBefore(other);
    }

    private String inFile() {
      return entry.slot() + "\n" + received.file().path();
    }

    /**
     * Whether it would stand in place of another. What was done stays done, whichever month's
     * report says so; a plan is as the newest says.
     */
    private boolean replaces(Came other) {
      Drop.ReceivedFile file = received.file();
      return !inFile().equals(other.inFile())
          && (!onlyActs() || file.series().equals(other.received.file().series()));
    }

    private boolean onlyActs() {
      return received
          .table()
          .flatMap(Drop.ReceivedTable::found)
          .flatMap(Headings.Recognised::table)
          .map(TableProfile::givesOnlyActs)
          .orElse(false);
    }

    /**
     * A part of another file beside it whose date is later: it may have been meant to replace it.
     */
    private Optional<Came> newerPart(List<Came> all) {
      return entry.state() != State.READING || onlyActs()
          ? Optional.empty()
          : all.stream()
              .filter(other -> other.entry.state() == State.READING)
              .filter(other -> other.entry.slot().equals(entry.slot()))
              .filter(other -> !other.inFile().equals(inFile()))
              .filter(other -> isBefore(entry.dated(), other.entry.dated()))
              .findFirst();
    }

    private Came replacedBy(Came newer) {
      LocalDate dated = newer.entry.dated();
      return new Came(
          entry.with(
              State.LEFT_OUT,
              NEWER + newer.entry.file() + (dated == null ? "" : ", dated " + dated) + "."),
          received);
    }
  }

  /** What was received and is not read, and is not plainly held: on the console and as an issue. */
  private void tell(Entry entry, Drop.Received received, List<Issue> told) {
    int row = received.table().map(Drop.ReceivedTable::headerRow).orElse(0);
    boolean beneath = received.table().map(table -> table.number() > 1).orElse(false);
    boolean leftOut = entry.state() == State.LEFT_OUT && !entry.heldBecause().isEmpty();
    if (!leftOut && !(beneath && entry.state() == State.HELD)) {
      return;
    }
    if (leftOut) {
      progress.say("Left out: " + entry.file() + sheet(entry) + ": " + entry.heldBecause());
    }
    told.add(
        issue(
            entry,
            row,
            beneath ? "another table" : "newer one received",
            entry.heldBecause(),
            leftOut ? "It was left out." : "It was held."));
  }

  private static Issue issue(Entry entry, int row, String check, String problem, String effect) {
    return new Issue(entry.file(), entry.sheet(), row, "", "", check, problem, effect, "");
  }

  private static String sheet(Entry entry) {
    return entry.sheet().isEmpty() ? "" : ", sheet " + entry.sheet();
  }

  private Entry withoutOldReturn(Entry entry, LocalDate returnsFrom) {
    LocalDate dated = entry.dated();
    boolean old =
        entry.state() == State.READING
            && dated != null
            && dated.isBefore(returnsFrom)
            && Retention.isYearlyReturn(tonight, entry);
    return old
        ? entry.with(
            State.LEFT_OUT, "It is older than the years for which jobs/nightly.yml keeps returns.")
        : entry;
  }

  private Entry entry(int id, int place, Drop.Received received) {
    Drop.ReceivedFile file = received.file();
    Optional<Drop.ReceivedTable> table = received.table();
    String heldBecause = table.map(Drop.ReceivedTable::heldBecause).orElse(file.heldBecause());
    String leftOutBecause = table.map(Drop.ReceivedTable::leftOutBecause).orElse("");
    Optional<Headings.Recognised> found = table.flatMap(Drop.ReceivedTable::found);
    boolean leftOut =
        !leftOutBecause.isEmpty() || (found.isPresent() && found.get().table().isEmpty());
    State state = !heldBecause.isEmpty() ? State.HELD : leftOut ? State.LEFT_OUT : State.READING;
    return new Entry(
        id,
        tonight.run().number(),
        tonight.asAt(),
        place,
        file.name(),
        table.map(Drop.ReceivedTable::sheetName).orElse(""),
        file.sha256(),
        found.map(one -> one.profile().profile()).orElse(""),
        found.map(Headings.Recognised::name).orElse(""),
        found.map(one -> slot(one, table.get())).orElse(""),
        file.part(),
        file.part(),
        table.map(ReceiveExtracts::order).orElse(null),
        state,
        0,
        0,
        0,
        0,
        0,
        cut(heldBecause.isEmpty() ? leftOutBecause : heldBecause));
  }

  private static String slot(Headings.Recognised found, Drop.ReceivedTable table) {
    String slot = found.profile().profile() + " / " + found.name();
    boolean yearly = found.profile().extracts() == ExtractProfile.Sort.YEARLY_RETURN;
    return yearly && table.year() != null ? slot + " / " + table.year() : slot;
  }

  /** A full date, else the last day of the year that is given; never the file's time. */
  private static @Nullable LocalDate order(Drop.ReceivedTable table) {
    if (table.dated() != null) {
      return table.dated();
    }
    return table.year() == null ? null : LocalDate.of(table.year(), 12, 31);
  }

  /**
   * Of one table only the newest stands where several came that are the same but for their dates.
   * What stands in one file is all of one report; files that are called otherwise are parts beside
   * each other (decision 22).
   */
  private static List<Came> withoutOlder(List<Came> all) {
    Map<String, List<Came>> reports = new HashMap<>();
    Map<String, LocalDate> dates = new HashMap<>();
    for (Came one : all) {
      LocalDate dated = one.entry().dated();
      if (one.entry().state() == State.READING) {
        reports.computeIfAbsent(one.report(), key -> new ArrayList<>()).add(one);
        if (dated != null) {
          dates.merge(one.inFile(), dated, (two, three) -> two.isAfter(three) ? two : three);
        }
      }
    }
    List<Came> kept = new ArrayList<>();
    for (Came one : all) {
      Came newest = one;
      boolean isOlder = false;
      for (Came other : reports.getOrDefault(one.report(), List.of())) {
        LocalDate dated = dates.get(other.inFile());
        LocalDate before = dates.get(newest.inFile());
        if (other.replaces(one) && dated != null && (before == null || dated.isAfter(before))) {
          newest = other;
          isOlder = true;
        }
      }
      kept.add(isOlder && one.entry().state() == State.READING ? one.replacedBy(newest) : one);
    }
    return kept;
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
