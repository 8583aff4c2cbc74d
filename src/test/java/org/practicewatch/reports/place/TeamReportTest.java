package org.practicewatch.reports.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.reports.night.Fernshire.TONIGHT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.TeamPlace;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.standards.Timeliness;

class TeamReportTest {

  private static final TeamPlace TEAM = Fernshire.TEAMS.get(0);
  private static final String FIRST = "See these children first";
  private static final String OTHERS = "The team's other children";

  @Test
  void the_same_list_whatever_the_order_it_came_in() {
    List<Finding> open = new ArrayList<>(Fernshire.open(17, 9, 3));
    Report sorted = report(open);
    Collections.shuffle(open, new Random(3));

    assertThat(Printed.lines(report(open), FIRST)).isEqualTo(Printed.lines(sorted, FIRST));
    assertThat(Printed.lines(report(open), OTHERS)).isEqualTo(Printed.lines(sorted, OTHERS));
    assertThat(sorted.headline()).isEqualTo("4 of 106 children have not been visited in time.");
  }

  /** Old paperwork must not stand above a child whom nobody has visited. */
  @Test
  void what_matters_most_stands_first_however_short_it_is_over() {
    NightInReports night = Fernshire.night();
    Finding visit = of("100401", "LAC-VISIT", 2, 1, Timeliness.OVERDUE);
    Finding review = of("100402", "LAC-REVIEW", 445, 1, Timeliness.OVERDUE);

    assertThat(TeamList.of(night, TEAM, List.of(review, visit)).overdue())
        .containsExactly(visit, review);
    assertThat(Printed.lines(report(List.of(review, visit)), FIRST)).hasSize(1);
  }

  @Test
  void a_child_has_one_line_with_all_that_is_owed_and_the_longest_unseen_comes_first() {
    Report report =
        report(
            List.of(
                of("1", "LAC-VISIT", 3, 5, Timeliness.OVERDUE),
                of("1", "LAC-RHA", 20, 2, Timeliness.OVERDUE),
                of("1", "LAC-REVIEW", -4, 3, Timeliness.DUE_SOON),
                of("1", "LAC-DENTAL", 0, 1, Timeliness.CANNOT_TELL),
                of("2", "LAC-VISIT", 30, 4, Timeliness.OVERDUE)));
    List<Row> first = Printed.rows(report, FIRST);

    assertThat(first).extracting(row -> Printed.cell(row, 0)).containsExactly("2", "1");
    assertThat(Printed.cell(first.get(1), 1)).isEqualTo("16 May 2025");
    assertThat(Printed.beneath(first.get(1), 1)).isEqualTo("45 days ago");
    assertThat(Printed.cell(first.get(1), 2))
        .isEqualTo("Looked-after visit, 3 days\nReview health assessment, 20 days");
    assertThat(Printed.beneath(first.get(1), 2)).isEqualTo("cannot be told: Dental check");
    assertThat(Printed.cell(first.get(1), 3)).isEqualTo("Looked-after review, 4 Jul 2025");
    assertThat(Printed.rows(report, OTHERS)).isEmpty();
  }

  /** The day a placement began is no day on which anybody saw the child. */
  @Test
  void a_first_visit_that_was_never_made_leaves_the_last_visit_blank() {
    Finding never = of("3", "LAC-VISIT", 3, 1, LocalDate.of(2025, 5, 16), Timeliness.OVERDUE);

    assertThat(Printed.cell(Printed.rows(report(List.of(never)), FIRST).get(0), 1)).isEqualTo("–");
  }

  /** Its next visit is weeks away; when it was last seen is known all the same. */
  @Test
  void when_a_child_was_last_seen_is_known_though_no_visit_is_on_the_list() {
    Report report =
        report(
            List.of(
                of("4", "LAC-REVIEW", 9, 2, Timeliness.OVERDUE),
                of("4", "LAC-VISIT", -40, 7, Timeliness.NOT_YET_DUE)));

    assertThat(Printed.lines(report, OTHERS))
        .singleElement()
        .asString()
        .isEqualTo("4 | 28 Jun 2025 | Looked-after review, 9 days |  | A. Okafor");
  }

  private static Finding of(
      String child, String standard, int daysOver, int number, Timeliness timeliness) {
    return of(child, standard, daysOver, number, LocalDate.of(2024, 2, 3), timeliness);
  }

  private static Finding of(
      String child,
      String standard,
      int daysOver,
      int number,
      LocalDate from,
      Timeliness timeliness) {
    Finding known = Fernshire.finding(0, timeliness, TONIGHT.minusDays(daysOver), null);
    return new Finding(
        child,
        "",
        standard,
        from,
        number,
        known.since(),
        known.due(),
        null,
        timeliness,
        daysOver > 0 ? daysOver : null,
        known.team(),
        known.worker(),
        known.teamNow(),
        known.workerNow(),
        known.source(),
        true);
  }

  private static Report report(List<Finding> open) {
    NightInReports night = Fernshire.night();
    return TeamReport.of(night, TeamList.of(night, TEAM, open));
  }

