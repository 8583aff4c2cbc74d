package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.intake.MappedRow.Outcome.LEFT_OUT;
import static org.practicewatch.intake.MappedRow.Outcome.LOADED;
import static org.practicewatch.intake.MappedRow.Outcome.REJECTED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Allocation;
import org.practicewatch.casework.Child;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.Sheet.Read;
import org.practicewatch.intake.SourceCell.Kind;
import org.practicewatch.intake.SourceRow.Fault;
import org.practicewatch.quality.Issue;

/** Each quirk of real spreadsheets (formats, section 7), and what becomes of the row. */
class TableMappingTest {

  private static final String REVIEWS = "CHILD|DOB|REVIEW|REVIEW_CODE";
  private static final String EPISODES =
      "CHILD|DECOM|RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC|REC|REASON_PLACE_CHANGE|HOME_POST|PL_POST|URN";
  private static final String CONTACTS =
      "Child Unique ID|Gender|Ethnicity|Date of Birth|Age|Date of Contact|Contact Source";

  private static SourceCell text(int column, String text) {
    return new SourceCell(column, Kind.TEXT, text, null);
  }

  private static SourceCell date(int column, LocalDateTime moment) {
    return new SourceCell(column, Kind.DATE, moment.toLocalDate().toString(), moment);
  }

  @Test
  void a_title_above_the_headings_is_skipped_and_row_numbers_stay_the_sheets_own() {
    Read read =
        Sheet.of("Reviews held in the year", "", REVIEWS)
            .row("1", "1/2/2015", "31/06/2018", "PN1")
            .read();
    assertThat(read.found().headerRow()).isEqualTo(3);
    Issue issue = read.issue("not a date");
    assertThat(issue.row()).isEqualTo(4);
    assertThat(issue.column()).isEqualTo("C REVIEW");
    assertThat(issue.value()).isEqualTo("31/06/2018");
    assertThat(issue.childId()).isEqualTo("1");
    assertThat(read.all(Gap.class)).hasSize(1);
    assertThat(read.outcomes()).containsExactly(LOADED);
  }

