package org.practicewatch.practiceweek.store;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Candidate;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.FormSent;
import org.practicewatch.practiceweek.Recommendation;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Draws that stand, the forms that went out, what came back, and what was recommended. */
public final class PracticeWeekStore {

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;
  private final JsonMapper json = JsonMapper.builder().build();

  public PracticeWeekStore(JdbcTemplate jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /**
   * A draw that stands.
   *
   * @param week its id
   * @param name as printed
   * @param from first day of the audits
   * @param to last day of them
   * @param asAt the night it was drawn from
   * @param drawnOn the day of the draw
   * @param draw the text of {@code draw.json}
   */
  public record Drawn(
      String week,
      String name,
      LocalDate from,
      LocalDate to,
      LocalDate asAt,
      LocalDate drawnOn,
      String draw) {}

  /** The draw of a week, if it was made. */
  public Optional<Drawn> find(String week) {
    return drawn(" where week = ?", week).stream().findFirst();
  }

  /** All draws that stand, the oldest first. */
  public List<Drawn> all() {
    return drawn("");
  }

  private List<Drawn> drawn(String where, Object... arguments) {
    return jdbc.query(
        "select week, name, from_day, to_day, as_at, drawn_on, draw from practice_week"
            + where
            + " order by from_day, week",
        (row, number) ->
            new Drawn(
                row.getString("week"),
                row.getString("name"),
                row.getDate("from_day").toLocalDate(),
                row.getDate("to_day").toLocalDate(),
                row.getDate("as_at").toLocalDate(),
                row.getDate("drawn_on").toLocalDate(),
                new String(row.getBytes("draw"), StandardCharsets.UTF_8)),
        arguments);
  }

  /** Publishes a draw, within the transaction that is going on. */
  public void publish(Drawn drawn, List<DrawnCase> cases) {
    jdbc.update(
        "insert into practice_week (week, name, from_day, to_day, as_at, drawn_on, draw)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        drawn.week(),
        drawn.name(),
        Date.valueOf(drawn.from()),
        Date.valueOf(drawn.to()),
        Date.valueOf(drawn.asAt()),
        Date.valueOf(drawn.drawnOn()),
        drawn.draw().getBytes(StandardCharsets.UTF_8));
    replaceCases(drawn.week(), cases);
  }

  /** Puts the cases of a draw as they stand now in the place of what stood. */
  public void replaceCases(String week, List<DrawnCase> cases) {
    jdbc.update("delete from practice_case where week = ?", week);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (DrawnCase one : cases) {
      rows.add(
          new Object[] {
            week, rows.size(), one.childId(), one.state().name(), json.writeValueAsBytes(one)
          });
    }
    bulk.insert("practice_case", "week,position,child_id,state,details", rows);
  }

  /** The cases of a draw in the order of {@code sample.csv}. */
  public List<DrawnCase> cases(String week) {
    return jdbc.query(
        "select details from practice_case where week = ? order by position",
        (row, number) -> json.readValue(row.getBytes("details"), DrawnCase.class),
        week);
  }

  /**
   * Children drawn for an audit in other weeks that begin between two days: drawn is as good as
   * audited, unless somebody else stood in.
   */
  public Set<String> audited(String otherThan, LocalDate since, LocalDate until) {
    return new HashSet<>(
        jdbc.queryForList(
            "select distinct c.child_id from practice_case c join practice_week w on w.week = c.week"
                + " where c.state = 'SAMPLE' and c.week <> ? and w.from_day >= ? and w.from_day <= ?",
            String.class,
            otherThan,
            Date.valueOf(since),
            Date.valueOf(until)));
  }

  /** Notes the forms that went out; those of the same key take the place of what was noted. */
  public void sent(String week, List<FormSent> forms) {
    for (FormSent one : forms) {
      jdbc.update("delete from practice_form where form = ?", one.form());
      jdbc.update(
          "insert into practice_form (form, week, number, child_id, auditor, moderation, locked_sha256)"
              + " values (?, ?, ?, ?, ?, ?, ?)",
          one.form(),
          week,
          one.number(),
          one.childId(),
          one.auditor(),
          one.moderation(),
          one.lockedSha256());
    }
  }

  /** The forms of a week that went out, by their keys. */
  public Map<String, FormSent> forms(String week) {
    Map<String, FormSent> forms = new HashMap<>();
    jdbc.query(
        "select form, number, child_id, auditor, moderation, locked_sha256 from practice_form where"
            + " week = ?",
        row -> {
          forms.put(
              row.getString("form"),
              new FormSent(
                  row.getString("form"),
                  row.getString("number"),
                  row.getString("child_id"),
                  row.getString("auditor"),
                  row.getBoolean("moderation"),
                  row.getString("locked_sha256")));
        },
        week);
    return forms;
  }

  /** The week that a form belongs to. */
  public Optional<String> findWeekOf(String form) {
    return jdbc
        .queryForList("select week from practice_form where form = ?", String.class, form)
        .stream()
        .findFirst();
  }

  /** Takes an audit in; one of the same form that stood before gives way. */
  public void keep(String week, Audit audit) {
    jdbc.update("delete from practice_audit where form = ?", audit.form());
    jdbc.update(
        "insert into practice_audit (form, week, child_id, file_sha256, faults, answers) values (?, ?,"
            + " ?, ?, ?, ?)",
        audit.form(),
        week,
        audit.childId(),
        audit.fileSha256(),
        audit.faults(),
        json.writeValueAsBytes(audit));
  }

  /** The audits of a week that were taken in. */
  public List<Audit> audits(String week) {
    return jdbc.query(
        "select answers from practice_audit where week = ? order by form",
        (row, number) -> json.readValue(row.getBytes("answers"), Audit.class),
        week);
  }

  /** Earlier overall grades by child, and then by week; of two auditors, the first's. */
  public Map<String, Map<String, Candidate.Graded>> grades() {
    Map<String, Map<String, Candidate.Graded>> grades = new HashMap<>();
    for (Drawn drawn : all()) {
      for (Audit audit : audits(drawn.week())) {
        Map<String, Candidate.Graded> ofChild =
            grades.computeIfAbsent(audit.childId(), key -> new HashMap<>());
        if (!audit.moderation() || !ofChild.containsKey(drawn.week())) {
          ofChild.put(drawn.week(), new Candidate.Graded(audit.quality(), audit.outcome()));
        }
      }
    }
    return grades;
  }

  /** Puts what an audit recommends in the place of what it recommended; what is done stays done. */
  public void recommend(String form, List<Recommendation> all) {
    Map<Integer, Recommendation> before = new HashMap<>();
    recommendations(" where form = ?", form).forEach(one -> before.put(one.item(), one));
    jdbc.update("delete from recommendation where form = ?", form);
    for (Recommendation one : all) {
      Recommendation was = before.get(one.item());
      insert(was != null && was.what().equals(one.what()) ? one.with(was.done(), was.note()) : one);
    }
  }

  private void insert(Recommendation one) {
    jdbc.update(
        "insert into recommendation (form, item, week, child_id, team, what, who, due, done, note)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.form(),
        one.item(),
        one.week(),
        one.childId(),
        one.team(),
        one.what(),
        one.who(),
        date(one.due()),
        date(one.done()),
        one.note());
  }

  /** Notes that something recommended was done, or why it was not. */
  public void done(String form, int item, @Nullable LocalDate done, String note) {
    jdbc.update(
        "update recommendation set done = ?, note = ? where form = ? and item = ?",
        date(done),
        note,
        form,
        item);
  }

  /** Everything recommended in any week. */
  public List<Recommendation> recommendations() {
    return recommendations("");
  }

  private List<Recommendation> recommendations(String where, Object... arguments) {
    return jdbc.query(
        "select form, item, week, child_id, team, what, who, due, done, note from recommendation"
            + where
            + " order by week, form, item",
        (row, number) ->
            new Recommendation(
                row.getString("form"),
                row.getInt("item"),
                row.getString("week"),
                row.getString("child_id"),
                row.getString("team"),
                row.getString("what"),
                row.getString("who"),
                day(row.getDate("due")),
                day(row.getDate("done")),
                row.getString("note")),
        arguments);
  }

  /** Forgets children altogether: of a draw, their places too. */
  public void forget(Set<String> childIds) {
    for (String table :
        List.of("practice_case", "practice_form", "practice_audit", "recommendation")) {
      for (String id : childIds) {
        jdbc.update("delete from " + table + " where child_id = ?", id);
      }
    }
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }
}
