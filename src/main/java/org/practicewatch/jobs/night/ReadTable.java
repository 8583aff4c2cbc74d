package org.practicewatch.jobs.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.intake.Drop;
import org.practicewatch.intake.Headings;
import org.practicewatch.intake.Links;
import org.practicewatch.intake.MappedRow;
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
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one table into facts, issues and ids, a good number of rows at a time; whether it can be
 * used is for others to say.
 */
final class ReadTable {

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
  private final Links links;
  private final SeenBlanked seenBlanked;

  ReadTable(
      Tonight tonight,
      ExtractRegister register,
      FactStore facts,
      IssueStore issues,
      TransactionTemplate transaction,
      Progress progress,
      Links links,
      SeenBlanked seenBlanked) {
    this.tonight = tonight;
    this.register = register;
    this.facts = facts;
    this.issues = issues;
    this.transaction = transaction;
    this.progress = progress;
    this.links = links;
    this.seenBlanked = seenBlanked;
  }

  /** Reads a table of the register to its end, and says how many rows it has and what is wrong. */
  Entry read(Entry entry, Drop.@Nullable Received place) {
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
  void countOnly(Entry entry, Drop.@Nullable Received place) {
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

  /** The sheet of a table as it is told; empty where a file has but one. */
  static String sheet(Entry entry) {
    return entry.sheet().isEmpty() ? "" : ", sheet " + entry.sheet();
  }

  /** One table while it is read: rows are written a good number at a time. */
  private final class Table {

    private final Entry entry;
    private final FactStore.Writing writing;
    private final List<MappedRow.Link> found = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final IssueStore.Writing issuePages;
    private int linkPosition;
    private int read;
    private int loaded;
    private int rejected;
    private int leftOut;
    private int blank;

    Table(Entry entry) {
      this.entry = entry;
      this.writing = facts.write(entry.extractId());
      this.issuePages =
          ReadTable.this.issues.write(entry.run(), IssueStore.Stage.READING, entry.extractId(), 0);
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
            issuePages.add(issues);
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
