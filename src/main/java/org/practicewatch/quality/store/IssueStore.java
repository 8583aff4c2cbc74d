package org.practicewatch.quality.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.practicewatch.quality.Issue;
import org.springframework.jdbc.core.JdbcTemplate;

/** Issues of a night's run. */
public final class IssueStore {

  private static final int LONGEST = 990;

  private final JdbcTemplate jdbc;

  public IssueStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Where in the night an issue was found. */
  public enum Stage {
    /** While the extract of the origin's id was read. */
    READING(1),
    /** While the record of the child of the origin's ordinal was checked. */
    CHECKING(2),
    /** About the night as a whole. */
    NIGHT(3);

    private final int code;

    Stage(int code) {
      this.code = code;
    }
  }

  /** Writes the issues of one origin, in place of those it had. */
  public void replace(int run, Stage stage, int origin, List<Issue> issues) {
    remove(run, stage, origin);
    add(run, stage, origin, 0, issues);
  }

  public void remove(int run, Stage stage, int origin) {
    jdbc.update(
        "delete from issue where run_no = ? and stage = ? and origin = ?", run, stage.code, origin);
  }

  /** Adds issues of one origin, counting on from a position. */
  public void add(int run, Stage stage, int origin, int firstPosition, List<Issue> issues) {
    List<Object[]> rows = new ArrayList<>();
    for (Issue issue : issues) {
      rows.add(
          new Object[] {
            run,
            stage.code,
            origin,
            firstPosition + rows.size(),
            issue.extract(),
            issue.sheet(),
            issue.row(),
            cut(issue.column(), 490),
            cut(issue.value(), 390),
            issue.check(),
            cut(issue.problem(), LONGEST),
            cut(issue.effect(), LONGEST),
            issue.childId()
          });
    }
    jdbc.batchUpdate(
        "insert into issue (run_no, stage, origin, position, extract, sheet, row_no, column_name,"
            + " found, check_name, problem, effect, child_id) values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        rows);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  /**
   * Every issue of a run with the team that holds its child now, in an order that never changes.
   */
  public void forEach(int run, BiConsumer<Issue, String> reader) {
    jdbc.query(
        "select i.*, c.team_now from issue i left join child c on c.child_id = i.child_id"
            + " where i.run_no = ? order by i.stage, i.origin, i.position",
        row -> {
          String team = row.getString("team_now");
          reader.accept(
              new Issue(
                  row.getString("extract"),
                  row.getString("sheet"),
                  row.getInt("row_no"),
                  row.getString("column_name"),
                  row.getString("found"),
                  row.getString("check_name"),
                  row.getString("problem"),
                  row.getString("effect"),
                  row.getString("child_id")),
              team == null ? "" : team);
        },
        run);
  }

  /** How often each check found something. */
  public Map<String, Integer> countByCheck(int run) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    jdbc.query(
        "select check_name, count(*) as times from issue where run_no = ? group by check_name"
            + " order by count(*) desc, check_name",
        row -> {
          counts.put(row.getString("check_name"), row.getInt("times"));
        },
        run);
    return counts;
  }

  /** Forgets a run's issues. */
  public void removeRun(int run) {
    jdbc.update("delete from issue where run_no = ?", run);
  }
}
