package org.practicewatch.quality.checks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Kinds;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.EnglandAndWales;
import org.practicewatch.quality.CheckAcross;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.ChildRecord;
import org.practicewatch.quality.Episode;
import org.practicewatch.quality.Found;
import org.practicewatch.quality.Limits;
import org.practicewatch.quality.RecordCheck;
import org.practicewatch.settings.SettingsFolder;

/** The record of a child who does not exist, row by row; checked with the limits that ship. */
final class InventedRecord {

  private static final Map<String, Limits> LIMITS = limits();

  private final String childId;
  private final LocalDate asAt;
  private final List<Fact> facts = new ArrayList<>();
  private String file = "rows.csv";
  private int row = 1;

  InventedRecord(String childId, String asAt) {
    this.childId = childId;
    this.asAt = LocalDate.parse(asAt);
  }

  static InventedRecord asAt(String asAt) {
    return new InventedRecord("77001", asAt);
  }

  private static Map<String, Limits> limits() {
    Map<String, Limits> limits = new HashMap<>();
    for (CheckEntry entry : new SettingsFolder(Path.of("jobs")).read().checks()) {
      limits.put(entry.check(), new Limits(entry.limits()));
    }
    return limits;
  }

  private CellRef cell() {
    row++;
    return new CellRef(file, "", "A" + row);
  }

  /** What follows stands in another file. */
  InventedRecord in(String other) {
    file = other;
    return this;
  }

  InventedRecord born(String day) {
    facts.add(new Child(childId, LocalDate.parse(day), cell()));
    return this;
  }

  InventedRecord span(String kind, String from, @Nullable String to, String... details) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < details.length; i += 2) {
      if (!details[i + 1].isEmpty()) {
        all.put(details[i], details[i + 1]);
      }
    }
    facts.add(
        new Span(
            childId,
            kind,
            LocalDate.parse(from),
            to == null ? null : LocalDate.parse(to),
            "",
            Set.of(),
            all,
            cell()));
    return this;
  }

  /** A span of its own code, as a case system gives a placement, a legal status or a plan. */
  InventedRecord coded(String kind, String code, String from, @Nullable String to) {
    LocalDate end = to == null ? null : LocalDate.parse(to);
    LocalDate begin = LocalDate.parse(from);
    facts.add(new Span(childId, kind, begin, end, code, Set.of(), Map.of(), cell()));
    return this;
  }

  /** A row of the return: reason new, legal status, placement type, reason ceased. */
  InventedRecord episode(
      String from, @Nullable String to, String rne, String ls, String place, String rec) {
    return span(
        Kinds.EPISODE,
        from,
        to,
        Episode.REASON_NEW,
        rne,
        Episode.LEGAL_STATUS,
        ls,
        Episode.PLACEMENT_TYPE,
        place,
        Episode.REASON_CEASED,
        rec);
  }

  InventedRecord done(String kind, String on, String... marks) {
    facts.add(new Activity(childId, kind, LocalDate.parse(on), Set.of(), Set.of(marks), cell()));
    return this;
  }

  InventedRecord tied(String kind, String on, String ref) {
    facts.add(new Activity(childId, kind, LocalDate.parse(on), Set.of(ref), Set.of(), cell()));
    return this;
  }

  InventedRecord noted(String kind, String... details) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < details.length; i += 2) {
      all.put(details[i], details[i + 1]);
    }
    facts.add(new Noted(childId, kind, all, cell()));
    return this;
  }

  InventedRecord held(String worker, String from, @Nullable String to) {
    facts.add(
        new Allocation(
            childId,
            "East",
            worker,
            LocalDate.parse(from),
            to == null ? null : LocalDate.parse(to),
            1,
            cell()));
    return this;
  }

  private ChildRecord record() {
    return new ChildRecord(facts, Timeline.of(childId, facts, asAt), EnglandAndWales.workingDays());
  }

  /** The problems that a check finds. */
  List<String> problems(RecordCheck check) {
    return check.look(record(), LIMITS.get(check.id())).stream().map(Found::problem).toList();
  }

  /** Of whom a check finds something that has to see them all. */
  static <K> List<String> found(CheckAcross<K> check, InventedRecord... children) {
    List<K> kept = new ArrayList<>();
    for (InventedRecord one : children) {
      kept.addAll(check.keep(one.record(), LIMITS.get(check.id())));
    }
    return check.compare(kept, LIMITS.get(check.id())).stream()
        .map(one -> one.childId() + ": " + one.found().problem())
        .toList();
  }
}
