package org.practicewatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.calendar.Length.Unit;
import org.practicewatch.fixtures.EnglandAndWales;
import tools.jackson.dataformat.yaml.YAMLMapper;

class LengthTest {

  private final WorkingDays calendar = EnglandAndWales.workingDays();

  @ParameterizedTest
  @CsvSource({
    "2018-08-13, 20 working days, 2018-09-11, the summer bank holiday is skipped",
    "2025-04-10, 20 working days, 2025-05-13, Easter and early May are skipped",
    "2025-07-05, 1 working day, 2025-07-07, from a Saturday",
    "2025-07-05, 1 week, 2025-07-12, a week is seven days and may end at a weekend",
    "2025-07-05, 6 weeks, 2025-08-16, six weeks",
    "2025-07-05, 45 days, 2025-08-19, days",
    "2025-08-31, 6 months, 2026-02-28, 31 August and 6 months",
    "2023-08-31, 6 months, 2024-02-29, the same before a leap day",
    "2025-08-30, 6 months, 2026-02-28, 30 August as well",
    "2025-11-30, 3 months, 2026-02-28, 30 November and 3 months",
    "2025-05-31, 1 month, 2025-06-30, a short month",
    "2024-02-29, 1 year, 2025-02-28, 29 February",
    "2024-02-29, 3 months, 2024-05-29, 29 February is no month end for counting on",
    "2025-02-28, 6 months, 2025-08-28, nor is 28 February",
    "2025-07-05, 0 days, 2025-07-05, the same day"
  })
  void day_0_is_not_counted(LocalDate day0, String length, LocalDate expected, String why) {
    assertThat(Length.parse(length).after(day0, calendar)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-04, 10 working days, 2019-03-15, a visit on Monday 4 March is day 1",
    "2025-07-05, 10 working days, 2025-07-18, a Saturday is none of the ten",
    "2025-07-07, 1 working day, 2025-07-07, the day itself",
    "2025-01-06, 26 weeks, 2025-07-06, 26 weeks beginning with Monday 6 January end on a Sunday",
    "2025-07-05, 1 day, 2025-07-05, the day itself",
    "2025-03-15, 3 months, 2025-06-14, three months beginning with 15 March",
    "2024-02-29, 1 year, 2025-02-27, a day before the clamped date"
  })
  void the_first_day_may_be_counted(LocalDate day0, String length, LocalDate last, String why) {
    assertThat(Length.parse(length).afterCountingFirstDay(day0, calendar)).as(why).isEqualTo(last);
  }

  @Test
  void calendar_units_ask_nothing_of_the_list_of_bank_holidays() {
    assertThat(Length.parse("6 months").after(LocalDate.parse("2050-01-01"), calendar))
        .isEqualTo("2050-07-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 working day",
        "20 working days",
        "1 day",
        "45 days",
        "1 week",
        "6 weeks",
        "1 month",
        "3 months",
        "1 year",
        "2 years"
      })
  void a_length_prints_as_it_is_written(String sentence) {
    assertThat(Length.parse(sentence)).hasToString(sentence);
  }

  @Test
  void spaces_do_not_matter() {
    assertThat(Length.parse(" 20  working days ")).isEqualTo(new Length(20, Unit.WORKING_DAYS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "20", "working days", "-3 days", "2.5 weeks", "3 moons", "12345 days"})
  void what_cannot_be_read_is_answered_with_the_known_words(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Length.parse(text))
        .withMessageContaining("\"" + text + "\"")
        .withMessageContaining("working days, days, weeks, months, years");
  }

  @Test
  void a_length_is_not_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Length(-1, Unit.DAYS));
  }

  @ParameterizedTest
  @CsvSource({
    "10 working days, 14",
    "35 working days, 49",
    "45 days, 45",
    "6 weeks, 42",
    "3 months, 90",
    "1 year, 365"
  })
  void lengths_can_be_roughly_compared(String length, int days) {
    assertThat(Length.parse(length).roughDays()).isEqualTo(days);
  }

  @Test
  void settings_hold_a_length_as_one_sentence() {
    YAMLMapper yaml = new YAMLMapper();
    Length sixWeeks = new Length(6, Unit.WEEKS);
    assertThat(yaml.readValue("6 weeks", Length.class)).isEqualTo(sixWeeks);
    assertThat(yaml.writeValueAsString(sixWeeks)).contains("6 weeks");
  }
}
