package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.reports.ServiceReport.OfTeam;
import org.practicewatch.reports.ServiceReport.TeamLine;

class ServiceReportTest {

  private final ServiceReport report = Fernshire.service(Fernshire.night(), 17);

  @Test
  void the_headline_says_how_much_and_where() {
    assertThat(report.headline())
        .isEqualTo(
            "34 visits, reviews and assessments are overdue tonight, for 34 children; 17 of them in"
                + " Looked After Team 1.");
    assertThat(Fernshire.service(Fernshire.nothingOpen(), 0).headline())
        .isEqualTo("No child recorded with this service has anything that can be judged tonight.");
    assertThat(Fernshire.service(Fernshire.night(), 0).headline())
        .isEqualTo("Nothing is overdue tonight in this service, of what can be judged.");
    assertThat(Fernshire.service(Fernshire.withoutSources(), 0).headline())
        .startsWith("Nothing can be said tonight");
    assertThat(report.direction()).startsWith("On balance").contains("since 29 Jun 2025: ");
  }

  @Test
  void the_big_numbers_are_the_sums_of_its_teams() {
    assertThat(report.tiles().get(0).number()).isEqualTo("34");
    assertThat(report.teams().stream().mapToInt(line -> Integer.parseInt(line.overdue())).sum())
        .isEqualTo(34);
    assertThat(report.tiles().get(1).label()).isEqualTo("due in the next two weeks");
    assertThat(report.tiles().get(3).number()).isEqualTo("2 of 4");
  }

  @Test
  void the_team_with_most_overdue_comes_first() {
    NightInReports night = Fernshire.night();
    ServiceReport report =
        ServiceReport.of(
            night,
            "Corporate Parenting",
            List.of(
                TeamAtAGlance.of(
                    night, TeamList.of(night, Fernshire.TEAMS.get(0), Fernshire.open(2, 0, 0))),
                TeamAtAGlance.of(
                    night, TeamList.of(night, Fernshire.TEAMS.get(1), Fernshire.open(9, 0, 0)))));

    assertThat(report.teams().stream().map(TeamLine::team))
        .containsExactly("Looked After Team 2", "Looked After Team 1");
    assertThat(report.headline()).endsWith("9 of them in Looked After Team 2.");
  }

  @Test
  void what_is_overdue_longest_is_listed_team_by_team_and_the_rest_is_counted() {
    assertThat(report.longest()).hasSize(10);
    assertThat(report.longest().stream().map(OfTeam::team))
        .startsWith("Looked After Team 1", "", "", "", "", "Looked After Team 2", "");
    assertThat(report.longest().get(0).line().days()).isEqualTo("57");
    assertThat(report.longestNote())
        .isEqualTo("At most 5 of each team; the workbook beside this report lists all 34.");
    assertThat(Fernshire.service(Fernshire.night(), 5).longestNote()).isEmpty();
  }

  @Test
  void only_the_standards_it_meets_with_have_a_line_and_the_others_are_named() {
    assertThat(report.standards().stream().map(StandardLine::title))
        .containsExactly(
            "Looked-after visit",
            "Looked-after review",
            "Initial health assessment",
            "Review health assessment",
            "Dental check");
    assertThat(report.notHere())
        .startsWith("None due in this service: Child protection visit, Child in need visit");
  }

  @Test
  void a_service_of_one_team_does_not_say_everything_twice() {
    NightInReports night = Fernshire.night();
    TeamList list = TeamList.of(night, Fernshire.TEAMS.get(0), Fernshire.open(2, 0, 0));
    List<TeamAtAGlance> one = List.of(TeamAtAGlance.of(night, list));

    assertThat(ServiceReport.of(night, "Corporate Parenting", one).matrices()).isEmpty();
    assertThat(report.matrices()).isNotEmpty();
  }

  @Test
  void its_trend_is_its_own() {
    assertThat(report.charts().get(0).rows().get(0).trend()).hasSize(31);
    assertThat(report.tiles().get(0).trend().points()).hasSize(31);
    assertThat(report.tiles().get(0).trend().description())
        .startsWith(
            "Children with something overdue, added up over the standards, over 31 nights from 31 May 2025 to 30 Jun 2025: first ");
    assertThat(Fernshire.service(Fernshire.nothingOpen(), 0).tiles().get(0).trend()).isNull();
  }
}
