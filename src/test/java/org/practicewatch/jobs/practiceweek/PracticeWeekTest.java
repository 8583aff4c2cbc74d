package org.practicewatch.jobs.practiceweek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.FilledForm;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.fixtures.Printed;
import org.practicewatch.fixtures.SheetsIn;

/** A Practice Week from the draw to the report, with everything that goes wrong in one. */
@Tag("machine")
@Order(2)
@TestMethodOrder(OrderAnnotation.class)
class PracticeWeekTest {

  private static final String WEEK =
      """
      name: Practice Week, autumn 2026
      theme: permanence
      from: 2026-11-16
      to: 2026-11-20
      seed: "lottery of 14 November: 4 17 22 31 40 58"
      looks back: 12 months
      not audited again within: 12 months
      auditor not allocated within: 24 months
      moderated percent: 40
      cohorts:
        - cohort: In care for a year and longer
          who: {in care: {for at least: 12 months}}
          sample: 12
        - cohort: On a plan
          who: {on plan: [child protection plan, child in need plan]}
          by: [team]
          sample: 14
      domains: [Assessment, Direct work, Management oversight]
      actions:
        - {action: Life story work is started for every child in long-term care, lead: Head of looked after, by: 2027-01-29, intended impact: Children know their story}
      """;

  @TempDir static Path folder;
  private static Path output;
  private static Path input;
  private static Path jobs;
  private static Path week;
  private static String console = "";
  private static final Map<String, Path> FORMS = new HashMap<>();

  @BeforeAll
  static void a_night_and_a_draw() throws IOException {
    output = folder.resolve("out");
    input = folder.resolve("in");
    jobs = folder.resolve("jobs");
    week = output.resolve("practice-weeks/2026-autumn");
    Folder.copy(Path.of("jobs"), jobs);
    Files.writeString(jobs.resolve("practice-weeks/2026-autumn.yml"), WEEK);
    Path drop = folder.resolve("drop");
    run(
        "sample-data",
        "--children",
        "120",
        "--seed",
        "5",
        "--as-at",
        "2026-10-30",
        "--output",
        drop.toString());
    assertThat(night(drop).exitCode()).isZero();
    Run drawn = week("practice-week-draw", "2026-autumn");
    assertThat(drawn.exitCode()).as(drawn.out() + drawn.err()).isZero();
    replaceOne("B-02");
    replaceOne("A-05");
  }

  @Test
  @Order(7)
  void the_recipe_of_the_manual_can_be_previewed_and_drawn_as_it_stands() throws IOException {
    String manual = Files.readString(Path.of("jobs/README.md"));
    String after =
        manual.substring(manual.indexOf("Save this as `practice-weeks/2026-winter.yml`"));
    String recipe = after.substring(after.indexOf("```yaml\n") + 8, after.indexOf("\n```\n") + 1);
    Path file = jobs.resolve("practice-weeks/2026-winter.yml");
    Files.writeString(file, recipe);
    Run preview = week("practice-week-draw", "2026-winter", "--preview");
    assertThat(preview.exitCode()).as(preview.out() + preview.err()).isZero();
    assertThat(preview.out()).contains("There is no seed").contains("Nothing was drawn");
    assertThat(week("practice-week-draw", "2026-winter").exitCode()).isEqualTo(2);
    Files.writeString(file, recipe + "seed: \"lottery of 28 November 2026: 3 11 19 28 44 59\"\n");
    Run drawn = week("practice-week-draw", "2026-winter");
    assertThat(drawn.exitCode()).as(drawn.out() + drawn.err()).isIn(0, 3);
    assertThat(drawn.out()).contains("drawn for an audit in the last 12 months");
    assertThat(output.resolve("practice-weeks/2026-winter/sample.csv")).exists();
  }

  @Test
  @Order(8)
  void a_theme_a_month_and_what_is_not_known_by_any_id() {
    assertThat(week("practice-week-draw", "bradford-2019-visits", "--preview").out())
        .contains("visits to children");
    assertThat(week("practice-week-draw", "bradford-2019-genograms", "--preview").out())
        .contains("bank holiday: 22 Apr 2019");
    assertThat(week("practice-week-draw", "monthly-audits-2026-11", "--preview").out())
        .contains("Monthly audits, November 2026")
        .contains("16 asked for");
    Run unknown = week("practice-week-draw", "bradford-2019", "--preview");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("bradford-2019-visits");
  }

