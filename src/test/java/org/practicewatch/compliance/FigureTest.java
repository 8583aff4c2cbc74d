package org.practicewatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;

class FigureTest {

  private static Figure figure(int numerator, int denominator) {
    LocalDate day = LocalDate.parse("2025-06-30");
    return new Figure(
        Figure.Level.TEAM, "", "", Figure.Measure.DONE, day, day, numerator, denominator, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 33.3",
    "2, 3, 66.7",
    "1, 800, 0.1",
    "1, 2000, 0.1",
    "1, 2001, 0.0",
    "257, 400, 64.3",
    "1009, 2000, 50.5",
    "1999, 2000, 100.0",
    "1998, 2000, 99.9",
    "5, 5, 100.0"
  })
  void a_percentage_is_half_up_to_one_decimal(int numerator, int denominator, String percent) {
    assertThat(figure(numerator, denominator).percent()).hasToString(percent);
  }

  @Test
  void nought_out_of_nought_is_no_percentage() {
    assertThat(figure(0, 0).percent()).isNull();
  }

  @Test
  void the_percentages_that_dfe_publishes_of_every_council_come_out_the_same() {
    Path published =
        Practicewatch.shared()
            .resolve("data/dfe-statistics/d6_cpps_reviewed_within_timescales_2013_to_2024.csv");
    assumeTrue(Files.exists(published), "skipped: DfE's tables are not at ../shared/data");
    int compared = 0;
    for (Map<String, String> row : Practicewatch.rows(published)) {
      String all = row.get("CPP_At31_3Months");
      String reviewed = row.get("Reviewed_within_timescales");
      String percent = row.get("Reviewed_within_timescales_percent");
      boolean council = row.get("geographic_level").equals("Local authority");
      if (council && all.matches("[1-9]\\d*") && reviewed.matches("\\d+") && isNumber(percent)) {
        compared++;
        assertThat(figure(Integer.parseInt(reviewed), Integer.parseInt(all)).percent())
            .isEqualByComparingTo(new BigDecimal(percent));
      }
    }
    assertThat(compared).isEqualTo(1_784);
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d+(\\.\\d+)?");
  }
}
