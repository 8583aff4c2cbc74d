package org.practicewatch.reports.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.practicewatch.compliance.Wanted;
import org.practicewatch.reports.section.Printed;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.Section;
import org.practicewatch.standards.Timeliness;

/** Who stands in the care leavers' report, and what is said of them. */
class LeaversReportTest {

  private static final String TONIGHT = Subjects.TONIGHT.toString();

  private static Report report(Subjects record) {
    return LeaversReport.of(record.night()).orElseThrow();
  }

  @Test
  void everybody_is_in_it_whether_anything_is_due_or_not() {
    Report report =
        report(
            new Subjects()
                .owed("1", "PATHWAY", "2025-01-06", "2025-02-06", null, Timeliness.OVERDUE)
                .span("2", "eligible child", "2025-01-06", null)
                .span("3", "leaving care", "2025-01-06", null)
                .span("4", Wanted.AGE_OF_LEAVING_CARE, "2025-01-06", "2034-01-06")
                .span("4", "period of care", "2025-06-02", null)
                .span("5", Wanted.AGE_OF_LEAVING_CARE, "2025-01-06", "2034-01-06")
                .span("5", "period of care", "2025-01-02", "2025-01-20")
                .span("6", Wanted.AGE_OF_LEAVING_CARE, "2025-01-06", "2034-01-06")
                .span("6", "period of care", "2010-01-02", "2011-01-20")
                .did("7", "care leaver", TONIGHT, "eligibility=relevant"));
    assertThat(Printed.lines(report, "Young people").stream().map(LeaversReportTest::whoAndWhat))
        .containsExactlyInAnyOrder(
            "1 | ",
            "2 | eligible",
            "3 | left care",
            "4 | in care, not eligible yet",
            "5 | was in care, never eligible",
            "7 | on the list of care leavers");
    assertThat(report.headline())
        .isEqualTo("Something is overdue tonight for 1 of the 6 young people in or after care.");
  }

  private static String whoAndWhat(String line) {
    String[] cells = line.split(" \\| ", -1);
    return cells[1] + " | " + cells[2];
  }

  @Test
  void a_code_is_told_in_words_and_what_nobody_says_is_not_guessed() {
    Report report =
        report(
            new Subjects()
                .carrying("pathway plan review")
                .span("1", "eligible child", "2025-01-06", null)
                .did(
                    "1",
                    "care leaver",
                    TONIGHT,
                    "accommodation=Z",
                    "activity=",
                    "eligibility=?",
                    "adviser=7013002")
                .did("1", "pathway plan review", "2025-05-31")
                .did("1", "pathway plan review", "2025-01-31")
                .span("2", "eligible child", "2025-01-06", null));
    List<String> lines = Printed.lines(report, "Young people");
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "1 | eligible | cannot be read | With former foster carers | no source |"
                            + " not recorded | no source | no source | 7013002 | 31 May 2025 | 30"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("2 | eligible | not on the list")
                    .contains("not on the list | not recorded |"));
    // Who has no plan on record stands before whoever's is oldest.
    assertThat(lines.get(0)).contains(" | 2 | ");
    Section.Table onPaper = report.table("Everybody, due or not");
    assertThat(StreamSupport.stream(onPaper.rows().spliterator(), false)).hasSize(2);
  }
}
