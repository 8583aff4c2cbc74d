package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The date that a report gives for itself above its headings. */
class DatesInTextTest {

  private static final LocalDate RUN = LocalDate.of(2026, 10, 30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Report run on 30/10/2026",
        "Run date: 30 October 2026 06:12",
        "Run date:|30/10/2026 06:12",
        "Looked after visits as at 30.10.2026",
        "Printed by the performance team on 30th October 2026",
        "Period 01/04/2026 to 31/03/2027, produced 2026-10-30",
        "Visits, October 2026|30/10/2026",
      })
  void a_line_about_the_run_gives_it(String line) {
    assertThat(DatesInText.ofReport(rows("Visits to children", line))).contains(RUN);
  }

  @Test
  void the_end_of_the_period_that_it_covers_is_not_its_own_date() {
    assertThat(
            DatesInText.ofReport(
                rows("Reviews due 01/04/2026 to 31/03/2027", "Report run on 30/10/2026")))
        .contains(RUN);
  }

  @Test
  void without_a_run_date_it_is_the_newest_and_without_a_date_none() {
    assertThat(DatesInText.ofReport(rows("From 01/10/2026 to 30/10/2026"))).contains(RUN);
    assertThat(DatesInText.ofReport(rows("Visits to children"))).isEmpty();
  }

  private static List<SourceRow> rows(String... lines) {
    List<SourceRow> rows = new ArrayList<>();
    for (String line : lines) {
      rows.add(new SourceRow(rows.size() + 1, false, Sheet.cells(line.split("\\|", -1))));
    }
    return rows;
  }
}
