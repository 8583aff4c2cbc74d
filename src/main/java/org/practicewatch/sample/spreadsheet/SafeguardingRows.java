package org.practicewatch.sample.spreadsheet;

import static org.practicewatch.sample.spreadsheet.MosaicTable.*;

import java.io.IOException;
import java.time.LocalDate;
import org.practicewatch.sample.FictionalChild.Assessment;
import org.practicewatch.sample.FictionalChild.CinPlan;
import org.practicewatch.sample.FictionalChild.Conference;
import org.practicewatch.sample.FictionalChild.CpPlan;
import org.practicewatch.sample.FictionalChild.Enquiry;
import org.practicewatch.sample.FictionalChild.PreProceedings;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalChild.ReviewConference;
import org.practicewatch.sample.FictionalChild.Visit;

/** The rows of children in need and of child protection. */
final class SafeguardingRows {

  private final MosaicExtract extract;

  SafeguardingRows(MosaicExtract extract) {
    this.extract = extract;
  }

  /** What a referral led to, short of care. */
  void add(Referral referral, String id) throws IOException {
    for (Assessment assessment : referral.assessments()) {
      assessment(assessment, referral, id);
    }
    for (Enquiry enquiry : referral.enquiries()) {
      enquiry(enquiry, referral, id);
    }
    for (CinPlan plan : referral.cinPlans()) {
      cinPlan(plan, referral, id);
    }
    for (CpPlan plan : referral.cpPlans()) {
      cpPlan(plan, referral, id);
    }
    for (PreProceedings proceedings : referral.preProceedings()) {
      preProceedings(proceedings, id);
    }
  }

  private void assessment(Assessment assessment, Referral referral, String id) throws IOException {
    if (extract.happened(assessment.from())) {
      LocalDate done = assessment.authorised();
      boolean over = assessment.noFurtherAction();
      Line line =
          extract
              .line(CIN_ASSESSMENTS)
              .put("cina_assessment_id", assessment.id())
              .put("cina_person_id", id)
              .put("cina_referral_id", referral.id())
              .on("cina_assessment_start_date", assessment.from())
              .since(done, "cina_assessment_child_seen", assessment.seen())
              .on("cina_assessment_auth_date", done)
              .since(
                  done,
                  "cina_assessment_outcome_json",
                  MosaicExtract.json(over ? "NFA" : "FURTHER_ACTION"))
              .since(done, "cina_assessment_outcome_nfa", over ? "Y" : "N");
      extract.held(
          line, referral, assessment.from(), "cina_assessment_team", "cina_assessment_worker_id");
      extract.write(line, assessment.id());
    }
  }

  private void enquiry(Enquiry enquiry, Referral referral, String id) throws IOException {
    if (!extract.happened(enquiry.from())) {
      return;
    }
    Conference conference = enquiry.conference();
    String outcome = conference == null ? "NFA" : "ICPC";
    Line line =
        extract
            .line(S47_ENQUIRY)
            .put("s47e_s47_enquiry_id", enquiry.id())
            .put("s47e_referral_id", referral.id())
            .put("s47e_person_id", id)
            .on("s47e_s47_start_date", enquiry.from())
            .on("s47e_s47_end_date", enquiry.to())
            .since(enquiry.to(), "s47e_s47_nfa", conference == null ? "Y" : "N")
            .since(enquiry.to(), "s47e_s47_outcome_json", MosaicExtract.json(outcome));
    extract.held(
        line,
        referral,
        enquiry.from(),
        "s47e_s47_completed_by_team",
        "s47e_s47_completed_by_worker_id");
    extract.write(line, enquiry.id());
    if (conference != null && extract.happened(enquiry.to())) {
      conference(conference, enquiry, referral, id);
    }
  }

  /** In the diary from the end of the enquiry; the date comes with the conference. */
  private void conference(Conference conference, Enquiry enquiry, Referral referral, String id)
      throws IOException {
    LocalDate on = conference.on();
    String plan = conference.planId();
    Line line =
        extract
            .line(INITIAL_CP_CONFERENCE)
            .put("icpc_icpc_id", conference.id())
            .put("icpc_icpc_meeting_id", conference.meetingId())
            .put("icpc_s47_enquiry_id", enquiry.id())
            .put("icpc_person_id", id)
            .since(on, "icpc_cp_plan_id", plan == null ? "" : plan)
            .put("icpc_referral_id", referral.id())
            .put("icpc_icpc_transfer_in", "N")
            .planned("icpc_icpc_target_date", conference.target())
            .on("icpc_icpc_date", on)
            .since(on, "icpc_icpc_outcome_cp_flag", plan == null ? "N" : "Y")
            .since(
                on,
                "icpc_icpc_outcome_json",
                MosaicExtract.json(plan == null ? "NO_CP_PLAN" : "CP_PLAN"));
    extract.held(line, referral, enquiry.from(), "icpc_icpc_team", "icpc_icpc_worker_id");
    extract.write(line, conference.id());
  }

