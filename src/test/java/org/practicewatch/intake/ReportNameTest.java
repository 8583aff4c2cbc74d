package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are the same report of another day, and which are parts beside each other. */
class ReportNameTest {

  @ParameterizedTest
  @CsvSource({
    "in/visits_2026-09-30.csv, in/visits_2026-10-30.csv, true, true",
    "in/Visits 30 September 2026.xlsx, in/visits 31.10.2026.xlsx, true, true",
    "in/Visits.csv, in/Visits (1).csv, true, true",
    "in/Visits.csv, in/Visits - Copy.csv, true, true",
    "in/Visits.csv, in/Copy of Visits.csv, true, true",
    "in/Visits July 2017.csv, in/Visits August 2017.csv, false, true",
    "in/Visits 2017-07.csv, in/Visits 2017-08.csv, false, true",
    "in/Visits north.csv, in/Visits south.csv, false, false",
    "in/mosaic/visits.csv, in/crs/visits.csv, true, false",
    "2026-09-30/visits.csv, 2026-10-30/visits.csv, true, true",
    "in/Marches.csv, in/Maying.csv, false, false",
  })
  void reports_are_told_apart_by_what_is_left_of_their_names_without_dates(
      Path one, Path other, boolean sameSeries, boolean samePart) {
    assertThat(ReportName.of(one).series().equals(ReportName.of(other).series()))
        .isEqualTo(sameSeries);
    assertThat(ReportName.of(one).part().equals(ReportName.of(other).part())).isEqualTo(samePart);
  }
}
