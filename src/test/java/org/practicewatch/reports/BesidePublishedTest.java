package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.reports.BesidePublished.MeasureTable;
import org.practicewatch.reports.BesidePublished.Row;

class BesidePublishedTest {

  private static final NightInReports NIGHT = Fernshire.night();

  private static MeasureTable first(Comparison comparison) {
    return BesidePublished.of(NIGHT, comparison).measures().get(0);
  }

  @Test
  void ours_stands_first_and_theirs_below_it_with_how_far_ours_is_from_their_latest_year() {
    MeasureTable plans = first(FernshirePublished.plans(30, 34));

    assertThat(plans.title()).isEqualTo("Child protection plans reviewed within timescales (D6)");
    assertThat(plans.tonight()).isEqualTo("Ours on\n30 Jun 2025");
    assertThat(plans.rows())
        .extracting(Row::name)
        .containsExactly(Fernshire.AUTHORITY, "England", "Far West");
    assertThat(plans.rows().get(0).tonight()).isEqualTo(new Share("88.2%", "30 of 34", true));
    assertThat(plans.rows())
        .extracting(Row::points)
        .containsExactly("", "the same as 2025", "▼ 2.1 below 2024");
    assertThat(plans.rows())
        .extracting(Row::tone)
        .containsExactly(Tone.PLAIN, Tone.PLAIN, Tone.POOR);
    assertThat(first(FernshirePublished.plans(34, 34)).rows().get(1).points())
        .isEqualTo("▲ 11.8 above 2025");
  }

  @Test
  void a_year_that_was_not_over_on_the_night_is_not_seen_and_one_without_a_figure_says_why() {
    MeasureTable plans = first(FernshirePublished.plans(30, 34));

    assertThat(plans.years()).containsExactly("2019", "2023", "2024", "2025");
    assertThat(plans.rows().get(2).years())
        .extracting(Share::value)
        .containsExactly("–", "100.0%", "90.3%", "suppressed");
  }

  @Test
  void of_few_the_count_is_given_and_no_percentage_and_no_distance() {
    MeasureTable plans = first(FernshirePublished.plans(8, 9));

    assertThat(plans.rows().get(0).tonight()).isEqualTo(new Share("8 of 9", "", true));
    assertThat(plans.rows()).extracting(Row::points).containsOnly("");
  }

  @Test
  void nought_of_nought_is_none_due_and_what_cannot_be_counted_says_why() {
    assertThat(first(FernshirePublished.plans(0, 0)).rows().get(0).tonight().value())
        .isEqualTo("none due");
    List<MeasureTable> measures =
        BesidePublished.of(NIGHT, FernshirePublished.withNeighbours(1)).measures();
    assertThat(measures.get(2).rows().get(0).tonight().value())
        .isEqualTo("cannot judge: no source");
    assertThat(measures.get(2).rows()).extracting(Row::points).containsOnly("");
  }

  @Test
  void what_is_in_neither_number_is_said_below_the_table() {
    assertThat(first(FernshirePublished.plans(30, 34)).note())
        .isEqualTo(
            "2 could not be told, and are in neither of our numbers. That DfE counts so is to"
                + " confirm: its own text was not seen.");
    assertThat(
            BesidePublished.of(NIGHT, FernshirePublished.withNeighbours(1))
                .measures()
                .get(1)
                .note())
        .isEqualTo("1 dated before the start is left out.");
  }

  @Test
  void a_neighbour_is_no_target_so_that_being_below_it_has_no_colour() {
    MeasureTable conferences =
        BesidePublished.of(NIGHT, FernshirePublished.withNeighbours(1)).measures().get(1);

    assertThat(conferences.tonight()).isEqualTo("Ours since\n1 Apr 2025");
    assertThat(conferences.rows().get(3).points()).isEqualTo("▼ 58.0 below 2025");
    assertThat(conferences.rows().get(3).tone()).isEqualTo(Tone.PLAIN);
  }
}
