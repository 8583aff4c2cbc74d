package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;

/** A percentage of few children misleads: it is not printed, drawn, compared or judged. */
class SmallNumbersTest {

  private static final String TEAM = "Looked After Team 1";

  @Test
  void of_fewer_than_set_the_count_stands_alone() {
    Printing ten = new Printing(10, 14);
    assertThat(Share.of(now(2, 3), ten)).isEqualTo(new Share("2 of 3", "", true));
    assertThat(Share.of(now(9, 9), ten)).isEqualTo(new Share("9 of 9", "", true));
    assertThat(Share.of(now(9, 10), ten)).isEqualTo(new Share("90.0%", "9 of 10", true));
    assertThat(Share.of(now(0, 0), ten)).isEqualTo(new Share("none due", "", false));
    assertThat(Share.of(now(2, 3), new Printing(1, 14)).value()).isEqualTo("66.7%");
  }

  @Test
  void they_are_held_against_no_target_and_compared_with_no_night() {
    TeamReport report = report(9, 9);

    assertThat(report.figures().get(0).now().value()).isEqualTo("9 of 9");
    assertThat(report.figures().get(0).target()).isEqualTo("95%");
    assertThat(report.figures().get(0).met()).isEqualTo("too few");
    assertThat(report.figures().get(0).metTone()).isEqualTo(Tone.PLAIN);
    assertThat(report.direction())
        .isEqualTo(
            "There are too few children to say whether it is better or worse since 29 Jun 2025.");
    assertThat(report.charts()).isEmpty();
  }

  @Test
  void how_many_were_overdue_is_drawn_of_the_smallest_team() {
    CountTrend trend = report(7, 9).tiles().get(0).trend();

    assertThat(trend.points().stream().map(CountTrend.Point::count)).containsExactly(1, 2);
    assertThat(trend.description())
        .isEqualTo(
            "Children with something overdue, added up over the standards, over 2 nights from 29"
                + " Jun 2025 to 30 Jun 2025: first 1, lowest 1, highest 2,"
                + " last 2.");
  }

  @Test
  void a_standard_with_too_few_is_counted_neither_as_met_nor_as_missed() {
    Figure few =
        new Figure(
            Level.AUTHORITY,
            Fernshire.AUTHORITY,
            "LAC-VISIT",
            Measure.NOW,
            Fernshire.TONIGHT,
            Fernshire.TONIGHT,
            2,
            3,
            0);
    AuthorityReport report = AuthorityReport.of(night(List.of(few), List.of()));

    assertThat(report.remarks())
        .contains("1 standard has too few children tonight to be held against a target.")
        .doesNotContain("meet");
    assertThat(report.charts().get(0).rows().get(0).now()).isNull();
    assertThat(report.charts().get(0).rows().get(0).words()).isEqualTo("2 of 3");
  }

  private static TeamReport report(int numerator, int denominator) {
    NightInReports night =
        night(
            List.of(now(numerator, denominator)),
            List.of(new NightFigures(Fernshire.TONIGHT.minusDays(1), List.of(now(8, 9)))));
    return TeamReport.of(night, TeamList.of(night, Fernshire.TEAMS.get(0), List.of()));
  }

  private static Figure now(int numerator, int denominator) {
    return new Figure(
        Level.TEAM,
        TEAM,
        "LAC-VISIT",
        Measure.NOW,
        Fernshire.TONIGHT,
        Fernshire.TONIGHT,
        numerator,
        denominator,
        0);
  }

  private static NightInReports night(List<Figure> figures, List<NightFigures> earlier) {
    return new NightInReports(
        Fernshire.AUTHORITY,
        true,
        Fernshire.PRINTING,
        Fernshire.TONIGHT,
        Fernshire.STANDARDS,
        Fernshire.TEAMS,
        new ChildrenNow(0, 0, 0, 0),
        List.of(),
        new FigureIndex(figures),
        earlier,
        List.of(),
        List.of(),
        List.of());
  }
}