  @Test
  void the_next_two_weeks_hold_what_falls_due_by_the_fourteenth_day_and_no_later() {
    TeamList list =
        TeamList.of(
            Fernshire.night(),
            TEAM,
            List.of(
                Fernshire.finding(0, Timeliness.NOT_YET_DUE, TONIGHT.plusDays(14), null),
                Fernshire.finding(1, Timeliness.DUE_SOON, TONIGHT.plusDays(15), null),
                Fernshire.finding(2, Timeliness.DUE_SOON, TONIGHT, null),
                Fernshire.finding(3, Timeliness.DUE_SOON, TONIGHT.plusDays(1), null)));

    assertThat(list.dueSoon())
        .extracting(Finding::due)
        .containsExactly(TONIGHT, TONIGHT.plusDays(1), TONIGHT.plusDays(14));
  }

  @Test
  void missed_and_done_are_never_on_the_list() {
    Report report =
        report(
            List.of(
                Fernshire.finding(0, Timeliness.MISSED, TONIGHT.minusDays(9), 2),
                Fernshire.finding(1, Timeliness.LATE, TONIGHT.minusDays(9), 2),
                Fernshire.finding(2, Timeliness.IN_TIMESCALE, TONIGHT.plusDays(2), null)));

    assertThat(Printed.rows(report, FIRST)).isEmpty();
    assertThat(Printed.rows(report, OTHERS)).isEmpty();
  }

  @Test
  void nothing_to_do_says_so() {
    Report report = report(List.of());

    assertThat(report.headline())
        .isEqualTo(
            "Nothing to do, of what can be judged: nothing is overdue, nothing falls due by 14 Jul"
                + " 2025.");
    assertThat(Printed.rows(report, "By worker")).isEmpty();
  }

  @Test
  void good_news_of_which_nothing_is_known_is_not_told() {
    NightInReports empty = Fernshire.nothingOpen();
    NightInReports blind = Fernshire.withoutSources();
    Report unknown = TeamReport.of(blind, TeamList.of(blind, TEAM, List.of()));

    assertThat(TeamReport.of(empty, TeamList.of(empty, TEAM, List.of())).headline())
        .isEqualTo("No child recorded with this team has anything that can be judged tonight.");
    assertThat(unknown.headline()).startsWith("Nothing can be said tonight");
    assertThat(unknown.lead()).isEmpty();
    assertThat(unknown.sections().get(0).note())
        .startsWith("Cannot be judged")
        .contains("Looked-after visit");
  }

  @Test
  void a_name_stands_beneath_the_id_only_where_the_council_wants_it() {
    Finding late = of("5", "LAC-VISIT", 9, 3, Timeliness.OVERDUE);
    NightInReports named =
        Fernshire.with(
            Fernshire.night(),
            new Printing(10, 14, Map.of("5", "Ottiline Brackenfell"), Fernshire.RANKS));
    Report report = TeamReport.of(named, TeamList.of(named, TEAM, List.of(late)));

    assertThat(Printed.beneath(Printed.rows(report, FIRST).get(0), 0))
        .isEqualTo("Ottiline Brackenfell");
    assertThat(Printed.beneath(Printed.rows(report(List.of(late)), FIRST).get(0), 0)).isEmpty();
  }

  @Test
  void workers_with_most_overdue_come_first_and_a_missing_worker_has_a_line() {
    List<Row> workers = Printed.rows(report(Fernshire.open(17, 9, 3)), "By worker");

    assertThat(workers)
        .extracting(row -> Printed.cell(row, 0))
        .hasSize(5)
        .contains("No worker recorded");
    assertThat(workers.stream().map(row -> Integer.parseInt(Printed.cell(row, 1))))
        .isSortedAccordingTo((one, other) -> other - one);
    assertThat(workers.stream().mapToInt(row -> Integer.parseInt(Printed.cell(row, 1))).sum())
        .isEqualTo(17);
  }

  @Test
  void figures_are_the_teams_own_and_standards_it_does_not_meet_with_are_named_once() {
    Report report = report(Fernshire.open(1, 0, 0));

    assertThat(Printed.lines(report, "The standards of each rank"))
        .contains(
            "Looked-after visit | 4 | – | 96.2% | 102 of 106 | 95% | met | 96.2% | 102 of 106 |"
                + " met");
    assertThat(report.sections())
        .extracting(Section::note)
        .anyMatch(
            note -> note.contains("None due for this team: Child protection visit, Child in need"));
  }

  @Test
  void a_standard_that_settings_no_longer_know_keeps_its_id_and_a_home_is_no_child() {
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

    assertThat(Printed.lines(report(List.of(known, unknown)), "Homes, carers and workers"))
        .containsExactly("home:SC123 | – | REG44, 2 days |  | No worker recorded");
  }

  @Test
  void where_nothing_is_ranked_all_children_stand_in_one_list() {
    NightInReports plain =
        Fernshire.with(Fernshire.night(), new Printing(10, 14, Map.of(), Priorities.NONE));

    assertThat(
            Printed.rows(
                TeamReport.of(plain, TeamList.of(plain, TEAM, Fernshire.open(3, 1, 0))),
                "The team's children"))
        .hasSize(4);
  }
}
