package org.practicewatch.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.fixtures.InventedChild.child;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.calendar.Length;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Span;
import org.practicewatch.casework.Timeline;
import org.practicewatch.fixtures.InventedChild;

class TimescalesTest {

  private static final WorkingDays CALENDAR = Shipped.calendar();

  private static Timescale.Count count(InventedChild child, String since, int done) {
    Timeline timeline = child.asAt("2026-06-30");
    Span plan =
        child
            .plan("child protection plan", since)
            .asAt("2026-06-30")
            .spans("child protection plan")
            .get(0);
    return new Timescale.Count(
        timeline, plan, 1, null, LocalDate.parse(since), done, Counting.EXCLUSIVE, CALENDAR);
  }

  private static LocalDate due(Timescale clock, InventedChild child, String since, int done) {
    return clock.next(count(child, since, done)).on();
  }

  @Test
  void in_turn_the_last_length_repeats() {
    InTurn clock =
        new InTurn(
            List.of(Length.parse("2 weeks"), Length.parse("3 months"), Length.parse("6 months")));
    assertThat(due(clock, child("C1"), "2025-01-06", 0)).isEqualTo("2025-01-20");
    assertThat(due(clock, child("C1"), "2025-01-06", 1)).isEqualTo("2025-04-06");
    assertThat(due(clock, child("C1"), "2025-01-06", 2)).isEqualTo("2025-07-06");
    assertThat(due(clock, child("C1"), "2025-01-06", Timescale.Count.MANY)).isEqualTo("2025-07-06");
  }

  @Test
  void within_is_due_once() {
    Within clock = new Within(Length.parse("15 working days"));
    assertThat(due(clock, child("C1"), "2018-08-13", 0)).isEqualTo("2018-09-04");
    assertThat(clock.next(count(child("C1"), "2018-08-13", 1))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // born, the last, due
    "2019-11-02, 2024-05-01, 2024-11-01",
    "2019-11-01, 2024-05-01, 2025-05-01",
    "2020-02-29, 2024-08-28, 2025-02-28",
    "2020-02-29, 2024-09-01, 2025-09-01",
  })
  void by_age_it_is_the_age_on_the_day_it_is_due(String born, String since, LocalDate due) {
    ByAge clock = new ByAge(5, Length.parse("6 months"), Length.parse("12 months"));
    assertThat(due(clock, child("C1").born(born), since, 1)).isEqualTo(due);
  }

  @Test
  void counted_inclusively_the_day_itself_is_the_first() {
    LocalDate monday = LocalDate.parse("2019-03-04");
    Length ten = Length.parse("10 working days");
    assertThat(Counting.EXCLUSIVE.last(ten, monday, CALENDAR)).isEqualTo("2019-03-18");
    assertThat(Counting.INCLUSIVE.last(ten, monday, CALENDAR)).isEqualTo("2019-03-15");
    assertThat(Counting.INCLUSIVE.last(Length.parse("26 weeks"), monday, CALENDAR))
        .isEqualTo("2019-09-01");
  }

  @Test
  void a_version_is_in_force_on_its_first_and_last_day() {
    InForce version = new InForce(LocalDate.parse("2025-04-01"), LocalDate.parse("2026-03-31"));
    assertThat(version.on(LocalDate.parse("2025-03-31"))).isFalse();
    assertThat(version.on(LocalDate.parse("2025-04-01"))).isTrue();
    assertThat(version.on(LocalDate.parse("2026-03-31"))).isTrue();
    assertThat(version.on(LocalDate.parse("2026-04-01"))).isFalse();
  }

  private static Timeliness last(String standard, InventedChild child, String asAt) {
    List<Obligation> owed =
        Shipped.standard(standard).owedTo(child.asAt(asAt), Shipped.EVENTS, CALENDAR);
    return owed.get(owed.size() - 1).timeliness();
  }

  @ParameterizedTest
  @CsvSource({
    // ten working days: two working days before Monday 18 March
    "CP-VISIT, 2019-03-13, NOT_YET_DUE",
    "CP-VISIT, 2019-03-14, DUE_SOON",
    "CP-VISIT, 2019-03-18, DUE_SOON",
    "CP-VISIT, 2019-03-19, OVERDUE",
    // twenty working days: five before Monday 1 April
    "CIN-VISIT, 2019-03-24, NOT_YET_DUE",
    "CIN-VISIT, 2019-03-25, DUE_SOON",
    "CIN-VISIT, 2019-04-01, DUE_SOON",
    "CIN-VISIT, 2019-04-02, OVERDUE",
    // three months: twenty before Tuesday 4 June, over the two May holidays
    "CP-REVIEW, 2019-05-02, NOT_YET_DUE",
    "CP-REVIEW, 2019-05-03, DUE_SOON",
    "CP-REVIEW, 2019-06-04, DUE_SOON",
    "CP-REVIEW, 2019-06-05, OVERDUE",
  })
  void it_is_due_soon_from_as_long_before_as_the_contract_says(
      String standard, String asAt, Timeliness expected) {
    InventedChild child =
        child("C1")
            .plan(
                standard.startsWith("CIN") ? "child in need plan" : "child protection plan",
                "2019-03-04");
    assertThat(last(standard, child, asAt)).isEqualTo(expected);
  }

  @Test
  void beyond_the_calendar_nobody_can_tell() {
    LocalDate end = CALENDAR.to();
    InventedChild child = child("C1").plan("child protection plan", end.minusDays(3).toString());
    assertThat(last("CP-VISIT", child, end.minusDays(1).toString()))
        .isEqualTo(Timeliness.CANNOT_TELL);
  }
}
