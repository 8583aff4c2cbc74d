package org.practicewatch.jobs.migration;

import java.time.LocalDate;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.store.FigureStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Up to version 0.5 each figure was a row; this lays them into pages. Every run is replaced whole,
 * so that it may run again after a process that died.
 */
public final class V21__LayFiguresIntoPages extends BaseJavaMigration {

  @Override
  public void migrate(Context context) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    FigureStore pages = new FigureStore(jdbc, new BulkRows(jdbc));
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
}
