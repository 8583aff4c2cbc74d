package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Practicewatch;

/** Tables are known by their headings, as councils' exports disfigure them. */
class HeadingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB | header",
        "CHILD,SEX,DOB | header",
        "CHILD,SEX,DOB,DUC | uasc",
        "CHILDID,UPN,SEX,DOB,ETHNIC,UASC,DUC,IN_TOUCH,ACTIV,ACCOM,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR | header",
        "CHILDID,REVIEW,REVIEW_CODE | reviews",
        "CHILDID,DECOM,RNE,LS,CIN,PL,PL_POST,HOME_POST,URN,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE | episodes",
        "CHILDID,MISSING,MIS_START,MIS_END | missing",
        "CHILDID,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED | placed for adoption",
        "CHILDID,PREV_PERM | previous permanence",
        "CHILDID,DUC | uasc",
        "CHILDID,IN_TOUCH,ACTIV,ACCOM | oc3",
        "CHILDID,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR | ad1",
        "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR | ad1",
        "CHILD,DOB,SEX,DUC | uasc",
        "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM | oc3",
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK | oc2",
        "child , dob,Review,review_code | reviews",
        "ChildUniqueID,DateOfBirth,LoookedAfterStartDate,LegalStatus,LatestStatutoryReviewDate,LastSocialWorkVisitDate,CeasedLookedAfterDate,MostRecentPlacementStartDate,LastIROVisitDate,LastHealthAssessmentDate,LastDentalCheckDate,MostRecentLegalStatusStart | list 8 children in care",
        "Child Unique ID,Date of Birth,Date of Contact,Contact Source | list 1 contacts",
        "Child Unique ID,Date of Birth,Eligibility Category,LA In Touch ,Type of Accommodation | list 9 care leavers",
      })
  void a_table_is_known_by_its_headings(String headings, String table) {
    Headings.Recognised found = Sheet.of(headings.replace(',', '|')).found();
    assertThat(found.name()).isEqualTo(table);
    assertThat(found.missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Number of Episodes the Child has been \u2018Missing\u2019 | number of episodes the child has been 'missing'",
        "\"LA In\u00a0 Touch \" | la in touch",
        "last missing episode (Y/N)) | last missing episode (y/n",
        "last missing episode (Y/N)? | last missing episode (y/n",
        "Date: | date",
      })
  void headings_are_compared_without_what_exports_change(String heading, String normal) {
    assertThat(Headings.normal(heading.replace("\"", ""))).isEqualTo(normal);
  }

  @Test
  void two_headings_for_the_same_thing_are_both_named() {
    assertThat(Sheet.of("CHILD|DECOM|RNE|LS|PLACE|PL|DEC").found().twice())
        .containsExactly("'PLACE' and 'PL'");
  }

  @Test
  void a_column_that_is_missing_is_named() {
    assertThat(Sheet.of("CHILD|DOB|REVIEW_CODE").found().missing()).containsExactly("REVIEW");
    assertThat(Sheet.of("DOB|REVIEW|REVIEW_CODE").found().missing()).containsExactly("CHILD");
    assertThat(Sheet.of("cinv_cin_visit_id|cinv_cin_plan_id|cinv_cin_visit_seen").found().missing())
        .containsExactly("cinv_cin_visit_date");
  }

  @Test
  void a_sheet_of_codes_is_no_table_though_it_is_headed_by_the_columns_of_several() {
    String codes =
        "Gender||Ethnicity||Contact Source||Does the Child have a Disability||Primary Need Code||Case status"
            + "||Child's Legal Status||Placement Type||Placement Provider||Eligibility Category||Activity Status";
    Optional<Headings.Recognised> found =
        new Headings(Sheet.SHIPPED.profiles())
            .find(List.of(new SourceRow(1, false, Sheet.cells(codes.split("\\|", -1)))));
    assertThat(found).isEmpty();
  }

  @Test
  void the_header_row_is_found_as_far_down_as_the_twenty_fifth() {
    Sheet sheet = Sheet.of();
    for (int i = 1; i < Headings.ROWS_SEARCHED; i++) {
      sheet.row("About this report", "line " + i);
    }
    assertThat(sheet.row("CHILD", "DOB", "REVIEW", "REVIEW_CODE").found().headerRow())
        .isEqualTo(Headings.ROWS_SEARCHED);
  }

  @Test
  void a_needed_column_may_be_missing_where_the_one_that_is_used_instead_is_there() {
    assertThat(
            Sheet.of("prof_staff_id|prof_professional_job_title|prof_agency_worker_flag").found())
        .satisfies(found -> assertThat(found.name()).isEqualTo("professionals"))
        .satisfies(found -> assertThat(found.missing()).isEmpty());
    assertThat(Sheet.of("workflow_step_id|person_id|registration_id|due_date|actual_date").found())
        .satisfies(
            found -> assertThat(found.name()).isEqualTo("child protection review conferences"))
        .satisfies(found -> assertThat(found.missing()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fami_table_id,fami_family_id,fami_person_id | family",
        "fami_family_id,fami_person_id | family",
        "version_number,release_date,description,is_current,created_at,created_by,impact_description | version log",
        "id,person_id,json_payload,current_hash,previous_hash,submission_status,submission_timestamp,api_response,row_state,last_updated | api data staging",
        "moth_table_id,moth_person_id,moth_childs_person_id,moth_childs_dob | mother",
      })
  void tables_of_the_dataset_that_nothing_needs_are_left_out(String headings, String table) {
    Headings.Recognised found = Sheet.of(headings.replace(',', '|')).found();
    assertThat(found.name()).isEqualTo(table);
    assertThat(found.table()).isEmpty();
  }

  @Test
  void every_table_of_the_public_dataset_is_known_and_lacks_nothing() throws IOException {
    Path columns = Practicewatch.shared().resolve("data/ssd/ssd_mosaic_columns.csv");
    assumeTrue(Files.exists(columns), "the data made by others is not here: " + columns);
    Map<String, List<String>> tables = new TreeMap<>();
    Practicewatch.rows(columns)
        .forEach(
            row ->
                tables
                    .computeIfAbsent(row.get("table"), name -> new ArrayList<>())
                    .add(row.get("column")));
    assertThat(tables).hasSize(45);
    tables.forEach(
        (table, headings) -> {
          Headings.Recognised found = Sheet.of(String.join("|", headings)).found();
          assertThat(found.missing()).as(table).isEmpty();
          assertThat(found.twice()).as(table).isEmpty();
        });
  }

  @Test
  void a_list_with_all_that_is_needed_is_known_whatever_else_it_has() {
    Headings.Recognised found = Sheet.of("Person ID|DOB|Preferred name|NHS number").found();
    assertThat(found.name()).isEqualTo("list of children");
    assertThat(new Headings(Sheet.SHIPPED.profiles()).isBarelyKnown(found)).isTrue();
  }

  @Test
  void two_tables_side_by_side_each_have_their_own_columns() {
    Sheet sheet = Sheet.of("CHILD|DOB|REVIEW|REVIEW_CODE||CHILD|SEX|DOB|ETHNIC");
    assertThat(new Headings(Sheet.SHIPPED.profiles()).besides(sheet.found()))
        .extracting(found -> found.name() + " " + found.columns().keySet())
        .containsExactly("reviews [0, 1, 2, 3]", "header [5, 6, 7, 8]");
  }
}
