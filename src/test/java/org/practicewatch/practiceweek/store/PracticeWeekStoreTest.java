package org.practicewatch.practiceweek.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.fixtures.PostgreSql;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.Auditor.Depth;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.DrawnCase.State;
import org.practicewatch.practiceweek.FormSent;
import org.practicewatch.practiceweek.Grade;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.practiceweek.store.PracticeWeekStore.Drawn;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws, forms, audits and recommendations are kept as they were, on both engines. */
@ParameterizedClass
@EnumSource
@Tag("machine")
class PracticeWeekStoreTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  enum Engine {
    HSQLDB("longvarbinary"),
    POSTGRESQL("bytea");

    private final String bytes;

    Engine(String bytes) {
      this.bytes = bytes;
    }

    String newDatabase() {
      return this == HSQLDB
          ? "jdbc:hsqldb:mem:practice-week-store;hsqldb.tx=mvcc"
          : PostgreSql.newDatabase();
    }
  }

  private final Engine engine;
  private DriverManagerDataSource database;
  private PracticeWeekStore store;
  private TransactionTemplate transaction;

  PracticeWeekStoreTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() throws Exception {
    database = new DriverManagerDataSource(engine.newDatabase());
    for (String tables :
        List.of("V9__outbox.sql", "V10__practice_weeks.sql", "V13__one_letter_a_person.sql")) {
      String sql =
          Files.readString(Path.of("src/main/resources/db", tables))
              .replace("${bytes}", engine.bytes);
      new ResourceDatabasePopulator(new ByteArrayResource(sql.getBytes())).execute(database);
    }
    JdbcTemplate jdbc = new JdbcTemplate(database);
    store = new PracticeWeekStore(jdbc, new BulkRows(jdbc));
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @AfterEach
  void close() {
    if (engine == Engine.HSQLDB) {
      new JdbcTemplate(database).execute("shutdown");
    }
  }

  private static DrawnCase drawn(String childId, State state, int rank) {
    return new DrawnCase(
        "Plant ar gynllun – “A”",
        "All",
        rank,
        "0".repeat(64),
        childId,
        state,
        state == State.SAMPLE ? "A-0" + rank : "",
        state == State.SAMPLE ? "A01" : "",
        "",
        state == State.SAMPLE ? Depth.IN_DEPTH : null,
        "East",
        "Looked after",
        "5 to 9",
        "Not recorded",
        "");
  }

  private static Drawn week(String id, LocalDate from) {
    return new Drawn(
        id, "Practice Week", from, from.plusDays(4), from.minusDays(9), from, "{\"seed\": \"s\"}");
  }

  private static Audit audit(boolean moderation, @Nullable Grade quality) {
    return new Audit(
        moderation ? "f2" : "f1",
        "A-01",
        "C1",
        "A01",
        moderation,
        quality,
        Grade.GOOD,
        Map.of("Assessment", new Audit.InDomain(Grade.GOOD, null, "The plan")),
        Map.of("voice", "Said so."),
        "Home visit",
        MONDAY,
        List.of(new Audit.Feature(true, "Assessment", "Clear")),
        Map.of("LAC-VISIT", "It was on 3 May"),
        List.of(new Audit.Recommended(1, "A plan", "Worker", MONDAY)),
        false,
        "",
        "1".repeat(64),
        0);
  }

  private static Recommendation recommended(String what, @Nullable LocalDate done) {
    return new Recommendation(
        "f1", 1, "w1", "C1", "East", what, "Worker", MONDAY, done, done == null ? "" : "so");
  }

  @Test
  void a_draw_is_kept_as_it_was_made_and_its_cases_in_their_order() {
    List<DrawnCase> cases = List.of(drawn("C2", State.SAMPLE, 1), drawn("C1", State.RESERVE, 2));
    transaction.executeWithoutResult(done -> store.publish(week("w1", MONDAY), cases));
    assertThat(store.find("w1")).contains(week("w1", MONDAY));
    assertThat(store.cases("w1")).isEqualTo(cases);
    assertThat(store.find("w2")).isEmpty();
  }

  @Test
  void who_was_drawn_counts_as_audited_and_reserves_and_those_replaced_do_not() {
    transaction.executeWithoutResult(
        done ->
            store.publish(
                week("w1", MONDAY),
                List.of(
                    drawn("C1", State.SAMPLE, 1),
                    drawn("C2", State.RESERVE, 2),
                    drawn("C3", State.REPLACED, 3))));
    assertThat(store.audited("w2", MONDAY, MONDAY)).containsExactly("C1");
    assertThat(store.audited("w1", MONDAY, MONDAY)).isEmpty();
    assertThat(store.audited("w2", MONDAY.plusDays(1), MONDAY.plusYears(1))).isEmpty();
  }

  @Test
  void an_audit_comes_back_as_it_was_and_the_first_grades_count() {
    transaction.executeWithoutResult(done -> store.publish(week("w1", MONDAY), List.of()));
    store.keep("w1", audit(true, Grade.INADEQUATE));
    store.keep("w1", audit(false, null));
    store.keep("w1", audit(false, Grade.OUTSTANDING));
    assertThat(store.audits("w1"))
        .containsExactly(audit(false, Grade.OUTSTANDING), audit(true, Grade.INADEQUATE));
    assertThat(store.grades().get("C1").get("w1").quality()).isEqualTo(Grade.OUTSTANDING);
  }

  @Test
  void what_is_done_stays_done_when_a_form_comes_again_and_not_when_it_asks_for_something_else() {
    store.recommend("f1", List.of(recommended("A plan", null)));
    store.done("f1", 1, MONDAY, "so");
    store.recommend("f1", List.of(recommended("A plan", null)));
    assertThat(store.recommendations()).containsExactly(recommended("A plan", MONDAY));
    store.recommend("f1", List.of(recommended("Another plan", null)));
    assertThat(store.recommendations()).containsExactly(recommended("Another plan", null));
  }

  @Test
  void a_form_is_known_by_its_key_and_a_child_can_be_forgotten() {
    FormSent form = new FormSent("f1", "A-01", "C1", "A01", true, "2".repeat(64));
    store.sent("w1", List.of(form));
    store.sent("w1", List.of(form));
    assertThat(store.forms("w1")).containsExactly(Map.entry("f1", form));
    assertThat(store.findWeekOf("f1")).contains("w1");
    store.recommend("f1", List.of(recommended("A plan", null)));
    store.forget(Set.of("C1"));
    assertThat(store.forms("w1")).isEmpty();
    assertThat(store.recommendations()).isEmpty();
  }
}
