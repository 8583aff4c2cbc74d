package org.practicewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.intake.MappedRow.Outcome.LEFT_OUT;
import static org.practicewatch.intake.MappedRow.Outcome.LOADED;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.casework.Activity;
import org.practicewatch.casework.Fact;
import org.practicewatch.casework.Gap;
import org.practicewatch.casework.Latest;
import org.practicewatch.casework.Noted;
import org.practicewatch.casework.Span;
import org.practicewatch.intake.Sheet.Read;

/** What the tables of the Mosaic dataset, and the same matters in the returns, say row by row. */
class DatasetRowsTest {

  private static final String SDQ =
      "csdq_table_id|csdq_person_id|csdq_sdq_completed_date|csdq_sdq_reason|csdq_sdq_score";
  private static final String MISSING =
      "miss_table_id|miss_person_id|miss_missing_episode_start_date|miss_missing_episode_type"
          + "|miss_missing_episode_end_date|miss_missing_rhi_offered|miss_missing_rhi_accepted";
  private static final String PERMANENCE =
      "perm_table_id|perm_person_id|perm_adm_decision_date|perm_placement_order_date"
          + "|perm_matched_date|perm_placed_for_adoption_date|perm_decision_reversed_date"
          + "|perm_permanence_order_date|perm_permanence_order_type|perm_cla_id";
  private static final String CARE_PLANS =
      "lacp_cla_care_plan_id|lacp_cla_care_plan_start_date|lacp_cla_care_plan_end_date"
          + "|lacp_cla_care_plan_json|lacp_person_id";

  /** Each fact as a line: what it is, when, and with which marks or code. */
  private static List<String> said(Read read) {
    return read.facts().stream().map(DatasetRowsTest::said).toList();
  }