  private void cinPlan(CinPlan plan, Referral referral, String id) throws IOException {
    if (!extract.happened(plan.from())) {
      return;
    }
    Line line =
        extract
            .line(CIN_PLANS)
            .put("cin_plan_id", plan.id())
            .put("cinp_referral_id", referral.id())
            .put("cinp_person_id", id)
            .on("cinp_cin_plan_start_date", plan.from())
            .on("cinp_cin_plan_end_date", plan.to());
    extract.held(line, referral, plan.from(), "cinp_cin_plan_team", "cinp_cin_plan_worker_id");
    extract.write(line, plan.id());
    for (Visit visit : plan.visits()) {
      if (extract.happened(visit.at().toLocalDate())) {
        Line row =
            extract
                .line(CIN_VISITS)
                .put("cinv_cin_visit_id", visit.id())
                .put("cinv_cin_plan_id", plan.id())
                .at("cinv_cin_visit_date", visit.at())
                .put("cinv_cin_visit_seen", visit.seen())
                .put("cinv_cin_visit_seen_alone", visit.seenAlone())
                .put("cinv_cin_visit_bedroom", visit.bedroom());
        extract.write(row, visit.id());
      }
    }
  }

  private void cpPlan(CpPlan plan, Referral referral, String id) throws IOException {
    if (!extract.happened(plan.from())) {
      return;
    }
    Line line =
        extract
            .line(CP_PLANS)
            .put("cppl_cp_plan_id", plan.id())
            .put("cppl_referral_id", referral.id())
            .put("cppl_icpc_id", plan.conferenceId())
            .put("cppl_person_id", id)
            .on("cppl_cp_plan_start_date", plan.from())
            .on("cppl_cp_plan_end_date", plan.to())
            .put("cppl_cp_plan_initial_category", plan.category())
            .put("cppl_cp_plan_latest_category", plan.latestCategory());
    extract.write(line, plan.id());
    for (Visit visit : plan.visits()) {
      if (extract.happened(visit.at().toLocalDate())) {
        Line row =
            extract
                .line(CP_VISITS)
                .put("cppv_cp_visit_id", visit.id())
                .put("cppv_cp_plan_id", plan.id())
                .at("cppv_cp_visit_date", visit.at())
                .put("cppv_cp_visit_seen", visit.seen())
                .put("cppv_cp_visit_seen_alone", visit.seenAlone())
                .put("cppv_cp_visit_bedroom", visit.bedroom());
        extract.write(row, visit.id());
      }
    }
    for (ReviewConference review : plan.reviews()) {
      if (extract.inDiary(review.known(), review.dropped())) {
        extract.write(reviewConference(review, plan, id), review.id());
      }
    }
  }

  private Line reviewConference(ReviewConference review, CpPlan plan, String id) {
    LocalDate on = review.on();
    String outcome = review.continues() ? "Y" : "N";
    return extract
        .line(CP_REVIEWS)
        .put("cppr_cp_review_id", review.id())
        .put("workflow_step_id", review.id())
        .put("cppr_cp_plan_id", plan.id())
        .put("person_id", id)
        .put("registration_id", plan.id())
        .planned("cppr_cp_review_due", review.target())
        .planned("due_date", review.target())
        .on("cppr_cp_review_date", on)
        .on("actual_date", on)
        .since(on, "cppr_cp_review_outcome_continue_cp", outcome)
        .since(on, "review_outcome", outcome)
        .since(on, "cppr_cp_review_quorate", review.quorate())
        .since(on, "quorate", review.quorate())
        .since(on, "cppr_cp_review_participation", review.participation())
        .since(on, "review_participation", review.participation())
        .put("previous_conference_workflow_step_id", review.previousId())
        .on("previous_conference_date", review.previousOn())
        .put(
            "previous_conference_type",
            review.previousIsInitial() ? "Initial conference" : "Review conference");
  }

  private void preProceedings(PreProceedings proceedings, String id) throws IOException {
    if (extract.happened(proceedings.decided())) {
      LocalDate issued = proceedings.issued();
      Line line =
          extract
              .line(PRE_PROCEEDINGS)
              .put("prep_table_id", proceedings.id())
              .put("prep_person_id", id)
              .put("prep_plo_family_id", proceedings.familyId())
              .on("prep_pre_pro_decision_date", proceedings.decided())
              .on("prep_initial_pre_pro_meeting_date", proceedings.meeting())
              .since(issued, "prep_pre_pro_outcome", "Decision to issue care proceedings")
              .on("prep_agree_stepdown_issue_date", issued)
              .put("prep_cp_plans_referral_period", "1")
              .put("prep_legal_gateway_outcome", "Pre-proceedings")
              .put("prep_prev_pre_proc_child", "0")
              .put("prep_prev_care_proc_child", "0")
              .on("prep_pre_pro_letter_date", proceedings.letter())
              .on("prep_care_pro_letter_date", issued)
              .since(issued, "prep_pre_pro_meetings_num", Integer.toString(proceedings.meetings()))
              .put("prep_pre_pro_parents_legal_rep", "Y");
      extract.write(line, proceedings.id());
    }
  }
}
