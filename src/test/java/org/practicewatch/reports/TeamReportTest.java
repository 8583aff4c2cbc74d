package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.practicewatch.reports.Fernshire.TONIGHT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.reports.TeamReport.WorkerLine;
import org.practicewatch.standards.Timeliness;

class TeamReportTest {

  private static final TeamPlace TEAM = Fernshire.TEAMS.get(0);

  @Test
  void overdue_is_longest_first_whatever_the_order_it_came_in() {
    List<Finding> open = new ArrayList<>(Fernshire.open(17, 9, 3));
    TeamReport sorted = report(open);
    Collections.shuffle(open, new Random(3));

    assertThat(report(open)).isEqualTo(sorted);
    assertThat(sorted.overdue().stream().map(line -> Integer.parseInt(line.days())))
        .isSortedAccordingTo((one, other) -> other - one)
        .hasSize(17);
    assertThat(sorted.first())
        .isEqualTo("Start with 100485: Looked-after visit, 57 days over (J. Lindqvist).");
    assertThat(sorted.headline())
        .isEqualTo(
            "17 overdue, for 17 children. 9 fall due by 14 Jul 2025. 3 cannot be told from the record.");
  }

  /** Old paperwork must not stand above a child whom nobody has visited. */
  @Test
  void what_matters_most_stands_first_however_short_it_is_over() {
    Priorities visitsFirst =
        new Priorities(
            List.of(
                new Priorities.Priority(
                    "Seeing the child",
                    "seeing",
                    "have not been visited in time",
                    95,
                    false,
                    Severity.HIGH,
                    "",
                    "",
                    true,
                    List.of("LAC-VISIT")),
                new Priorities.Priority(
                    "The rest", "rest", "", null, false, Severity.LOW, "", "", false, List.of())));
    NightInReports night =
        Fernshire.with(Fernshire.night(), new Printing(10, 14, Map.of(), visitsFirst));
    Finding visit = firstOf("100401", LocalDate.of(2025, 1, 6));
    Finding review = ofStandard("LAC-REVIEW", 445);

    TeamList list = TeamList.of(night, TEAM, List.of(review, visit));

    assertThat(list.overdue()).containsExactly(visit, review);
  }

  private static Finding ofStandard(String standard, int daysOver) {
    Finding known = Fernshire.finding(1, Timeliness.OVERDUE, TONIGHT.minusDays(daysOver), daysOver);
    return new Finding(
        known.childId(),
        "",
        standard,
        known.duringFrom(),
        1,
        known.since(),
        known.due(),
        null,
        Timeliness.OVERDUE,
        daysOver,
        known.team(),
        known.worker(),
        known.teamNow(),
        known.workerNow(),
        known.source(),
        true);
  }

  @Test
  void a_line_carries_everything_down_to_the_cell() {
    TeamReport report =
        report(List.of(Fernshire.finding(0, Timeliness.OVERDUE, LocalDate.of(2025, 3, 4), 118)));

    assertThat(report.overdue())
        .containsExactly(
            new ReportLine(
                "100400",
                "",
                "Looked-after visit",
                "",
                "4 Mar 2025",
                "118",
                "21 Jan 2025",
                "A. Okafor",
                "mosaic_visits_20250630.xlsx!Visits!F214"));
  }

  @Test
  void none_done_yet_is_said_only_of_what_is_counted_from_the_start() {
    TeamReport report =
        report(
            List.of(
                firstOf("100401", LocalDate.of(2025, 1, 6)),
                firstOf("100402", LocalDate.of(2025, 3, 4))));

    assertThat(report.overdue())
        .extracting(ReportLine::child, ReportLine::owed)
        .containsExactlyInAnyOrder(
            tuple("100401", "the first: none done yet"), tuple("100402", ""));
  }

  private static TeamReport report(List<Finding> open) {
    NightInReports night = Fernshire.night();
    return TeamReport.of(night, TeamList.of(night, TEAM, open));
  }

  private static Finding firstOf(String child, LocalDate since) {
    Finding known = Fernshire.finding(0, Timeliness.OVERDUE, TONIGHT.minusDays(2), 2);
    return new Finding(
        child,
        "",
        known.standard(),
        LocalDate.of(2025, 1, 6),
        1,
        since,
        known.due(),
        null,
        Timeliness.OVERDUE,
        2,
        known.team(),
        known.worker(),
        known.teamNow(),
        known.workerNow(),
        known.source(),
        true);
  }

  @Test
  void the_next_two_weeks_hold_what_falls_due_by_the_fourteenth_day_and_no_later() {
    TeamReport report =
        report(
            List.of(
                Fernshire.finding(0, Timeliness.NOT_YET_DUE, TONIGHT.plusDays(14), null),
                Fernshire.finding(1, Timeliness.DUE_SOON, TONIGHT.plusDays(15), null),
                Fernshire.finding(2, Timeliness.DUE_SOON, TONIGHT, null),
                Fernshire.finding(3, Timeliness.DUE_SOON, TONIGHT.plusDays(1), null)));

    assertThat(report.dueSoon().stream().map(ReportLine::days))
        .containsExactly("today", "tomorrow", "in 14 days");
    assertThat(report.until()).isEqualTo("14 Jul 2025");
  }

