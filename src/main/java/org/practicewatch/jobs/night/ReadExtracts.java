package org.practicewatch.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.Headings;
import org.practicewatch.intake.Links;
import org.practicewatch.intake.MappedRow;
import org.practicewatch.intake.RowMeaning;
import org.practicewatch.intake.SourceFile;
import org.practicewatch.intake.SourceRow;
import org.practicewatch.intake.SourceSheet;
import org.practicewatch.intake.TableMapping;
import org.practicewatch.intake.TableProfile;
import org.practicewatch.intake.UnreadableExtract;
import org.practicewatch.intake.spreadsheet.Spreadsheets;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.SideBySide;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads tonight's tables into facts, in the order in which they need each other's ids, and holds a
 * table that cannot be read to its end or that has shrunk.
 */
final class ReadExtracts {

  private static final int ROWS_AT_A_TIME = 5_000;

  private static final String STILL_BEING_WRITTEN =
      "The file changed while it was being read, so it may not have been written to its end. Run"
          + " the night again when it is whole.";

  private final Tonight tonight;
  private final ExtractRegister register;
  private final FactStore facts;
  private final IssueStore issues;
  private final TransactionTemplate transaction;
  private final Progress progress;
  private final Links links = new Links();
  private final SeenBlanked seenBlanked;

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
    for (List<List<Entry>> slots : inOrderOfNeed(entries, places)) {
      readSlots(slots, places);
    }
    for (Entry entry : entries) {
      if (entry.state() == State.HELD || entry.state() == State.LEFT_OUT) {
        countOnly(entry, places);
      }
      if (entry.state() == State.HELD) {
        progress.say("Held: " + entry.file() + sheet(entry) + ": " + entry.heldBecause());
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

  /** Parts that do not need each other's ids together; in front those whose ids others use. */
  private Collection<List<List<Entry>>> inOrderOfNeed(
      List<Entry> entries, Map<Integer, Drop.Received> places) {
    Map<String, List<Entry>> slots = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.state() == State.READING || entry.state() == State.ACCEPTED) {
        slots
            .computeIfAbsent(entry.slot() + "\n" + entry.part(), key -> new ArrayList<>())
            .add(entry);
      }
    }
    Set<TableProfile> tonights = new LinkedHashSet<>();
    for (List<Entry> slot : slots.values()) {
      table(slot.get(0), places).ifPresent(tonights::add);
    }
    Map<TableProfile, Integer> depths = new HashMap<>();
    Map<Integer, List<List<Entry>>> byNeed = new TreeMap<>();
    for (List<Entry> slot : slots.values()) {
      int depth = table(slot.get(0), places).map(table -> depth(table, tonights, depths)).orElse(0);
      byNeed.computeIfAbsent(depth, key -> new ArrayList<>()).add(slot);
    }
    return byNeed.values();
  }

  private static Optional<TableProfile> table(Entry entry, Map<Integer, Drop.Received> places) {
    return Optional.ofNullable(places.get(entry.extractId()))
        .flatMap(Drop.Received::table)
        .flatMap(Drop.ReceivedTable::found)
        .flatMap(Headings.Recognised::table);
  }

  /**
   * How many tables must be read before one, along its longest chain of ids.
   *
   * @param known what was found already; two tables that need each other need nothing of that
   */
  private static int depth(
      TableProfile table, Set<TableProfile> all, Map<TableProfile, Integer> known) {
    Integer before = known.putIfAbsent(table, 0);
    if (before != null) {
      return before;
    }
    int deepest = 0;
    for (TableProfile other : all) {
      if (!other.equals(table) && givesIdsTo(table, other)) {
        deepest = Math.max(deepest, 1 + depth(other, all, known));
      }
    }
    known.put(table, deepest);
    return deepest;
  }

  private static boolean givesIdsTo(TableProfile table, TableProfile other) {
    boolean namesTeams = table.meanings().stream().anyMatch(RowMeaning::saysWhoHolds);
    return other.meanings().stream()
        .anyMatch(
            meaning ->
                table.child().stream()
                        .anyMatch(way -> meaning.idOf().filter(way.of()::equals).isPresent())
                    || (namesTeams && meaning.isOfNames()));
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
      read.add(readTable(entry, places.get(entry.extractId())));
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
    progress.say("Held: " + entry.file() + sheet(entry) + ": " + why);
  }