  @Test
  void a_hidden_row_is_data_and_is_told() {
    Read read =
        Sheet.of(REVIEWS)
            .row(2, true, List.of(text(0, "1"), text(2, "01/02/2018"), text(3, "PN1")))
            .read();
    assertThat(read.all(Activity.class)).hasSize(1);
    assertThat(read.checks()).containsExactly("hidden rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total|12",
        "Grand total||14",
        "Applied filters:\nTeam is North",
        "Report run on 31/03/2018",
        "OFFICIAL-SENSITIVE",
        "Printed by the performance team",
        "||Page 1 of 2",
      })
  void a_footer_is_left_out_and_never_a_child(String footer) {
    Read read = Sheet.of(REVIEWS, "1|1/2/2015|1/2/2018|PN1", footer).read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT);
    assertThat(read.checks()).containsExactly("footer");
    assertThat(read.all(Activity.class)).hasSize(1);
  }

  @Test
  void headings_that_come_again_are_left_out() {
    Read read = Sheet.of(REVIEWS, "1|1/2/2015|1/2/2018|PN1", REVIEWS).read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT);
    assertThat(read.checks()).containsExactly("headings again");
  }

  @Test
  void serial_numbers_text_and_dates_in_one_column_are_all_read_and_the_mixture_is_told() {
    LocalDateTime day = LocalDate.of(2018, 3, 1).atStartOfDay();
    Read read =
        Sheet.of(REVIEWS)
            .row(text(0, "1"), date(2, day))
            .row(text(0, "2"), new SourceCell(2, Kind.NUMBER, "43160", day))
            .row(text(0, "3"), text(2, "01/03/2018"))
            .read();
    assertThat(read.all(Activity.class)).extracting(Activity::on).containsOnly(day.toLocalDate());
    assertThat(read.outcomes()).containsOnly(LOADED);
    assertThat(read.checks()).containsExactly("mixed dates");
    assertThat(read.issue("mixed dates").column()).isEqualTo("C REVIEW");
  }

  @Test
  void a_small_number_or_a_time_alone_is_no_date_whichever_day_the_workbook_counts_from() {
    Read read =
        Sheet.of(REVIEWS)
            .row(
                text(0, "1"),
                new SourceCell(2, Kind.NUMBER, "36", LocalDateTime.of(1904, 2, 6, 0, 0)))
            .row(
                text(0, "2"),
                new SourceCell(2, Kind.DATE, "13:45", LocalDateTime.of(1904, 1, 1, 13, 45)))
            .row("3", "", "13:45")
            .read();
    assertThat(read.checks()).containsExactly("not a date", "not a date", "not a date");
    assertThat(read.all(Activity.class)).isEmpty();
  }

  @Test
  void a_time_of_day_is_told_once_and_the_day_is_used() {
    Read read =
        Sheet.of(REVIEWS)
            .row(text(0, "1"), date(2, LocalDateTime.of(2018, 3, 1, 23, 0)))
            .row(text(0, "2"), date(2, LocalDateTime.of(2018, 3, 2, 1, 0)))
            .row(text(0, "3"), date(2, LocalDateTime.of(2018, 3, 3, 0, 0)))
            .read();
    assertThat(read.all(Activity.class))
        .extracting(activity -> activity.on().getDayOfMonth())
        .containsExactly(1, 2, 3);
    assertThat(read.checks()).containsExactly("dates with a time");
    assertThat(read.issue("dates with a time").problem()).contains("2 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01/01/1900", "1900-01-01", "31/12/9999", "01/01/2300"})
  void a_date_that_means_none_is_a_blank_and_is_counted(String none) {
    Read read = Sheet.of(EPISODES, "1|1/2/2018|S|C2|N1|U4|PR1|" + none).read();
    assertThat(read.all(Span.class)).singleElement().extracting(Span::to).isNull();
    assertThat(read.checks()).containsExactly("date that means none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01/03/0202", "01/03/2205", "02/03/1066"})
  void a_year_that_cannot_be_is_refused(String text) {
    Read read = Sheet.of(REVIEWS, "1||" + text).read();
    assertThat(read.checks()).containsExactly("not a believable date");
    assertThat(read.all(Gap.class)).hasSize(1);
  }

  @Test
  void the_result_of_a_formula_is_used_and_told_once_and_one_without_a_result_is_told() {
    Read read =
        Sheet.of(REVIEWS)
            .row(text(0, "1"), date(2, LocalDate.of(2018, 3, 1).atStartOfDay()).ofFormula())
            .row(text(0, "2"), date(2, LocalDate.of(2018, 3, 2).atStartOfDay()).ofFormula())
            .row(text(0, "3"), new SourceCell(2, Kind.NO_RESULT, "", null))
            .read();
    assertThat(read.all(Activity.class)).hasSize(2);
    assertThat(read.all(Gap.class)).hasSize(1);
    assertThat(read.checks()).containsExactly("formula without a result", "formulas");
    assertThat(read.issue("formulas").problem()).contains("2 cells");
  }

  @Test
  void error_values_are_told_once_a_column_and_a_bad_cell_does_not_lose_the_row() {
    String headings =
        "Child Unique ID|Gender|Ethnicity|Date of Birth|Age|Date of referral|Referral Source|Allocated Team|Allocated Worker";
    Read read =
        Sheet.of(headings)
            .row(
                text(0, "1"),
                text(3, "1/2/2015"),
                text(5, "1/3/2020"),
                new SourceCell(7, Kind.ERROR, "#N/A", null),
                new SourceCell(8, Kind.ERROR, "#N/A", null))
            .row("2", "", "", "1/2/2015", "", "1/3/2020", "", "#N/A", "#N/A")
            .row("3", "", "", "1/2/2015", "", "#REF!", "", "North", "#MULTIVALUE")
            .read();
    assertThat(read.outcomes()).containsOnly(LOADED);
    assertThat(read.issues())
        .filteredOn(issue -> issue.check().equals("error value"))
        .extracting(Issue::column, Issue::value, Issue::row)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("F Date of referral", "#REF!", 4),
            org.assertj.core.groups.Tuple.tuple("H Allocated Team", "#N/A", 2),
            org.assertj.core.groups.Tuple.tuple("I Allocated Worker", "#N/A", 2),
            org.assertj.core.groups.Tuple.tuple("I Allocated Worker", "#MULTIVALUE", 4));
    assertThat(read.all(Allocation.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "N/A", "-", ".", "nan", "NaN", "None", "NULL", "null", "\u00a0", "n/a"})
  void words_for_nothing_are_blanks(String nothing) {
    Read read = Sheet.of(EPISODES, "1|1/2/2018|S|C2|N1|U4|PR1|" + nothing).read();
    assertThat(read.all(Span.class)).singleElement().extracting(Span::to).isNull();
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void no_break_spaces_are_read_as_spaces_told_once_a_column_and_kept_in_the_value() {
    String headings = "CHILD|DOB|SW_ID|SW_DECOM|SW_DEC|SW_REASON";
    Read read = Sheet.of(headings, "1||Ann\u00a0Lee|1/2/2018", "2||Ann \u00a0 Lee|1/2/2018").read();
    assertThat(read.all(Allocation.class)).extracting(Allocation::worker).containsOnly("Ann Lee");
    assertThat(read.checks()).containsExactly("no-break spaces");
    assertThat(read.issue("no-break spaces").value()).isEqualTo("Ann\u00a0Lee");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"1.0 | 1", "'0012 | 0012", "0012 | 0012", "ABC | ABC", "abc | abc"})
  void an_id_is_canonical_text(String written, String id) {
    Read read = Sheet.of(REVIEWS, written + "|1/2/2015|1/2/2018|PN1").read();
    assertThat(read.all(Activity.class)).extracting(Activity::childId).containsExactly(id);
  }

  @Test
  void a_rounded_id_cannot_be_tied_to_a_child_and_says_how_to_put_it_right() {
    Read read = Sheet.of(REVIEWS, "1.2E+06|1/2/2015|1/2/2018|PN1").read();
    assertThat(read.outcomes()).containsExactly(REJECTED);
    assertThat(read.issue("id cut short").problem()).contains("Format the column as text");
  }

  @Test
  void a_row_without_a_child_id_is_rejected() {
    Read read = Sheet.of(REVIEWS, "|1/2/2015|1/2/2018|PN1").read();
    assertThat(read.outcomes()).containsExactly(REJECTED);
    assertThat(read.checks()).containsExactly("no child id");
  }

  @Test
  void ages_that_are_no_whole_years_are_told_once_and_an_unborn_childs_is_not() {
    Read read =
        Sheet.of(
                CONTACTS,
                "1|a) Male|a) WBRI|1/2/2015|6.138|1/2/2021|q) 6: Police",
                "2|a) Male|a) WBRI|1/2/2015|<1|1/2/2021|q) 6: Police",
                "3|a) Male|a) WBRI|1/2/2015|6 m|1/2/2021|q) 6: Police",
                "4|a) Male|a) WBRI|1/2/2021|-1|1/2/2021|q) 6: Police",
                "5|a) Male|a) WBRI|1/2/2015|6|1/2/2021|q) 6: Police")
            .read();
    assertThat(read.outcomes()).containsOnly(LOADED);
    assertThat(read.checks()).containsExactly("age not in whole years");
    assertThat(read.issue("age not in whole years").problem()).contains("3 rows");
  }

  @Test
  void placeholder_postcodes_are_told_once_a_column() {
    Read read =
        Sheet.of(
                EPISODES,
                "1|1/2/2018|S|C2|N1|U4|PR1|||| AB1 2CD|nope",
                "2|1/2/2018|S|C2|N1|U4|PR1||||AB12CD|2TR")
            .read();
    assertThat(read.checks()).containsExactly("not a full postcode");
    assertThat(read.issue("not a full postcode").column()).isEqualTo("L PL_POST");
  }

  @Test
  void a_row_that_comes_twice_is_folded_and_counted() {
    String row = "1|1/2/2015|1/2/2018|PN1";
    Read read = Sheet.of(REVIEWS, row, row, row).read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT, LEFT_OUT);
    assertThat(read.checks()).containsExactly("repeated rows");
    assertThat(read.issue("repeated rows").problem()).contains("2 rows");
  }

  @Test
  void the_same_review_with_another_code_is_a_contradiction() {
    Read read =
        Sheet.of(REVIEWS, "1|1/2/2015|1/2/2018|PN1", "1|1/2/2015|1/2/2018|PN3", "1||1/2/2018")
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT, LEFT_OUT);
    assertThat(read.checks()).containsExactly("contradiction", "repeated rows");
    Issue issue = read.issue("contradiction");
    assertThat(issue.row()).isEqualTo(3);
    assertThat(issue.column()).isEqualTo("D REVIEW_CODE");
    assertThat(issue.problem()).contains("Row 2");
    assertThat(issue.childId()).isEqualTo("1");
  }

  @Test
  void two_contacts_of_one_child_are_two_and_the_same_one_twice_is_one() {
    Read read =
        Sheet.of(
                CONTACTS,
                "1|a) Male|a) WBRI|1/2/2015|6|1/2/2021|q) 6: Police",
                "1|a) Male|a) WBRI|1/2/2015|6|3/2/2021|q) 6: Police",
                "1|a) Male|a) WBRI|1/2/2015|6|3/2/2021|q) 6: Police")
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, LOADED, LEFT_OUT);
    assertThat(read.all(Child.class)).hasSize(2);
  }

  @Test
  void an_assessment_that_comes_twice_is_one_though_its_own_row_is_what_names_it() {
    String headings =
        "Child Unique ID|Date of Birth|Continuous Assessment Start Date|Child Seen During Continuous Assessment|Continuous Assessment Date of Authorisation";
    String row = "1|1/2/2015|1/2/2021|Yes|1/3/2021";
    Read read = Sheet.of(headings, row, row).read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT);
  }

  @Test
  void a_value_in_the_wrong_column_is_told_with_what_was_expected_and_the_row_is_kept() {
    String headings =
        "Child Unique ID|Date of Birth|Continuous Assessment Start Date|Continuous Assessment Date of Authorisation|Was the child assessed as requiring LA children's social care support";
    Read read =
        Sheet.of(
                headings,
                "1|1/2/2015|1/2/2021|1/3/2021|CS Assessment Updated",
                "2|1/2/2015|1/2/2021|1/3/2021|cs assessment  updated")
            .read();
    assertThat(read.outcomes()).containsOnly(LOADED);
    assertThat(read.checks()).containsExactly("unknown code");
    assertThat(read.issue("unknown code").problem())
        .contains("expected one of: yes; no; unknown")
        .contains("2 rows");
  }

  @Test
  void an_assessment_not_yet_authorised_is_ordinary_and_a_visit_without_a_date_is_told() {
    String assessments =
        "Child Unique ID|Date of Birth|Continuous Assessment Start Date|Continuous Assessment Date of Authorisation";
    assertThat(Sheet.of(assessments, "1|1/2/2015|1/2/2021|").read().issues()).isEmpty();
    assertThat(Sheet.of(REVIEWS, "1|1/2/2015||PN1").read().checks()).containsExactly("no date");
  }

  @Test
  void a_row_whose_plan_is_not_known_is_rejected_one_by_one() {
    String visits = "cinv_cin_visit_id|cinv_cin_plan_id|cinv_cin_visit_date|cinv_cin_visit_seen";
    Read read =
        Sheet.of(visits, "1|P1|1/2/2021|Y", "2|P2|1/2/2021|Y", "3|P3|1/2/2021|Y")
            .with("child in need plan", "P1", "A")
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, REJECTED, REJECTED);
    assertThat(read.checks())
        .containsExactly("no such child in need plan", "no such child in need plan");
  }

  @Test
  void where_no_plan_at_all_was_received_it_is_told_once() {
    String visits = "cinv_cin_visit_id|cinv_cin_plan_id|cinv_cin_visit_date|cinv_cin_visit_seen";
    Read read = Sheet.of(visits, "1|P1|1/2/2021|Y", "2|P2|1/2/2021|Y").read();
    assertThat(read.outcomes()).containsOnly(REJECTED);
    assertThat(read.checks()).containsExactly("no such child in need plan");
    assertThat(read.issue("no such child in need plan").problem()).contains("2 rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a) U1: Foster placement - relatives - long term | U1",
        "U4 | U4",
        "d) U4: Foster placement - other - long term | U4",
        "k) P1: Placed with parents | P1",
        "Placed with parents | P1",
        "Foster placement | foster placement",
        "no such thing | ?",
      })
  void a_placement_keeps_its_finer_code_where_the_text_carries_one(String text, String code) {
    Read read = Sheet.of(EPISODES, "1|1/2/2018|S|C2|N1|" + text + "|PR1").read();
    assertThat(read.all(Span.class))
        .singleElement()
        .extracting(span -> span.detail("placement type"))
        .isEqualTo(code);
    assertThat(read.checks()).hasSize(code.equals("?") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c) Child in need plan | 1",
        "CiN Plan | 1",
        "b) Child Protection plan | 0",
        "CPP | 0",
        "a) Looked after child | 0",
        "d) Open assessment | 0",
        "e) Closed episode | 0",
      })
  void the_case_status_says_whether_a_child_has_a_child_in_need_plan(String status, int plans) {
    String headings =
        "Child Unique ID|Date of Birth|CIN Start Date|Date Child Was Last Seen|CIN Closure Date|Case status";
    Read read = Sheet.of(headings, "1|1/2/2015|1/2/2021|1/3/2021||" + status).read();
    assertThat(read.all(Span.class)).hasSize(plans);
    assertThat(read.issues()).isEmpty();
  }

  private static SourceRow csv(int number, Fault fault, String... texts) {
    return new SourceRow(number, false, Sheet.cells(texts), texts.length, fault);
  }

  @Test
  void a_row_with_more_cells_than_headings_is_refused_and_told_with_what_to_do() {
    Read read =
        Sheet.of(REVIEWS)
            .row(csv(2, Fault.NONE, "1", "1/2/2015", "1/2/2018", "PN1", "", " "))
            .row(csv(3, Fault.NONE, "2", "Example", " Ann", "1/2/2018", "1/3/2018"))
            .row(csv(4, Fault.NONE, "3", "1/2/2015", "1/2/2018", "PN1"))
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, REJECTED, LOADED);
    assertThat(read.all(Activity.class)).extracting(Activity::childId).containsExactly("1", "3");
    Issue issue = read.issue("more cells than headings");
    assertThat(issue.row()).isEqualTo(3);
    assertThat(issue.column()).isEqualTo("E");
    assertThat(issue.value()).isEqualTo("1/3/2018");
    assertThat(issue.effect()).contains("quotation marks");
    assertThat(read.issues()).hasSize(1);
  }

  @Test
  void a_row_with_fewer_cells_than_headings_is_refused_and_told_with_what_to_do() {
    Read read =
        Sheet.of(REVIEWS)
            .row(csv(2, Fault.NONE, "1", "1/2/2018", "PN1"))
            .row(csv(3, Fault.NONE, "2", "", "1/2/2018", ""))
            .read();
    assertThat(read.outcomes()).containsExactly(REJECTED, LOADED);
    assertThat(read.checks()).containsExactly("fewer cells than headings");
    assertThat(read.issue("fewer cells than headings").column()).isEqualTo("D REVIEW_CODE");
  }

  @Test
  void a_row_with_a_byte_of_nought_is_refused_and_the_others_count() {
    Read read =
        Sheet.of(REVIEWS)
            .row(csv(2, Fault.NONE, "1", "", "1/2/2018", "PN1"))
            .row(csv(3, Fault.NOUGHT_BYTES, "2\u0000", "", "1/2/2018", "PN1"))
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, REJECTED);
    assertThat(read.checks()).containsExactly("bytes of nought");
  }

  @Test
  void what_a_refused_row_may_have_shown_for_its_child_is_not_known() {
    Read read =
        Sheet.of(REVIEWS)
            .row(csv(2, Fault.NONE, "1", "", "1/2/2018", "PN1"))
            .row(csv(3, Fault.NOUGHT_BYTES, "2", "", "1/2/\u00002018", "PN1"))
            .row(csv(4, Fault.NONE, "3", "", "1/2/2018", "PN1", "PN2"))
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, REJECTED, REJECTED);
    assertThat(read.all(Gap.class))
        .extracting(gap -> gap.childId() + " " + gap.kind() + " " + gap.on() + " " + gap.why())
        .containsExactly(
            "2 looked-after review null REFUSED_ROW", "3 looked-after review null REFUSED_ROW");
  }

  @Test
  void ids_that_were_protected_from_a_spreadsheet_are_those_of_the_same_child_plan_and_worker() {
    String visits = "cinv_cin_visit_id|cinv_cin_plan_id|cinv_cin_visit_date|cinv_cin_visit_seen";
    Read read =
        Sheet.of(visits, "1|'0017|1/2/2021|Y", "2|17,001.0|1/3/2021|Y")
            .with("child in need plan", "0017", "A")
            .with("child in need plan", "17001", "B")
            .read();
    assertThat(read.all(Activity.class)).extracting(Activity::childId).containsExactly("A", "B");

    Read workers =
        Sheet.of("CHILD|DOB|SW_ID|SW_DECOM|SW_DEC|SW_REASON", "1||'7,001|1/2/2018").read();
    assertThat(workers.all(Allocation.class)).extracting(Allocation::worker).containsOnly("7001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "----------|----------",
        "==========",
        "-----+-----",
        "\u2500\u2500\u2500\u2500|\u2500\u2500\u2500\u2500",
        "varchar(48)|datetime",
        "number|dd/mm/yyyy",
        "(2 rows affected)",
        "(2 rows)",
        "(1|234 rows affected)",
        "2 rows selected.",
      })
  void what_a_database_tool_writes_around_its_rows_is_no_child(String line) {
    Read read = Sheet.of("pers_person_id|pers_dob", line, "1|2015-02-01").read();
    assertThat(read.outcomes()).containsExactly(LEFT_OUT, LOADED);
    assertThat(read.checks()).containsExactly("footer");
    assertThat(read.all(Child.class)).extracting(Child::childId).containsExactly("1");
  }

  @Test
  void a_summary_beneath_a_gap_is_no_child() {
    Read read =
        Sheet.of(REVIEWS, "1|1/2/2015|1/2/2018|PN1")
            .row(5, false, Sheet.cells("North", "12", "3"))
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT);
    assertThat(read.checks()).containsExactly("footer");
  }

  @Test
  void a_row_of_ids_with_no_digit_beneath_a_gap_is_data_where_it_has_a_date() {
    Read read =
        Sheet.of(REVIEWS, "1|1/2/2015|1/2/2018|PN1")
            .row(5, false, Sheet.cells("UNBORN", "", "2/2/2018", "PN1"))
            .read();
    assertThat(read.outcomes()).containsExactly(LOADED, LOADED);
  }

  @Test
  void values_under_no_heading_are_told_once_for_their_column() {
    Read read =
        Sheet.of(REVIEWS + "|", "1|1/2/2015|1/2/2018|PN1|x", "2|1/2/2015|1/2/2018|PN1|y").read();
    assertThat(read.outcomes()).containsExactly(LOADED, LOADED);
    assertThat(read.checks()).containsExactly("no heading of its own");
    assertThat(read.issue("no heading of its own").column()).isEqualTo("E");
  }

  @Test
  void a_date_under_no_heading_beside_a_blank_one_is_neither_read_nor_taken_for_none() {
    Read read =
        Sheet.of("Person ID|Plan Type|Plan Start|Plan End||Team", "1|CIN|1/2/2018||1/3/2018|East")
            .read();
    assertThat(read.checks()).containsExactly("no heading of its own", "no heading of its own");
    assertThat(read.issue("no heading of its own").problem()).isNotEmpty();
    assertThat(read.issues()).anyMatch(issue -> issue.column().equals("D Plan End"));
  }
}
