package org.practicewatch.reports.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section.Place;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Table;

/** What of a section stands on paper, and what in the workbook. */
class SectionTest {

  @Test
  void numbers_that_do_not_fit_side_by_side_on_paper_stand_in_the_workbook_and_it_says_so() {
    List<String> headings =
        IntStream.range(0, 12).mapToObj(i -> i == 0 ? "Where" : "Cohort " + i).toList();
    Table table = Table.numbers("Cohorts", "Drawn of all.", headings, List.of());

    assertThat(table.note())
        .isEqualTo("Drawn of all. On paper are the first 8 columns; the workbook has all.");
    assertThat(table.columns()).filteredOn(column -> column.print() != null).hasSize(9);
    assertThat(table.sheet().columns()).hasSize(12);
    assertThat(Table.numbers("Cohorts", "", headings.subList(0, 9), List.of()).note()).isEmpty();
  }

  @Test
  void a_cell_is_the_same_in_the_workbook_however_it_is_printed() {
    Table table =
        new Table(
            "Teams",
            "",
            Place.BOTH,
            List.of(
                Column.text("Team", 20).printed(100),
                Column.onPaper("Share", 80, true),
                Column.number("Late", 10).printed(40)),
            true,
            List.of(
                Row.of(
                    "East",
                    ReportCell.share(new Share("75.0%", "3 of 4", true)),
                    new Count(1_200).shown(ReportCell.Weight.STRONG, Tone.POOR, "of these"))));

    assertThat(table.sheet().columns()).extracting(Column::heading).containsExactly("Team", "Late");
    assertThat(table.sheet().rows())
        .containsExactly(List.of(new ReportCell.Text("East"), new Count(1_200)));
    assertThat(table.rows().iterator().next().cells())
        .extracting(ReportCell::printed)
        .containsExactly("East", "75.0%", "1,200");
  }
}
