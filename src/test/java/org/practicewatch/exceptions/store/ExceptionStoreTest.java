package org.practicewatch.exceptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.casework.store.BulkRows;
import org.practicewatch.exceptions.AcceptanceAsked;
import org.practicewatch.exceptions.AcceptanceRules;
import org.practicewatch.exceptions.Balance;
import org.practicewatch.exceptions.EscalationRule;
import org.practicewatch.exceptions.Event;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Following;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.exceptions.WhatIsShown;
import org.practicewatch.exceptions.store.ExceptionStore.WeeklyRun;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A week is written as a whole or not at all, and read as it was written. */
class ExceptionStoreTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final ExceptionKey ONE = new ExceptionKey(Sort.PRACTICE, "1", "CP-VISIT");

  private SingleConnectionDataSource database;
  private ExceptionStore store;
  private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    database = new SingleConnectionDataSource("jdbc:hsqldb:mem:exceptions", "SA", "", true);
    new ResourceDatabasePopulator(
            new ClassPathResource("db/V8__exceptions.sql"),
            new ClassPathResource("db/V12__whose_line_was_refused.sql"))
        .execute(database);
    store = store(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  private static ExceptionStore store(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    return new ExceptionStore(jdbc, new BulkRows(jdbc));
  }

  @AfterEach
  void close() {
    new JdbcTemplate(database).execute("shutdown");
    database.destroy();
  }

  @Test
  void a_week_is_read_as_it_was_written() {
    Following.Week week = follow(0, shown(3), MergedIds.NONE);
    assertThat(store.all()).isEqualTo(week.exceptions());
    assertThat(store.all()).anyMatch(one -> one.acceptance() != null);
    assertThat(store.events(FIRST)).isEqualTo(week.events());
    assertThat(store.balances(FIRST)).isEqualTo(week.balances());
    assertThat(store.refusals(FIRST)).isEqualTo(week.refused()).isNotEmpty();
    assertThat(store.findLast()).contains(new WeeklyRun("w0", FIRST, 7, false));
    assertThat(store.wasReturned("sha w0")).isTrue();
    assertThat(store.wasReturned("another")).isFalse();
    store.compose("w0");
    assertThat(store.findWeek("w0").orElseThrow().composed()).isTrue();
  }

  @Test
  void each_week_begins_where_the_last_one_ended_and_histories_are_kept() {
    follow(0, shown(3), MergedIds.NONE);
    follow(1, Map.of(), MergedIds.NONE);
    follow(2, shown(3), MergedIds.NONE);
    assertThat(store.history(ONE))
        .extracting(Event::what)
        .containsExactly(Event.What.NEW, Event.What.LAPSED, Event.What.REOPENED);
    assertThat(store.weeksUntil(FIRST.plusWeeks(2), 2))
        .containsExactly(FIRST.plusWeeks(1), FIRST.plusWeeks(2));
    assertThat(store.findBefore(FIRST.plusWeeks(2)).orElseThrow().week()).isEqualTo("w1");
  }

  @Test
  void a_process_that_dies_in_the_middle_leaves_the_week_before() {
    Following.Week before = follow(0, shown(3), MergedIds.NONE);
    Following.Week next = outcome(1, Map.of(), MergedIds.NONE);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      store.follow(run(1), next, List.of("sha"));
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(store.all()).isEqualTo(before.exceptions());
    assertThat(store.events(FIRST.plusWeeks(1))).isEmpty();
    assertThat(store.findLast().orElseThrow().week()).isEqualTo("w0");
    assertThat(store.wasReturned("sha")).isFalse();
  }

  @Test
  void a_week_is_not_followed_twice() {
    Following.Week before = follow(0, shown(3), MergedIds.NONE);
    assertThatThrownBy(() -> follow(0, shown(5), MergedIds.NONE)).isNotNull();
    assertThat(store.all()).isEqualTo(before.exceptions());
  }

  @Test
  void of_a_child_that_is_forgotten_nothing_is_left_and_the_sums_still_hold() {
    follow(0, shown(5), MergedIds.NONE);
    transaction.executeWithoutResult(status -> store.forget(Set.of("1", "4")));
    transaction.executeWithoutResult(status -> store.forget(Set.of("1", "4")));
    assertThat(store.all()).noneMatch(one -> Set.of("1", "4").contains(one.key().subject()));
    assertThat(store.history(ONE)).isEmpty();
    List<Balance> last = store.balances(FIRST);
    assertThat(last).allMatch(Balance::isBalanced);
    Following.Week next = follow(1, Map.of(), MergedIds.NONE);
    assertThat(next.balances().stream().mapToInt(Balance::before).sum())
        .isEqualTo(last.stream().mapToInt(Balance::now).sum());
  }

  @Test
  void a_history_goes_on_under_the_id_by_which_the_child_is_known_now() {
    follow(0, shown(2), MergedIds.NONE);
    follow(1, Map.of(), new MergedIds(Map.of("1", "1001")));
    assertThat(store.history(ONE)).isEmpty();
    assertThat(store.history(new ExceptionKey(Sort.PRACTICE, "1001", "CP-VISIT")))
        .extracting(Event::what)
        .containsExactly(Event.What.NEW, Event.What.LAPSED);
  }

  @Test
  void ten_thousand_exceptions_are_followed() {
    follow(0, shown(10_000), MergedIds.NONE);
    follow(1, shown(10_000), MergedIds.NONE);
    assertThat(store.all()).hasSize(10_000);
  }

  private static Map<ExceptionKey, Shown> shown(int many) {
    Map<ExceptionKey, Shown> shown = new HashMap<>();
    for (int child = 1; child <= many; child++) {
      ExceptionKey key = new ExceptionKey(Sort.PRACTICE, String.valueOf(child), "CP-VISIT");
      shown.put(
          key,
          new Shown(
              key,
              "Team " + child % 80,
              "a worker",
              FIRST.minusDays(40),
              FIRST.minusDays(12),
              child % 2 == 0 ? null : FIRST.minusDays(40),
              child % 3 == 0 ? null : 12,
              1,
              "",
              "visits.csv!!C" + child));
    }
    return shown;
  }

  private Following.Week outcome(int week, Map<ExceptionKey, Shown> shown, MergedIds merged) {
    LocalDate night = FIRST.plusWeeks(week);
    List<AcceptanceAsked> asked = new ArrayList<>();
    for (String subject : List.of("2", "none")) {
      asked.add(
          new AcceptanceAsked(
              "a.xlsx",
              "Data!M4",
              new ExceptionKey(Sort.PRACTICE, subject, "CP-VISIT").line(),
              subject,
              night.plusWeeks(2),
              "soon",
              "Family refuses",
              "a note",
              "A manager"));
    }
    return Following.week(
        store.all(),
        new WhatIsShown(
            night, shown, Set.of("CP-VISIT"), Set.of("CP-VISIT"), Map.of(), Set.of(), Set.of()),
        asked,
        new AcceptanceRules(4, List.of("Family refuses"), new HashSet<>(), new HashSet<>()),
        List.of(new EscalationRule(Severity.HIGH, 3, Level.SERVICE)),
        key -> Severity.HIGH,
        merged);
  }

  private Following.Week follow(int week, Map<ExceptionKey, Shown> shown, MergedIds merged) {
    Following.Week outcome = outcome(week, shown, merged);
    transaction.executeWithoutResult(
        status -> store.follow(run(week), outcome, List.of("sha w" + week)));
    return outcome;
  }

  private static WeeklyRun run(int week) {
    return new WeeklyRun("w" + week, FIRST.plusWeeks(week), 7, false);
  }
}
