package org.practicewatch.reports.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.standards.Timeliness;

class ServiceReportTest {

  private final Report report = Fernshire.service(Fernshire.night(), 17);

  @Test
  void the_headline_says_what_matters_most_here() {
    assertThat(report.headline()).isEqualTo("9 of 212 children have not been visited in time.");
    assertThat(Fernshire.service(Fernshire.nothingOpen(), 0).headline())
        .isEqualTo("No child recorded with this service has anything that can be judged tonight.");
    assertThat(Fernshire.service(Fernshire.withoutSources(), 0).headline())
        .startsWith("Nothing can be said tonight");
    assertThat(report.remark()).contains("On balance").contains("since 29 Jun 2025: ");
  }

  @Test
  void what_is_overdue_longest_is_so_by_days_over_and_not_by_rank() {
    NightInReports night = Fernshire.night();
    var visit = Fernshire.finding(0, Timeliness.OVERDUE, Fernshire.TONIGHT.minusDays(16), 16);
    var check = Fernshire.finding(3, Timeliness.OVERDUE, Fernshire.TONIGHT.minusDays(445), 445);
    TeamList list = TeamList.of(night, Fernshire.TEAMS.get(0), List.of(visit, check));
    Report one = ServiceReport.of(night, "Corporate Parenting", List.of(list));

    assertThat(list.overdue()).containsExactly(visit, check);
    assertThat(Printed.lines(one, "Overdue longest"))
        .extracting(line -> line.split(" \\| ")[4])
        .containsExactly("445", "16");
    assertThat(Printed.lines(one, "Not seen in time"))
        .singleElement()
        .asString()
        .startsWith("Looked After Team 1 | 100400 | Looked-after visit | ");
  }

  @Test
  void a_long_list_is_cut_and_says_how_many_there_are() {
    assertThat(Printed.rows(report, "Overdue longest")).hasSize(15);
    assertThat(report.table("Overdue longest").note())
        .contains("These are the first 15 of 34; the workbook beside this report lists every one.");
  }

  @Test
  void only_the_standards_it_meets_with_have_a_line_and_the_others_are_named() {
    assertThat(Printed.lines(report, "The standards of each rank"))
        .extracting(line -> line.split(" \\|")[0])
        .contains("Looked-after visit", "Initial health assessment")
        .doesNotContain("Child protection visit");
    assertThat(report.sections())
        .extracting(Section::note)
        .anyMatch(
            note ->
                note.contains("None due in this service: Child protection visit, Child in need"));
  }

  @Test
  void a_service_of_one_team_does_not_say_everything_twice() {
    NightInReports night = Fernshire.night();
    TeamList list = TeamList.of(night, Fernshire.TEAMS.get(0), Fernshire.open(2, 0, 0));

    assertThat(ServiceReport.of(night, "Corporate Parenting", List.of(list)).sections())
        .extracting(Section::title)
        .doesNotContain("Its teams");
    assertThat(Printed.rows(report, "Its teams")).hasSize(2);
  }

  @Test
  void its_trend_is_its_own() {
    assertThat(report.tiles().get(0).trend().points()).hasSize(31);
    assertThat(report.tiles().get(0).trend().description())
        .startsWith(
            "Seeing the child: children for whom something was overdue, on 31 nights from 31 May"
                + " 2025 to 30 Jun 2025: first ");
  }
}
