package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.Person;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalTeam.Professional;

/** The extract in the making: what is known by the as-at date, and who is named in it. */
final class MosaicExtract {

  private final FictionalAuthority authority;
  private final LocalDate asAt;
  private final Tables tables;
  private final Dirt dirt;
  private final Map<String, Professional> workers = new TreeMap<>();
  private LocalDate born = LocalDate.EPOCH;

  MosaicExtract(FictionalAuthority authority, Tables tables) {
    this.authority = authority;
    this.asAt = authority.asAt();
    this.tables = tables;
    this.dirt = new Dirt(authority.seed());
  }

  LocalDate asAt() {
    return asAt;
  }

  /**
   * From now on the rows are this child's.
   *
   * @return the child's id as all of them carry it
   */
  String begin(Person child) {
    born = child.born();
    return authority.dirt() ? dirt.childId(child.id()) : child.id();
  }

  /** The workers who turned up in the rows, by their ids. */
  Collection<Professional> workers() {
    return workers.values();
  }

  boolean happened(LocalDate day) {
    return !day.isAfter(asAt);
  }

  /** What is planned stands in the diary until it is held, or until there is no more need of it. */
  boolean inDiary(LocalDate known, @Nullable LocalDate dropped) {
    return happened(known) && (dropped == null || !happened(dropped));
  }

  Line line(MosaicTable table) {
    return new Line(table, asAt);
  }

  void write(Line line, String rowId) throws IOException {
    List<List<Cell>> rows =
        authority.dirt()
            ? dirt.spoil(line.table(), rowId, born, line.cells())
            : List.of(line.cells());
    for (List<Cell> row : rows) {
      tables.add(line.table(), row);
    }
  }

  /** Writes down who held the child on that day, where anybody did. */
  void held(Line line, Referral referral, LocalDate day, String team, String worker) {
    Involvement holding = referral.heldBy(day);
    if (holding != null) {
      line.put(team, holding.professional().team().code());
      line.put(worker, met(holding.professional()));
    }
  }

  /** Notes that a worker is named in some row, so that the list of workers has them. */
  String met(Professional worker) {
    workers.put(worker.id(), worker);
    return worker.id();
  }

  /** What stands below the last rows, where the extracts have faults. */
  void writeBelow() throws IOException {
    if (authority.dirt()) {
      for (MosaicTable table : MosaicTable.values()) {
        for (List<Cell> row : dirt.below(table, asAt)) {
          tables.add(table, row);
        }
      }
    }
  }

  /** An outcome as the script writes it. */
  static String json(String outcome) {
    return "{\"OUTCOME\":\"" + outcome + "\"}";
  }
}
