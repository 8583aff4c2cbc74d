package org.practicewatch.reports.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.reports.night.ChildrenNow;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.FigureIndex;
import org.practicewatch.reports.night.Measured;
import org.practicewatch.reports.night.NightFigures;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.section.CountTrend;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section.Chart;
import org.practicewatch.reports.section.Share;
import org.practicewatch.standards.Timeliness;

/** A percentage of few children misleads: it is not printed, drawn, compared or judged. */
class SmallNumbersTest {

  private static final String TEAM = "Looked After Team 1";
  private static final String VISITS = "rank:seeing-the-child";

  @Test
  void of_fewer_than_set_the_count_stands_alone() {
    Printing ten = new Printing(10, 14);
    assertThat(Share.of(now("LAC-VISIT", 2, 3), ten)).isEqualTo(new Share("2 of 3", "", true));
    assertThat(Share.of(now("LAC-VISIT", 9, 9), ten)).isEqualTo(new Share("9 of 9", "", true));
    assertThat(Share.of(now("LAC-VISIT", 9, 10), ten))
        .isEqualTo(new Share("90.0%", "9 of 10", true));
    assertThat(Share.of(now("LAC-VISIT", 0, 0), ten)).isEqualTo(new Share("none due", "", false));
    assertThat(Share.of(now("LAC-VISIT", 2, 3), new Printing(1, 14)).value()).isEqualTo("66.7%");
  }

  @Test
  void they_are_held_against_no_target_compared_with_no_night_and_never_an_empty_bar() {
    Report report = report(8, 9);

    assertThat(Printed.lines(report, "What matters, in its order"))
        .containsExactly("Seeing the child | 1 | 8 of 9 | none due | 95% | too few");
    assertThat(Printed.beneath(Printed.rows(report, "What matters, in its order").get(0), 4))
        .isEqualTo("tonight too few");
    assertThat(report.sections()).noneMatch(Chart.class::isInstance);
  }

  @Test
  void how_many_were_overdue_is_drawn_of_the_smallest_service() {
    NightInReports night = night(7, 9);
    CountTrend trend =
        Place.team(night, TEAM)
            .before()
            .overdueTrend(Measured.of(Fernshire.RANKS.inOrder().get(0)));

    assertThat(trend.points().stream().map(CountTrend.Point::count)).containsExactly(1, 2);
    assertThat(trend.description())
        .isEqualTo(
            "Seeing the child: children for whom something was overdue, on 2 nights from 29 Jun"
                + " 2025 to 30 Jun 2025: first 1, lowest 1, highest 2, last 2.");
  }

  private static Report report(int numerator, int denominator) {
    NightInReports night = night(numerator, denominator);
    return TeamReport.of(
        night,
        TeamList.of(
            night,
            Fernshire.TEAMS.get(0),
            List.of(Fernshire.finding(0, Timeliness.OVERDUE, Fernshire.TONIGHT.minusDays(1), 1))));
  }

  private static NightInReports night(int numerator, int denominator) {
    return new NightInReports(
        Fernshire.AUTHORITY,
        true,
        Fernshire.PRINTING,
        Fernshire.TONIGHT,
        Fernshire.STANDARDS,
        Fernshire.TEAMS,
        new ChildrenNow(0, 0, 0, 0),
        List.of(),
        new FigureIndex(
            List.of(now("LAC-VISIT", numerator, denominator), now(VISITS, numerator, denominator))),
        List.of(new NightFigures(Fernshire.TONIGHT.minusDays(1), List.of(now(VISITS, 8, 9)))),
        List.of(),
        List.of(),
        List.of());
  }

  private static Figure now(String standard, int numerator, int denominator) {
    return new Figure(
        Level.TEAM,
        TEAM,
        standard,
        Measure.NOW,
        Fernshire.TONIGHT,
        Fernshire.TONIGHT,
        numerator,
        denominator,
        0);
  }
}
