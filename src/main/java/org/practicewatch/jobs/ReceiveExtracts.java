package org.practicewatch.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.Headings;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.quality.store.IssueStore;

/** Enters in the register what came tonight: what will be read, and what is held and why. */
final class ReceiveExtracts {

  private static final int LONGEST_REASON = 950;

  private final Tonight tonight;
  private final ExtractRegister register;
  private final FactStore facts;
  private final IssueStore issues;

  ReceiveExtracts(Tonight tonight, ExtractRegister register, FactStore facts, IssueStore issues) {
    this.tonight = tonight;
    this.register = register;
    this.facts = facts;
    this.issues = issues;
  }

  /** Writes the register of this run anew. */
  void receive() {
    for (Entry entry : register.ofRun(tonight.run().number())) {
      facts.remove(entry.extractId());
      issues.remove(tonight.run().number(), IssueStore.Stage.READING, entry.extractId());
      register.remove(entry.extractId());
    }
    LocalDate returnsFrom = tonight.settings().nightly().returnsFrom(tonight.asAt());
    if (returnsFrom != null) {
      for (Entry old : register.datedBefore(returnsFrom)) {
        if (isYearly(old.profile())) {
          facts.remove(old.extractId());
          register.remove(old.extractId());
        }
      }
    }
    List<Entry> entries = new ArrayList<>();
    int id = register.nextId();
    for (Drop.ReceivedFile file : tonight.drop().files()) {
      if (!file.heldBecause().isEmpty()) {
        entries.add(entry(id++, entries.size(), file, Optional.empty(), file.heldBecause()));
      }
      for (Drop.ReceivedTable table : file.tables()) {
        if (!table.passedOver()) {
          entries.add(entry(id++, entries.size(), file, Optional.of(table), table.heldBecause()));
        }
      }
    }
    withoutOlder(entries).stream()
        .map(entry -> returnsFrom == null ? entry : withoutOldReturn(entry, returnsFrom))
        .forEach(register::put);
  }

  private boolean isYearly(String profileName) {
    return tonight.settings().profiles().stream()
        .anyMatch(
            profile ->
                profile.profile().equals(profileName)
                    && profile.extracts() == ExtractProfile.Sort.YEARLY_RETURN);
  }

  private Entry withoutOldReturn(Entry entry, LocalDate returnsFrom) {
    LocalDate dated = entry.dated();
    boolean old =
        entry.state() == State.READING
            && dated != null
            && dated.isBefore(returnsFrom)
            && isYearly(entry.profile());
    return old
        ? entry.with(
            State.LEFT_OUT, "It is older than the years for which jobs/nightly.yml keeps returns.")
        : entry;
  }

  private Entry entry(
      int id,
      int place,
      Drop.ReceivedFile file,
      Optional<Drop.ReceivedTable> table,
      String heldBecause) {
    Optional<Headings.Recognised> found = table.flatMap(Drop.ReceivedTable::found);
    boolean leftOut = found.isPresent() && found.get().table().isEmpty();
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
        table.map(ReceiveExtracts::order).orElse(null),
        state,
        0,
        0,
        0,
        0,
        0,
        cut(heldBecause));
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

  /** Of snapshots of one table that give different dates for themselves only the newest stands. */
  private static List<Entry> withoutOlder(List<Entry> entries) {
    Map<String, Entry> newest = new HashMap<>();
    Comparator<Entry> byDate =
        Comparator.comparing(
            Entry::dated, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));
    for (Entry entry : entries) {
      if (entry.state() == State.READING) {
        newest.merge(
            entry.slot(), entry, (one, other) -> byDate.compare(one, other) >= 0 ? one : other);
      }
    }
    List<Entry> kept = new ArrayList<>();
    for (Entry entry : entries) {
      Entry best = newest.get(entry.slot());
      boolean older =
          entry.state() == State.READING
              && best != null
              && best.dated() != null
              && !best.dated().equals(entry.dated());
      String newer = best == null ? "" : best.file();
      kept.add(
          older
              ? entry.with(
                  State.LEFT_OUT, "A newer one of the same table was received: " + newer + ".")
              : entry);
    }
    return kept;
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