  @Test
  void missed_and_done_are_never_on_the_list() {
    TeamReport report =
        report(
            List.of(
                Fernshire.finding(0, Timeliness.MISSED, TONIGHT.minusDays(9), 2),
                Fernshire.finding(1, Timeliness.LATE, TONIGHT.minusDays(9), 2),
                Fernshire.finding(2, Timeliness.IN_TIMESCALE, TONIGHT.plusDays(2), null)));

    assertThat(report.overdue()).isEmpty();
    assertThat(report.dueSoon()).isEmpty();
    assertThat(report.cannotTell()).isEmpty();
  }

  @Test
  void nothing_to_do_says_so() {
    TeamReport report = report(List.of());

    assertThat(report.headline())
        .isEqualTo(
            "Nothing to do, of what can be judged: nothing is overdue, nothing falls due by 14 Jul"
                + " 2025.");
    assertThat(report.first()).isEmpty();
    assertThat(report.workers()).isEmpty();
  }

  @Test
  void good_news_of_which_nothing_is_known_is_not_told() {
    TeamPlace place = Fernshire.TEAMS.get(0);
    NightInReports empty = Fernshire.nothingOpen();
    TeamReport idle = TeamReport.of(empty, TeamList.of(empty, place, List.of()));
    NightInReports blind = Fernshire.withoutSources();
    TeamReport unknown = TeamReport.of(blind, TeamList.of(blind, place, List.of()));

    assertThat(idle.headline())
        .isEqualTo("No child recorded with this team has anything that can be judged tonight.");
    assertThat(unknown.headline()).startsWith("Nothing can be said tonight");
    assertThat(unknown.tiles()).extracting(Tile::number).containsOnly("–");
    assertThat(unknown.tiles()).extracting(Tile::tone).containsOnly(Tone.PLAIN);
    assertThat(unknown.notHere()).startsWith("Cannot be judged").contains("Looked-after visit");
  }

  @Test
  void a_name_stands_beside_the_id_only_where_the_council_wants_it() {
    NightInReports night = Fernshire.night();
    Finding late = Fernshire.finding(0, Timeliness.OVERDUE, TONIGHT.minusDays(9), 9);
    Printing named =
        new Printing(10, 14, Map.of(late.childId(), "Ottiline Brackenfell"), Priorities.NONE);

    assertThat(new Owed(night).overdue(List.of(late), 1).get(0).name()).isEmpty();
    assertThat(new Owed(Fernshire.with(night, named)).overdue(List.of(late), 1))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.child()).isEqualTo(late.childId());
              assertThat(line.name()).isEqualTo("Ottiline Brackenfell");
            });
  }

  @Test
  void workers_with_most_overdue_come_first_and_a_missing_worker_has_a_line() {
    TeamReport report = report(Fernshire.open(17, 9, 3));

    assertThat(report.workers().stream().map(WorkerLine::worker))
        .hasSize(5)
        .contains("No worker recorded");
    assertThat(report.workers().stream().map(line -> Integer.parseInt(line.overdue())))
        .isSortedAccordingTo((one, other) -> other - one);
    assertThat(report.workers().stream().mapToInt(line -> Integer.parseInt(line.overdue())).sum())
        .isEqualTo(17);
  }

  @Test
  void figures_are_the_teams_own_and_standards_it_does_not_meet_with_are_named_once() {
    TeamReport report = report(List.of());

    assertThat(report.figures().stream().map(TeamReport.FigureLine::title))
        .containsExactly(
            "Looked-after visit",
            "Looked-after review",
            "Initial health assessment",
            "Review health assessment",
            "Dental check");
    assertThat(report.figures().get(0).now().count()).isEqualTo("102 of 106");
    assertThat(report.figures().get(0).done().count()).isEqualTo("310 of 318");
    assertThat(report.notHere())
        .startsWith("None due for this team: Child protection visit, Child in need visit");
  }

  @Test
  void a_standard_that_settings_no_longer_know_keeps_its_id() {
    Finding known = Fernshire.finding(0, Timeliness.OVERDUE, TONIGHT.minusDays(1), 1);
    Finding unknown =
        new Finding(
            "",
            "home:SC123",
            "REG44",
            null,
            1,
            null,
            TONIGHT.minusDays(2),
            null,
            Timeliness.OVERDUE,
            null,
            known.team(),
            "",
            known.teamNow(),
            "",
            known.source(),
            true);

    ReportLine line = report(List.of(known, unknown)).overdue().get(0);

    assertThat(line.standard()).isEqualTo("REG44");
    assertThat(line.child()).isEqualTo("home:SC123");
    assertThat(line.days()).isEqualTo("2");
    assertThat(line.since()).isEqualTo("–");
    assertThat(line.worker()).isEqualTo("No worker recorded");
  }
}
