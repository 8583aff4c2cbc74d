package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Child;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.intake.MappedRow.Outcome;
import org.practicewatch.intake.Sheet.Read;

/**
 * Small extracts made after public reports of users of other readers, and what is right of them.
 */
class SharedFaultsTest {

  private static Read read(String file) {
    Path path = Practicewatch.shared().resolve("data/faults").resolve(file);
    assumeTrue(Files.exists(path), "skipped: the data made by others are not at ../shared/data");
    return Sheet.in(path).read();
  }

  @Test
  void midnights_in_utc_are_days_of_the_united_kingdom() {
    assertThat(read("midnight-in-utc/reviews.csv").all(Activity.class))
        .extracting(Activity::childId, Activity::on)
        .containsExactly(
            tuple("7001", LocalDate.of(2017, 8, 1)), tuple("7002", LocalDate.of(2017, 7, 31)));
    assertThat(read("midnight-in-utc/header.csv").all(Child.class))
        .extracting(Child::born)
        .containsOnly(LocalDate.of(2010, 6, 15));
  }

  @Test
  void ids_and_dates_written_as_formulas_are_what_they_show() {
    assertThat(read("ids-as-formula-text/reviews.csv").all(Activity.class))
        .extracting(Activity::childId, Activity::on)
        .containsExactly(
            tuple("007001", LocalDate.of(2017, 7, 28)),
            tuple("007002", LocalDate.of(2017, 7, 28)),
            tuple("007002", LocalDate.of(2017, 10, 20)));
  }

  @Test
  void a_row_that_a_comma_shifted_is_refused_and_the_others_count() {
    Read read = read("more-cells-than-headings/ssd_cla_visits.csv");
    assertThat(read.outcomes())
        .containsExactly(Outcome.LOADED, Outcome.LOADED, Outcome.LOADED, Outcome.REJECTED);
    assertThat(read.all(Activity.class))
        .extracting(Activity::childId)
        .containsExactly("7001", "7001", "7002");
    assertThat(read.issue("more cells than headings").row()).isEqualTo(5);
  }
}
