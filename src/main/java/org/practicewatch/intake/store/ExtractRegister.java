package org.practicewatch.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.intake.Drop.ReceivedFile;
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
   * @param slot of what it is one: profile, table and, for a return, its year
   * @param part which of several that come of it; where an earlier version received it, by its name
   *     alone
   * @param called folder and name of its file without dates
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
      String part,
      String called,
      @Nullable LocalDate dated,
      State state,
      int rowsRead,
      int rowsLoaded,
      int rowsRejected,
      int rowsLeftOut,
      int rowsBlank,
      String heldBecause) {

    /** The same as one of a part. */
    public Entry ofPart(String named) {
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
          named,
          called,
          dated,
          state,
          rowsRead,
          rowsLoaded,
          rowsRejected,
          rowsLeftOut,
          rowsBlank,
          heldBecause);
    }

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
          part,
          called,
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
            + " table_name, slot, part, called, dated, state, rows_read, rows_loaded, rows_rejected,"
            + " rows_left_out, rows_blank, held_because)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
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
        entry.part(),
        entry.called(),
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
   * What stands for a night: of each part of a table the newest accepted on or before it, older
   * returns first.
   */
  public List<Entry> standing(LocalDate asAt) {
    return inOrder(withoutReplaced(accepted(asAt)));
  }

  private List<Entry> accepted(LocalDate asAt) {
    return jdbc.query(
        "select * from extract where state = 'ACCEPTED' and as_at <= ?"
            + " order by as_at, run_no, place",
        ExtractRegister::entry,
        asAt);
  }

  private static List<Entry> withoutReplaced(List<Entry> accepted) {
    List<Entry> standing = new ArrayList<>();
    for (Entry entry : accepted) {
      standing.removeIf(before -> before.run() != entry.run() && Parts.replaces(entry, before));
      standing.add(entry);
    }
    return standing;
  }

  private static List<Entry> inOrder(List<Entry> standing) {
    standing.sort(
        Comparator.comparing(Entry::dated, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::profile)
            .thenComparing(Entry::table)
            .thenComparing(Entry::run)
            .thenComparing(Entry::place));
    return standing;
  }

  /** What stood for a night before anything of a run was accepted. */
  public List<Entry> standingBefore(LocalDate asAt, int run) {
    return inOrder(
        withoutReplaced(accepted(asAt).stream().filter(one -> one.run() != run).toList()));
  }

  /** The accepted ones in whose place one of a run stands, or would if it were accepted. */
  public List<Entry> before(Entry entry) {
    return standingBefore(entry.asAt(), entry.run()).stream()
        .filter(one -> Parts.replaces(entry, one))
        .toList();
  }

  /** What goes on standing beside some of those that a run received. */
  public List<Entry> beside(List<Entry> received, LocalDate asAt, int run) {
    return standingBefore(asAt, run).stream()
        .filter(
            entry ->
                received.stream()
                    .noneMatch(one -> one.state() != State.LEFT_OUT && Parts.replaces(one, entry)))
        .toList();
  }

  /**
   * Parts of tables of which nothing came in a run, and what an earlier night's still stands for.
   * Of a return another year is none that is missing.
   */
  public List<Entry> absent(LocalDate asAt, int run) {
    List<Entry> received = ofRun(run);
    return beside(received, asAt, run).stream()
        .filter(
            entry ->
                received.stream()
                    .noneMatch(
                        one ->
                            one.profile().equals(entry.profile())
                                && one.table().equals(entry.table())
                                && !one.slot().equals(entry.slot())))
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
    List<Entry> accepted = accepted(asAt);
    Set<Integer> standing = new HashSet<>();
    withoutReplaced(accepted).forEach(entry -> standing.add(entry.extractId()));
    return accepted.stream().filter(entry -> !standing.contains(entry.extractId())).toList();
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

  private static String part(ResultSet row) throws SQLException {
    String part = row.getString("part");
    return part.isEmpty() ? ReceivedFile.partOf(row.getString("file")) : part;
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
        part(row),
        row.getString("called"),
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
