package org.practicewatch.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Printed;

/** The reports on one subject, held against the night's findings and the extracts themselves. */
@Tag("machine")
@Order(2)
class SubjectReportsNightTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 10, 30);
  private static final LocalDate YEAR = LocalDate.of(2026, 4, 1);
  private static final LocalDate QUARTER = LocalDate.of(2026, 10, 1);
  private static final LocalDate QUARTER_BEFORE = LocalDate.of(2026, 7, 1);

  private static final Set<String> NOT_JUDGED = Set.of("DUE_SOON", "NOT_YET_DUE", "CANNOT_TELL");

  @TempDir static Path folder;

  private static Path night;
  private static Path input;
  private static List<Map<String, String>> findings;

  @BeforeAll
  static void a_night_on_an_authority_with_activities() throws IOException {
    input = folder.resolve("input");
    for (String layout : List.of("mosaic", "activities", "spans")) {
      assertThat(
              Practicewatch.run(
                      "sample-data",
                      "--children",
                      "160",
                      "--seed",
                      "11",
                      "--as-at",
                      AS_AT.toString(),
                      "--clean",
                      "--layout",
                      layout,
                      "--output",
                      input.toString())
                  .exitCode())
          .isZero();
    }
    night = nightly(input, folder.resolve("output"));
    findings = Practicewatch.rows(night.resolve("findings.csv"));
  }

  private static Path nightly(Path from, Path output) {
    Practicewatch.Run run = Practicewatch.nightly(from, AS_AT.toString(), output);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return output.resolve(AS_AT.toString());
  }

  private static Stream<Map<String, String>> of(String standard) {
    return findings.stream().filter(row -> row.get("standard").equals(standard));
  }

  private static boolean fellDue(Map<String, String> row, LocalDate from, LocalDate to) {
    if (row.get("due").isEmpty() || NOT_JUDGED.contains(row.get("timeliness"))) {
      return false;
    }
    LocalDate due = LocalDate.parse(row.get("due"));
    return !due.isBefore(from) && !due.isAfter(to);
  }

  private static List<Map<String, String>> fellDue(String standard, LocalDate from, LocalDate to) {
    return of(standard).filter(row -> fellDue(row, from, to)).toList();
  }

  private static long inTime(List<Map<String, String>> rows) {
    return rows.stream().filter(row -> row.get("timeliness").equals("IN_TIMESCALE")).count();
  }

  @Test
  void health_assessments_count_those_whose_time_ran_out_as_the_findings_have_them()
      throws IOException {
    List<Map<String, String>> year = fellDue("LAC-IHA", YEAR, AS_AT);
    List<Map<String, String>> month = fellDue("LAC-IHA", AS_AT.withDayOfMonth(1), AS_AT);
    assertThat(year).isNotEmpty();

    String text = Printed.inPdf(night.resolve("reports/initial-health-assessments.pdf"));
    assertThat(text)
        .contains(
            "Of "
                + year.size()
                + " children whose time ran out this year so far, "
                + inTime(year)
                + (inTime(year) == 1 ? " was" : " were"))
        .contains(
            month.isEmpty()
                ? "this month nobody's time ran out"
                : "this month " + inTime(month) + " of " + month.size());
    assertThat(
            Practicewatch.rows(night.resolve("figures.csv")).stream()
                .filter(row -> row.get("level").equals("authority"))
                .filter(row -> row.get("standard").equals("LAC-IHA"))
                .filter(row -> row.get("measure").equals("done in timescale in the period"))
                .filter(row -> row.get("from").equals(YEAR.toString())))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("numerator")).isEqualTo(String.valueOf(inTime(year)));
              assertThat(row.get("denominator")).isEqualTo(String.valueOf(year.size()));
            });
  }

  @Test
  void reviews_of_both_quarters_are_those_of_the_findings() throws IOException {
    try (XSSFWorkbook book = book("reviewing-officers.xlsx")) {
      Map<String, List<Integer>> counted = new LinkedHashMap<>();
      book.getSheet("Counts")
          .forEach(
              row -> {
                if (row.getRowNum() > 2 && row.getCell(1).getStringCellValue().equals("All")) {
                  counted.put(
                      row.getCell(0).getStringCellValue()
                          + " "
                          + row.getCell(2).getLocalDateTimeCellValue().toLocalDate(),
                      List.of(
                          (int) row.getCell(4).getNumericCellValue(),
                          (int) row.getCell(5).getNumericCellValue()));
                }
              });
      List<Map<String, String>> now = fellDue("LAC-REVIEW", QUARTER, AS_AT);
      List<Map<String, String>> before =
          fellDue("LAC-REVIEW", QUARTER_BEFORE, QUARTER.minusDays(1));
      List<Map<String, String>> midway =
          fellDue("IRO-MIDWAY", QUARTER_BEFORE, QUARTER.minusDays(1));
      assertThat(midway).isNotEmpty();
      assertThat(counted)
          .containsEntry("Looked-after review " + QUARTER, pair(now))
          .containsEntry("Looked-after review " + QUARTER_BEFORE, pair(before))
          .containsEntry("Midway review by the reviewing officer " + QUARTER_BEFORE, pair(midway));
      assertThat(Printed.inPdf(night.resolve("reports/reviewing-officers.pdf")))
          .contains(
              "Looked-after review: "
                  + inTime(now)
                  + " of the "
                  + now.size()
                  + " that fell due this quarter so far");
    }
  }

  private static List<Integer> pair(List<Map<String, String>> rows) {
    return List.of(rows.size(), (int) inTime(rows));
  }

  @Test
  void every_challenge_of_the_extract_is_in_the_workbook_with_what_put_it_right()
      throws IOException {
    Map<String, List<String>> made = acts("IRO challenge");
    int all = made.values().stream().mapToInt(List::size).sum();
    assertThat(all).isPositive();
    try (XSSFWorkbook book = book("reviewing-officers.xlsx")) {
      XSSFSheet sheet = book.getSheet("Challenges");
      assertThat(sheet.getLastRowNum() - 2).isEqualTo(all);
      for (int i = 3; i <= sheet.getLastRowNum(); i++) {
        XSSFRow row = sheet.getRow(i);
        LocalDate on = row.getCell(2).getLocalDateTimeCellValue().toLocalDate();
        assertThat(made.get(row.getCell(1).getStringCellValue())).contains(on.toString());
        assertThat(row.getCell(5).getStringCellValue()).contains("activities_");
      }
    }
  }

  /** The days of a kind of activity, by child, as the extract gives them. */
  private static Map<String, List<String>> acts(String kind) {
    Map<String, List<String>> days = new TreeMap<>();
    for (Map<String, String> row :
        Practicewatch.rows(input.resolve("activities_" + AS_AT + ".csv"))) {
      boolean done = List.of("", "Completed").contains(row.get("Status"));
      if (done && row.get("What").strip().equalsIgnoreCase(kind)) {
        String date = row.get("Date");
        days.computeIfAbsent(row.get("Child ID"), id -> new ArrayList<>())
            .add(
                date.contains("/")
                    ? date.substring(6) + "-" + date.substring(3, 5) + "-" + date.substring(0, 2)
                    : date);
      }
    }
    return days;
  }

  @Test
  void the_tracker_says_of_each_child_what_the_findings_say_is_overdue_longest()
      throws IOException {
    Set<String> milestones =
        Set.of(
            "CARE-PLAN",
            "PERMANENCE-PLANNING-MTG",
            "PERMANENCE-PLAN",
            "LIFE-STORY-WORK",
            "CPR",
            "ADM-DECISION",
            "ADOPTION-A1",
            "ADOPTION-A2",
            "ADM-TO-MATCH",
            "LATER-LIFE-LETTER");
    Map<String, Integer> stuck = new TreeMap<>();
    findings.stream()
        .filter(row -> milestones.contains(row.get("standard")))
        .filter(row -> row.get("timeliness").equals("OVERDUE"))
        .forEach(
            row ->
                stuck.merge(
                    row.get("child_id"), Integer.parseInt(row.get("days_over")), Math::max));
    assertThat(stuck).isNotEmpty();

    try (XSSFWorkbook book = book("permanency-tracker.xlsx")) {
      Map<String, Integer> told = new LinkedHashMap<>();
      XSSFSheet sheet = book.getSheet("Children");
      for (int i = 3; i <= sheet.getLastRowNum(); i++) {
        XSSFRow row = sheet.getRow(i);
        int days = (int) row.getCell(5).getNumericCellValue();
        if (days > 0) {
          told.put(row.getCell(0).getStringCellValue(), days);
        }
      }
      assertThat(told).isEqualTo(stuck);
      assertThat(new ArrayList<>(told.values())).isSortedAccordingTo(Comparator.reverseOrder());
    }
    assertThat(Printed.inPdf(night.resolve("reports/permanency-tracker.pdf")))
        .contains(stuck.size() + " of ")
        .contains("stuck at an overdue milestone");
  }

  @Test
  void care_leavers_figures_are_those_of_the_night() throws IOException {
    Map<String, String> figure =
        Practicewatch.rows(night.resolve("figures.csv")).stream()
            .filter(row -> row.get("level").equals("authority"))
            .filter(row -> row.get("standard").equals("CARE-LEAVER-CONTACT"))
            .filter(row -> row.get("measure").equals("children in timescale now"))
            .findFirst()
            .orElseThrow();
    assertThat(figure.get("denominator")).isNotEqualTo("0");
    assertThat(Printed.inPdf(night.resolve("reports/care-leavers.pdf")))
        .contains(figure.get("numerator") + " of " + figure.get("denominator"))
        .contains("Keeping in touch with a care leaver");
  }

  @Test
  void the_same_extracts_give_the_same_bytes() throws IOException {
    Path again = nightly(input, folder.resolve("again"));
    for (String book :
        List.of(
            "permanency-tracker.xlsx",
            "reviewing-officers.xlsx",
            "care-leavers.xlsx",
            "initial-health-assessments.xlsx")) {
      assertThat(again.resolve("reports").resolve(book))
          .hasSameBinaryContentAs(night.resolve("reports").resolve(book));
    }
  }

  @Test
  void a_report_with_nothing_to_say_is_not_written_and_the_summary_says_why() throws IOException {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    Files.writeString(plans.resolve("people.csv"), "pers_person_id,pers_dob\n1001,01/02/2015\n");
    Files.writeString(
        plans.resolve("plans.csv"),
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n"
            + "7,1001,03/03/2026,\n");
    Practicewatch.Run run =
        Practicewatch.nightly(plans, AS_AT.toString(), folder.resolve("plans-output"));

    assertThat(run.out())
        .contains("Not written: permanency tracker: no extract carries what it takes")
        .contains("./practicewatch template says what to extract");
    Path reports = folder.resolve("plans-output").resolve(AS_AT.toString()).resolve("reports");
    assertThat(reports.resolve("authority.pdf")).exists();
    assertThat(reports.resolve("permanency-tracker.pdf")).doesNotExist();
    assertThat(reports.resolve("care-leavers.xlsx")).doesNotExist();
  }

  @Test
  void a_report_that_the_council_leaves_out_is_not_written_and_not_missed() throws IOException {
    Path jobs = Folder.copy(Path.of("jobs"), folder.resolve("jobs"));
    Files.writeString(
        jobs.resolve("reports.yml"), "initial health assessments: {standard: LAC-IHA}\n");
    Path output = folder.resolve("fewer");
    Practicewatch.Run run =
        Practicewatch.run(
            "nightly",
            "--input",
            input.toString(),
            "--as-at",
            AS_AT.toString(),
            "--jobs",
            jobs.toString(),
            "--output",
            output.toString());

    assertThat(run.out()).doesNotContain("Not written");
    Path reports = output.resolve(AS_AT.toString()).resolve("reports");
    assertThat(reports.resolve("initial-health-assessments.pdf")).exists();
    assertThat(reports.resolve("permanency-tracker.pdf")).doesNotExist();
  }

  private static XSSFWorkbook book(String name) throws IOException {
    return new XSSFWorkbook(Files.newInputStream(night.resolve("reports").resolve(name)));
  }
}
