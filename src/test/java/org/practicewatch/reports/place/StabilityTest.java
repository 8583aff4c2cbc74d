package org.practicewatch.reports.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.WorkerTonight;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.FlaggedChildren;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.TeamPlace;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Tone;

/** Stability and workforce, of an authority of 43 children in two teams. */
class StabilityTest {

  private static final String ONE = Fernshire.TEAMS.get(0).team();
  private static final String OTHER = Fernshire.TEAMS.get(1).team();
  private static final String BY_NUMBER = "Children by number";
  private static final String LOADS = "Caseloads";
  private static final String FLAGS = "Flags on children tonight";

  private final FlaggedChildren children = new FlaggedChildren();

  private Report authority() {
    return AuthorityReport.of(children.night());
  }

  private Report team(String team) {
    NightInReports night = children.night();
    TeamPlace place =
        Fernshire.TEAMS.stream().filter(one -> one.team().equals(team)).findFirst().orElseThrow();
    return TeamReport.of(night, TeamList.of(night, place, List.of()));
  }

  private void usual() {
    children.ofTwoTeams();
  }

  private static String head(Report report) {
    return report.sections().stream()
        .filter(one -> one.title().equals("Stability and workforce"))
        .map(Section::note)
        .findFirst()
        .orElse("");
  }

  @Test
  void it_says_first_who_has_no_worker_and_who_moved_often() {
    usual();
    assertThat(head(authority()))
        .startsWith(
            "1 child with an open case has no worker; 5 of 43 children in care had 3 or more places"
                + " in 12 months.");
  }

  @Test
  void of_few_children_the_count_is_given_and_no_percentage() {
    usual();
    assertThat(Printed.lines(team(ONE), FLAGS)).first().asString().contains("10.0%, 4 of 40");
    assertThat(Printed.lines(team(OTHER), FLAGS)).anyMatch(line -> line.contains(" | 1 of 3 | "));
    assertThat(head(team(OTHER))).contains("1 of 3 children in care had 3 or more places");
  }

  @Test
  void children_by_number_have_no_gap_and_add_up() {
    usual();
    assertThat(Printed.lines(authority(), BY_NUMBER))
        .containsExactly("1 | 20", "2 | 18", "3 | 3", "4 | 2");
    assertThat(authority().table(BY_NUMBER).columns().get(1).heading())
        .isEqualTo("Places in 12 months");
    assertThat(Printed.rows(authority(), BY_NUMBER))
        .extracting(
            row -> row.cells().get(1) instanceof ReportCell.Shown shown ? shown.tone() : null)
        .containsExactly(null, null, Tone.POOR, Tone.POOR);
  }

  @Test
  void more_numbers_than_anybody_reads_are_put_together() {
    for (int places = 1; places <= 14; places++) {
      children.inCare("A" + places, ONE, "W1", places);
    }
    assertThat(Printed.lines(authority(), BY_NUMBER))
        .hasSize(10)
        .endsWith("9 | 1", "10 or more | 5");
  }

  @Test
  void services_add_up_and_nobody_is_lost() {
    usual();
    List<String> loads = Printed.lines(authority(), LOADS);
    assertThat(loads.get(0))
        .startsWith("Corporate Parenting | ")
        .contains(" | 42 | ")
        .endsWith(" | 1");
    assertThat(loads)
        .filteredOn(line -> line.startsWith(ONE))
        .singleElement()
        .asString()
        .contains(" | 20.0 | 25.0 | ");
  }

  @Test
  void a_worker_above_the_limit_is_named_and_others_only_in_their_teams_report() {
    usual();
    assertThat(Printed.lines(authority(), "Workers above the limit"))
        .extracting(line -> line.split(" ")[0])
        .containsExactly("W0", "W1");
    assertThat(authority().table("Workers above the limit").note())
        .isEqualTo("The limit is 16 children or 18 by weight.");
    assertThat(Printed.lines(team(OTHER), "What each worker holds"))
        .singleElement()
        .asString()
        .startsWith("W2 |  | 2 | 2.5 | ");
    assertThat(team(OTHER).table("What each worker holds").note())
        .isEqualTo("The limit is 16 children or 18 by weight. Nobody is above it.");
  }

  @Test
  void a_worker_with_children_of_another_team_has_them_all() {
    usual();
    children.inCare("B4", OTHER, "W0", 1);
    assertThat(Printed.lines(team(OTHER), "What each worker holds").get(0))
        .startsWith("W0 | 20 of them with other teams | 21 | ");
  }

  @Test
  void without_a_source_nothing_is_said_of_permanent_workers() {
    usual();
    assertThat(head(authority()))
        .endsWith(
            "Permanent workers: cannot tell, no source. No extract says who is permanent and who is"
                + " from an agency.");
  }

  @Test
  void permanent_workers_are_counted_among_those_who_hold_a_child_here() {
    usual();
    children.inPost("W0", WorkerTonight.PERMANENT);
    children.inPost("W1", WorkerTonight.AGENCY);
    children.inPost("W9", WorkerTonight.PERMANENT);
    assertThat(head(authority()))
        .endsWith(
            "Permanent workers: of the 2 workers who hold a child here, 1 is permanent and 1 from an"
                + " agency; of 1 more it is not recorded.");
    assertThat(head(team(OTHER)))
        .endsWith(
            "Permanent workers: cannot tell. The record says it of nobody who holds a child here.");
  }

  @Test
  void what_no_extract_carries_is_named_and_has_no_line() {
    usual();
    Table flags = authority().table(FLAGS);
    assertThat(flags.note())
        .contains(
            "Not judged, no extract carries what they need: Child protection plan for two years")
        .contains("Most visits virtual");
    assertThat(Printed.lines(authority(), FLAGS))
        .noneMatch(line -> line.startsWith("Most visits virtual"));
  }

  @Test
  void only_a_teams_report_lists_children() {
    usual();
    assertThat(authority().sections())
        .extracting(Section::title)
        .doesNotContain("Flagged children");
    assertThat(Printed.rows(team(OTHER), "Flagged children"))
        .extracting(
            row ->
                Printed.cell(row, 0)
                    + ": "
                    + Printed.cell(row, 1)
                    + ", "
                    + Printed.cell(row, 2)
                    + ", "
                    + Printed.cell(row, 4))
        .containsExactly(
            "B1: Three or more placements in twelve months, 3, W2",
            "B3: No worker allocated, no worker, No worker recorded");
  }

  @Test
  void a_team_without_any_child_has_no_such_page_and_without_flags_nobody_has() {
    usual();
    assertThat(head(team(Fernshire.TEAMS.get(3).team()))).isEmpty();
    assertThat(head(authority())).isNotEmpty();
    assertThat(head(AuthorityReport.of(Fernshire.night()))).isEmpty();
  }
}
