package org.practicewatch.reports.jasper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.compliance.Comparison;
import org.practicewatch.compliance.Finding;
import org.practicewatch.reports.night.Fernshire;
import org.practicewatch.reports.night.FlaggedChildren;
import org.practicewatch.reports.night.HeldNote;
import org.practicewatch.reports.night.IssueCount;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.TeamPlace;
import org.practicewatch.reports.place.AuthorityReport;
import org.practicewatch.reports.place.FernshirePublished;
import org.practicewatch.reports.place.TeamReport;
import org.practicewatch.reports.section.Report;

@Tag("machine")
class ReportWriterTest {

  @TempDir Path folder;

  @Test
  void the_first_page_of_the_authority_report_says_what_is_worst_and_whose_it_is()
      throws IOException {
    Path pdf = folder.resolve("authority.pdf");
    ReportWriter.write(AuthorityReport.of(Fernshire.night()), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages).hasSize(4);
    assertThat(pages.get(0))
        .contains("53 of 548 children have not been visited in time; of 2 more")
        .contains("What matters, in its order")
        .contains("495 of 548")
        .contains("tonight not met")
        .contains("worse")
        .contains("Initial health assessment")
        .contains("Safeguarding Team West")
        .contains("Fernshire County Council (fictional)")
        .contains("As at 30 Jun 2025")
        .contains("Page 1 of 4");
    assertThat(pages.get(1)).contains("The standards of each rank").contains("none due");
    assertThat(pages.get(2)).contains("Services and teams").contains("Safeguarding Team East");
    assertThat(pages.get(3)).contains("Can it be believed?").contains("mosaic_health_20250630.csv");
  }

  @Test
  void a_directors_report_has_six_pages_whatever_the_number_of_neighbours_and_flags()
      throws IOException {
    NightInReports night = new FlaggedChildren().ofTwoTeams().night();
    for (int neighbours : new int[] {0, 12, 60}) {
      Path pdf = folder.resolve("authority.pdf");
      Comparison published = FernshirePublished.withNeighbours(neighbours);
      ReportWriter.write(AuthorityReport.of(night, published), pdf);

      List<String> pages = pages(pdf);
      assertThat(pages).hasSizeLessThanOrEqualTo(6);
      assertThat(String.join(" ", pages))
          .contains("Beside the published figures")
          .contains("30 of 34")
          .contains("cannot judge: no source")
          .contains("Invented, by no licence.");
    }
  }

  /** A workbook that is cut short holds a dozen tables back, of which the same is said. */
  @Test
  void a_dozen_tables_that_did_not_come_share_a_line_and_the_last_page() throws IOException {
    NightInReports night = Fernshire.night();
    List<HeldNote> held = new ArrayList<>(night.held());
    for (int i = 0; i < 13; i++) {
      held.add(
          new HeldNote(
              "child protection conferences " + i + " (crs)",
              "It was not received tonight.",
              "What crs_reports.xlsx said on 2025-06-29 stands.",
              Fernshire.TONIGHT.minusDays(1)));
    }
    List<IssueCount> issues = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      issues.add(new IssueCount("check " + i, "What it found, in a sentence or two.", i));
    }
    Path pdf = folder.resolve("authority.pdf");
    ReportWriter.write(
        AuthorityReport.of(
            new NightInReports(
                night.authority(),
                true,
                night.printing(),
                night.asAt(),
                night.standards(),
                night.teams(),
                night.children(),
                night.open(),
                night.figures(),
                night.earlier(),
                night.extracts(),
                held,
                issues)),
        pdf);

