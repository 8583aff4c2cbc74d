package org.practicewatch.reports.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.night.ChildrenNow;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.FigureIndex;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Tint;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Chart;
import org.practicewatch.reports.section.Section.NewPage;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.TrendChart;

class AuthorityReportTest {

  private static final String RANKS = "What matters, in its order";
  private static final String STANDARDS = "The standards of each rank";
  private static final String HEAT = "Services and teams";

  private final Report report = AuthorityReport.of(Fernshire.night());

  @Test
  void what_matters_most_is_the_headline_and_counts_children() {
    assertThat(report.headline())
        .isEqualTo(
            "53 of 548 children have not been visited in time; of 2 more it cannot be told.");
    assertThat(report.lead())
        .isEqualTo("6 children have a review overdue; 45 children are not looked after in time.");
    assertThat(report.remark())
        .contains("On balance worse since 29 Jun 2025: ")
        .contains("Before believing it: 1 table was held, stale or not received; ")
        .contains(
            "1 standard cannot be judged, for no extract carries what it needs; see the last");
  }

  @Test
  void met_tonight_and_met_over_the_year_are_two_verdicts_and_both_are_counted() {
    assertThat(report.remark())
        .contains("Targets of standards met: 4 of 7 tonight, 6 of 7 since 1 Apr 2025.");
    assertThat(Printed.beneath(row(RANKS, "Reviews and plans"), 4))
        .isEqualTo("tonight met\nyear met");
    assertThat(Printed.lines(report, STANDARDS))
        .contains(
            "Child protection visit | 13 | 2 | 86.5% | 83 of 96 | 90% | not | 91.0% |"
                + " 262 of 288 | met");
  }

  @Test
  void a_rank_gives_tonight_the_year_its_target_and_the_change_since_each_earlier_night() {
    assertThat(Printed.lines(report, RANKS).get(0))
        .startsWith("Seeing the child | 53 | 90.3% | 90.3% | 95% | ▼ ");
    assertThat(Printed.beneath(row(RANKS, "Seeing the child"), 2)).isEqualTo("495 of 548");
    assertThat(report.table(RANKS).columns())
        .extracting(ReportSheet.Column::heading)
        .containsSubsequence("Change since 29 Jun 2025", "Change since 30 May 2025");
    assertThat(report.tiles())
        .extracting(tile -> tile.number() + " " + tile.label())
        .containsExactly("53 Seeing the child", "6 Reviews and plans", "45 Health");
  }

  @Test
  void last_night_and_last_month_are_never_one_night_under_two_names() {
    Report one = AuthorityReport.of(Fernshire.night(Fernshire.earlier(40).subList(0, 1)));

    assertThat(one.table(RANKS).columns())
        .extracting(ReportSheet.Column::heading)
        .filteredOn(heading -> heading.startsWith("Change"))
        .containsExactly("Change since 21 May 2025");
  }

  @Test
  void the_worst_standards_and_teams_are_named() {
    assertThat(Printed.lines(report, "The standards furthest below their target"))
        .containsExactly(
            "Initial health assessment | 71.4% | 90% | 18.6 points | 4",
            "Child protection visit | 86.5% | 90% | 3.5 points | 13",
            "Review health assessment | 89.1% | 90% | 0.9 points | 22");
    assertThat(Printed.lines(report, "The teams to look at first"))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("Safeguarding Team West and Disabled Children's Social Work | 16 | ");
  }

  @Test
  void only_standards_that_ask_for_a_look_have_a_line_and_the_others_are_named() {
    assertThat(Printed.lines(report, STANDARDS))
        .extracting(line -> line.split(" \\|")[0])
        .containsExactly(
            "Seeing the child",
            "Child in need visit",
            "Child protection visit",
            "Looked-after visit",
            "Reviews and plans",
            "Looked-after review",
            "Child protection review conference",
            "Health",
            "Review health assessment",
            "Dental check",
            "Initial health assessment",
            "Paperwork",
            "Initial child protection conference");
    assertThat(report.sections())
        .extracting(Section::note)
        .anyMatch(note -> note.contains("no extract carries what they need: Assessment."));
  }

  @Test
  void a_cell_of_the_heat_table_has_its_number_and_is_shaded_by_its_distance_from_the_target() {
    List<Row> rows = Printed.rows(report, HEAT);

    assertThat(rows)
        .extracting(one -> Printed.cell(one, 0))
        .containsExactly(
            "Corporate Parenting",
            "Looked After Team 1",
            "Looked After Team 2",
            "Safeguarding",
            "Assessment Team North",
            "Safeguarding Team East",
            "Safeguarding Team West and Disabled Children's Social Work");
    assertThat(Printed.cell(rows.get(0), 1)).isEqualTo("95.8%");
    assertThat(Printed.beneath(rows.get(0), 1)).isEqualTo("203 of 212");
    assertThat(tint(rows.get(0), 1)).isEqualTo(Tint.ON_TARGET);
    assertThat(tint(rows.get(3), 1)).isEqualTo(Tint.BELOW);
    assertThat(Printed.cell(rows.get(4), 3)).isEqualTo("–");
  }

  private static Tint tint(Row row, int column) {
    return ((ReportCell.Shown) row.cells().get(column)).tint();
  }

