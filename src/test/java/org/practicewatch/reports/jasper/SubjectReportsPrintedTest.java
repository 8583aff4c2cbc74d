package org.practicewatch.reports.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Printed;
import org.practicewatch.reports.subject.HealthReport;
import org.practicewatch.reports.subject.LeaversReport;
import org.practicewatch.reports.subject.PermanencyTracker;
import org.practicewatch.reports.subject.ReviewingReport;
import org.practicewatch.reports.subject.SubjectNight;
import org.practicewatch.reports.subject.Subjects;

/** What the reports on one subject say on paper. */
class SubjectReportsPrintedTest {

  private static final SubjectNight NIGHT = Subjects.ofMany(230);

  @TempDir Path folder;

  @Test
  void the_tracker_prints_a_line_per_child_the_longest_stuck_first_and_says_what_it_leaves_out()
      throws IOException {
    Path pdf = folder.resolve("tracker.pdf");
    ReportWriter.write(PermanencyTracker.of(NIGHT).orElseThrow(), pdf);

    String text = Printed.inPdf(pdf);
    assertThat(text)
        .contains("230 of 230 children on the way to permanence are stuck")
        .contains("Where children are stuck")
        .contains("These are the 200 stuck longest. There are 230 in all")
        .contains("Fictional data")
        .contains("100230", "100031")
        .doesNotContain("100030");
    assertThat(text.indexOf("100230")).isLessThan(text.indexOf("100229"));
  }

  @Test
  void the_reviewing_officers_report_names_both_quarters_and_lists_what_is_open()
      throws IOException {
    Path pdf = folder.resolve("reviewing.pdf");
    ReportWriter.write(ReviewingReport.of(NIGHT).orElseThrow(), pdf);

    assertThat(Printed.inPdf(pdf))
        .contains("This quarter so far: 1 Apr 2025 to 30 Jun 2025")
        .contains("The quarter before: 1 Jan 2025 to 31 Mar 2025")
        .contains("By team, this quarter so far")
        .contains("Challenges that are open: oldest first")
        .contains("These are the first 200 of 230")
        .contains("Reviews found only as a case note");
  }

  @Test
  void the_care_leavers_report_lists_by_team_what_to_do_first() throws IOException {
    Path pdf = folder.resolve("leavers.pdf");
    ReportWriter.write(LeaversReport.of(NIGHT).orElseThrow(), pdf);

    assertThat(Printed.inPdf(pdf))
        .contains("Something is overdue tonight for 230 of the 230 young people")
        .contains("Overdue, and due in the next two weeks, by team")
        .contains("230 days over");
  }

  @Test
  void the_page_on_health_assessments_says_who_counts_and_who_does_not() throws IOException {
    Path pdf = folder.resolve("health.pdf");
    ReportWriter.write(HealthReport.of(NIGHT).orElseThrow(), pdf);

    assertThat(Printed.inPdf(pdf))
        .contains("those whose time has run out, as at 30 Jun 2025")
        .contains("Of 90 children whose time ran out this year so far, 0 were assessed in time")
        .contains("Nobody's time still runs.")
        .contains("Counted are only children whose time ran out in the period");
  }
}
