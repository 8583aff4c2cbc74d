package org.practicewatch.reports.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.FlaggedChildren;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.place.AuthorityReport;
import org.practicewatch.reports.place.TeamReport;
import org.practicewatch.reports.practiceweek.CasesToAudit;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.subject.HealthReport;
import org.practicewatch.reports.subject.LeaversReport;
import org.practicewatch.reports.subject.PermanencyTracker;
import org.practicewatch.reports.subject.ReviewingReport;
import org.practicewatch.reports.subject.SubjectNight;
import org.practicewatch.reports.subject.Subjects;
import org.practicewatch.reports.week.InventedWeeks;
import org.practicewatch.reports.week.WeeklyReport;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Holds every kind of report against PDF/UA-1 with veraPDF, the industry's reference. */
@Tag("machine")
@Order(3)
class TaggedExporterTest {

  @TempDir Path folder;

  @BeforeAll
  static void veraPdf() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void the_authority_report_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("authority.pdf");
    ReportWriter.write(AuthorityReport.of(Fernshire.night()), pdf);

    assertThat(faults(pdf)).isEmpty();
  }

  @Test
  void the_authority_report_of_a_first_night_on_which_nothing_is_open_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("first.pdf");
    ReportWriter.write(AuthorityReport.of(Fernshire.nothingOpen()), pdf);

    assertThat(faults(pdf)).isEmpty();
  }

  @Test
  void a_service_report_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("service.pdf");
    ReportWriter.write(Fernshire.service(Fernshire.night(), 17), pdf);

    assertThat(faults(pdf)).isEmpty();
  }

  @Test
  void the_report_of_a_service_with_nothing_open_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("service.pdf");
    ReportWriter.write(Fernshire.service(Fernshire.nothingOpen(), 0), pdf);

    assertThat(faults(pdf)).isEmpty();
  }

  @Test
  void a_team_report_with_lists_too_long_to_print_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(team(Fernshire.night(), 300, 9, 3), pdf);

    assertThat(faults(pdf)).isEmpty();
  }

  @Test
  void the_report_of_a_team_with_nothing_to_do_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(team(Fernshire.nothingOpen(), 0, 0, 0), pdf);

    assertThat(faults(pdf)).isEmpty();
  }

  @Test
  void the_reports_on_one_subject_are_pdf_ua() throws Exception {
    for (SubjectNight night : List.of(Subjects.ofMany(230), Subjects.ofMany(1))) {
      Path pdf = folder.resolve("subject.pdf");
      ReportWriter.write(PermanencyTracker.of(night).orElseThrow(), pdf);
      assertThat(faults(pdf)).isEmpty();
      ReportWriter.write(ReviewingReport.of(night).orElseThrow(), pdf);
      assertThat(faults(pdf)).isEmpty();
      ReportWriter.write(LeaversReport.of(night).orElseThrow(), pdf);
      assertThat(faults(pdf)).isEmpty();
      ReportWriter.write(HealthReport.of(night).orElseThrow(), pdf);
      assertThat(faults(pdf)).isEmpty();
    }
  }

  @Test
  void the_weekly_report_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("weekly.pdf");
    for (WeekInFigures weeks : List.of(InventedWeeks.of(1, 1), InventedWeeks.of(8, 60))) {
      ReportWriter.write(WeeklyReport.of(weeks, new Printing(10, 14)), pdf);
      assertThat(faults(pdf)).isEmpty();
    }
  }

  @Test
  void a_case_to_audit_is_pdf_ua() throws Exception {
    Path pdf = folder.resolve("case.pdf");
    for (CaseFile file :
        List.of(CasesToAudit.ordinary(), CasesToAudit.busy(60, 30), CasesToAudit.empty())) {
      ReportWriter.writeCase(CasesToAudit.printed(file), pdf);
      assertThat(faults(pdf)).isEmpty();
    }
  }

  @Test
  void the_page_on_stability_and_workforce_is_pdf_ua_in_every_report() throws Exception {
    NightInReports night = new FlaggedChildren().ofTwoTeams().night();
    Path authority = folder.resolve("authority.pdf");
    Path service = folder.resolve("service.pdf");
    Path team = folder.resolve("team.pdf");
    ReportWriter.write(AuthorityReport.of(night), authority);
    ReportWriter.write(Fernshire.service(night, 17), service);
    ReportWriter.write(team(night, 12, 9, 3), team);

    assertThat(faults(authority)).isEmpty();
    assertThat(faults(service)).isEmpty();
    assertThat(faults(team)).isEmpty();
  }

  private static Report team(NightInReports night, int overdue, int soon, int unclear) {
    return TeamReport.of(
        night, TeamList.of(night, Fernshire.TEAMS.get(0), Fernshire.open(overdue, soon, unclear)));
  }

  /** Each rule that is broken, once, in the validator's words. */
  private static List<String> faults(Path pdf) throws Exception {
    try (InputStream in = Files.newInputStream(pdf);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
          .distinct()
          .toList();
    }
  }
}