  @Test
  void what_no_team_holds_and_teams_nobody_knows_come_last_so_that_sums_hold() {
    List<OpenCounts> open =
        List.of(
            new OpenCounts("", "", "LAC-VISIT", 2, 0, 0, 0, 2),
            new OpenCounts("Team 10", "Safeguarding", "LAC-VISIT", 1, 0, 0, 0, 1),
            new OpenCounts("Team 9", "Safeguarding", "LAC-VISIT", 1, 0, 0, 0, 1));

    assertThat(Printed.rows(AuthorityReport.of(with(open, new ChildrenNow(4, 4, 0, 0))), HEAT))
        .extracting(one -> Printed.cell(one, 0))
        .containsSubsequence("Team 9", "Team 10", "Not in organisation", "No team recorded");
  }

  @Test
  void a_first_night_has_no_trend() {
    Report first = AuthorityReport.of(Fernshire.night(List.of()));

    assertThat(first.remark()).contains("There is no earlier night to compare with");
    assertThat(first.table(RANKS).columns()).hasSize(5);
    assertThat(chart(first).nights()).containsExactly(Fernshire.TONIGHT);
    assertThat(chart(first).description()).endsWith("There is no earlier night.");
    assertThat(first.tiles().get(0).trend()).isNull();
  }

  @Test
  void the_chart_says_in_words_what_it_shows() {
    assertThat(chart(report).description())
        .contains("Seeing the child 90.3% against 95%")
        .endsWith("Lines show 31 nights from 31 May 2025 to 30 Jun 2025.");
    assertThat(chart(report).rows().get(0).trend()).hasSize(31);
  }

  private static TrendChart chart(Report report) {
    return report.sections().stream()
        .filter(Chart.class::isInstance)
        .map(one -> ((Chart) one).chart())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_last_page_says_whether_it_can_be_believed() {
    assertThat(Printed.lines(report, "How sure each figure is").get(0))
        .isEqualTo("Seeing the child | 548 | – | – | 2");
    assertThat(Printed.lines(report, "Missing, stale, held"))
        .singleElement()
        .asString()
        .startsWith("mosaic_health_20250630.csv");
    assertThat(report.sections())
        .extracting(Section::note)
        .anyMatch(note -> note.contains("22,554 rows read, 22,233 loaded, 14 rejected, 307 left"));
    assertThat(report.sections().stream().filter(NewPage.class::isInstance)).hasSize(3);
  }

  @Test
  void a_night_of_which_nothing_is_known_is_no_good_news() {
    Report blind = AuthorityReport.of(Fernshire.withoutSources());

    assertThat(blind.headline())
        .isEqualTo("Nothing can be said tonight: no extract carries what any standard needs.");
    assertThat(blind.tiles()).isEmpty();
    assertThat(blind.lead()).isEmpty();
  }

  /** The visits did not come: nobody is called late, and nobody is called seen. */
  @Test
  void children_of_whom_nothing_can_be_told_are_not_owed_nothing() {
    NightInReports night = Fernshire.night();
    List<Figure> untold = new ArrayList<>();
    for (String standard : List.of("rank:seeing-the-child", "LAC-VISIT")) {
      untold.add(
          new Figure(
              Level.AUTHORITY,
              Fernshire.AUTHORITY,
              standard,
              Measure.NOW,
              Fernshire.TONIGHT,
              Fernshire.TONIGHT,
              0,
              0,
              12));
    }
    NightInReports silent =
        new NightInReports(
            night.authority(),
            true,
            night.printing(),
            night.asAt(),
            night.standards(),
            night.teams(),
            night.children(),
            List.of(),
            new FigureIndex(untold),
            List.of(),
            night.extracts(),
            night.held(),
            night.issues());

    assertThat(AuthorityReport.of(silent).headline())
        .isEqualTo("Seeing the child: of 12 children it cannot be told.");
  }

  /** A return of children looked after says nothing of visits: that is no good news. */
  @Test
  void what_matters_and_no_extract_tells_of_is_said_at_the_head() {
    List<StandardNote> reviews =
        Fernshire.STANDARDS.stream().filter(one -> one.id().equals("LAC-REVIEW")).toList();

    assertThat(
            AuthorityReport.of(Fernshire.with(Fernshire.night(), reviews, Fernshire.PRINTING))
                .lead())
        .startsWith(
            "Nothing can be said tonight of: Seeing the child; Health. No extract carries what it"
                + " takes.");
  }

  @Test
  void without_priorities_nothing_is_ranked_and_everything_is_still_counted() {
    Report plain = AuthorityReport.of(Fernshire.with(Fernshire.night(), new Printing(10, 14)));

    assertThat(plain.headline())
        .isEqualTo("87 of 548 children with something open have something overdue.");
    assertThat(Printed.lines(plain, STANDARDS)).hasSize(9);
  }

  private Row row(String table, String name) {
    return Printed.rows(report, table).stream()
        .filter(one -> Printed.cell(one, 0).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static NightInReports with(List<OpenCounts> open, ChildrenNow children) {
    NightInReports night = Fernshire.night();
    return new NightInReports(
        night.authority(),
        night.fictional(),
        night.printing(),
        night.asAt(),
        night.standards(),
        night.teams(),
        children,
        open,
        night.figures(),
        night.earlier(),
        night.extracts(),
        night.held(),
        night.issues());
  }
}
