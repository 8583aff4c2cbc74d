package org.practicewatch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityReportTest {

  private final AuthorityReport report = AuthorityReport.of(Fernshire.night());

  @Test
  void the_headline_answers_in_one_sentence() {
    assertThat(report.headline())
        .isEqualTo(
            "104 visits, reviews and assessments are overdue tonight, for 87 of the 548 children"
                + " with something open.");
    assertThat(report.direction()).startsWith("On balance worse since 29 Jun 2025: ");
    assertThat(report.remarks())
        .contains("4 of the 7 standards that can be held against a target meet it")
        .contains("furthest below is Initial health assessment, at 71.4% against 90%.")
        .contains("1 extract was held")
        .contains("1 standard cannot be judged: no extract carries what it needs.");
  }

  @Test
  void the_big_numbers_are_the_sums_of_the_columns_below_them() {
    assertThat(report.tiles().stream().map(Tile::number)).containsExactly("548", "104", "130", "9");
    int overdue =
        report.standards().stream()
            .map(StandardLine::overdue)
            .filter(words -> words.matches("[0-9]+"))
            .mapToInt(Integer::parseInt)
            .sum();
    assertThat(overdue).isEqualTo(104);
  }

  @Test
  void a_line_gives_now_and_the_year_to_date_and_judges_the_target_in_words() {
    StandardLine visit = line("Looked-after visit");

    assertThat(visit.now().value()).isEqualTo("95.8%");
    assertThat(visit.now().count()).isEqualTo("203 of 212");
    assertThat(visit.target()).isEqualTo("95%");
    assertThat(visit.met()).isEqualTo("met");
    // The year to date, not the month, though both are among the figures.
    assertThat(visit.done().count()).isEqualTo("618 of 636");
    assertThat(report.yearToDate()).isEqualTo("since 1 Apr 2025");
    assertThat(line("Child protection visit").met()).isEqualTo("not met");
    assertThat(line("Dental check").target()).isEqualTo("no target");
    assertThat(line("Dental check").standing()).isEqualTo("to confirm");
  }

  @Test
  void nought_out_of_nought_is_none_due_and_never_a_percentage() {
    StandardLine conference = line("Initial child protection conference");

    assertThat(conference.now().value()).isEqualTo("none due");
    assertThat(conference.now().count()).isEmpty();
    assertThat(conference.done().value()).isEqualTo("none due");
    assertThat(conference.met()).isEmpty();
  }

  @Test
  void a_standard_without_a_source_is_listed_last_and_says_so() {
    assertThat(report.standards().get(9).title()).isEqualTo("Assessment");
    assertThat(report.standards().get(9).now().value()).isEqualTo("cannot judge: no source");
    assertThat(report.standards().get(9).overdue()).isEqualTo("–");
    assertThat(report.matrices().stream().flatMap(m -> m.headings().stream()))
        .doesNotContain("Assessment")
        .hasSize(9);
  }

  @Test
  void a_first_night_has_no_trend() {
    AuthorityReport first = AuthorityReport.of(Fernshire.night(List.of()));

    assertThat(first.direction()).startsWith("There is no earlier night to compare with");
    assertThat(first.standards().get(0).sinceNight().points()).isEqualTo("no earlier night");
    assertThat(first.standards().get(0).sinceMonth().points()).isEqualTo("no earlier night");
    assertThat(first.charts().get(0).nights()).containsExactly(Fernshire.TONIGHT);
    assertThat(first.charts().get(0).description()).endsWith("There is no earlier night.");
  }

  @Test
  void the_chart_says_in_words_what_it_shows() {
    TrendChart chart = report.charts().get(0);

    assertThat(chart.description())
        .contains("Looked-after visit 95.8% against 95%")
        .contains("Initial child protection conference none due")
        .endsWith("Lines show 31 nights from 31 May 2025 to 30 Jun 2025.");
    assertThat(chart.rows().get(0).trend()).hasSize(31);
  }

  @Test
  void teams_stand_beneath_their_service_and_a_service_is_the_sum_of_them() {
    Matrix matrix = report.matrices().get(0);

    assertThat(matrix.rows().stream().map(Matrix.Row::name))
        .containsExactly(
            "Corporate Parenting",
            "Looked After Team 1",
            "Looked After Team 2",
            "Safeguarding",
            "Assessment Team North",
            "Safeguarding Team East",
            "Safeguarding Team West and Disabled Children's Social Work");
    assertThat(matrix.rows().get(0).cells().get(0).open()).isEqualTo("9 overdue");
    assertThat(matrix.rows().get(1).cells().get(0).open()).isEqualTo("4 overdue");
    assertThat(matrix.rows().get(2).cells().get(0).open()).isEqualTo("5 overdue");
    assertThat(matrix.rows().get(1).cells().get(1).open()).isEqualTo("2 overdue\n1 cannot tell");
    assertThat(matrix.rows().get(1).cells().get(2).now().value()).isEqualTo("none due");
  }

  @Test
  void what_no_team_holds_and_teams_nobody_knows_come_last_so_that_sums_hold() {
    List<OpenCounts> open =
        List.of(
            new OpenCounts("", "", "LAC-VISIT", 2, 0, 0, 0, 2),
            new OpenCounts("Team 10", "Safeguarding", "LAC-VISIT", 1, 0, 0, 0, 1),
            new OpenCounts("Team 9", "Safeguarding", "LAC-VISIT", 1, 0, 0, 0, 1));
    AuthorityReport report = AuthorityReport.of(with(open, new ChildrenNow(4, 4, 0, 0)));

    List<Matrix.Row> rows = report.matrices().get(0).rows();
    assertThat(rows.stream().map(Matrix.Row::name))
        .containsSubsequence("Team 9", "Team 10", "Not in organisation", "No team recorded");
    assertThat(rows.get(rows.size() - 1).cells().get(0).open()).isEqualTo("2 overdue");
    assertThat(report.tiles().get(1).number()).isEqualTo("4");
  }

  @Test
  void a_night_of_which_nothing_is_known_is_no_good_news() {
    AuthorityReport blind = AuthorityReport.of(Fernshire.withoutSources());

    assertThat(blind.headline())
        .isEqualTo("Nothing can be said tonight: no extract carries what any standard needs.");
    assertThat(blind.tiles()).extracting(Tile::number).containsOnly("–");
    assertThat(blind.tiles()).extracting(Tile::tone).containsOnly(Tone.PLAIN);
  }

  @Test
  void a_night_with_nothing_overdue_says_so() {
    assertThat(AuthorityReport.of(with(List.of(), new ChildrenNow(0, 0, 0, 0))).headline())
        .isEqualTo("No child has anything open tonight, of what can be judged.");
    assertThat(AuthorityReport.of(with(List.of(), new ChildrenNow(12, 0, 0, 0))).headline())
        .isEqualTo(
            "Nothing is overdue tonight for any of the 12 children with something open, of what can"
                + " be judged.");
    OpenCounts one = new OpenCounts("T", "S", "LAC-VISIT", 1, 0, 0, 0, 1);
    assertThat(AuthorityReport.of(with(List.of(one), new ChildrenNow(1, 1, 0, 0))).headline())
        .isEqualTo(
            "1 visit, review or assessment is overdue tonight, for 1 of the 1 child with"
                + " something open.");
  }

  @Test
  void many_standards_are_shared_out_over_tables_and_charts_that_fit_a_page() {
    List<StandardNote> many = new ArrayList<>();
    List<OpenCounts> open = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      StandardNote like = Fernshire.STANDARDS.get(0);
      many.add(
          new StandardNote(
              "S" + i, "Standard " + i, like.rule(), like.basis(), like.standing(), null, true));
      open.add(new OpenCounts("Team 9", "Safeguarding", "S" + i, 0, 0, 1, 0, 1));
    }
    NightInReports night = Fernshire.night();
    AuthorityReport report =
        AuthorityReport.of(
            new NightInReports(
                night.authority(),
                false,
                night.printing(),
                night.asAt(),
                many,
                night.teams(),
                night.children(),
                open,
                new FigureIndex(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

    assertThat(report.matrices()).hasSize(7).allMatch(m -> m.headings().size() <= 5);
    assertThat(report.charts()).hasSize(3).allMatch(chart -> chart.rows().size() == 11);
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

  private StandardLine line(String title) {
    return report.standards().stream()
        .filter(line -> line.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
