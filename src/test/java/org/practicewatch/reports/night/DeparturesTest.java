package org.practicewatch.reports.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.reports.night.Departures.SwitchedOffNote;
import org.practicewatch.standards.Regime;

/** What a report says where the standards do not hold as they are written. */
class DeparturesTest {

  private static final LocalDate FROM = LocalDate.parse("2020-04-24");
  private static final LocalDate TO = LocalDate.parse("2020-09-25");

  private static final Departures DEPARTURES =
      new Departures(
          List.of(
              new SwitchedOffNote("A", "Dental check", null, "no dentist"),
              new SwitchedOffNote("B", "Genogram", LocalDate.parse("2026-09-01"), "a new form")),
          List.of(new Regime("relaxed", FROM, TO, List.of("LAC-VISIT"), "S.I.", "Less held.")));

  @Test
  void what_is_switched_off_is_named_with_its_reason_and_its_first_day() {
    assertThat(DEPARTURES.inOneSentence())
        .containsExactly(
            "Switched off here, so that nobody is judged by: Dental check (no dentist), Genogram"
                + " (what is counted from 1 Sep 2026 on: a new form).");
    assertThat(Departures.NONE.inOneSentence()).isEmpty();
  }

  @Test
  void a_regime_marks_what_fell_due_from_its_first_day_to_its_last() {
    assertThat(DEPARTURES.mark("LAC-VISIT", FROM.minusDays(1))).isEmpty();
    assertThat(DEPARTURES.mark("LAC-VISIT", FROM)).isEqualTo("relaxed");
    assertThat(DEPARTURES.mark("LAC-VISIT", TO)).isEqualTo("relaxed");
    assertThat(DEPARTURES.mark("LAC-VISIT", TO.plusDays(1))).isEmpty();
    assertThat(DEPARTURES.mark("LAC-REVIEW", FROM)).as("another standard").isEmpty();
    assertThat(DEPARTURES.mark("LAC-VISIT", null)).as("no due date").isEmpty();
  }
}
