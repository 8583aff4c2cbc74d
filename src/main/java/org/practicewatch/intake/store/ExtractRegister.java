package org.practicewatch.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.intake.Links;
import org.practicewatch.intake.MappedRow.Link;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of extracts received: what came, what became of it, and whose ids it carries. */
public final class ExtractRegister {

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public ExtractRegister(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** What became of a table. */
  public enum State {
    READING,
    ACCEPTED,
    HELD,
    LEFT_OUT
  }

  /**
   * One table received.
   *
   * @param place its place among those of the night
   * @param slot what a newer one replaces: profile, table and, for a return, its year
   * @param dated the date it gives for itself
   */
  public record Entry(
      int extractId,
      int run,
      LocalDate asAt,
      int place,
      String file,
      String sheet,
      String sha256,
      String profile,
      String table,
      String slot,
      @Nullable LocalDate dated,
      State state,
      int rowsRead,
      int rowsLoaded,
      int rowsRejected,
      int rowsLeftOut,
      int rowsBlank,
      String heldBecause) {

    /** The same in another state. */
    public Entry with(State changed, String because) {
      return copy(changed, rowsLoaded, rowsRejected, rowsLeftOut, rowsBlank, because);
    }

    /** The same with its rows counted; read is always loaded and rejected and left out. */
    public Entry withRows(int loaded, int rejected, int leftOut, int blank) {
      return copy(state, loaded, rejected, leftOut, blank, heldBecause);
    }

    private Entry copy(
        State inState, int loaded, int rejected, int leftOut, int blank, String because) {
      return new Entry(
          extractId,
          run,
          asAt,
          place,
          file,
          sheet,
          sha256,
          profile,
          table,
          slot,
          dated,
          inState,
          loaded + rejected + leftOut,
          loaded,
          rejected,
          leftOut,
          blank,
          because);
    }
  }

  public int nextId() {
    Integer last = jdbc.queryForObject("select max(extract_id) from extract", Integer.class);
    return last == null ? 1 : last + 1;
  }

  /**
   * Writes an entry, in place of one with the same id. One statement changes it: a process that
   * dies between a deletion and an insertion would have lost the extract.
   */
  public void put(Entry entry) {
    int changed =
        jdbc.update(
            "update extract set state = ?, rows_read = ?, rows_loaded = ?, rows_rejected = ?,"
                + " rows_left_out = ?, rows_blank = ?, held_because = ? where extract_id = ?",
            entry.state().name(),
            entry.rowsRead(),
            entry.rowsLoaded(),
            entry.rowsRejected(),
            entry.rowsLeftOut(),
            entry.rowsBlank(),
            entry.heldBecause(),
            entry.extractId());
    if (changed == 0) {
      insert(entry);
    }
  }

  private void insert(Entry entry) {
    jdbc.update(
        "insert into extract (extract_id, run_no, as_at, place, file, sheet, sha256, profile,"
            + " table_name, slot, dated, state, rows_read, rows_loaded, rows_rejected,"
            + " rows_left_out, rows_blank, held_because)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        entry.extractId(),
        entry.run(),
        entry.asAt(),
        entry.place(),
        entry.file(),
        entry.sheet(),
        entry.sha256(),
        entry.profile(),
        entry.table(),
        entry.slot(),
        entry.dated(),
        entry.state().name(),
        entry.rowsRead(),
        entry.rowsLoaded(),
        entry.rowsRejected(),
        entry.rowsLeftOut(),
        entry.rowsBlank(),
        entry.heldBecause());
  }

  /** All of one run, in order. */
  public List<Entry> ofRun(int run) {
    return jdbc.query(
        "select * from extract where run_no = ? order by place", ExtractRegister::entry, run);
  }

  /**
   * What stands for a night: of each slot the newest accepted on or before it, older returns first.
   */
  public List<Entry> standing(LocalDate asAt) {
    List<Entry> accepted =
        jdbc.query(
            "select * from extract where state = 'ACCEPTED' and as_at <= ?"
                + " order by as_at, run_no, place",
            ExtractRegister::entry,
            asAt);
    List<Entry> standing = new ArrayList<>();
    for (Entry entry : accepted) {
      standing.removeIf(
          before -> before.slot().equals(entry.slot()) && before.run() != entry.run());
      standing.add(entry);
    }
    standing.sort(
        Comparator.comparing(Entry::dated, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::profile)
            .thenComparing(Entry::table)
            .thenComparing(Entry::run)
            .thenComparing(Entry::place));
    return standing;
  }

  /** The accepted ones of a slot that stood before a run of a night. */
  public List<Entry> before(String slot, LocalDate asAt, int run) {
    List<Entry> before = new ArrayList<>();
    for (Entry entry : standing(asAt)) {
      if (entry.slot().equals(slot) && entry.run() != run) {
        before.add(entry);
      }
    }
    return before;
  }

  /** Tables of which nothing came in a run, and what an earlier night's still stands for. */
  public List<Entry> absent(LocalDate asAt, int run) {
    List<Entry> received = ofRun(run);
    return standing(asAt).stream()
        .filter(entry -> entry.run() != run)
        .filter(
            entry ->
                received.stream()
                    .noneMatch(
                        one ->
                            one.profile().equals(entry.profile())
                                && one.table().equals(entry.table())))
        .toList();
  }

  /** Forgets the ids that an extract carries. */
  public void removeLinks(int extract) {
    jdbc.update("delete from link where extract_id = ?", extract);
  }

  /** Forgets an entry. */
  public void remove(int extract) {
    removeLinks(extract);
    jdbc.update("delete from extract where extract_id = ?", extract);
  }

  /** Entries that no night from this one on can need: a newer one of their slot stands. */
  public List<Entry> replaced(LocalDate asAt) {
    List<Entry> standing = standing(asAt);
    return jdbc
        .query(
            "select * from extract where state = 'ACCEPTED' and as_at <= ?",
            ExtractRegister::entry,
            asAt)
        .stream()
        .filter(entry -> standing.stream().noneMatch(one -> one.extractId() == entry.extractId()))
        .toList();
  }

  /** Forgets the ids that belong to some children. */
  public void forget(Set<String> childIds) {
    jdbc.batchUpdate(
        "delete from link where child_id = ?",
        childIds.stream().map(id -> new Object[] {id}).toList());
  }

  /** Accepted tables that give a date before a day for themselves. */
  public List<Entry> datedBefore(LocalDate day) {
    return jdbc.query(
        "select * from extract where state = 'ACCEPTED' and dated < ?",
        ExtractRegister::entry,
        day);
  }

  /** Adds ids that other tables use. */
  public void addLinks(int extract, int firstPosition, List<Link> links) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Link link : links) {
      rows.add(
          new Object[] {
            extract,
            firstPosition + rows.size(),
            link.sort(),
            link.id(),
            link.childId(),
            link.name()
          });
    }
    bulk.insert("link", "extract_id,position,sort,id,child_id,name", rows);
  }

  /** Fills in the ids that an extract carries. */
  public void readLinks(int extract, Links links) {
    jdbc.query(
        "select sort, id, child_id, name from link where extract_id = ? order by position",
        row -> {
          String child = row.getString("child_id");
          if (child.isEmpty()) {
            links.putName(row.getString("sort"), row.getString("id"), row.getString("name"));
          } else {
            links.putChild(row.getString("sort"), row.getString("id"), child);
          }
        },
        extract);
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getInt("extract_id"),
        row.getInt("run_no"),
        row.getObject("as_at", LocalDate.class),
        row.getInt("place"),
        row.getString("file"),
        row.getString("sheet"),
        row.getString("sha256"),
        row.getString("profile"),
        row.getString("table_name"),
        row.getString("slot"),
        row.getObject("dated", LocalDate.class),
        State.valueOf(row.getString("state")),
        row.getInt("rows_read"),
        row.getInt("rows_loaded"),
        row.getInt("rows_rejected"),
        row.getInt("rows_left_out"),
        row.getInt("rows_blank"),
        row.getString("held_because"));
  }
}
