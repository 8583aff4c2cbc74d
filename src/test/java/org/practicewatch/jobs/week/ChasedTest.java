package org.practicewatch.jobs.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.practicewatch.practiceweek.Recommendation;
import org.practicewatch.reports.section.ReportWorkbook;

/** What auditors recommended is chased with the weekly list of the child's team. */
class ChasedTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);

  private static Recommendation recommended(
      String team, @Nullable LocalDate due, @Nullable LocalDate done) {
    return new Recommendation(
        "0123456789abcdef0123", 1, "2026-autumn", "C1", team, "A plan", "Worker", due, done, "");
  }

  private static Chased chased(Recommendation... all) {
    return new Chased(List.of(all), NIGHT, NIGHT.plusDays(14));
  }

  @Test
  void what_is_overdue_or_falls_due_is_counted_in_the_letter_of_the_team() {
    Chased chased =
        chased(
            recommended("East", NIGHT.minusDays(1), null),
            recommended("East", NIGHT, null),
            recommended("East", NIGHT.plusDays(14), null),
            recommended("East", null, null),
            recommended("East", NIGHT.plusDays(15), null),
            recommended("East", NIGHT.minusDays(9), NIGHT),
            recommended("West", NIGHT.minusDays(1), null));
    assertThat(chased.sentence("East"))
        .contains("4 recommendations")
        .contains("1 of them overdue")
        .doesNotContain("C1");
    assertThat(chased.sentence("West")).contains("1 recommendation for");
  }

  @Test
  void a_child_without_a_team_is_chased_with_those_whom_no_team_holds() {
    assertThat(chased(recommended("", NIGHT, null)).isAnyOf("No team recorded")).isTrue();
  }

  @Test
  void where_nothing_is_open_the_list_stays_as_it_is() {
    Chased chased = chased(recommended("East", NIGHT, NIGHT));
    ReportWorkbook list = new ReportWorkbook("List", "Fernshire", true, "20 Nov 2026", List.of());
    assertThat(chased.sentence("East")).isEmpty();
    assertThat(chased.with(list, "East")).isSameAs(list);
    assertThat(chased(recommended("East", NIGHT, null)).with(list, "East").sheets()).hasSize(1);
  }
}
