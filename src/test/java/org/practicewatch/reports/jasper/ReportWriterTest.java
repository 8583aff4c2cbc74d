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
import org.practicewatch.reports.AuthorityReport;
import org.practicewatch.reports.BesidePublished;
import org.practicewatch.reports.Fernshire;
import org.practicewatch.reports.FernshirePublished;
import org.practicewatch.reports.FlaggedChildren;
import org.practicewatch.reports.NightInReports;
import org.practicewatch.reports.ReportLine;
import org.practicewatch.reports.StandardNote;
import org.practicewatch.reports.TeamList;
import org.practicewatch.reports.TeamPlace;
import org.practicewatch.reports.TeamReport;

@Tag("machine")
class ReportWriterTest {

  private static final ReportWriter WRITER = new ReportWriter();

  @TempDir Path folder;

  @Test
  void the_first_page_of_the_authority_report_answers_the_directors_question() throws IOException {
    Path pdf = folder.resolve("authority.pdf");
    WRITER.writeAuthority(AuthorityReport.of(Fernshire.night()), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages).hasSize(4);
    assertThat(pages.get(0))
        .contains("104 visits, reviews and assessments are overdue tonight")
        .contains("Looked-after visit")
        .contains("95.8%")
        .contains("203 of 212")
        .contains("not met")
        .contains("worse")
        .contains("none due")
        .contains("cannot judge")
        .contains("In timescale now against target")
        .contains("Fernshire County Council (fictional)")
        .contains("As at 30 Jun 2025")
        .contains("Page 1 of 4");
    assertThat(pages.get(1)).contains("By service and team").contains("Safeguarding Team East");
    assertThat(String.join(" ", pages))
        .contains("Care Planning, Placement and")
        .contains("mosaic_health_20250630.csv")
        .contains("17,911")
        .contains("date cannot be read");
  }

  @Test
  void our_measures_stand_beside_the_published_ones_whatever_number_of_neighbours_there_is()
      throws IOException {
    for (int neighbours : new int[] {0, 12, 60}) {
      Path pdf = folder.resolve("authority.pdf");
      BesidePublished published =
          BesidePublished.of(Fernshire.night(), FernshirePublished.withNeighbours(neighbours));
      WRITER.writeAuthority(AuthorityReport.of(Fernshire.night(), published), pdf);

      String all = String.join(" ", pages(pdf));
      assertThat(all)
          .contains("Beside the published figures")
          .contains("30 of 34")
          .contains("cannot judge: no source")
          .contains("Invented, by no licence.");
      assertThat(all.split("Council of Neighbour", -1)).hasSize(3 * neighbours + 1);
      assertThat(all.split("Upper Valley number", -1)).hasSize(3 * neighbours + 1);
    }
  }

  @Test
  void a_screen_reader_finds_the_language_and_the_structure_of_a_report() throws IOException {
    Path pdf = folder.resolve("tagged.pdf");
    WRITER.writeAuthority(AuthorityReport.of(Fernshire.night()), pdf);

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
    WRITER.writeAuthority(AuthorityReport.of(night), pdf);
    assertThat(pages(pdf)).allMatch(page -> page.contains("Fictional data"));

    NightInReports real = with(night, false, night.standards(), night.teams());
    WRITER.writeAuthority(AuthorityReport.of(real), pdf);
    assertThat(pages(pdf)).noneMatch(page -> page.contains("Fictional data"));
  }

  @Test
  void a_team_report_puts_what_to_do_first_on_its_first_page() throws IOException {
    Path pdf = folder.resolve("team.pdf");
    WRITER.writeTeam(team(Fernshire.night(), 17, 9, 3), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages.get(0))
        .contains("Looked After Team 1, Corporate Parenting")
        .contains("Start with 100485")
        .contains("Overdue: what matters most first")
        .contains("mosaic_visits_20250630.xlsx!Visits!F318");
    String all = String.join("\n", pages);
    assertThat(all.indexOf("Overdue: what matters most first"))
        .isLessThan(all.indexOf("By worker"));
    assertThat(all.indexOf("By worker")).isLessThan(all.indexOf("Due in the next two weeks, by"));
    assertThat(all).contains("Cannot tell").contains("The team's figures").contains("102 of 106");
  }

