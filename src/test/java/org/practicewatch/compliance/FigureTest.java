package org.practicewatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

  private static Figure figure(int numerator, int denominator) {
    LocalDate day = LocalDate.parse("2025-06-30");
    return new Figure(
        Figure.Level.TEAM, "", "", Figure.Measure.DONE, day, day, numerator, denominator, 0);
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 33.3", "2, 3, 66.7", "1, 800, 0.1", "1, 2000, 0.1", "1, 2001, 0.0", "5, 5, 100.0"})
  void a_percentage_is_half_up_to_one_decimal(int numerator, int denominator, String percent) {
    assertThat(figure(numerator, denominator).percent()).hasToString(percent);
  }

  @Test
  void nought_out_of_nought_is_no_percentage() {
    assertThat(figure(0, 0).percent()).isNull();
  }
}
