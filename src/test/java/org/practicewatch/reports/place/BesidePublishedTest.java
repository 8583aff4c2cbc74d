package org.practicewatch.reports.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;

class BesidePublishedTest {

  private static final NightInReports NIGHT = Fernshire.night();

  private static Table table(Comparison comparison, int which) {
    return new BesidePublished(NIGHT, comparison)
        .sections().stream()
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .skip(which)
            .findFirst()
            .orElseThrow();
  }

  private static List<Row> rows(Table table) {
    List<Row> rows = new ArrayList<>();
    table.rows().forEach(rows::add);
    return rows;
  }

  private static List<String> column(Table table, int which) {
    int of = which < 0 ? table.columns().size() + which : which;
    return rows(table).stream().map(row -> Printed.cell(row, of)).toList();
  }

  @Test
  void ours_stands_first_and_theirs_below_it_with_how_far_ours_is_from_their_latest_year() {
    Table plans = table(FernshirePublished.plans(30, 34), 0);

    assertThat(plans.title()).isEqualTo("Child protection plans reviewed within timescales (D6)");
    assertThat(plans.columns())
        .extracting(ReportSheet.Column::heading)
        .contains("Ours on\n30 Jun 2025");
    assertThat(column(plans, 0)).containsExactly(Fernshire.AUTHORITY, "England", "Far West");
    assertThat(column(plans, -2)).containsExactly("88.2%", "", "");
    assertThat(column(plans, -1)).containsExactly("", "the same as 2025", "▼ 2.1 below 2024");
    assertThat(column(table(FernshirePublished.plans(34, 34), 0), -1))
        .contains("▲ 11.8 above 2025");
  }

  @Test
  void a_year_that_was_not_over_on_the_night_is_not_seen_and_one_without_a_figure_says_why() {
    Table plans = table(FernshirePublished.plans(30, 34), 0);

    assertThat(plans.columns())
        .extracting(ReportSheet.Column::heading)
        .containsSequence("2019", "2023", "2024", "2025");
    assertThat(rows(plans).get(2).cells().subList(1, 5))
        .extracting(ReportCell::printed)
        .containsExactly("–", "100.0%", "90.3%", "suppressed");
  }

  @Test
  void of_few_the_count_is_given_and_no_percentage_and_no_distance() {
    Table plans = table(FernshirePublished.plans(8, 9), 0);

    assertThat(column(plans, -2)).startsWith("8 of 9");
    assertThat(column(plans, -1)).containsOnly("");
  }

  @Test
  void nought_of_nought_is_none_due_and_what_cannot_be_counted_says_why() {
    assertThat(column(table(FernshirePublished.plans(0, 0), 0), -2)).startsWith("none due");
    Table third = table(FernshirePublished.withNeighbours(1), 2);
    assertThat(column(third, -2)).startsWith("cannot judge: no source");
    assertThat(column(third, -1)).containsOnly("");
  }

  @Test
  void what_is_in_neither_number_is_said_with_the_table() {
    assertThat(table(FernshirePublished.plans(30, 34), 0).note())
        .endsWith(
            "2 could not be told, and are in neither of our numbers. That DfE counts so is to"
                + " confirm: its own text was not seen.");
    assertThat(table(FernshirePublished.withNeighbours(1), 1).note())
        .endsWith("1 dated before the start is left out.");
  }

  @Test
  void a_neighbour_is_no_target_so_that_being_below_it_has_no_colour() {
    Row neighbour = rows(table(FernshirePublished.withNeighbours(1), 1)).get(3);
    ReportCell.Shown last = (ReportCell.Shown) neighbour.cells().get(neighbour.cells().size() - 1);

    assertThat(last.printed()).isEqualTo("▼ 58.0 below 2025");
    assertThat(last.tone()).isEqualTo(Tone.PLAIN);
  }

  @Test
  void however_many_neighbours_there_are_they_share_a_page_and_the_workbook_has_all() {
    Comparison many = FernshirePublished.withNeighbours(60);

    assertThat(rows(table(many, 0))).hasSize(4);
    assertThat(table(many, 0).note()).contains("the workbook has all");
    assertThat(new BesidePublished(NIGHT, many).sheets().findFirst().orElseThrow().rows())
        .hasSizeGreaterThan(180);
  }
}