  private static String sheet(Entry entry) {
    return entry.sheet().isEmpty() ? "" : ", sheet " + entry.sheet();
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

  private Entry readTable(Entry entry, Drop.@Nullable Received place) {
    Headings.Recognised found =
        place == null ? null : place.table().flatMap(Drop.ReceivedTable::found).orElse(null);
    TableProfile table = found == null ? null : found.table().orElse(null);
    if (place == null || place.table().isEmpty() || found == null || table == null) {
      throw new IllegalStateException("an extract of the register is not in the drop");
    }
    TableMapping mapping =
        new TableMapping(
            entry.file(), entry.sheet(), found, table, tonight.settings().codes(), links);
    Table reading = new Table(entry);
    mapping
        .carried()
        .forEach(
            need -> reading.writing.hasColumnFor(need.form().name(), need.kind(), need.detail()));
    String heldBecause = "";
    Drop.ReceivedTable received = place.table().get();
    try (SourceFile file = Spreadsheets.open(place.file().path())) {
      mapping.lookAhead(file, received);
      try (SourceSheet sheet = file.open(received.sheet())) {
        int blankAbove = 0;
        SourceRow row = sheet.next();
        while (row != null && row.number() <= received.lastRow()) {
          if (row.number() == found.headerRow()) {
            blankAbove = received.number() > 1 ? sheet.blankRows() : 0;
            if (sheet.hidden()) {
              mapping.sheetIsHidden(row);
            }
          }
          SourceRow own = received.has(row) ? received.own(row) : null;
          if (own != null) {
            reading.add(mapping.map(own));
          }
          row = sheet.next();
        }
        reading.blank = sheet.blankRows() - blankAbove;
      }
    } catch (UnreadableExtract unreadable) {
      heldBecause = String.valueOf(unreadable.getMessage());
    }
    if (heldBecause.isEmpty() && place.file().hasChanged()) {
      heldBecause = STILL_BEING_WRITTEN;
    }
    reading.issues.addAll(mapping.finish());
    reading.finish();
    progress.say(
        String.format(
            Locale.UK,
            "  %s%s: %,d rows of %s",
            entry.file(),
            sheet(entry),
            reading.read,
            entry.table()));
    return reading.entry(heldBecause);
  }

  /** Rows of a table that is not read, for the control totals. */
  private void countOnly(Entry entry, Map<Integer, Drop.Received> places) {
    Drop.Received place = places.get(entry.extractId());
    if (place == null || place.table().isEmpty() || entry.rowsRead() > 0) {
      return;
    }
    Drop.ReceivedTable received = place.table().get();
    int rows = 0;
    int blank = 0;
    try (SourceFile file = Spreadsheets.open(place.file().path());
        SourceSheet sheet = file.open(received.sheet())) {
      SourceRow row = sheet.next();
      while (row != null && row.number() <= received.lastRow()) {
        rows += received.has(row) && received.own(row) != null ? 1 : 0;
        row = sheet.next();
      }
      blank = sheet.blankRows();
    } catch (UnreadableExtract unreadable) {
      progress.say("  " + entry.file() + " could not be counted to its end.");
    }
    boolean held = entry.state() == State.HELD;
    register.put(entry.withRows(0, held ? rows : 0, held ? 0 : rows, blank));
  }

  /** One table while it is read: rows are written a good number at a time. */
  private final class Table {

    private final Entry entry;
    private final FactStore.Writing writing;
    private final List<MappedRow.Link> found = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private int linkPosition;
    private int issuePage;
    private int read;
    private int loaded;
    private int rejected;
    private int leftOut;
    private int blank;

    Table(Entry entry) {
      this.entry = entry;
      this.writing = facts.write(entry.extractId());
    }

    void add(MappedRow mapped) {
      MappedRow row = withoutForgotten(mapped);
      read++;
      switch (row.outcome()) {
        case LOADED -> loaded++;
        case REJECTED -> rejected++;
        case LEFT_OUT -> leftOut++;
      }
      row.facts().forEach(writing::add);
      seenBlanked.take(entry.extractId(), row.facts());
      found.addAll(row.links());
      issues.addAll(row.issues());
      if (read % ROWS_AT_A_TIME == 0) {
        store(writing::storeFullPages);
        progress.at("  " + entry.file(), read, "rows");
      }
    }

    /** Of a child whom the settings say to forget, not even the issues are kept. */
    private MappedRow withoutForgotten(MappedRow row) {
      Set<String> forgotten = tonight.settings().forgotten();
      boolean ofForgotten =
          !forgotten.isEmpty()
              && (row.facts().stream().anyMatch(fact -> forgotten.contains(fact.childId()))
                  || row.links().stream().anyMatch(link -> forgotten.contains(link.childId()))
                  || row.issues().stream().anyMatch(issue -> forgotten.contains(issue.childId())));
      return ofForgotten
          ? new MappedRow(MappedRow.Outcome.LEFT_OUT, List.of(), List.of(), List.of())
          : row;
    }

    void finish() {
      store(writing::finish);
    }

    private void store(Runnable pages) {
      transaction.executeWithoutResult(
          status -> {
            pages.run();
            register.addLinks(entry.extractId(), linkPosition, found);
            issuePage =
                ReadExtracts.this.issues.add(
                    entry.run(), IssueStore.Stage.READING, entry.extractId(), issuePage, issues);
          });
      linkPosition += found.size();
      found.clear();
      issues.clear();
    }

    Entry entry(String heldBecause) {
      return entry.withRows(loaded, rejected, leftOut, blank).with(State.READING, heldBecause);
    }
  }
}