    List<String> pages = pages(pdf);
    assertThat(pages).hasSize(4);
    assertThat(pages.get(3))
        .contains("conferences 0 (crs)")
        .contains("conferences 12 (crs)")
        .containsOnlyOnce("It was not received tonight.")
        .contains("What the words mean");
  }

  @Test
  void a_screen_reader_finds_the_language_and_the_structure_of_a_report() throws IOException {
    Path pdf = folder.resolve("tagged.pdf");
    ReportWriter.write(AuthorityReport.of(Fernshire.night()), pdf);

    try (PdfReader reader = new PdfReader(pdf.toString())) {
      PdfDictionary catalogue = reader.getCatalog();
      assertThat(catalogue.getAsDict(PdfName.STRUCTTREEROOT)).isNotNull();
      assertThat(catalogue.getAsDict(PdfName.MARKINFO).getAsBoolean(PdfName.MARKED).booleanValue())
          .isTrue();
      assertThat(catalogue.getAsString(PdfName.LANG).toString()).isEqualTo("en-GB");
    }
  }

  @Test
  void every_page_says_that_the_data_is_fictional_when_it_is_and_not_when_it_is_not()
      throws IOException {
    NightInReports night = Fernshire.night();
    Path pdf = folder.resolve("authority.pdf");
    ReportWriter.write(AuthorityReport.of(night), pdf);
    assertThat(pages(pdf)).allMatch(page -> page.contains("Fictional data"));

    NightInReports real = with(night, false, night.standards(), night.teams());
    ReportWriter.write(AuthorityReport.of(real), pdf);
    assertThat(pages(pdf)).noneMatch(page -> page.contains("Fictional data"));
  }

  @Test
  void a_team_report_has_its_children_on_its_first_page() throws IOException {
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(team(Fernshire.night(), 17, 9, 3), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages.get(0))
        .contains("Looked After Team 1, Corporate Parenting")
        .contains("4 of 106 children have not been visited in time.")
        .contains("See these children first")
        .contains("Looked-after visit, 57 days");
    String all = String.join("\n", pages);
    assertThat(all.indexOf("See these children first")).isLessThan(all.indexOf("By worker"));
    assertThat(all.indexOf("By worker")).isLessThan(all.indexOf("The standards of each rank"));
    assertThat(all).contains("102 of 106");
  }

  @Test
  void stability_and_workforce_stand_within_the_same_numbering() throws IOException {
    NightInReports night = new FlaggedChildren().ofTwoTeams().night();
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(team(night, 17, 9, 3), pdf);

    List<String> pages = pages(pdf);
    String all = String.join(" ", pages);
    assertThat(all)
        .contains("Stability and workforce")
        .contains("4 of 40 children in care had 3 or more places in 12 months")
        .contains("W0")
        .contains("above the limit")
        .contains("Page " + pages.size() + " of " + pages.size());
    assertThat(all).contains("A0").contains("Flagged children");
  }

  @Test
  void a_team_with_nothing_to_do_is_told_so_first() throws IOException {
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(team(Fernshire.night(), 0, 0, 0), pdf);

    assertThat(pages(pdf)).hasSize(2).first().asString().contains("Nothing to do");
  }

  @Test
  void a_long_list_repeats_its_headings_and_loses_nobody() throws IOException {
    List<Finding> open = Fernshire.open(200, 0, 0);
    NightInReports night = Fernshire.night();
    Report report = TeamReport.of(night, TeamList.of(night, Fernshire.TEAMS.get(0), open));
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(report, pdf);

    List<String> pages = pages(pdf);
    assertThat(pages.size()).isGreaterThan(5);
    assertThat(pages.subList(0, 5)).allMatch(page -> page.contains("Last visit"));
    assertThat(pages.get(4)).contains("Page 5 of " + pages.size());
    assertThat(String.join(" ", pages)).contains(open.stream().map(Finding::childId).toList());
  }

  @Test
  void a_list_that_nobody_could_read_is_cut_and_says_how_many_there_are_and_where()
      throws IOException {
    List<Finding> open = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Finding one = Fernshire.open(1, 0, 0).get(0);
      open.add(Fernshire.ofChild("C" + i, one));
    }
    NightInReports night = Fernshire.night();
    Path pdf = folder.resolve("team.pdf");
    ReportWriter.write(TeamReport.of(night, TeamList.of(night, Fernshire.TEAMS.get(0), open)), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages.size()).isLessThan(15);
    assertThat(pages.get(0))
        .contains(
            "These are the first 200 of 3,000; the workbook beside this report lists every one.");
  }

  @Test
  void long_names_wrap_and_many_teams_and_standards_leave_no_empty_page() throws IOException {
    NightInReports night = Fernshire.night();
    List<StandardNote> standards = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      StandardNote like = Fernshire.STANDARDS.get(i % 9);
      standards.add(
          new StandardNote(
              i < 9 ? like.id() : "MORE-" + i,
              like.title() + " as the council itself named it, number endsWith" + i,
              like.rule(),
              like.basis(),
              like.standing(),
              like.target(),
              true,
              true));
    }
    List<TeamPlace> teams = new ArrayList<>(night.teams());
    for (int i = 0; i < 75; i++) {
      teams.add(new TeamPlace("Locality Team " + i, "Service " + i % 6));
    }
    Path pdf = folder.resolve("authority.pdf");
    ReportWriter.write(AuthorityReport.of(with(night, true, standards, teams)), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages).allMatch(page -> page.length() > 150).hasSizeLessThanOrEqualTo(6);
    assertThat(String.join("\n", pages)).contains("endsWith0");
  }

  @Test
  void every_font_is_embedded_and_the_chart_has_words_for_those_who_cannot_see_it()
      throws IOException {
    Path pdf = folder.resolve("authority.pdf");
    ReportWriter.write(AuthorityReport.of(Fernshire.night()), pdf);

    Set<String> fonts = new TreeSet<>();
    boolean described = false;
    PdfReader reader = new PdfReader(pdf.toString());
    for (int i = 1; i < reader.getXrefSize(); i++) {
      PdfObject object = reader.getPdfObject(i);
      if (object instanceof PdfDictionary dictionary) {
        if (PdfName.FONTDESCRIPTOR.equals(dictionary.get(PdfName.TYPE))) {
          assertThat(dictionary.get(PdfName.FONTFILE2)).isNotNull();
          fonts.add(dictionary.getAsName(PdfName.FONTNAME).toString());
        } else if (PdfName.FONT.equals(dictionary.get(PdfName.TYPE))) {
          assertThat(dictionary.getAsName(PdfName.BASEFONT).toString()).contains("DejaVu");
        }
        described |= String.valueOf(dictionary.get(PdfName.ALT)).contains("All in time tonight");
      }
    }
    assertThat(fonts).hasSize(3);
    assertThat(described).isTrue();
    assertThat(reader.getInfo().get("Title"))
        .isEqualTo("Practice standards: the authority at 30 Jun 2025");
  }

  @Test
  void one_writer_serves_several_threads() throws IOException {
    List<Path> written =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> writeTeam(team(Fernshire.night(), i, 2, 1), "team-" + i + ".pdf"))
            .toList();

    for (int i = 1; i < 8; i++) {
      assertThat(pages(written.get(i)).get(0)).contains("See these children first");
    }
  }

  @Test
  void a_report_that_cannot_be_written_leaves_no_file() {
    Path pdf = folder.resolve("absent").resolve("team.pdf");

    assertThat(catchThrowable(() -> ReportWriter.write(team(Fernshire.night(), 0, 0, 0), pdf)))
        .isInstanceOf(IOException.class);
    assertThat(pdf).doesNotExist();
  }

  private Path writeTeam(Report report, String name) {
    try {
      Path pdf = folder.resolve(name);
      ReportWriter.write(report, pdf);
      return pdf;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Report team(NightInReports night, int overdue, int soon, int unclear) {
    return TeamReport.of(
        night, TeamList.of(night, Fernshire.TEAMS.get(0), Fernshire.open(overdue, soon, unclear)));
  }

  private static NightInReports with(
      NightInReports night,
      boolean fictional,
      List<StandardNote> standards,
      List<TeamPlace> teams) {
    return new NightInReports(
        night.authority(),
        fictional,
        night.printing(),
        night.asAt(),
        standards,
        teams,
        night.children(),
        night.open(),
        night.figures(),
        night.earlier(),
        night.extracts(),
        night.held(),
        night.issues());
  }

  private static List<String> pages(Path pdf) throws IOException {
    PdfReader reader = new PdfReader(pdf.toString());
    PdfTextExtractor text = new PdfTextExtractor(reader);
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      // Text that wraps is read as it stands; compare words, not lines.
      pages.add(text.getTextFromPage(page).replaceAll("\\s+", " "));
    }
    return pages;
  }
}
