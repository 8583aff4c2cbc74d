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
        "2025-03-31T23:00:00Z | 2025-03-31 | true",
        "2025-03-31T00:00:00.000+01:00 | 2025-03-31 | false",
        "2025-03-31 10:30:00.0000000 | 2025-03-31 | true",
        "29/02/2024 | 2024-02-29 | false",
        "45747 | 2025-03-31 | false",
        "45747.0 | 2025-03-31 | false",
        "45747.5 | 2025-03-31 | true",
        "31/12/9999 | 9999-12-31 | false",
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
        "20250331", // or is it a number?
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
      })
  void what_would_be_a_guess_is_refused(String text) {
    assertThat(DateText.read(text)).isEmpty();
  }
}
