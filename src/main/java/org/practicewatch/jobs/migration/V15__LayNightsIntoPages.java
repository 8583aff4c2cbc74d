package org.practicewatch.jobs.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.ChildStore;
import org.practicewatch.casework.store.ChildStore.Held;
import org.practicewatch.compliance.Doubtful;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.store.FigureStore;
import org.practicewatch.compliance.store.FindingStore;
import org.practicewatch.standards.Timeliness;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Up to version 0.5 each finding, figure and child was a row; this lays them into pages. Every run
 * is replaced whole, so that it may run again after a process that died.
 */
public final class V15__LayNightsIntoPages extends BaseJavaMigration {

  private static final int CHILDREN_AT_A_TIME = 500;

  @Override
  public void migrate(Context context) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    BulkRows bulk = new BulkRows(jdbc);
    layFindings(jdbc, new FindingStore(jdbc, bulk));
    layFigures(jdbc, new FigureStore(jdbc, bulk));
    layChildren(jdbc, new ChildStore(jdbc, bulk));
  }

  private static void layFindings(JdbcTemplate jdbc, FindingStore pages) {
    for (int run :
        jdbc.queryForList("select distinct run_no from finding order by run_no", Integer.class)) {
      pages.removeRun(run);
      Integer last =
          jdbc.queryForObject(
              "select max(ordinal) from finding where run_no = ?", Integer.class, run);
      // Any bucket will do: whoever reads them asks that the children of one be in order.
      for (int from = 0, bucket = 0;
          last != null && from <= last;
          from += CHILDREN_AT_A_TIME, bucket++) {
        pages.add(run, bucket, children(jdbc, run, from));
      }
    }
  }

  private static Map<Integer, List<Finding>> children(JdbcTemplate jdbc, int run, int from) {
    Map<Integer, List<Finding>> byOrdinal = new TreeMap<>();
    jdbc.query(
        "select * from finding where run_no = ? and ordinal >= ? and ordinal < ?"
            + " order by ordinal, position",
        row -> {
          byOrdinal
              .computeIfAbsent(row.getInt("ordinal"), key -> new ArrayList<>())
              .add(finding(row));
        },
        run,
        from,
        from + CHILDREN_AT_A_TIME);
    return byOrdinal;
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

  private static void layFigures(JdbcTemplate jdbc, FigureStore pages) {
    for (int run : jdbc.queryForList("select distinct run_no from figure", Integer.class)) {
      pages.replace(
          run,
          jdbc.query(
              "select * from figure where run_no = ? order by position",
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
              run));
    }
  }

  /**
   * There was one list of children, of the night that last checked them. That is the last that was
   * closed, or one that was broken off after it and will be taken up: both are given it.
   */
  private static void layChildren(JdbcTemplate jdbc, ChildStore pages) {
    List<Held> children =
        jdbc.query(
            "select child_id, team_now, name from child order by ordinal",
            (row, number) ->
                new Held(
                    row.getString("child_id"), row.getString("team_now"), row.getString("name")));
    List<Integer> runs =
        jdbc.queryForList(
            "select run_no from night_run where run_no >="
                + " (select coalesce(max(run_no), 0) from night_run where closed = true)",
            Integer.class);
    for (int run : runs) {
      pages.removeRun(run);
      // Readers ask for all of a run, so any bucket will do.
      pages.add(run, 0, children);
    }
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
