package org.practicewatch.jobs.migration;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;
import org.practicewatch.quality.store.IssueStore.Stage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Version 0.1 kept each fact and each issue in a row of its own; this lays them into pages. Every
 * extract and every run is replaced whole, so that it may run again after a process that died.
 */
public final class V3__LayRowsIntoPages extends BaseJavaMigration {

  /** Between the parts of a field, as version 0.1 wrote them. */
  private static final String BETWEEN = "\u001f";

  @Override
  public void migrate(Context context) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    BulkRows bulk = new BulkRows(jdbc);
    FactStore facts = new FactStore(jdbc, bulk);
    for (int extract : ids(jdbc, "select distinct extract_id from fact order by extract_id")) {
      facts.remove(extract);
      FactStore.Writing pages = facts.write(extract);
      jdbc.query(
          "select * from fact where extract_id = ? order by position",
          row -> {
            pages.add(fact(row));
          },
          extract);
      pages.finish();
    }
    // What V14 adds: pages are written here as they are now.
    jdbc.execute(
        "alter table issue_page add column if not exists sorted integer default 0 not null");
    IssueStore issues = new IssueStore(jdbc, bulk);
    for (int run : ids(jdbc, "select distinct run_no from issue order by run_no")) {
      issues.removeRun(run);
      for (Stage stage : Stage.values()) {
        pages(jdbc, issues, run, stage);
      }
    }
  }

  private static List<Integer> ids(JdbcTemplate jdbc, String select) {
    return jdbc.queryForList(select, Integer.class);
  }

  private static void pages(JdbcTemplate jdbc, IssueStore issues, int run, Stage stage) {
    Map<Integer, List<Issue>> byOrigin = new HashMap<>();
    jdbc.query(
        "select * from issue where run_no = ? and stage = ? order by origin, position",
        row -> {
          // Records were checked child by child; now they are checked by buckets of children.
          int origin = stage == Stage.READING ? row.getInt("origin") : 0;
          byOrigin.computeIfAbsent(origin, key -> new ArrayList<>()).add(issue(row));
        },
        run,
        stage.code());
    byOrigin.forEach((origin, all) -> issues.add(run, stage, origin, 0, all));
  }

  private static Issue issue(ResultSet row) throws SQLException {
    return new Issue(
        row.getString("extract"),
        row.getString("sheet"),
        row.getInt("row_no"),
        row.getString("column_name"),
        row.getString("found"),
        row.getString("check_name"),
        row.getString("problem"),
        row.getString("effect"),
        row.getString("child_id"));
  }

  private static Fact fact(ResultSet row) throws SQLException {
    String child = row.getString("child_id");
    // File and sheet stand in the register of extracts, not with each fact.
    CellRef cell = new CellRef("", "", row.getString("cell"));
    String kind = row.getString("kind");
    LocalDate starts = day(row, "starts");
    Set<String> refs = split(row.getString("refs"));
    String details = row.getString("details");
    String code = row.getString("code");
    String form = row.getString("form");
    return switch (form) {
      case "CHILD" -> new Child(child, starts, cell);
      case "SPAN" ->
          new Span(
              child, kind, required(starts), day(row, "ends"), code, refs, named(details), cell);
      case "ACTIVITY" -> new Activity(child, kind, required(starts), refs, split(details), cell);
      case "ALLOCATION" ->
          new Allocation(
              child, kind, code, starts, day(row, "ends"), Integer.parseInt(details), cell);
      case "GAP" -> new Gap(child, kind, starts, refs, cell);
      case "LATEST" -> new Latest(child, kind, starts, split(details), cell);
      default -> throw new IllegalStateException("unknown form of fact: " + form);
    };
  }

  private static Set<String> split(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(BETWEEN));
  }

  private static Map<String, String> named(String text) {
    Map<String, String> details = new HashMap<>();
    for (String part : split(text)) {
      int equals = part.indexOf('=');
      details.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return details;
  }

  private static LocalDate required(@Nullable LocalDate day) {
    if (day == null) {
      throw new IllegalStateException("a fact without its date");
    }
    return day;
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }
}