  private static Run night(Path drop) {
    return run(
        "nightly",
        "--input",
        drop.toString(),
        "--output",
        output.toString(),
        "--jobs",
        jobs.toString());
  }

  private static void replaceOne(String number) throws IOException {
    FORMS.put(
        "replaced " + number,
        week.resolve("packs/replaced/2026-autumn-" + number + "-audit-form.xlsx"));
    String child =
        sample().stream()
            .filter(one -> one.get("case").equals(number))
            .map(one -> one.get("child_id"))
            .findFirst()
            .orElseThrow();
    Run replaced =
        week(
            "practice-week-draw",
            "2026-autumn",
            "--replace",
            child,
            "--reason",
            "moved away",
            "--by",
            "the organiser");
    assertThat(replaced.exitCode()).as(replaced.out() + replaced.err()).isZero();
  }

  private static Run week(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--output", output.toString(), "--jobs", jobs.toString()));
    if (words[0].equals("practice-week-report")) {
      all.addAll(List.of("--input", input.toString()));
    }
    return run(all.toArray(String[]::new));
  }

  private static Run run(String... words) {
    Run run = Practicewatch.untilClosed(words);
    console += run.out() + run.err();
    return run;
  }

  private static List<Map<String, String>> sample() {
    return Practicewatch.rows(week.resolve("sample.csv"));
  }

  private static List<Path> forms() throws IOException {
    List<String> standing =
        sample().stream()
            .filter(one -> one.get("drawn").equals("sample"))
            .map(one -> one.get("case"))
            .toList();
    try (Stream<Path> all = Files.walk(week.resolve("packs"))) {
      return all.filter(one -> one.toString().endsWith("form.xlsx"))
          .filter(one -> !one.toString().contains("replaced"))
          .filter(one -> standing.stream().anyMatch(one.toString()::contains))
          .sorted()
          .toList();
    }
  }

  private static void handIn(Path form, UnaryOperator<FilledForm> spoilt, String as) {
    int turn = FORMS.size() % 4;
    String quality = List.of("Good", "Requires improvement", "Outstanding", "Good").get(turn);
    String outcome = List.of("Good", "Good", "Good", "Inadequate").get(turn);
    spoilt
        .apply(FilledForm.complete(form, quality, outcome))
        .save(input.resolve("audits").resolve(as));
    FORMS.put(as, form);
  }

