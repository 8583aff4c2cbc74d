package org.practicewatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.EnglandAndWales;

/** Every line of the tables can be checked on a wall calendar with a finger. */
class WorkingDaysTest {

  private final WorkingDays calendar = EnglandAndWales.workingDays();

  // To check: gov.uk/bank-holidays, and a wall calendar.
  @ParameterizedTest
  @CsvSource({
    "2018-08-13, 20, 2018-09-11, skips the summer bank holiday 27 August",
    "2018-08-13, 15, 2018-09-04, the same for 15",
    "2018-08-13, 45, 2018-10-16, the same for 45",
    "2018-12-21, 20, 2019-01-23, skips 25 and 26 December and 1 January",
    "2019-03-04, 10, 2019-03-18, two plain weeks",
    "2025-04-10, 20, 2025-05-13, skips Good Friday and Easter Monday and early May",
    "2025-04-17,  1, 2025-04-22, Maundy Thursday to the Tuesday after Easter",
    "2024-12-24,  1, 2024-12-27, Christmas Eve",
    "2021-12-24,  1, 2021-12-29, Christmas on a Saturday: 27 and 28 December instead",
    "2022-12-23,  1, 2022-12-28, Christmas on a Sunday: 26 and 27 December instead",
    "2020-12-24,  1, 2020-12-29, Boxing Day on a Saturday: 28 December instead",
    "2021-12-31,  1, 2022-01-04, New Year's Day on a Saturday: 3 January instead",
    "2025-07-05,  1, 2025-07-07, from a Saturday day 1 is Monday",
    "2025-07-06,  1, 2025-07-07, from a Sunday day 1 is Monday",
    "2025-07-05, 20, 2025-08-01, four weeks from a Saturday end on a Friday",
    "2025-07-04,  5, 2025-07-11, a week from a Friday",
    "2022-06-01,  1, 2022-06-06, the Platinum Jubilee's Thursday and Friday",
    "2022-05-27,  1, 2022-05-30, no holiday on the last Monday of May 2022",
    "2022-09-16,  1, 2022-09-20, the state funeral",
    "2023-05-05,  1, 2023-05-09, the coronation",
    "2023-04-28,  6, 2023-05-10, early May and the coronation",
    "2020-05-01,  1, 2020-05-04, early May 2020 moved to Friday 8 May",
    "2020-05-07,  1, 2020-05-11, early May 2020 moved to Friday 8 May",
    "2012-06-01,  1, 2012-06-06, the Diamond Jubilee's Monday and Tuesday",
    "2011-04-28,  1, 2011-05-03, the royal wedding and early May",
    "2002-05-31,  1, 2002-06-05, the Golden Jubilee's Monday and Tuesday",
    "2024-02-28,  1, 2024-02-29, 29 February is a Thursday like another",
    "2025-07-05,  0, 2025-07-05, nothing to count"
  })
  void a_count_starts_the_day_after_day_0(LocalDate day0, int n, LocalDate expected, String why) {
    assertThat(calendar.plus(day0, n)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-22, -1, 2025-04-17, back over Easter",
    "2025-04-20, -1, 2025-04-17, back from Easter Sunday itself",
    "2024-12-27, -1, 2024-12-24, back over Christmas",
    "2025-07-07, -1, 2025-07-04, back from Monday to Friday",
    "2025-07-05, -1, 2025-07-04, back from Saturday to Friday",
    "2018-09-11, -20, 2018-08-13, the first review counted back to the start"
  })
  void a_count_may_go_back(LocalDate day0, int n, LocalDate expected, String why) {
    assertThat(calendar.plus(day0, n)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-08-13, 2018-09-11, 20",
    "2025-07-04, 2025-07-07, 1",
    "2025-07-04, 2025-07-06, 0",
    "2025-07-05, 2025-07-06, 0",
    "2025-04-17, 2025-04-21, 0",
    "2025-07-07, 2025-07-07, 0",
    "2025-07-07, 2025-07-04, -1"
  })
  void between_counts_the_last_day_and_not_the_first(LocalDate after, LocalDate upTo, int n) {
    assertThat(calendar.between(after, upTo)).isEqualTo(n);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-07-04, true, a Friday",
    "2025-07-05, false, a Saturday",
    "2025-07-06, false, a Sunday",
    "2025-04-18, false, Good Friday",
    "2025-04-21, false, Easter Monday",
    "2025-12-25, false, Christmas Day",
    "2025-12-24, true, Christmas Eve",
    "2025-12-29, true, a council may close between Christmas and New Year; the law does not",
    "2000-01-01, false, the first day covered is a Saturday",
    "2036-12-31, true, the last day covered"
  })
  void a_working_day_is_not_a_weekend_or_a_holiday(LocalDate day, boolean expected, String why) {
    assertThat(calendar.isWorkingDay(day)).as(why).isEqualTo(expected);
  }

  @Test
  void christmas_day_is_no_working_day_even_where_the_list_forgets_it() {
    WorkingDays forgetful = new WorkingDays(day("2025-01-01"), day("2025-12-31"), none());
    assertThat(forgetful.isWorkingDay(day("2025-12-25"))).isFalse();
    assertThat(forgetful.isWorkingDay(day("2025-12-26"))).isTrue();
  }

  @Test
  void every_count_agrees_with_walking_there_day_by_day() {
    for (LocalDate day0 = day("2019-12-20"); day0.getYear() < 2023; day0 = day0.plusDays(1)) {
      LocalDate walked = day0;
      for (int n = 1; n <= 65; n++) {
        do {
          walked = walked.plusDays(1);
        } while (!calendar.isWorkingDay(walked));
        assertThat(calendar.plus(day0, n)).isEqualTo(walked);
        assertThat(calendar.between(day0, walked)).isEqualTo(n);
      }
    }
  }

  @Test
  void a_count_that_leaves_the_covered_years_says_which_file_to_extend() {
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.plus(day("2036-12-30"), 20))
        .withMessage(
            "2037-01-01 cannot be counted: jobs/calendar/bank-holidays.yml covers 2000-01-01 to"
                + " 2036-12-31. Add the missing year.")
        .satisfies(beyond -> assertThat(beyond.day()).isEqualTo("2037-01-01"));
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.plus(day("2000-01-05"), -3))
        .satisfies(beyond -> assertThat(beyond.day()).isEqualTo("1999-12-31"));
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.plus(day("2000-01-05"), Integer.MIN_VALUE));
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.plus(day("2000-01-05"), Integer.MAX_VALUE));
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.plus(day("1999-12-31"), 1));
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.between(day("2036-12-01"), day("2037-01-01")));
    assertThatExceptionOfType(BeyondCalendar.class)
        .isThrownBy(() -> calendar.isWorkingDay(day("2037-01-01")));
  }

  @Test
  void the_calendar_knows_which_years_it_knows() {
    assertThat(calendar.covers(day("2000-01-01"))).isTrue();
    assertThat(calendar.covers(day("2036-12-31"))).isTrue();
    assertThat(calendar.covers(day("1999-12-31"))).isFalse();
    assertThat(calendar.covers(day("2037-01-01"))).isFalse();
  }

  @Test
  void a_holiday_outside_the_covered_years_is_a_mistake() {
    SortedSet<LocalDate> holidays = none();
    holidays.add(day("2026-01-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingDays(day("2025-01-01"), day("2025-12-31"), holidays));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingDays(day("2025-12-31"), day("2025-01-01"), none()));
  }

  private static SortedSet<LocalDate> none() {
    return new TreeSet<>();
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