  private static String said(Fact fact) {
    if (fact instanceof Span span) {
      String to = span.to() == null ? "" : span.to().toString();
      return span.kind() + " " + span.from() + " to " + to + " " + span.code();
    }
    if (fact instanceof Activity act) {
      return act.kind() + " " + act.on() + " " + String.join(", ", new TreeSet<>(act.marks()));
    }
    if (fact instanceof Latest latest) {
      return "latest " + latest.kind() + " " + latest.on();
    }
    if (fact instanceof Gap gap) {
      return "perhaps " + gap.kind() + " " + gap.on();
    }
    if (fact instanceof Noted noted) {
      return "noted " + noted.kind();
    }
    return "other";
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "02/03/2026||12, strengths and difficulties questionnaire 2026-03-02",
        "02/03/2026||12.0, strengths and difficulties questionnaire 2026-03-02",
        "02/03/2026|SDQ2|9, strengths and difficulties questionnaire 2026-03-02",
        "02/03/2026||, strengths and difficulties questionnaire 2026-03-02",
        "02/03/2026|SDQ2|, strengths and difficulties questionnaire 2026-03-02 refused",
        "02/03/2026|SDQ5|, strengths and difficulties questionnaire 2026-03-02 refused",
        "02/03/2026|SDQ3|, -",
        "02/03/2026|SDQ1|, -",
        "|SDQ4|, -",
        "02/03/2026|lost|, perhaps strengths and difficulties questionnaire 2026-03-02",
        "||14, perhaps strengths and difficulties questionnaire null",
      })
  void a_score_is_a_questionnaire_and_a_reason_without_a_score_is_none(String row, String fact) {
    Read read = Sheet.of(SDQ, "1|7|" + row).read();
    assertThat(said(read).stream().map(String::strip))
        .isEqualTo(fact == null ? List.of() : List.of(fact));
    assertThat(read.outcomes()).containsExactly(fact == null ? LEFT_OUT : LOADED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Y|Y, 'perhaps return interview offered null; perhaps return interview null'",
        "Y|, 'perhaps return interview offered null; perhaps return interview null'",
        "|, 'perhaps return interview offered null; perhaps return interview null'",
        "NA|NA, 'perhaps return interview offered null; perhaps return interview null'",
        "Y|N, 'perhaps return interview offered null; return interview 2026-03-04 day not recorded, refused'",
        "|N, 'perhaps return interview offered null; return interview 2026-03-04 day not recorded, refused'",
        "N|, -",
        "N|N, -",
      })
  void of_a_return_interview_only_that_none_was_offered_or_that_it_was_refused_is_told(
      String flags, String facts) {
    Read read = Sheet.of(MISSING, "1|7|02/03/2026|M|04/03/2026|" + flags).read();
    assertThat(said(read).get(0)).isEqualTo("missing 2026-03-02 to 2026-03-04 M");
    assertThat(said(read).stream().skip(1).map(String::strip))
        .isEqualTo(facts == null ? List.of() : List.of(facts.split("; ")));
  }

  @Test
  void that_interviews_have_no_dates_is_told_once_a_table_and_not_once_a_child() {
    Read read =
        Sheet.of(
                MISSING,
                "1|7|02/03/2026|M|04/03/2026|Y|Y",
                "2|8|02/03/2026|M|04/03/2026|Y|Y",
                "3|9|02/03/2026|M|04/03/2026|Y|N")
            .read();
    assertThat(read.checks()).containsOnly("no date").hasSize(2);
    assertThat(read.issue("no date").column()).contains("rhi_offered");
    assertThat(read.issue("no date").problem())
        .contains("no column for the date of a return interview offered")
        .contains("3 rows");
  }

  @Test
  void an_adoption_is_told_from_the_decision_to_the_order() {
    Read read =
        Sheet.of(
                PERMANENCE,
                "1|7|05/01/2026|02/02/2026|01/04/2026|20/04/2026||01/12/2026|Adoption Order|55")
            .read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly(
            "adoption decision 2026-01-05",
            "placement order 2026-02-02",
            "authority to place 2026-02-02 to 2026-04-20",
            "matched with adopters 2026-04-01",
            "moved in with adopters 2026-04-20",
            "placed for adoption 2026-04-20 to 2026-12-01",
            "adoption order 2026-12-01");
    assertThat(read.all(Activity.class))
        .allSatisfy(act -> assertThat(act.refs()).contains("permanence:1", "care:55"));
  }

  @Test
  void a_decision_that_was_reversed_ends_the_authority_to_place_and_is_no_plan_any_more() {
    Read read = Sheet.of(PERMANENCE, "1|7|05/01/2026|02/02/2026|||01/06/2026|||55").read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly("authority to place 2026-02-02 to 2026-06-01");
  }

  @Test
  void
      a_placement_for_adoption_that_broke_down_ends_with_the_decision_and_not_with_a_later_order() {
    Read read =
        Sheet.of(
                PERMANENCE,
                "1|7||02/02/2026||20/04/2026|01/06/2026|01/12/2026|Special Guardianship|55")
            .read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly(
            "authority to place 2026-02-02 to 2026-04-20",
            "moved in with adopters 2026-04-20",
            "placed for adoption 2026-04-20 to 2026-06-01");
  }

  @Test
  void a_date_of_placement_that_cannot_be_read_leaves_a_gap_once_for_each_thing_it_may_have_been() {
    Read read = Sheet.of(PERMANENCE, "1|7||02/02/2026||31/04/2026||||55").read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly(
            "placement order 2026-02-02",
            "perhaps authority to place null",
            "perhaps moved in with adopters null",
            "perhaps placed for adoption null");
    assertThat(read.checks()).containsExactly("not a date");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'{\"LTFOST18\":\"Y\",\"RETURN6M\":\"Y\"}', LTFOST18",
        "'{\"LTFOST18\":\"N\",\"RETURN6M\":\"Y\"}', RETURN6M",
        "A) Return to Family, return to family",
        "'{\"LTFOST18\":\"\",\"RETURN6M\":\"\"}', -",
        "'', -",
      })
  void a_care_plan_that_says_what_is_planned_for_permanence_is_a_permanence_plan(
      String text, String code) {
    Read read = Sheet.of(CARE_PLANS).row("9", "02/03/2026", "", text, "7").read();
    assertThat(read.all(Span.class))
        .extracting(Span::code)
        .containsExactly(code == null ? "" : code);
    assertThat(read.all(Activity.class))
        .extracting(Activity::kind)
        .isEqualTo(
            code == null
                ? List.of("care plan made")
                : List.of("care plan made", "permanence plan made"));
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void pre_proceedings_go_from_the_meeting_that_began_them_to_the_one_that_ended_them() {
    Read read =
        Sheet.of(
                "prep_table_id|prep_person_id|prep_pre_pro_decision_date"
                    + "|prep_agree_stepdown_issue_date|prep_pre_pro_letter_date"
                    + "|prep_care_pro_letter_date",
                "1|7|02/03/2026|01/06/2026|09/03/2026|15/06/2026",
                "2|8||||",
                "3|9|||09/03/2026|15/06/2026")
            .read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly(
            "pre-proceedings 2026-03-02 to 2026-06-01", "pre-proceedings 2026-03-09 to 2026-06-15");
    assertThat(read.outcomes()).containsExactly(LOADED, LEFT_OUT, LOADED);
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void whether_a_child_was_seen_alone_or_a_bedroom_was_seen_decides_no_visit() {
    Read read =
        Sheet.of(
                "cppv_cp_visit_id|cppv_cp_plan_id|cppv_cp_visit_date|cppv_cp_visit_seen"
                    + "|cppv_cp_visit_seen_alone|cppv_cp_visit_bedroom",
                "1|5|02/03/2026|Y|N|Y",
                "2|5|03/03/2026|Y|perhaps|upstairs")
            .with("child protection plan", "5", "7")
            .read();
    assertThat(read.all(Gap.class)).isEmpty();
    assertThat(read.all(Activity.class).get(0).marks())
        .containsExactlyInAnyOrder("not seen alone", "bedroom seen");
    assertThat(read.all(Activity.class).get(1).marks()).isEmpty();
    assertThat(read.checks()).containsExactly("unknown code", "unknown code");
  }

  @Test
  void an_enquiry_starts_with_its_strategy_discussion() {
    Read read =
        Sheet.of("s47e_s47_enquiry_id|s47e_person_id|s47e_s47_start_date", "3|7|02/03/2026").read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly("section 47 enquiry 2026-03-02 to", "strategy discussion 2026-03-02");
  }

  @Test
  void a_reviewing_officer_is_appointed_when_an_involvement_in_that_role_begins() {
    Read read =
        Sheet.of(
                "invo_involvements_id|invo_professional_id|invo_professional_role_id"
                    + "|invo_referral_id|invo_involvement_start_date",
                "1|71|IRO|4|02/03/2026",
                "2|72|Conference Chair|4|02/03/2026",
                "3|73|Mentor|4|02/03/2026",
                "4|74|Mentor|4|03/03/2026")
            .with("referral", "4", "7")
            .read();
    assertThat(said(read).stream().map(String::strip))
        .containsExactly(
            "IRO appointed 2026-03-02",
            "noted reviewing officer",
            "other",
            "perhaps IRO appointed 2026-03-02",
            "other",
            "perhaps IRO appointed 2026-03-03");
    assertThat(read.checks()).containsExactly("unknown code");
  }

  @Test
  void care_leavers_come_with_the_latest_contact_and_review() {
    Read read =
        Sheet.of(
                "clea_table_id|clea_person_id|clea_care_leaver_eligibility"
                    + "|clea_care_leaver_latest_contact|clea_pathway_plan_review_date",
                "1|7|Former Relevant|02/03/2026|",
                "2|8|Relevant||01/02/2026")
            .read();
    assertThat(said(read))
        .contains(
            "latest pathway plan review null",
            "latest care leaver contact 2026-03-02",
            "latest pathway plan review 2026-02-01",
            "latest care leaver contact null");
  }

  @Test
  void a_worker_is_in_post_for_an_agency_or_not_and_nobody_says_since_when() {
    Read read =
        Sheet.of(
                "prof_professional_id|prof_staff_id|prof_agency_worker_flag"
                    + "|prof_professional_department",
                "71|FS71|Y|East",
                "72|FS72|N|East",
                "73|FS73||East")
            .read();
    assertThat(read.all(Span.class))
        .extracting(Span::childId)
        .containsExactly("worker:71", "worker:72");
    assertThat(read.all(Span.class)).extracting(Span::code).containsExactly("agency", "permanent");
    assertThat(read.all(Span.class)).noneMatch(Span::startKnown);
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void the_return_tells_of_adoptions_by_decision_match_placement_and_order() {
    assertThat(said(Sheet.of("CHILD|DOB|DATE_INT|DATE_MATCH", "7||05/01/2026|01/04/2026").read()))
        .containsExactly("adoption decision 2026-01-05 ", "matched with adopters 2026-04-01 ");
    assertThat(
            said(
                Sheet.of(
                        "CHILD|DOB|DATE_PLACED|DATE_PLACED_CEASED|REASON_PLACED_CEASED",
                        "7||20/04/2026||")
                    .read()))
        .containsExactly(
            "placed for adoption 2026-04-20 to  ", "moved in with adopters 2026-04-20 ");
    assertThat(
            said(
                Sheet.of(
                        "CHILD|DECOM|RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC|REC",
                        "7|20/04/2026|B|E1|N1|A6|PR1|01/12/2026|E12")
                    .read()))
        .containsExactly("episode 2026-04-20 to 2026-12-01 ", "adoption order 2026-12-01 ");
  }
}