  /** What is wrong in a form, the cell that tells, and what is told. */
  private record Mistake(UnaryOperator<FilledForm> made, String cellBegins, String told) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(f -> f.put("overall", "C", "Great"), "C", "none of the four grades"),
          new Mistake(f -> f.put("overall", "D", ""), "D", "The grade is missing"),
          new Mistake(f -> f.put("domain:1", "C", ""), "C", "The grade is missing"),
          new Mistake(f -> f.put("domain:2", "E", ""), "E", "a grade without evidence"),
          new Mistake(f -> f.put("concern", "C", ""), "C", "must somebody act at once"),
          new Mistake(f -> f.put("concern", "C", "Yes"), "E", "nothing says what"),
          new Mistake(
              f -> f.put("concern", "E", "Not seen since July"), "C", "It is taken as a concern"),
          new Mistake(f -> f.put("concern", "C", "Perhaps"), "C", "It is neither"),
          new Mistake(f -> f.put("talk", "C", "31/02/2026"), "C", "This is no date"),
          new Mistake(f -> f.day("talk", "C", LocalDate.of(2027, 1, 4)), "C", "The day lies ahead"),
          new Mistake(f -> f.day("talk", "C", LocalDate.of(2016, 11, 17)), "C", "long before this"),
          new Mistake(
              f -> f.put("rec:1", "B", "Life story work").put("rec:1", "D", "4/1/2027"),
              "C",
              "Nobody leads it"),
          new Mistake(
              f -> f.put("rec:1", "B", "Life story work").put("rec:1", "C", "Worker"),
              "D",
              "There is no date"),
          new Mistake(
              f ->
                  f.put("rec:1", "B", "A plan")
                      .put("rec:1", "C", "Worker")
                      .put("rec:1", "D", "2026-01-05"),
              "D",
              "before the Practice Week"),
          new Mistake(f -> f.put("rec:2", "C", "Worker"), "B", "Nothing says what is to be done"),
          new Mistake(f -> f.put(f.firstOf("owed:"), "F", "No"), "G", "Write what you found"),
          new Mistake(f -> f.put(f.firstOf("owed:"), "F", "Maybe"), "F", "Choose Yes or No"),
          new Mistake(
              f -> f.put("high:1", "C", "Cooking").put("high:1", "D", "Good work"),
              "C",
              "There is no such domain"),
          new Mistake(f -> f.put("observed", "C", "A dream"), "C", "Choose one of the list"),
          new Mistake(f -> f.put("high:2", "C", "Direct work"), "D", "a domain and no feature"));

  @Test
  @Order(1)
  void every_cell_is_checked_and_each_fault_is_told_with_form_sheet_and_cell() throws IOException {
    List<Path> forms = forms().stream().filter(one -> !one.toString().contains("second")).toList();
    assertThat(forms).hasSizeGreaterThan(MISTAKES.size());
    for (int i = 0; i < MISTAKES.size(); i++) {
      handIn(forms.get(i), MISTAKES.get(i).made(), "form-%02d.xlsx".formatted(i));
    }
    for (int i = MISTAKES.size(); i < forms.size(); i++) {
      handIn(forms.get(i), UnaryOperator.identity(), "form-%02d.xlsx".formatted(i));
    }
    Run read = week("practice-week-report", "2026-autumn");
    assertThat(read.exitCode()).as(read.out() + read.err()).isEqualTo(3);
    List<Map<String, String>> told = Practicewatch.rows(week.resolve("forms-returned.csv"));
    for (int i = 0; i < MISTAKES.size(); i++) {
      String file = "form-%02d.xlsx".formatted(i);
      Mistake mistake = MISTAKES.get(i);
      List<Map<String, String>> faults =
          told.stream()
              .filter(one -> one.get("file").equals(file) && one.get("result").equals("fault"))
              .toList();
      assertThat(faults).as(mistake.told()).hasSize(1);
      assertThat(faults.get(0).get("what_to_do")).contains(mistake.told());
      assertThat(faults.get(0).get("cell")).startsWith(mistake.cellBegins()).matches("[A-Z]\\d+");
      assertThat(faults.get(0).get("sheet")).isNotEmpty();
    }
    for (int i = MISTAKES.size(); i < forms.size(); i++) {
      String file = "form-%02d.xlsx".formatted(i);
      assertThat(told)
          .filteredOn(one -> one.get("file").equals(file))
          .singleElement()
          .satisfies(one -> assertThat(one.get("what_to_do")).isEqualTo("Complete."));
    }
  }

  @Test
  @Order(2)
  void an_immediate_concern_is_told_to_the_head_of_service_in_the_same_run_and_once()
      throws IOException {
    // Yes without words, No with words, neither, and Perhaps: three are taken as concerns.
    assertThat(Practicewatch.rows(week.resolve("immediate-concerns.csv"))).hasSize(3);
    List<Path> letters = letters();
    assertThat(letters).hasSize(3);
    week("practice-week-report", "2026-autumn");
    assertThat(letters()).isEqualTo(letters);
    for (Path letter : letters) {
      assertThat(Files.readString(letter)).contains("To: head-of-").contains("Immediate concern");
    }
  }

  private static List<Path> letters() throws IOException {
    try (Stream<Path> all = Files.list(week.resolve("letters"))) {
      return all.sorted().toList();
    }
  }

  @Test
  @Order(3)
  void a_form_put_right_takes_the_place_of_the_one_with_faults() throws IOException {
    for (int i = 0; i < MISTAKES.size(); i++) {
      String file = "form-%02d.xlsx".formatted(i);
      handIn(FORMS.get(file), UnaryOperator.identity(), file);
    }
    Run read = week("practice-week-report", "2026-autumn");
    assertThat(read.exitCode()).as(read.out() + read.err()).isZero();
    assertThat(Practicewatch.rows(week.resolve("forms-returned.csv")))
        .allSatisfy(one -> assertThat(one.get("what_to_do")).isEqualTo("Complete."));
  }

  @Test
  @Order(4)
  void a_form_that_is_not_ours_is_refused_with_the_reason() throws IOException {
    Path any = FORMS.get("form-03.xlsx");
    Path other = FORMS.get("form-04.xlsx");
    handIn(FORMS.get("replaced B-02"), UnaryOperator.identity(), "refused-1.xlsx");
    handIn(any, f -> f.put("text:voice", "C", "Other words"), "refused-2.xlsx");
    handIn(other, f -> f.put("by", "C", "Somebody Else"), "refused-3.xlsx");
    handIn(other, f -> f.put("by", "C", ""), "refused-4.xlsx");
    handIn(other, f -> f.change("Audit", "Assessment", "Another domain"), "refused-5.xlsx");
    handIn(other, f -> f.change("Key", keyOf(other), "0".repeat(64)), "refused-6.xlsx");
    handIn(other, f -> f.without("Key"), "refused-7.xlsx");
    handIn(other, f -> f.without("Recommendations"), "refused-8.xlsx");
    Files.writeString(input.resolve("audits/refused-9.xlsx"), "no workbook");
    Path tracker = input.resolve("audits/tracker.xlsx");
    Files.writeString(tracker, "no workbook");
    Run read = week("practice-week-report", "2026-autumn");
    assertThat(read.exitCode()).isEqualTo(3);
    assertThat(read.out()).contains("This is no workbook that can be read. Save it again.");
    Files.delete(tracker);
    Map<String, String> reasons = new HashMap<>();
    Practicewatch.rows(week.resolve("forms-returned.csv")).stream()
        .filter(one -> one.get("result").equals("refused"))
        .forEach(one -> reasons.put(one.get("file"), one.get("what_to_do")));
    assertThat(reasons).hasSize(9);
    assertThat(reasons.get("refused-1.xlsx")).contains("was replaced");
    assertThat(reasons.get("refused-2.xlsx")).contains("came in already");
    assertThat(reasons.get("refused-3.xlsx")).contains("somebody else than the auditor");
    assertThat(reasons.get("refused-4.xlsx")).contains("Nobody says who filled it in");
    assertThat(reasons.get("refused-5.xlsx")).contains("locked were changed");
    assertThat(reasons.get("refused-6.xlsx")).contains("no case that was drawn");
    assertThat(reasons.get("refused-7.xlsx")).contains("no audit form");
    assertThat(reasons.get("refused-8.xlsx")).contains("locked were changed");
    assertThat(reasons.get("refused-9.xlsx")).contains("no workbook");
    try (Stream<Path> all = Files.list(input.resolve("audits"))) {
      for (Path file : all.filter(one -> one.toString().contains("refused")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String keyOf(Path form) {
    try (InputStream in = Files.newInputStream(form);
        Workbook book = WorkbookFactory.create(in)) {
      return book.getSheet("Key").getRow(0).getCell(1).toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  @Order(5)
  void second_grades_stand_beside_the_first_and_recommendations_are_tracked() throws IOException {
    List<Path> second = forms().stream().filter(one -> one.toString().contains("second")).toList();
    assertThat(second).hasSizeGreaterThanOrEqualTo(10);
    for (int i = 0; i < second.size(); i++) {
      handIn(
          second.get(i),
          f ->
              f.put("rec:1", "B", "Start life story work")
                  .put("rec:1", "C", "Team manager")
                  .put("rec:1", "D", "20/11/2026")
                  .put("high:1", "C", "Direct work")
                  .put("high:1", "D", "The worker drew the family with the child"),
          "second-%02d.xlsx".formatted(i));
    }
    handIn(
        FORMS.get("form-00.xlsx"),
        f ->
            f.put("overall", "C", "Good")
                .put("low:1", "C", "Assessment")
                .put("low:1", "D", "The chronology ends two years ago"),
        "form-00.xlsx");
    Run read = week("practice-week-report", "2026-autumn");
    assertThat(read.out()).contains("Recommendations of all weeks: " + second.size());
    String report = Printed.inPdf(week.resolve("overview.pdf"));
    assertThat(report)
        .contains("Practice Week, autumn 2026")
        .contains("Moderation")
        .contains("Life story work is started")
        .contains("Overall grades")
        .contains("Learning points");
    assertThat(output.resolve("practice-weeks/tracker.xlsx")).exists();
  }

  @Test
  @Order(6)
  void no_id_of_a_child_is_on_the_console_in_a_letter_or_in_the_name_of_a_file()
      throws IOException {
    List<String> ids = sample().stream().map(one -> one.get("child_id")).toList();
    assertThat(ids).isNotEmpty().allSatisfy(id -> assertThat(console).doesNotContain(id));
    try (Stream<Path> all = Files.walk(output.resolve("practice-weeks"))) {
      for (Path file : all.toList()) {
        assertThat(ids).noneMatch(id -> String.valueOf(file.getFileName()).contains(id));
        if (file.toString().endsWith(".eml")) {
          String letter = Files.readString(file);
          assertThat(ids).noneMatch(letter::contains);
        }
      }
    }
    assertThat(SheetsIn.names(output)).hasSizeGreaterThan(40);
    assertThat(SheetsIn.refusedByExcel(output)).isEmpty();
  }
}
