package org.practicewatch.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicewatch.fixtures.EnglandAndWales;

/** The shipped list against the Act, worked out here a second time by other means. */
class BankHolidaysTest {

  /**
   * The full moon that Easter Sunday follows, by golden number, as the table in the Book of Common
   * Prayer has it for 1900 to 2199.
   */
  private static final List<String> PASCHAL_FULL_MOON =
      List.of(
          "04-14", "04-03", "03-23", "04-11", "03-31", "04-18", "04-08", "03-28", "04-16", "04-05",
          "03-25", "04-13", "04-02", "03-22", "04-10", "03-30", "04-17", "04-07", "03-27");

  private static final Map<LocalDate, LocalDate> MOVED_BY_PROCLAMATION =
      Map.of(
          LocalDate.parse("2002-05-27"), LocalDate.parse("2002-06-04"),
          LocalDate.parse("2012-05-28"), LocalDate.parse("2012-06-04"),
          LocalDate.parse("2020-05-04"), LocalDate.parse("2020-05-08"),
          LocalDate.parse("2022-05-30"), LocalDate.parse("2022-06-02"));

  private static final List<LocalDate> ADDED_BY_PROCLAMATION =
      List.of(
          LocalDate.parse("2002-06-03"),
          LocalDate.parse("2011-04-29"),
          LocalDate.parse("2012-06-05"),
          LocalDate.parse("2022-06-03"),
          LocalDate.parse("2022-09-19"),
          LocalDate.parse("2023-05-08"));

  static IntStream years() {
    return IntStream.rangeClosed(2000, 2036);
  }

  @Test
  void every_year_from_2000_to_2036_is_listed() {
    assertThat(EnglandAndWales.bankHolidays().keySet())
        .containsExactlyElementsOf(years().boxed().toList());
    assertThat(EnglandAndWales.workingDays().from()).isEqualTo("2000-01-01");
    assertThat(EnglandAndWales.workingDays().to()).isEqualTo("2036-12-31");
  }

  @ParameterizedTest
  @MethodSource("years")
  void a_year_holds_the_days_of_the_act_and_the_proclamations_in_order(int year) {
    assertThat(EnglandAndWales.bankHolidays().get(year)).containsExactlyElementsOf(workedOut(year));
  }

  // To check: gov.uk/bank-holidays. 2022 to 2027 agree with Data to Insight's published list too.
  @ParameterizedTest
  @CsvSource({
    "2017, 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    "2018, 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    "2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    "2028, 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
  })
  void a_recent_year_is_as_published(int year, String days) {
    assertThat(EnglandAndWales.bankHolidays().get(year))
        .containsExactlyElementsOf(
            Stream.of(days.split(" ")).map(day -> LocalDate.parse(year + "-" + day)).toList());
  }

  @Test
  void every_line_is_a_date_and_a_name() {
    assertThat(EnglandAndWales.lines())
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\S.+"));
  }

  @Test
  void no_holiday_falls_at_a_weekend() {
    assertThat(EnglandAndWales.bankHolidays().values().stream().flatMap(List::stream))
        .noneMatch(day -> day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY);
  }

  private static List<LocalDate> workedOut(int year) {
    LocalDate easter =
        LocalDate.parse(year + "-" + PASCHAL_FULL_MOON.get(year % 19)).with(next(SUNDAY));
    TreeSet<LocalDate> days = new TreeSet<>();
    days.add(weekdayOnOrAfter(LocalDate.of(year, 1, 1)));
    days.add(easter.minusDays(2));
    days.add(easter.plusDays(1));
    LocalDate may = LocalDate.of(year, 5, 1);
    Stream.of(may.with(firstInMonth(MONDAY)), may.with(lastInMonth(MONDAY)))
        .forEach(day -> days.add(MOVED_BY_PROCLAMATION.getOrDefault(day, day)));
    days.add(LocalDate.of(year, 8, 1).with(lastInMonth(MONDAY)));
    ADDED_BY_PROCLAMATION.stream().filter(day -> day.getYear() == year).forEach(days::add);
    LocalDate christmas = LocalDate.of(year, 12, 25);
    switch (christmas.getDayOfWeek()) {
      case FRIDAY -> days.addAll(List.of(christmas, christmas.plusDays(3)));
      case SATURDAY -> days.addAll(List.of(christmas.plusDays(2), christmas.plusDays(3)));
      case SUNDAY -> days.addAll(List.of(christmas.plusDays(1), christmas.plusDays(2)));
      default -> days.addAll(List.of(christmas, christmas.plusDays(1)));
    }
    return List.copyOf(days);
  }

  private static LocalDate weekdayOnOrAfter(LocalDate day) {
    return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY
        ? day.with(nextOrSame(MONDAY))
        : day;
  }
}
