package org.practicewatch.reports.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.Fixed;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.ExceptionList.NotTaken;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.exceptions.Meaning.Severity;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.OpenException.Phase;
import org.practicewatch.exceptions.Refusal;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.reports.workbook.WorkbookWriter;

/** A team's list as a manager opens it. */
class ExceptionWorkbookTest {

  private static final LocalDate AS_AT = LocalDate.of(2026, 11, 2);
  private static final List<String> REASONS =
      List.of("Child or family refuses", "Done, and waiting to be recorded");
  private static final Meaning VISIT =
      new Meaning(
          "LAC-VISIT",
          "Looked-after visit",
          "Not done in time.",
          "A child who was not visited is a child nobody has seen.",
          "Visit, and record it.",
          "the allocated worker",
          "reg. 28",
          0,
          "Seeing the child",
          Severity.HIGH,
          "",
          true);

  @TempDir Path folder;

  private static OpenException one(String child, Sort sort, Phase phase, int count) {
    ExceptionKey key = new ExceptionKey(sort, child, "LAC-VISIT");
    return new OpenException(
        key,
        phase,
        LocalDate.of(2026, 10, 12),
        LocalDate.of(2026, 10, 12),
        1,
        null,
        "East",
        Level.SERVICE,
        phase == Phase.ACCEPTED
            ? new Acceptance(
                LocalDate.of(2026, 12, 1), REASONS.get(0), "told by phone", "A. Manager", AS_AT, 1)
            : null,
        false,
        new Shown(
            key,
            "East",
            "=W1",
            LocalDate.of(2026, 8, 1),
            LocalDate.of(2026, 9, 12),
            LocalDate.of(2026, 8, 1),
            51,
            count,
            sort == Sort.PRACTICE ? "" : "The date cannot be read.",
            "visits.csv!!C7"));
  }

  private static ExceptionList list(List<Line> practice, List<Line> data) {
    return new ExceptionList(
        "Fernshire",
        true,
        "East",
        "Safeguarding",
        AS_AT,
        LocalDate.of(2026, 10, 26),
        List.of(),
        practice,
        data,
        List.of(new Line(one("3", Sort.PRACTICE, Phase.ACCEPTED, 1), "", VISIT, "")),
        List.of(new Fixed("4", "Looked-after review", LocalDate.of(2026, 10, 30), 2)),
        List.of(new DueNext("5", "W2", "Looked-after visit", LocalDate.of(2026, 11, 6))),
        List.of(VISIT),
        List.of(new NotRun("dq-oc2", "Health part of the return", "no extract carries it.")),
        List.of(
            new NotTaken(
                new Refusal(
                    "back.xlsx",
                    "Practice exceptions!row 7",
                    "East",
                    "100474",
                    Sort.PRACTICE,
                    "LAC-VISIT",
                    "Not accepted: there is no reason."),
                "Looked-after visit")));
  }

  private Workbook written(ExceptionList list) throws Exception {
    Path file = folder.resolve("east.xlsx");
    WorkbookWriter.write(ExceptionWorkbook.of(list, REASONS, AS_AT.plusWeeks(12)), file);
    return WorkbookFactory.create(file.toFile());
  }

