package org.practicewatch.reports.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.section.Tone;

class ChangeTest {

  private static final LocalDate TONIGHT = LocalDate.of(2025, 3, 31);

  @Test
  void up_is_better_and_down_is_worse_in_words_as_well_as_arrows() {
    assertThat(change(96, 100, 94, 100)).isEqualTo(new Change("▲ 2.0 points", "better", Tone.GOOD));
    assertThat(change(93, 100, 94, 100)).isEqualTo(new Change("▼ 1.0 point", "worse", Tone.POOR));
    assertThat(change(47, 50, 94, 100)).isEqualTo(new Change("no change", "", Tone.PLAIN));
  }

  @Test
  void the_difference_is_of_the_percentages_as_printed() {
    // 66.7 less 33.3
    assertThat(change(20, 30, 10, 30).points()).isEqualTo("▲ 33.4 points");
  }

  @Test
  void of_too_few_on_either_night_it_says_neither_better_nor_worse() {
    assertThat(change(2, 3, 10, 30)).isEqualTo(new Change("too few", "", Tone.PLAIN));
    assertThat(change(10, 30, 9, 9)).isEqualTo(new Change("too few", "", Tone.PLAIN));
    assertThat(change(10, 10, 9, 10).verdict()).isEqualTo("better");
  }

  @Test
  void without_anything_due_it_says_so() {
    assertThat(change(9, 10, 0, 0).points()).isEqualTo("none due then");
    assertThat(change(0, 0, 9, 10).points()).isEqualTo("none due now");
    assertThat(Change.between(now(TONIGHT, 9, 10), null, Fernshire.PRINTING).points())
        .isEqualTo("none due then");
  }

  @Test
  void last_night_is_the_latest_earlier_one_and_last_month_is_at_least_a_month_old() {
    List<NightFigures> nights =
        List.of(
            night(TONIGHT.minusDays(3)),
            night(TONIGHT),
            night(LocalDate.of(2025, 2, 28)),
            night(LocalDate.of(2025, 1, 1)));

    assertThat(Change.lastNight(TONIGHT, nights)).isSameAs(nights.get(0));
    assertThat(Change.lastMonth(TONIGHT, nights)).isSameAs(nights.get(2));
    assertThat(Change.lastMonth(LocalDate.of(2025, 1, 31), nights)).isNull();
  }

  private static Change change(int numerator, int denominator, int before, int ofBefore) {
    return Change.between(
        now(TONIGHT, numerator, denominator),
        now(TONIGHT.minusDays(1), before, ofBefore),
        Fernshire.PRINTING);
  }

  private static NightFigures night(LocalDate asAt) {
    return new NightFigures(asAt, List.of());
  }

  private static Figure now(LocalDate asAt, int numerator, int denominator) {
    return new Figure(
        Level.AUTHORITY, "X", "A", Measure.NOW, asAt, asAt, numerator, denominator, 0);
  }
}
