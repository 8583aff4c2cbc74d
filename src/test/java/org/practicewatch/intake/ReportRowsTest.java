package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.intake.MappedRow.Outcome.LEFT_OUT;
import static org.practicewatch.intake.MappedRow.Outcome.LOADED;
import static org.practicewatch.intake.MappedRow.Outcome.REJECTED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.Sheet.Read;

/** What hand-made reports out of Mosaic and CRS say, row by row. */
class ReportRowsTest {

  private static final String VISITS =
      "Person ID|Name|DOB|Team|Allocated Worker|Visit Type|Visit Date|Child Seen|Seen Alone|Step Status";
  private static final String NOTES = "CRS ID|Client Name|Note No|Note Type|Event Date|Entered On";

  private static Sheet report(String... rows) {
    return Sheet.of("Visits to children", "Report run on 30/10/2026 06:12", "").row(rows);
  }

  private static Read visits(String... rows) {
    Sheet sheet = report(VISITS.split("\\|"));
    for (String row : rows) {
      sheet.row(("300006|Zor|01/02/2015|East|W1|" + row).split("\\|", -1));
    }
    return sheet.read();
  }

  private static Read notes(String... rows) {
    Sheet sheet = report(NOTES.split("\\|"));
    for (String row : rows) {
      sheet.row(("CR7|Zor|N1|" + row).split("\\|", -1));
    }
    return sheet.read();
  }

