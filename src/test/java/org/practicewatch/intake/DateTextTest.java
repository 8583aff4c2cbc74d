package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which councils' systems write dates, and those that would be a guess. */
class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31/03/2025 | 2025-03-31 | false",
        "1/4/2025 | 2025-04-01 | false",
        "01-04-2025 | 2025-04-01 | false",
        "01.04.2025 | 2025-04-01 | false",
        "2025-04-01 | 2025-04-01 | false",
        "2025/4/1 | 2025-04-01 | false",
        "01-Apr-2025 | 2025-04-01 | false",
        "1 April 2025 | 2025-04-01 | false",
        "1st April 2025 | 2025-04-01 | false",
        "30 Sept 2025 | 2025-09-30 | false",
        "31/03/2025 00:00:00 | 2025-03-31 | false",
        "31/03/2025 00:00 | 2025-03-31 | false",
        "31/03/2025 14:05:09 | 2025-03-31 | true",
        "31/03/2025 2:05 PM | 2025-03-31 | true",
        "31/03/2025 12:00:00 AM | 2025-03-31 | false",
        "2025-03-31T00:00:00 | 2025-03-31 | false",
        "2025-03-31T00:00:00.000+01:00 | 2025-03-31 | false",
        "2025-03-31 10:30:00.0000000 | 2025-03-31 | true",
        "29/02/2024 | 2024-02-29 | false",
        "45747 | 2025-03-31 | false",
        "45747.0 | 2025-03-31 | false",
        "45747.5 | 2025-03-31 | true",
        "31/12/9999 | 9999-12-31 | false",
        // SQL Server: its default, the others that it writes, and what sqlcmd prints
        "Jul 30 2017 12:00AM | 2017-07-30 | false",
        "Jul 3 2017 2:05PM | 2017-07-03 | true",
        "Jul 30 2017 12:00:00:000AM | 2017-07-30 | false",
        "30 Jul 2017 00:00:00:000 | 2017-07-30 | false",
        "Jul 30, 2017 | 2017-07-30 | false",
        "2017-07-30 00:00:00.000 | 2017-07-30 | false",
        "2017-07-30 00:00:00.0000000 +01:00 | 2017-07-30 | false",
        "20170730 | 2017-07-30 | false",
        "20170730 14:05:00 | 2017-07-30 | true",
        // Oracle
        "30-JUL-17 | 2017-07-30 | false",
        "30-JUL-98 | 1998-07-30 | false",
        "30-JUL-2017 | 2017-07-30 | false",
        "30-JUL-17 10.15.00.000000000 AM | 2017-07-30 | true",
        "30-JUL-17 12.00.00.000000000 AM +01:00 | 2017-07-30 | false",
        "30-JUL-17 00.00.00.000000 | 2017-07-30 | false",
        // Excel's long date, British and American
        "30 July 2017 | 2017-07-30 | false",
        "Sunday, 30 July 2017 | 2017-07-30 | false",
        "Sunday, July 30, 2017 | 2017-07-30 | false",
        "Sun 30 Jul 2017 | 2017-07-30 | false",
        // a serial number that is not exact
        "42946.99999999999 | 2017-07-31 | false",
        "42946.958333333336 | 2017-07-30 | true",
      })
  void a_form_that_is_plain_is_read(String text, LocalDate day, boolean timed) {
    assertThat(DateText.read(text))
        .hasValueSatisfying(
            read -> {
              assertThat(read.day()).isEqualTo(day);
              assertThat(read.timed()).isEqualTo(timed);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-07-30T23:00:00.000Z | 2017-07-31 | false",
        "2017-07-30T23:00:00Z | 2017-07-31 | false",
        "2017-07-30T22:59:59Z | 2017-07-30 | true",
        "2017-12-31T23:00:00Z | 2017-12-31 | true",
        "2017-12-31T00:00:00Z | 2017-12-31 | false",
        "2017-07-30T00:00:00Z | 2017-07-30 | true",
        "2017-07-31T00:00:00+01:00 | 2017-07-31 | false",
        "2017-07-31T00:00:00.000+0100 | 2017-07-31 | false",
        "2017-07-30 23:00:00+00 | 2017-07-31 | false",
        "2017-07-31T00:00+01:00[Europe/London] | 2017-07-31 | false",
        "2017-07-31T01:30:00+02:00 | 2017-07-31 | true",
        "2017-07-30T19:00:00-04:00 | 2017-07-31 | false",
        "30/07/2017 23:00:00 UTC | 2017-07-31 | false",
        "31/07/2017 00:00:00 +01:00 | 2017-07-31 | false",
        "31/07/2017 00:00 BST | 2017-07-31 | false",
        "Sun, 30 Jul 2017 23:00:00 GMT | 2017-07-31 | false",
        "Mon Jul 31 2017 00:00:00 GMT+0100 (British Summer Time) | 2017-07-31 | false",
        // the two nights of the year in which the clocks change
        "2018-03-24T23:00:00Z | 2018-03-24 | true",
        "2018-03-25T00:00:00Z | 2018-03-25 | false",
        "2018-03-25T23:00:00Z | 2018-03-26 | false",
        "2018-10-27T23:00:00Z | 2018-10-28 | false",
        "2018-10-29T00:00:00Z | 2018-10-29 | false",
        // a day of a zone is a day
        "2017-07-30Z | 2017-07-30 | false",
        "2017-07-30+01:00 | 2017-07-30 | false",
      })
  void a_moment_is_read_as_the_day_that_it_was_in_the_united_kingdom(
      String text, LocalDate day, boolean timed) {
    a_form_that_is_plain_is_read(text, day, timed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-07-31T00:00:00+02:00", // midnight there, the evening before here
        "2017-01-15T00:00:00+01:00",
        "2017-07-30T23:59:59.999Z", // the end of a day there, the next one here
        "2017-07-30T00:00:00+05:30",
        "2017-07-30T24:00:00",
        "2017-07-30T10:00:00+99:00",
        "2017-07-30T10:00:00 Paris",
      })
  void a_moment_that_may_be_meant_as_either_of_two_days_is_refused(String text) {
    assertThat(DateText.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13/25/2025", // month and day the American way round
        "31/06/2025",
        "29/02/2025",
        "31/03/25",
        "1-Apr-25",
        "03/2025",
        "March 2025",
        "2025",
        "20250231",
        "20251331",
        "31032025", // or is it a number?
        "00010101",
        "31/03-2025",
        "00/01/2025",
        "10:30",
        "10:30:00",
        "31/03/2025 25:00",
        "31/03/2025 approx",
        "zz/05/2020",
        "36",
        "4574",
        "457470",
        "today",
        "TBC",
        "not yet",
        "32 January 2025",
        "1 Foo 2025",
        "07/30/2017",
        "7/30/2017 12:00:00 AM",
        "Monday, 30 July 2017", // it was a Sunday
        "Someday, 30 July 2017",
        "Sunday",
        "Jul 32 2017",
        "30-JUL-",
        "17-07-30",
        "30-Jul-17", // two digits for a year are read of databases alone
      })
  void what_would_be_a_guess_is_refused(String text) {
    assertThat(DateText.read(text)).isEmpty();
  }
}
