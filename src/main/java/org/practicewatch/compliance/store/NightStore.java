package org.practicewatch.compliance.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nights and their runs. A night is what its last closed run says. */
public final class NightStore {

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;

  public NightStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /**
   * One run of a night.
   *
   * @param fingerprint hash over what was received, the settings and the product's version
   */
  public record Run(int number, LocalDate asAt, String fingerprint, boolean closed) {}

  /** The last closed run of a night. */
  public Optional<Run> findClosed(LocalDate asAt) {
    return runs("as_at = ? and closed = true order by run_no desc", asAt).stream().findFirst();
  }

  /** The newest closed run of the newest night, on or before a day where one is given. */
  public Optional<Run> findLatestClosed(@Nullable LocalDate onOrBefore) {
    LocalDate last = onOrBefore == null ? LocalDate.of(9999, 12, 31) : onOrBefore;
    return runs("closed = true and as_at <= ? order by as_at desc, run_no desc", last).stream()
        .findFirst();
  }

  /** A run that was begun with the same fingerprint and not closed: it can be finished. */
  public Optional<Run> findUnfinished(LocalDate asAt, String fingerprint) {
    return runs(
            "as_at = ? and fingerprint = ? and closed = false order by run_no desc",
            asAt,
            fingerprint)
        .stream()
        .findFirst();
  }

  private List<Run> runs(String where, Object... values) {
    return jdbc.query(
        "select * from night_run where " + where,
        (row, number) ->
            new Run(
                row.getInt("run_no"),
                row.getObject("as_at", LocalDate.class),
                row.getString("fingerprint"),
                row.getBoolean("closed")),
        values);
  }

  /** Begins a run. */
  public Run begin(LocalDate asAt, String fingerprint) {
    Integer last = jdbc.queryForObject("select max(run_no) from night_run", Integer.class);
    Run run = new Run(last == null ? 1 : last + 1, asAt, fingerprint, false);
    jdbc.update(
        "insert into night_run (run_no, as_at, fingerprint, closed) values (?,?,?,false)",
        run.number(),
        asAt,
        fingerprint);
    return run;
  }

  /** Closes a run: from now on it is its night. */
  public void close(int run) {
    jdbc.update("update night_run set closed = true where run_no = ?", run);
  }

  /** Runs that the given one leaves behind: earlier ones of its night, and those never finished. */
  public List<Integer> leftBehind(Run run) {
    return jdbc.queryForList(
        "select run_no from night_run where run_no <> ? and (as_at = ? or closed = false)"
            + " and run_no < ?",
        Integer.class,
        run.number(),
        run.asAt(),
        run.number());
  }

  /** Forgets a run. */
  public void remove(int run) {
    jdbc.update("delete from night_ran where run_no = ?", run);
    jdbc.update("delete from night_run where run_no = ?", run);
  }

  /** Closed runs older than the newest so many nights, the newest first. */
  public List<Run> olderThan(int nights) {
    List<Run> runs = runs("closed = true order by as_at desc, run_no desc");
    return List.copyOf(runs.subList(Math.min(nights, runs.size()), runs.size()));
  }

  /**
   * Notes what could be judged and checked, in place of what was noted.
   *
   * @param missing by id of the standard or check, what the extracts lack for it; empty text for
   *     one that ran
   */
  public void replaceRan(int run, Map<String, String> missing) {
    jdbc.update("delete from night_ran where run_no = ?", run);
    bulk.insert(
        "night_ran",
        "run_no,code,missing",
        missing.entrySet().stream()
            .map(one -> new @Nullable Object[] {run, one.getKey(), one.getValue()})
            .toList());
  }

  /** What could be judged and checked; empty for a run of an earlier version. */
  public Map<String, String> ran(int run) {
    Map<String, String> ran = new TreeMap<>();
    jdbc.query(
        "select * from night_ran where run_no = ?",
        row -> {
          ran.put(row.getString("code"), row.getString("missing"));
        },
        run);
    return ran;
  }

  /** Closed runs of earlier nights, oldest first. */
  public List<Run> closedBefore(LocalDate asAt) {
    return runs("closed = true and as_at < ? order by as_at, run_no", asAt);
  }

  /** A lasting note of the database, such as whose it is. */
  public Optional<String> findNote(String name) {
    return jdbc.queryForList("select text from note where name = ?", String.class, name).stream()
        .findFirst();
  }

  /** Writes a lasting note. */
  public void putNote(String name, String value) {
    if (jdbc.update("update note set text = ? where name = ?", value, name) == 0) {
      jdbc.update("insert into note (name, text) values (?,?)", name, value);
    }
  }
}