  @ParameterizedTest
  @CsvSource({
    "Step Looked after visit (CSSW), looked-after visit",
    "Visit Child looked after, looked-after visit",
    "LAC Statutory Visit, looked-after visit",
    "Step Child protection visit (CSSW), child protection visit",
    "CP visit, child protection visit",
    "Visit Children in need, child in need visit",
  })
  void the_type_decides_which_visit_it_was(String type, String kind) {
    Read read = visits(type + "|05/10/2026 14:30|Yes|Yes|COMPLETED");
    assertThat(read.found().name()).isEqualTo("visits");
    assertThat(read.all(Activity.class))
        .singleElement()
        .satisfies(
            visit -> {
              assertThat(visit.kind()).isEqualTo(kind);
              assertThat(visit.on()).isEqualTo(LocalDate.of(2026, 10, 5));
              assertThat(visit.marks()).containsExactly("seen alone");
              assertThat(visit.source().cell()).isEqualTo("G5");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCELLED", "INCOMPLETE", "Did not attend", "postponed", "Booked"})
  void only_what_is_completed_counts(String status) {
    Read read = visits("Visit Child looked after|05/10/2026|||" + status);
    assertThat(read.outcomes()).containsExactly(LEFT_OUT);
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void a_report_without_a_status_lists_what_was_done() {
    Read read =
        report("Mosaic ID", "Visit Type", "Visit Date").row("7", "LAC visit", "05/10/2026").read();
    assertThat(read.outcomes()).containsExactly(LOADED);
  }

  @Test
  void a_visit_recorded_as_a_step_and_on_the_visits_screen_is_one_and_so_is_a_repeated_row() {
    Read read =
        visits(
            "Step Looked after visit (CSSW)|05/10/2026 10:00|Yes|Yes|COMPLETED",
            "Visit Child looked after|05/10/2026 16:30|Yes|Yes|COMPLETED",
            "Step Looked after visit (CSSW)|05/10/2026 10:00|Yes|Yes|COMPLETED");
    assertThat(read.all(Activity.class)).hasSize(1);
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT, LEFT_OUT);
    assertThat(read.checks()).containsExactlyInAnyOrder("repeated rows", "dates with a time");
  }

  @Test
  void a_visit_of_a_kind_that_is_not_needed_is_left_out_and_one_of_no_known_kind_is_told() {
    Read read =
        visits(
            "Visit Private fostering|05/10/2026|Yes||COMPLETED", "Zebra|06/10/2026|Yes||COMPLETED");
    assertThat(read.outcomes()).containsExactly(LEFT_OUT, LOADED);
    assertThat(read.all(Activity.class)).isEmpty();
    assertThat(read.all(Gap.class))
        .extracting(Gap::kind)
        .containsExactlyInAnyOrder(
            "looked-after visit", "child protection visit", "child in need visit");
    assertThat(read.issue("unknown code").value()).isEqualTo("Zebra");
  }

  @Test
  void an_id_as_a_spreadsheet_disfigures_it_is_put_right_or_told() {
    Read read =
        report(VISITS.split("\\|"))
            .row("'300006|||||LAC visit|05/10/2026|Yes||".split("\\|", -1))
            .row("1.2E+06|||||LAC visit|05/10/2026|Yes||".split("\\|", -1))
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, REJECTED);
    assertThat(read.all(Activity.class).get(0).childId()).isEqualTo("300006");
    assertThat(read.checks()).contains("id cut short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LAC Review",
        "CLA Review held",
        "Looked After Review (completed)",
        "statutory review"
      })
  void in_crs_a_review_is_a_case_note(String type) {
    Read read = notes(type + "|05/10/2026|06/10/2026");
    assertThat(read.found().profile().profile()).isEqualTo("crs");
    assertThat(read.all(Activity.class))
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.kind()).isEqualTo("looked-after review");
              assertThat(review.on()).isEqualTo(LocalDate.of(2026, 10, 5));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LAC Review - cancelled",
        "LAC Review planned",
        "CLA review (postponed)",
        "Pathway plan review",
        "Telephone call",
        "Supervision",
      })
  void another_note_is_left_out_without_a_word(String type) {
    Read read = notes(type + "|05/10/2026|05/10/2026");
    assertThat(read.outcomes()).containsExactly(LEFT_OUT);
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void a_note_of_a_type_that_is_not_listed_is_told_once_and_is_no_review_unless_it_may_be_one() {
    Read read =
        notes(
            "Sibling time record|05/10/2026|",
            "sibling time record|06/10/2026|",
            "LAC Reviewing meeting|07/10/2026|");
    assertThat(read.outcomes()).containsExactly(LEFT_OUT, LEFT_OUT, LOADED);
    assertThat(read.all(Gap.class)).extracting(Gap::kind).containsExactly("looked-after review");
    assertThat(read.issues())
        .filteredOn(issue -> issue.check().equals("unknown code"))
        .extracting(issue -> issue.value() + ": " + issue.effect())
        .containsExactlyInAnyOrder(
            "Sibling time record: It was taken for \"another note\" (jobs/profiles/codes, otherwise).",
            "LAC Reviewing meeting: What this looked-after review might have met cannot be judged.");
  }

  @Test
  void the_type_of_a_plan_decides_what_it_is_and_whether_it_says_who_holds_the_child() {
    Read read =
        report(
                "Person ID",
                "Plan ID",
                "Plan Type",
                "Plan Start",
                "Plan End",
                "Category of Abuse",
                "Long Term Match",
                "Team")
            .row("7", "1", "CIN Plan", "01/02/2026", "", "", "", "East")
            .row("7", "2", "Child Protection Plan", "01/03/2026", "", "NEG", "", "East")
            .row("7", "3", "Care Plan", "01/04/2026", "", "", "Yes", "East")
            .row("7", "4", "Pathway Plan", "01/04/2026", "", "", "", "East")
            .read();
    assertThat(read.all(Span.class))
        .extracting(span -> span.kind() + " " + span.code())
        .containsExactly("child in need plan ", "child protection plan NEG", "care plan LTFOST18");
    assertThat(read.all(Allocation.class)).hasSize(1);
    assertThat(read.outcomes()).containsExactly(LOADED, LOADED, LOADED, LEFT_OUT);
  }

  @Test
  void an_enquiry_ends_only_with_the_decision_that_no_conference_is_needed() {
    Read read =
        report("Person ID", "S47 ID", "Strategy Discussion Date", "S47 End", "S47 Outcome")
            .row("7", "1", "01/02/2026", "10/02/2026", "No further action")
            .row(
                "7", "2", "01/03/2026", "10/03/2026", "Convene initial child protection conference")
            .row("7", "3", "01/04/2026", "", "")
            .read();
    assertThat(read.all(Span.class))
        .extracting(Span::to)
        .containsExactly(LocalDate.of(2026, 2, 10), null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total rows: 12",
        "Number of records: 12",
        "End of report",
        "Page 1 of 3",
        "Applied filters: Team is (All)",
      })
  void the_lines_below_the_last_row_are_no_children(String footer) {
    Sheet sheet = report(NOTES.split("\\|"));
    Read read = sheet.row("CR7|Zor|N1|LAC Review|05/10/2026|".split("\\|", -1)).row(footer).read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT);
    assertThat(read.checks()).containsExactly("footer");
  }
}
