package org.practicewatch.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a row says that decides nothing. */
class NotedTest {

  private static Optional<LocalDate> held(String said) {
    CellRef cell = new CellRef("reviews.csv", "", "C2");
    return new Noted("77001", "looked-after review", Map.of("held", said), cell).findDay("held");
  }

  @Test
  void a_day_is_read_as_it_was_written() {
    assertThat(held("2026-02-28")).contains(LocalDate.of(2026, 2, 28));
    LocalDate beyond = LocalDate.of(12026, 10, 3);
    assertThat(held(beyond.toString())).contains(beyond);
  }

  @Test
  void a_blank_or_unreadable_cell_is_no_day() {
    assertThat(held("")).isEmpty();
    assertThat(held(Noted.UNREADABLE)).isEmpty();
  }
}