  private static List<String> texts(Sheet sheet) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.toString()));
      texts.add(String.join(" | ", cells));
    }
    return texts;
  }

  @Test
  void each_list_has_a_sheet_and_a_line_says_all_that_is_needed() throws Exception {
    Line practice = new Line(one("1", Sort.PRACTICE, Phase.OPEN, 2), "", VISIT, "new");
    Line data = new Line(one("2", Sort.DATA, Phase.OPEN, 1), "", VISIT, "");
    try (Workbook book = written(list(List.of(practice), List.of(data)))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(8);
      assertThat(texts(book.getSheet("Practice exceptions")).get(3))
          .isEqualTo(
              "1 | Looked-after visit |  |  |  |  | 12 Sep 2026 | 51.0 | 1 Aug 2026 | =W1 | Seeing"
                  + " the child | 3.0 | new; 2 of them; told to the service manager | Visit, and"
                  + " record it. | visits.csv!!C7 | "
                  + practice.one().key().line());
      assertThat(texts(book.getSheet("Data exceptions")).get(3))
          .contains("The date cannot be read.", data.one().key().line());
      assertThat(texts(book.getSheet("Accepted")).get(3))
          .isEqualTo(
              "3 | Looked-after visit | practice | 1 Dec 2026 | Child or family refuses | told by"
                  + " phone | A. Manager | 3.0");
      assertThat(texts(book.getSheet("Put right")).get(3)).startsWith("4 | Looked-after review");
      assertThat(texts(book.getSheet("Due next")).get(3)).contains("6 Nov 2026");
      assertThat(String.join("\n", texts(book.getSheet("Summary"))))
          .contains("To put right | 2.0", "Not checked", "Health part of the return")
          .contains(
              "100474, Looked-after visit, list of East, Practice exceptions!row 7: Not accepted:"
                  + " there is no reason.");
    }
  }

  @Test
  void what_can_be_filled_in_is_offered_and_whose_line_it_is_is_hidden() throws Exception {
    Line practice = new Line(one("1", Sort.PRACTICE, Phase.OPEN, 1), "", VISIT, "");
    try (Workbook book = written(list(List.of(practice), List.of()))) {
      Sheet sheet = book.getSheet("Practice exceptions");
      assertThat(sheet.getDataValidations())
          .extracting(one -> one.getValidationConstraint().getFormula1())
          .containsExactlyInAnyOrder("46329", "'Reasons'!$A$4:$A$5");
      assertThat(sheet.getDataValidations())
          .extracting(DataValidation::getShowErrorBox)
          .containsOnly(true);
      int last = sheet.getRow(2).getLastCellNum() - 1;
      assertThat(sheet.getRow(2).getCell(last).getStringCellValue())
          .isEqualTo(ExceptionWorkbook.LINE);
      assertThat(sheet.isColumnHidden(last)).isTrue();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      // Child and what was due stay in sight with the headings; what is to be filled in follows.
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
      assertThat(texts(sheet).get(2))
          .startsWith("Child | What was due | Accept until | Reason | Accepted by | Note | Due");
      assertThat(texts(book.getSheet("Reasons"))).contains(REASONS.get(0), REASONS.get(1));
    }
  }

  @Test
  void a_team_with_nothing_to_do_is_told_so() throws Exception {
    try (Workbook book = written(list(List.of(), List.of()))) {
      assertThat(String.join("\n", texts(book.getSheet("Summary"))))
          .contains("Nothing to put right.");
      assertThat(texts(book.getSheet("Practice exceptions")).get(1))
          .contains("Nothing to put right here.");
    }
  }

  @Test
  void what_is_owed_after_each_act_says_after_which() throws Exception {
    Meaning written =
        new Meaning(
            "VISIT-RECORDED",
            "Visit written up",
            "",
            "",
            "",
            "",
            "",
            5,
            "Paperwork",
            Severity.LOW,
            "visit",
            false);
    Line line = new Line(one("1", Sort.PRACTICE, Phase.OPEN, 1), "", written, "");
    try (Workbook book = written(list(List.of(line), List.of()))) {
      assertThat(texts(book.getSheet("Practice exceptions")).get(3))
          .startsWith("1 | Visit written up: visit of 1 Aug 2026 |");
    }
  }

  @Test
  void names_stand_beside_ids_only_where_they_are_asked_for() throws Exception {
    Line named = new Line(one("1", Sort.PRACTICE, Phase.OPEN, 1), "Zebedee Quillon", VISIT, "");
    try (Workbook book = written(list(List.of(named), List.of()))) {
      assertThat(texts(book.getSheet("Practice exceptions")).get(3))
          .startsWith("1 | Zebedee Quillon | Looked-after visit |");
    }
  }
}