  @Test
  void stability_and_workforce_begin_on_a_page_of_their_own_within_the_same_numbering()
      throws IOException {
    NightInReports night = new FlaggedChildren().ofTwoTeams().night();
    Path pdf = folder.resolve("team.pdf");
    WRITER.writeTeam(team(night, 17, 9, 3), pdf);

    List<String> pages = pages(pdf);
    int first =
        IntStream.range(0, pages.size())
            .filter(i -> pages.get(i).contains("Stability and workforce"))
            .findFirst()
            .orElseThrow();
    assertThat(pages.get(first))
        .startsWith("Fernshire County Council (fictional) Fictional data Stability and workforce")
        .contains("4 of 40 children in care had 3 or more places in 12 months")
        .contains("Places in 12 months")
        .contains("W0")
        .contains("above the limit")
        .contains("Page " + (first + 1) + " of " + pages.size());
    assertThat(String.join(" ", pages)).contains("A0").contains("mosaic_placements_20250630.csv");
  }

  @Test
  void an_empty_team_gets_one_page_that_says_there_is_nothing_to_do() throws IOException {
    Path pdf = folder.resolve("team.pdf");
    WRITER.writeTeam(team(Fernshire.night(), 0, 0, 0), pdf);

    assertThat(pages(pdf)).singleElement().asString().contains("Nothing to do").contains("1 of 1");
  }

  @Test
  void a_long_list_repeats_its_headings_and_loses_nobody() throws IOException {
    TeamReport report = team(Fernshire.night(), 200, 0, 0);
    Path pdf = folder.resolve("team.pdf");
    WRITER.writeTeam(report, pdf);

    List<String> pages = pages(pdf);
    assertThat(pages.size()).isGreaterThan(8);
    assertThat(pages.subList(0, 8)).allMatch(page -> page.contains("Last, or start"));
    assertThat(pages.get(4)).contains("Page 5 of " + pages.size());
    String all = String.join("", pages).replace(" ", "");
    assertThat(report.overdue().stream().map(ReportLine::source)).allMatch(all::contains);
    assertThat(report.overdueLeftOut()).isEmpty();
  }

  @Test
  void a_list_that_nobody_could_read_is_cut_and_says_how_many_there_are_and_where()
      throws IOException {
    TeamReport report = team(Fernshire.night(), 25_000, 3_000, 201);
    Path pdf = folder.resolve("team.pdf");
    WRITER.writeTeam(report, pdf);

    List<String> pages = pages(pdf);
    assertThat(pages.size()).isLessThan(35);
    assertThat(pages.get(0))
        .contains("25,000 overdue")
        .contains(
            "These are the 200 that matter most. There are 25,000 in all: the workbook beside this"
                + " report lists every one.");
    assertThat(String.join(" ", pages))
        .contains("These are the 200 due soonest. There are 3,000 in all")
        .contains("These are the 200 that matter most. There are 201 in all");
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
              true));
    }
    List<TeamPlace> teams = new ArrayList<>(night.teams());
    for (int i = 0; i < 75; i++) {
      teams.add(new TeamPlace("Locality Team " + i, "Service " + i % 6));
    }
    Path pdf = folder.resolve("authority.pdf");
    WRITER.writeAuthority(AuthorityReport.of(with(night, true, standards, teams)), pdf);

    List<String> pages = pages(pdf);
    assertThat(pages).allMatch(page -> page.length() > 150);
    assertThat(String.join("\n", pages)).contains("endsWith23").contains("Locality Team 74");
  }

  @Test
  void every_font_is_embedded_and_the_chart_has_words_for_those_who_cannot_see_it()
      throws IOException {
    Path pdf = folder.resolve("authority.pdf");
    WRITER.writeAuthority(AuthorityReport.of(Fernshire.night()), pdf);

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
        described |= String.valueOf(dictionary.get(PdfName.ALT)).contains("In timescale now");
      }
    }
    assertThat(fonts).hasSize(3);
    assertThat(described).isTrue();
    assertThat(reader.getInfo().get("Title"))
        .isEqualTo("Practice standards at 30 Jun 2025: " + Fernshire.AUTHORITY);
  }

  @Test
  void one_writer_serves_several_threads() throws IOException {
    List<Path> written =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> writeTeam(team(Fernshire.night(), i, 2, 1), "team-" + i + ".pdf"))
            .toList();

    for (int i = 1; i < 8; i++) {
      assertThat(pages(written.get(i)).get(0)).contains(i + " overdue, for");
    }
  }

  @Test
  void a_report_that_cannot_be_written_leaves_no_file() {
    Path pdf = folder.resolve("absent").resolve("team.pdf");

    assertThat(catchThrowable(() -> WRITER.writeTeam(team(Fernshire.night(), 0, 0, 0), pdf)))
        .isInstanceOf(IOException.class);
    assertThat(pdf).doesNotExist();
  }

  private Path writeTeam(TeamReport report, String name) {
    try {
      Path pdf = folder.resolve(name);
      WRITER.writeTeam(report, pdf);
      return pdf;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static TeamReport team(NightInReports night, int overdue, int soon, int unclear) {
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
