package org.practicewatch.jobs.migration;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.ChildStore;
import org.practicewatch.casework.store.ChildStore.Held;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Up to version 0.5 there was one list of children, of the night that last checked them. That is
 * the last that was closed, or one that was broken off after it and will be taken up: both are
 * given it. Every run is replaced whole, so that it may run again after a process that died.
 */
public final class V18__LayChildrenIntoPages extends BaseJavaMigration {

  /** Readers ask for all of a run, so any bucket will do. */
  private static final int BUCKET = 0;

  @Override
  public void migrate(Context context) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    ChildStore pages = new ChildStore(jdbc, new BulkRows(jdbc));
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
      pages.add(run, BUCKET, children);
    }
  }
}
