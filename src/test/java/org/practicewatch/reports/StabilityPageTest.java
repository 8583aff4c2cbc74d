package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.WorkerTonight;

/** The page on stability and workforce, of an authority of 43 children in two teams. */
class StabilityPageTest {

  private static final String ONE = Fernshire.TEAMS.get(0).team();
  private static final String OTHER = Fernshire.TEAMS.get(1).team();

  private final FlaggedChildren children = new FlaggedChildren();

  private StabilityPage authority() {
    return AuthorityReport.of(children.night()).stability();
  }

  private StabilityPage team(String team) {
    NightInReports night = children.night();
    TeamPlace place =
        Fernshire.TEAMS.stream().filter(one -> one.team().equals(team)).findFirst().orElseThrow();
    return TeamReport.of(night, TeamList.of(night, place, List.of())).stability();
  }

  private void usual() {
    children.ofTwoTeams();
  }

  @Test
  void it_says_first_who_has_no_worker_and_who_moved_often() {
    usual();
    assertThat(authority().headline())
        .isEqualTo(
            "1 child with an open case has no worker; 5 of 43 children in care had 3 or more places"
                + " in 12 months.");
    assertThat(authority().tiles())
        .extracting(tile -> tile.number() + " " + tile.label())
        .containsExactly("1 without a worker", "11.6% 3 or more places", "– permanent workers");
  }

  @Test
  void of_few_children_the_count_is_given_and_no_percentage() {
    usual();
    assertThat(team(ONE).flags().get(0).share().value()).isEqualTo("10.0%");
    assertThat(team(OTHER).flags().get(0).share().value()).isEqualTo("1 of 3");
    assertThat(team(OTHER).headline()).contains("1 of 3 children in care had 3 or more places");
  }

  @Test
  void children_by_number_have_no_gap_and_add_up() {
    usual();
    Distribution places = authority().distributions().get(0);
    assertThat(places.title()).isEqualTo("Places in 12 months");
    assertThat(places.bars())
        .extracting(bar -> bar.label() + ": " + bar.children() + (bar.flagged() ? " flagged" : ""))
        .containsExactly("1: 20", "2: 18", "3: 3 flagged", "4: 2 flagged");
  }

  @Test
  void more_numbers_than_anybody_reads_are_put_together() {
    for (int places = 1; places <= 14; places++) {
      children.inCare("A" + places, ONE, "W1", places);
    }
    assertThat(authority().distributions().get(0).bars())
        .extracting(Distribution.Bar::label)
        .hasSize(10)
        .endsWith("9", "10 or more");
    assertThat(authority().distributions().get(0).bars().get(9).children()).isEqualTo("5");
  }

  @Test
  void services_add_up_and_nobody_is_lost() {
    usual();
    assertThat(authority().loads())
        .filteredOn(TeamLoad::service)
        .extracting(load -> load.name() + " " + load.children() + " " + load.withoutWorker())
        .containsExactly("Corporate Parenting 42 1", "Safeguarding 0 0");
    assertThat(authority().loads())
        .filteredOn(load -> load.name().equals(ONE))
        .singleElement()
        .matches(load -> load.average().equals("20.0") && load.weighted().equals("25.0"));
  }

  @Test
  void a_worker_above_the_limit_is_named_and_others_only_in_their_teams_report() {
    usual();
    assertThat(authority().workers())
        .extracting(StabilityPage.WorkerRow::worker)
        .containsExactly("W0", "W1");
    assertThat(authority().workersNote()).isEqualTo("The limit is 16 children or 18 by weight.");
    assertThat(team(OTHER).workers())
        .extracting(row -> row.worker() + " " + row.children() + " " + row.weighted() + row.above())
        .containsExactly("W2 2 2.5");
    assertThat(team(OTHER).workersNote())
        .isEqualTo("The limit is 16 children or 18 by weight. Nobody is above it.");
  }

  @Test
  void a_worker_with_children_of_another_team_has_them_all() {
    usual();
    children.inCare("B4", OTHER, "W0", 1);
    assertThat(team(OTHER).workers().get(0))
        .matches(row -> row.worker().equals("W0") && row.children().equals("21"))
        .matches(row -> row.teams().equals("20 of them with other teams"));
  }

  @Test
  void without_a_source_nothing_is_said_of_permanent_workers() {
    usual();
    assertThat(authority().inPost())
        .isEqualTo(
            "Permanent workers: cannot tell, no source. No extract says who is permanent and who is"
                + " from an agency.");
  }

  @Test
  void permanent_workers_are_counted_among_those_who_hold_a_child_here() {
    usual();
    children.inPost("W0", WorkerTonight.PERMANENT);
    children.inPost("W1", WorkerTonight.AGENCY);
    children.inPost("W9", WorkerTonight.PERMANENT);
    assertThat(authority().inPost())
        .isEqualTo(
            "Permanent workers: of the 2 workers who hold a child here, 1 is permanent and 1 from an"
                + " agency; of 1 more it is not recorded.");
    assertThat(authority().tiles()).last().matches(tile -> tile.number().equals("1 of 2"));
    assertThat(team(OTHER).inPost())
        .isEqualTo(
            "Permanent workers: cannot tell. The record says it of nobody who holds a child here.");
  }

  @Test
  void what_no_extract_carries_is_named_and_has_no_line() {
    usual();
    StabilityPage page = authority();
    assertThat(page.notHere())
        .contains(
            "Not judged, no extract carries what they need: Child protection plan for two years")
        .contains("Most visits virtual");
    assertThat(page.flags())
        .extracting(StabilityPage.FlagRow::title)
        .doesNotContain("Most visits virtual");
  }

  @Test
  void only_a_teams_report_lists_children() {
    usual();
    assertThat(authority().children()).isEmpty();
    assertThat(team(OTHER).children())
        .extracting(
            row -> row.child() + ": " + row.flag() + ", " + row.value() + ", " + row.worker())
        .containsExactly(
            "B1: Three or more placements in twelve months, 3, W2",
            "B3: No worker allocated, no worker, No worker recorded");
  }

  @Test
  void a_team_without_any_child_has_no_such_page_and_without_flags_nobody_has() {
    usual();
    assertThat(team(Fernshire.TEAMS.get(3).team()).shown()).isFalse();
    assertThat(authority().shown()).isTrue();
    assertThat(AuthorityReport.of(Fernshire.night()).stability().shown()).isFalse();
  }
}
