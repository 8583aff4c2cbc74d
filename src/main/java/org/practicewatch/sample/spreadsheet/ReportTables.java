package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.Chance;
import org.practicewatch.sample.FictionalAuthority;

/**
 * Makes reports of a case system out of the rows of the dataset: the same lives, under the system's
 * own headings, words and ids, among what such a report lists besides: steps that were called off
 * or not finished, visits and notes of other types.
 *
 * <p>Where the extracts have faults, these reports have some of their own: a visit recorded as a
 * step and on the visits screen, a row repeated for a brother or sister, an id with an apostrophe
 * before it or rounded by a spreadsheet.
 */
final class ReportTables implements Tables {

  private final ReportSystem system;
  private final Tables tables;
  private final FictionalAuthority authority;
  private final ReportedSteps steps;
  private final Map<Report.Kind, Integer> lengths = new EnumMap<>(Report.Kind.class);
  private @Nullable DatasetRow child;

  ReportTables(ReportSystem system, FictionalAuthority authority, Tables tables) {
    this.system = system;
    this.authority = authority;
    this.tables = tables;
    this.steps = new ReportedSteps(system, authority);
  }

  @Override
  public void add(Table table, List<Cell> cells) throws IOException {
    DatasetRow row = new DatasetRow(table, cells);
    if (table == MosaicTable.PERSON) {
      finishChild();
      child = row;
    } else if (table == MosaicTable.PROFESSIONALS || table == MosaicTable.DEPARTMENT) {
      // These come behind the last child, and so does what the dataset has below its rows.
      finishChild();
    }
    if (child != null) {
      steps.tell((MosaicTable) table, row);
    }
  }

  private void finishChild() throws IOException {
    if (child != null) {
      for (Report report : system.reports()) {
        write(report, child, steps.of(report.kind()));
      }
    }
    steps.nextChild();
    child = null;
  }

  private void write(Report report, DatasetRow of, List<List<Cell>> rows) throws IOException {
    String id = system.id(of.text("pers_person_id"));
    Cell name = new Cell.Words(of.text("pers_forename") + " " + of.text("pers_surname"));
    boolean merged = report.kind().mergesChild() && rows.size() > 1 && tables.mergesDown();
    for (int number = 0; number < rows.size(); number++) {
      boolean covered = merged && number > 0;
      List<Cell> row =
          new ArrayList<>(
              covered
                  ? Collections.nCopies(Report.CHILD_COLUMNS, Cell.Words.BLANK)
                  : List.of(new Cell.Words(merged ? id : asTyped(id, report, number)), name));
      row.addAll(rows.get(number));
      tables.add(report, row);
    }
    if (merged) {
      for (int column = 0; column < Report.CHILD_COLUMNS; column++) {
        tables.mergeDown(report, column, rows.size());
      }
    }
    lengths.merge(report.kind(), rows.size(), Integer::sum);
  }

  /** The child's id, now and then as a spreadsheet disfigures it. */
  private String asTyped(String id, Report report, int number) {
    if (!authority.dirt() || report.kind() != Report.Kind.VISITS) {
      return id;
    }
    double drawn =
        Chance.of(authority.seed(), Chance.key("typed"), Chance.key(id), number).fraction();
    boolean round = system.numbers() && drawn > 0.999;
    return drawn < 0.01 ? "'" + id : round ? id.charAt(0) + ".0E+05" : id;
  }

  @Override
  public boolean mergesDown() {
    return false;
  }

  @Override
  public void mergeDown(Table table, int column, int rows) {
    throw new IllegalStateException("The dataset has no merged cells");
  }

  @Override
  public List<Path> finished() throws IOException {
    finishChild();
    for (Report report : system.reports()) {
      tables.add(report, Table.cells(List.of()));
      for (String line : system.footer(lengths.getOrDefault(report.kind(), 0))) {
        tables.add(report, Report.line(line));
      }
    }
    return tables.finished();
  }

  @Override
  public void close() throws IOException {
    tables.close();
  }
}
