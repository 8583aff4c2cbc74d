package org.practicewatch.compliance.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.compliance.Doubtful;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.standards.Timeliness;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nights: their runs, findings and figures. A night is what its last closed run says. */
public final class NightStore {

  private static final int CHILDREN_AT_A_TIME = 500;

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

  /** Forgets a run with all it found. */
  public void remove(int run) {
    removeFindings(run);
    jdbc.update("delete from figure where run_no = ?", run);
    jdbc.update("delete from night_ran where run_no = ?", run);
    jdbc.update("delete from night_run where run_no = ?", run);
  }

  /** Closed runs older than the newest so many nights, the newest first. */
  public List<Run> olderThan(int nights) {
    List<Run> runs = runs("closed = true order by as_at desc, run_no desc");
    return List.copyOf(runs.subList(Math.min(nights, runs.size()), runs.size()));
  }

  /** Forgets a run's findings; its figures stay, for trends. */
  public void removeFindings(int run) {
    jdbc.update("delete from finding where run_no = ?", run);
  }

  /** Deletes the findings of some children in every run. */
  public void forget(Set<String> childIds) {
    jdbc.batchUpdate(
        "delete from finding where child_id = ?",
        childIds.stream().map(id -> new Object[] {id}).toList());
  }

  /** Adds the findings of some children; the step that does so has removed its earlier ones. */
  public void add(int run, Map<Integer, List<Finding>> byOrdinal) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    byOrdinal.forEach(
        (ordinal, findings) -> {
          for (int position = 0; position < findings.size(); position++) {
            rows.add(row(run, ordinal, position, findings.get(position)));
          }
        });
    bulk.insert(
        "finding",
        "run_no,ordinal,position,child_id,subject,standard,during_from,number_in_span,since,due,"
            + "done,timeliness,days_over,team,worker,team_now,worker_now,source,is_current,doubts",
        rows);
  }

  private static @Nullable Object[] row(int run, int ordinal, int position, Finding finding) {
    return new Object[] {
      run,
      ordinal,
      position,
      finding.childId(),
      finding.subject(),
      finding.standard(),
      finding.duringFrom(),
      finding.number(),
      finding.since(),
      finding.due(),
      finding.done(),
      finding.timeliness().name(),
      finding.daysOver(),
      finding.team(),
      finding.worker(),
      finding.teamNow(),
      finding.workerNow(),
      finding.source(),
      finding.current(),
      Doubtful.bits(finding.doubts())
    };
  }

  /** Every finding of a run, child by child, in the order in which they are written out. */
  public void forEachChild(int run, Consumer<List<Finding>> reader) {
    forEachChild(run, "", List.of(), reader);
  }

  /** The same of some standards alone; children without any of theirs are passed over. */
  public void forEachChild(int run, Set<String> standards, Consumer<List<Finding>> reader) {
    if (!standards.isEmpty()) {
      String any = String.join(",", Collections.nCopies(standards.size(), "?"));
      forEachChild(run, " and standard in (" + any + ")", standards, reader);
    }
  }

  private void forEachChild(
      int run, String of, Collection<String> standards, Consumer<List<Finding>> reader) {
    Integer last =
        jdbc.queryForObject(
            "select max(ordinal) from finding where run_no = ?", Integer.class, run);
    for (int from = 0; last != null && from <= last; from += CHILDREN_AT_A_TIME) {
      Map<Integer, List<Finding>> byChild = new LinkedHashMap<>();
      List<Object> values = new ArrayList<>(List.of(run, from, from + CHILDREN_AT_A_TIME));
      values.addAll(standards);
      jdbc.query(
          "select * from finding where run_no = ? and ordinal >= ? and ordinal < ?"
              + of
              + " order by ordinal, position",
          row -> {
            byChild
                .computeIfAbsent(row.getInt("ordinal"), key -> new ArrayList<>())
                .add(finding(row));
          },
          values.toArray());
      byChild.values().forEach(reader);
    }
  }

  /**
   * What stands on the teams' lists: overdue, due on or before a day, or not to be told; child by
   * child, in the order in which they are written out.
   */
  public void forEachOpen(
      int run, LocalDate dueBy, Collection<String> alwaysOf, Consumer<Finding> reader) {
    List<Object> given = new ArrayList<>(List.of(run, dueBy));
    given.addAll(alwaysOf);
    String always =
        alwaysOf.isEmpty()
            ? ""
            : " or standard in ("
                + String.join(", ", Collections.nCopies(alwaysOf.size(), "?"))
                + ")";
    jdbc.query(
        "select * from finding where run_no = ? and is_current = true"
            + " and (timeliness in ('OVERDUE', 'DUE_SOON', 'CANNOT_TELL')"
            + " or (timeliness = 'NOT_YET_DUE' and due <= ?)"
            + always
            + ") order by ordinal, position",
        row -> {
          reader.accept(finding(row));
        },
        given.toArray());
  }

  private static Finding finding(ResultSet row) throws SQLException {
    int daysOver = row.getInt("days_over");
    boolean notOver = row.wasNull();
    return new Finding(
        row.getString("child_id"),
        row.getString("subject"),
        row.getString("standard"),
        day(row, "during_from"),
        row.getInt("number_in_span"),
        day(row, "since"),
        day(row, "due"),
        day(row, "done"),
        Timeliness.valueOf(row.getString("timeliness")),
        notOver ? null : daysOver,
        row.getString("team"),
        row.getString("worker"),
        row.getString("team_now"),
        row.getString("worker_now"),
        row.getString("source"),
        row.getBoolean("is_current"),
        Doubtful.of(row.getInt("doubts")));
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** Writes a run's figures, in place of those it had. */
  public void replaceFigures(int run, List<Figure> figures) {
    jdbc.update("delete from figure where run_no = ?", run);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Figure figure : figures) {
      rows.add(
          new Object[] {
            run,
            rows.size(),
            figure.level().name(),
            figure.name(),
            figure.standard(),
            figure.measure().name(),
            figure.from(),
            figure.to(),
            figure.numerator(),
            figure.denominator(),
            figure.cannotTell(),
            figure.doubtful()
          });
    }
    bulk.insert(
        "figure",
        "run_no,position,level_name,name,standard,measure,period_from,period_to,numerator,"
            + "denominator,cannot_tell,doubtful",
        rows);
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

  /** A run's figures, in order. */
  public List<Figure> figures(int run) {
    return figures("run_no = ? order by position", run);
  }

  /** What a run counted as in timescale then, for the authority, its services and teams. */
  public List<Figure> figuresOfNow(int run) {
    return figures("run_no = ? and measure = 'NOW' and level_name <> 'WORKER'", run);
  }

  private List<Figure> figures(String where, int run) {
    return jdbc.query(
        "select * from figure where " + where,
        (row, number) ->
            new Figure(
                Figure.Level.valueOf(row.getString("level_name")),
                row.getString("name"),
                row.getString("standard"),
                Figure.Measure.valueOf(row.getString("measure")),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getInt("numerator"),
                row.getInt("denominator"),
                row.getInt("cannot_tell"),
                row.getInt("doubtful")),
        run);
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
