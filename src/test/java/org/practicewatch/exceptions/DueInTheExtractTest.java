package org.practicewatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.casework.CellRef;
import org.practicewatch.casework.Noted;
import org.practicewatch.compliance.Finding;
import org.practicewatch.quality.Limits;
import org.practicewatch.standards.Timeliness;

class DueInTheExtractTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 10, 30);
  private static final DueInTheExtract CHECK =
      new DueInTheExtract(
          Map.of("looked-after review", Set.of("LAC-REVIEW")),
          new Limits(Map.of("days", 7, "days back", 365)));

  /** Ours: due on 1 June 2026 and held on the 3rd; the next, not held, due on 3 December. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-08, 2026-06-03, 0",
    "2026-06-09, 2026-06-03, 1",
    "2026-05-24, 2026-06-03, 1",
    "2026-12-10, '', 0",
    "2026-12-11, '', 1",
    "2026-06-09, 2026-06-04, 0",
    "'', 2026-06-03, 0",
    "?, 2026-06-03, 0"
  })
  void a_due_date_more_than_a_week_from_ours_is_told(String due, String held, int told) {
    Noted row =
        new Noted(
            "1",
            "looked-after review",
            Map.of("due", due, "held", held),
            new CellRef("reviews.csv", "", "C7"));
    List<Finding> findings =
        List.of(
            finding(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 3)),
            finding(LocalDate.of(2026, 12, 3), null));
    assertThat(CHECK.check(List.of(row), findings, AS_AT)).hasSize(told);
  }

  private static Finding finding(LocalDate due, LocalDate done) {
    return new Finding(
        "1",
        "",
        "LAC-REVIEW",
        LocalDate.of(2025, 1, 1),
        3,
        LocalDate.of(2025, 12, 1),
        due,
        done,
        done == null ? Timeliness.NOT_YET_DUE : Timeliness.LATE,
        null,
        "",
        "",
        "",
        "",
        "reviews.csv!!C6",
        done == null);
  }
}
