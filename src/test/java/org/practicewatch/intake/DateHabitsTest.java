package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Gap;
import org.practicewatch.intake.Sheet.Read;
import org.practicewatch.intake.SourceCell.Kind;

/** What the dates of one column say of each other, and one alone cannot say of itself. */
class DateHabitsTest {

  private static final String REVIEWS = "CHILD|DOB|REVIEW|REVIEW_CODE";

  private static Read texts(String... dates) {
    Sheet sheet = Sheet.of(REVIEWS);
    for (int i = 0; i < dates.length; i++) {
      sheet.row(String.valueOf(i + 1), "", dates[i], "PN1");
    }
    return sheet.read();
  }

  private static Read cells(Kind kind, String... moments) {
    Sheet sheet = Sheet.of(REVIEWS);
    for (int i = 0; i < moments.length; i++) {
      sheet.row(
          new SourceCell(0, Kind.TEXT, String.valueOf(i + 1), null),
          new SourceCell(2, kind, "43000.5", LocalDateTime.parse(moments[i])));
    }
    return sheet.read();
  }

  private static LocalDate[] days(Read read) {
    return read.all(Activity.class).stream().map(Activity::on).toArray(LocalDate[]::new);
  }

  @ParameterizedTest
  @CsvSource({"DATE", "NUMBER"})
  void cells_at_23_in_summer_and_midnight_in_winter_are_midnights_of_utc(Kind kind) {
    Read read = cells(kind, "2017-07-30T23:00", "2017-12-04T00:00", "2018-03-25T23:00");
    assertThat(days(read))
        .containsExactly(
            LocalDate.of(2017, 7, 31), LocalDate.of(2017, 12, 4), LocalDate.of(2018, 3, 26));
    assertThat(read.checks()).contains("midnights of another clock");
    assertThat(read.issue("midnights of another clock").problem()).contains("2 rows");
  }

  @Test
  void texts_and_serial_numbers_in_a_csv_are_judged_alike() {
    assertThat(days(texts("30/07/2017 23:00", "31/07/2017 23:00:00")))
        .containsExactly(LocalDate.of(2017, 7, 31), LocalDate.of(2017, 8, 1));
    assertThat(days(texts("42946.9583333333", "42947.958333", "43073")))
        .containsExactly(
            LocalDate.of(2017, 7, 31), LocalDate.of(2017, 8, 1), LocalDate.of(2017, 12, 4));
  }

  @Test
  void where_others_of_summer_stand_at_midnight_nobody_can_tell_the_day_of_one_at_23() {
    Read read = cells(Kind.DATE, "2017-07-30T23:00", "2017-07-10T00:00", "2017-12-04T00:00");
    assertThat(days(read)).containsExactly(LocalDate.of(2017, 7, 10), LocalDate.of(2017, 12, 4));
    assertThat(read.all(Gap.class)).hasSize(1);
    assertThat(read.issue("day in doubt").problem()).contains("It stands at 23:00");
  }

  @Test
  void one_alone_shows_nothing_and_is_told() {
    assertThat(cells(Kind.DATE, "2017-07-30T23:00").checks()).containsExactly("day in doubt");
  }

  @Test
  void among_other_times_of_day_23_is_one_of_them() {
    Read read = cells(Kind.DATE, "2017-07-30T23:00", "2017-07-10T10:30", "2017-12-04T14:05");
    assertThat(days(read))
        .containsExactly(
            LocalDate.of(2017, 7, 30), LocalDate.of(2017, 7, 10), LocalDate.of(2017, 12, 4));
    assertThat(read.checks()).containsExactly("dates with a time");
  }

  @Test
  void midnights_of_central_europe_are_told_and_not_believed() {
    assertThat(cells(Kind.DATE, "2017-07-30T22:00", "2017-12-03T23:00").checks())
        .containsExactly("day in doubt", "day in doubt");
    assertThat(texts("2017-07-30T22:00:00Z", "2017-12-03T23:00:00Z").checks())
        .containsExactly("day in doubt", "day in doubt");
  }

  @Test
  void the_end_of_a_day_as_databases_write_it_stays_on_its_day() {
    assertThat(days(texts("2017-07-30 23:59:59.997", "2017-07-31 23:59:59.997")))
        .containsExactly(LocalDate.of(2017, 7, 30), LocalDate.of(2017, 7, 31));
  }

  @Test
  void moments_are_told_once_for_their_column() {
    Read read = texts("2017-07-30T23:00:00.000Z", "2017-07-31T23:00:00.000Z");
    assertThat(days(read)).containsExactly(LocalDate.of(2017, 7, 31), LocalDate.of(2017, 8, 1));
    assertThat(read.checks()).containsExactly("moments of a time zone");
  }

  @Test
  void where_two_dates_have_the_month_first_none_that_could_have_it_is_believed() {
    Read read = texts("07/30/2017", "08/25/2017", "07/08/2017", "05/05/2017");
    assertThat(days(read)).containsExactly(LocalDate.of(2017, 5, 5));
    assertThat(read.checks()).containsExactly("not a date", "not a date", "day or month first");
  }

  @Test
  void one_date_with_the_month_first_is_a_slip_and_changes_no_other() {
    Read read = texts("07/30/2017", "07/08/2017", "15/08/2017");
    assertThat(days(read)).containsExactly(LocalDate.of(2017, 8, 7), LocalDate.of(2017, 8, 15));
  }

  @Test
  void dates_that_excel_turned_round_are_not_believed() {
    Sheet sheet = Sheet.of(REVIEWS);
    String[] days = {"2017-08-07", "2017-09-11", "2017-10-02"};
    for (String day : days) {
      sheet.row(
          new SourceCell(0, Kind.TEXT, "C" + day, null),
          new SourceCell(2, Kind.DATE, day, LocalDate.parse(day).atStartOfDay()));
    }
    Read read = sheet.row("8", "", "07/30/2017", "").row("9", "", "08/25/2017", "").read();
    assertThat(days(read)).isEmpty();
    assertThat(read.checks()).filteredOn(check -> check.equals("day or month first")).hasSize(3);
  }
}
