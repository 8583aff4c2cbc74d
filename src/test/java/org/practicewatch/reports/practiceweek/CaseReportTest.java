package org.practicewatch.reports.practiceweek;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.reports.practiceweek.CaseReport.Line;

/** What an auditor reads of a case, in two pages whatever the case. */
@Tag("machine")
class CaseReportTest {

  @TempDir Path folder;

  @Test
  void the_first_page_says_who_the_child_is_and_the_second_what_was_owed() throws IOException {
    List<String> pages = pages(CasesToAudit.printed(CasesToAudit.ordinary()));

    assertThat(pages).hasSize(2);
    assertThat(pages.get(0))
        .contains("Practice Week July 2025")
        .contains("Case A-07: child FS104477")
        .contains("Children looked after")
        .contains("Aged 9, looked after since 3 Mar 2016")
        .contains("What happened from 1 Jul 2024 to 30 Jun 2025")
        .contains("Page 1 of 2");
    assertThat(pages.get(1))
        .contains("11 owed: 1 overdue, 1 missed, 1 late, 1 cannot tell, 1 due,")
        .contains("Late by 5 days")
        .contains("Overdue by 17 days")
        .contains("13 Jun 2025")
        .contains("Ethnicity is not recorded")
        .contains("Page 2 of 2")
        .doesNotContain("Compliance");
  }

  @Test
  void what_was_not_in_time_stands_first() {
    assertThat(CasesToAudit.printed(CasesToAudit.ordinary()).lines())
        .extracting(Line::state)
        .startsWith("Overdue by 17 days", "Missed", "Late by 5 days", "Cannot tell", "Due")
        .endsWith("In timescale");
  }

  @Test
  void a_case_with_nothing_in_it_says_so() throws IOException {
    List<String> pages = pages(CasesToAudit.printed(CasesToAudit.empty()));

    assertThat(pages).hasSize(2);
    assertThat(pages.get(1))
        .contains("Nothing was owed in this time.")
        .contains("Nothing was open.")
        .doesNotContain("How it stands");
  }

  @Test
  void a_table_too_long_for_its_page_is_cut_and_says_how_much_stands_on_the_form()
      throws IOException {
    CaseReport report = CasesToAudit.printed(CasesToAudit.busy(120, 40));
    List<String> pages = pages(report);

    assertThat(pages).hasSize(2);
    assertThat(pages.get(1))
        .contains(120 - report.lines().size() + " more stand on the form's sheet 'Compliance'.")
        .contains(40 - report.gaps().size() + " more stand on the team's list.");
    assertThat(report.lines()).hasSizeGreaterThan(15);
  }

  @Test
  void there_are_two_pages_whatever_the_case() throws IOException {
    for (int owed = 0; owed < 44; owed += 3) {
      for (int gaps : List.of(0, 1, 9, 18, 40)) {
        assertThat(pages(CasesToAudit.printed(CasesToAudit.busy(owed, gaps))))
            .as("%s owed, %s open", owed, gaps)
            .hasSize(2);
      }
    }
  }

  @Test
  void there_are_two_pages_even_of_a_record_that_makes_no_sense() throws IOException {
    assertThat(pages(CasesToAudit.printed(CasesToAudit.senseless()))).hasSize(2);
  }

  @Test
  void the_picture_is_told_in_words() {
    assertThat(CasesToAudit.printed(CasesToAudit.ordinary()).timeline().description())
        .startsWith("Timeline from 1 Jul 2024 to 30 Jun 2025. Placement: U6 foster carer, since")
        .contains("W0167, 1 Feb 2023 to 14 Feb 2025; W0213, since 17 Feb 2025.")
        .contains(
            "Looked-after visit, done 8 times, last on 2 May 2025, fell due and was not done:"
                + " 13 Jun 2025.")
        .endsWith("Missing: nothing recorded.");
  }

  @Test
  void it_says_that_it_is_fictional_where_it_is() throws IOException {
    assertThat(pages(CasesToAudit.printed(CasesToAudit.ordinary())))
        .allMatch(page -> page.contains("Fictional data"));
    assertThat(pages(CaseReport.of(CasesToAudit.ordinary(), "Council", false, "Practice Week")))
        .noneMatch(page -> page.contains("Fictional"));
  }

  private List<String> pages(CaseReport report) throws IOException {
    Path pdf = folder.resolve("case.pdf");
    ReportWriter.writeCase(report, pdf);
    try (PdfReader reader = new PdfReader(pdf.toString())) {
      PdfTextExtractor text = new PdfTextExtractor(reader);
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        pages.add(text.getTextFromPage(page).replaceAll("\\s+", " "));
      }
      return pages;
    }
  }
}
