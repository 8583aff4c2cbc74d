package org.practicewatch.sample.spreadsheet;

import static org.practicewatch.sample.spreadsheet.MosaicTable.*;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalChild;
import org.practicewatch.sample.FictionalChild.Adoption;
import org.practicewatch.sample.FictionalChild.Assessment;
import org.practicewatch.sample.FictionalChild.CarePlan;
import org.practicewatch.sample.FictionalChild.CinPlan;
import org.practicewatch.sample.FictionalChild.Conference;
import org.practicewatch.sample.FictionalChild.Contact;
import org.practicewatch.sample.FictionalChild.CpPlan;
import org.practicewatch.sample.FictionalChild.EarlyHelp;
import org.practicewatch.sample.FictionalChild.Enquiry;
import org.practicewatch.sample.FictionalChild.Episode;
import org.practicewatch.sample.FictionalChild.HealthCheck;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.LeavingCare;
import org.practicewatch.sample.FictionalChild.LegalStatus;
import org.practicewatch.sample.FictionalChild.Missing;
import org.practicewatch.sample.FictionalChild.PeriodOfCare;
import org.practicewatch.sample.FictionalChild.Person;
import org.practicewatch.sample.FictionalChild.Placement;
import org.practicewatch.sample.FictionalChild.PreProceedings;
import org.practicewatch.sample.FictionalChild.Referral;
import org.practicewatch.sample.FictionalChild.Review;
import org.practicewatch.sample.FictionalChild.ReviewConference;
import org.practicewatch.sample.FictionalChild.Sdq;
import org.practicewatch.sample.FictionalChild.Visit;
import org.practicewatch.sample.FictionalTeam;
import org.practicewatch.sample.FictionalTeam.Professional;

/** Puts one child's life after another into the rows of the dataset, cut off at the as-at date. */
final class MosaicRows {

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("1A", "Individual: family member"),
          Map.entry("1B", "Individual: acquaintance"),
          Map.entry("2A", "Schools"),
          Map.entry("2B", "Education services"),
          Map.entry("3A", "Health services: GP"),
          Map.entry("3C", "Health services: school nurse"),
          Map.entry("3E", "Health services: A&E"),
          Map.entry("4", "Housing"),
          Map.entry("5A", "LA services: social care"),
          Map.entry("6", "Police"),
          Map.entry("8", "Other"),
          Map.entry("9", "Anonymous"));

  private final FictionalAuthority authority;
  private final LocalDate asAt;
  private final Tables tables;
  private final Dirt dirt;
  private final Map<String, Professional> professionals = new TreeMap<>();
  private final Map<String, Integer> caseloads = new TreeMap<>();
  private LocalDate born = LocalDate.EPOCH;

  MosaicRows(FictionalAuthority authority, Tables tables) {
    this.authority = authority;
    this.asAt = authority.asAt();
    this.tables = tables;
    this.dirt = new Dirt(authority.seed());
  }

  void add(FictionalChild child) throws IOException {
    Person person = child.person();
    if (!happened(person.known())) {
      return;
    }
    String id = authority.dirt() ? dirt.childId(person.id()) : person.id();
    born = person.born();
    person(person, id);
    for (Contact contact : child.contacts()) {
      contact(contact, id);
    }
    for (EarlyHelp help : child.earlyHelp()) {
      earlyHelp(help, id);
    }
    for (Referral referral : child.referrals()) {
      referral(referral, id);
    }
  }

  /** The workers who turned up in the rows, the teams, and what stands below the last rows. */
  void addOrganisation() throws IOException {
    for (Professional worker : professionals.values()) {
      professional(worker);
    }
    for (FictionalTeam team : authority.teams()) {
      Line line =
          line(DEPARTMENT)
              .put("dept_team_id", team.code())
              .put("dept_team_name", team.name())
              .put("dept_team_parent_id", team.serviceCode())
              .put("dept_team_parent_name", team.service());
      write(line, team.code());
    }
    if (authority.dirt()) {
      for (MosaicTable table : MosaicTable.values()) {
        for (List<Cell> row : dirt.below(table, asAt)) {
          tables.add(table, row);
        }
      }
    }
  }

  private boolean happened(LocalDate day) {
    return !day.isAfter(asAt);
  }

  private Line line(MosaicTable table) {
    return new Line(table, asAt);
  }

  private void write(Line line, String rowId) throws IOException {
    List<List<Cell>> rows =
        authority.dirt()
            ? dirt.spoil(line.table(), rowId, born, line.cells())
            : List.of(line.cells());
    for (List<Cell> row : rows) {
      tables.add(line.table(), row);
    }
  }

  private void person(Person person, String id) throws IOException {
    boolean isBorn = happened(person.born());
    Line line =
        line(PERSON)
            .put("pers_person_id", id)
            .put("pers_forename", isBorn ? person.forename() : "Unborn")
            .put("pers_surname", person.surname())
            .put("pers_sex", isBorn ? person.sex() : "U")
            .put("pers_ethnicity", person.ethnicity())
            .on("pers_dob", person.born())
            .put("pers_upn", isBorn ? person.upn() : "")
            .put("pers_upn_unknown", isBorn ? "" : "UN1")
            .put("pers_send_flag", person.disabilities().contains("NONE") ? "N" : "Y")
            .put("pers_is_mother", "N")
            .put("pers_nationality", person.nationality());
    if (person.expected()) {
      line.planned("pers_expected_dob", person.born());
    }
    write(line, id);
    int number = 0;
    for (String code : person.disabilities()) {
      number++;
      Line disability =
          line(DISABILITY)
              .put("disa_person_id", id)
              .put("disa_table_id", person.id() + number)
              .put("disa_disability_code", code);
      write(disability, person.id() + number);
    }
  }

  private void contact(Contact contact, String id) throws IOException {
    if (happened(contact.on())) {
      Line line =
          line(CONTACTS)
              .put("cont_contact_id", contact.id())
              .put("cont_person_id", id)
              .on("cont_contact_date", contact.on())
              .put("cont_contact_source_desc", source(contact.source()))
              .put("cont_contact_outcome_json", json(contact.outcome()));
      write(line, contact.id());
    }
  }

  private void earlyHelp(EarlyHelp help, String id) throws IOException {
    if (happened(help.from())) {
      Line line =
          line(EARLY_HELP_EPISODES)
              .put("earl_episode_id", help.id())
              .put("earl_person_id", id)
              .on("earl_episode_start_date", help.from())
              .on("earl_episode_end_date", help.to())
              .put("earl_episode_reason", help.reason())
              .since(help.to(), "earl_episode_end_reason", help.endReason())
              .put("earl_episode_organisation", help.organisation());
      write(line, help.id());
    }
  }

  private void referral(Referral referral, String id) throws IOException {
    if (!happened(referral.on())) {
      return;
    }
    Line line =
        line(CIN_EPISODES)
            .put("cine_referral_id", referral.id())
            .put("cine_person_id", id)
            .on("cine_referral_date", referral.on())
            .put("cine_cin_primary_need_code", referral.need())
            .put("cine_referral_source_code", referral.source())
            .put("cine_referral_source_desc", source(referral.source()))
            .put(
                "cine_referral_outcome_json",
                json(referral.noFurtherAction() ? "NFA" : "SINGLE_ASSESSMENT"))
            .put("cine_referral_nfa", referral.noFurtherAction() ? "Y" : "N")
            .since(referral.closed(), "cine_close_reason", referral.closedBecause())
            .on("cine_close_date", referral.closed());
    held(line, referral, referral.on(), "cine_referral_team", "cine_referral_worker_id");
    write(line, referral.id());
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
    for (PeriodOfCare period : referral.periodsOfCare()) {
      periodOfCare(period, referral, id);
    }
    for (LeavingCare leaver : referral.leavingCare()) {
      leavingCare(leaver, referral, id);
    }
    for (Involvement involvement : referral.involvements()) {
      involvement(involvement, referral);
    }
  }

  private void held(Line line, Referral referral, LocalDate day, String team, String worker) {
    Involvement holding = referral.heldBy(day);
    if (holding != null) {
      line.put(team, holding.professional().team().code());
      line.put(worker, met(holding.professional()));
    }
  }

  /** Notes that a worker is named in some row, so that the list of workers has them. */
  private String met(Professional worker) {
    professionals.put(worker.id(), worker);
    return worker.id();
  }

  private void assessment(Assessment assessment, Referral referral, String id) throws IOException {
    if (happened(assessment.from())) {
      LocalDate done = assessment.authorised();
      boolean over = assessment.noFurtherAction();
      Line line =
          line(CIN_ASSESSMENTS)
              .put("cina_assessment_id", assessment.id())
              .put("cina_person_id", id)
              .put("cina_referral_id", referral.id())
              .on("cina_assessment_start_date", assessment.from())
              .since(done, "cina_assessment_child_seen", assessment.seen())
              .on("cina_assessment_auth_date", done)
              .since(done, "cina_assessment_outcome_json", json(over ? "NFA" : "FURTHER_ACTION"))
              .since(done, "cina_assessment_outcome_nfa", over ? "Y" : "N");
      held(line, referral, assessment.from(), "cina_assessment_team", "cina_assessment_worker_id");
      write(line, assessment.id());
    }
  }

  private void enquiry(Enquiry enquiry, Referral referral, String id) throws IOException {
    if (!happened(enquiry.from())) {
      return;
    }
    Conference conference = enquiry.conference();
    String outcome = conference == null ? "NFA" : "ICPC";
    Line line =
        line(S47_ENQUIRY)
            .put("s47e_s47_enquiry_id", enquiry.id())
            .put("s47e_referral_id", referral.id())
            .put("s47e_person_id", id)
            .on("s47e_s47_start_date", enquiry.from())
            .on("s47e_s47_end_date", enquiry.to())
            .since(enquiry.to(), "s47e_s47_nfa", conference == null ? "Y" : "N")
            .since(enquiry.to(), "s47e_s47_outcome_json", json(outcome));
    held(
        line,
        referral,
        enquiry.from(),
        "s47e_s47_completed_by_team",
        "s47e_s47_completed_by_worker_id");
    write(line, enquiry.id());
    if (conference != null && happened(enquiry.to())) {
      conference(conference, enquiry, referral, id);
    }
  }

  /** In the diary from the end of the enquiry; the date comes with the conference. */
  private void conference(Conference conference, Enquiry enquiry, Referral referral, String id)
      throws IOException {
    LocalDate on = conference.on();
    String plan = conference.planId();
    Line line =
        line(INITIAL_CP_CONFERENCE)
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
            .since(on, "icpc_icpc_outcome_json", json(plan == null ? "NO_CP_PLAN" : "CP_PLAN"));
    held(line, referral, enquiry.from(), "icpc_icpc_team", "icpc_icpc_worker_id");
    write(line, conference.id());
  }

  private void cinPlan(CinPlan plan, Referral referral, String id) throws IOException {
    if (!happened(plan.from())) {
      return;
    }
    Line line =
        line(CIN_PLANS)
            .put("cin_plan_id", plan.id())
            .put("cinp_referral_id", referral.id())
            .put("cinp_person_id", id)
            .on("cinp_cin_plan_start_date", plan.from())
            .on("cinp_cin_plan_end_date", plan.to());
    held(line, referral, plan.from(), "cinp_cin_plan_team", "cinp_cin_plan_worker_id");
    write(line, plan.id());
    for (Visit visit : plan.visits()) {
      if (happened(visit.at().toLocalDate())) {
        Line row =
            line(CIN_VISITS)
                .put("cinv_cin_visit_id", visit.id())
                .put("cinv_cin_plan_id", plan.id())
                .at("cinv_cin_visit_date", visit.at())
                .put("cinv_cin_visit_seen", visit.seen())
                .put("cinv_cin_visit_seen_alone", visit.seenAlone())
                .put("cinv_cin_visit_bedroom", visit.bedroom());
        write(row, visit.id());
      }
    }
  }

  private void cpPlan(CpPlan plan, Referral referral, String id) throws IOException {
    if (!happened(plan.from())) {
      return;
    }
    Line line =
        line(CP_PLANS)
            .put("cppl_cp_plan_id", plan.id())
            .put("cppl_referral_id", referral.id())
            .put("cppl_icpc_id", plan.conferenceId())
            .put("cppl_person_id", id)
            .on("cppl_cp_plan_start_date", plan.from())
            .on("cppl_cp_plan_end_date", plan.to())
            .put("cppl_cp_plan_initial_category", plan.category())
            .put("cppl_cp_plan_latest_category", plan.latestCategory());
    write(line, plan.id());
    for (Visit visit : plan.visits()) {
      if (happened(visit.at().toLocalDate())) {
        Line row =
            line(CP_VISITS)
                .put("cppv_cp_visit_id", visit.id())
                .put("cppv_cp_plan_id", plan.id())
                .at("cppv_cp_visit_date", visit.at())
                .put("cppv_cp_visit_seen", visit.seen())
                .put("cppv_cp_visit_seen_alone", visit.seenAlone())
                .put("cppv_cp_visit_bedroom", visit.bedroom());
        write(row, visit.id());
      }
    }
    for (ReviewConference review : plan.reviews()) {
      if (inDiary(review.known(), review.dropped())) {
        write(reviewConference(review, plan, id), review.id());
      }
    }
  }

  private Line reviewConference(ReviewConference review, CpPlan plan, String id) {
    LocalDate on = review.on();
    String outcome = review.continues() ? "Y" : "N";
    return line(CP_REVIEWS)
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

  /** What is planned stands in the diary until it is held, or until there is no more need of it. */
  private boolean inDiary(LocalDate known, @Nullable LocalDate dropped) {
    return happened(known) && (dropped == null || !happened(dropped));
  }

  private void preProceedings(PreProceedings proceedings, String id) throws IOException {
    if (happened(proceedings.decided())) {
      LocalDate issued = proceedings.issued();
      Line line =
          line(PRE_PROCEEDINGS)
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
      write(line, proceedings.id());
    }
  }

  private void periodOfCare(PeriodOfCare period, Referral referral, String id) throws IOException {
    if (!happened(period.from())) {
      return;
    }
    for (Episode episode : period.episodes()) {
      if (happened(episode.from())) {
        write(episode(episode, period, referral, id), episode.id());
      }
    }
    for (Placement placement : period.placements()) {
      placement(placement, period);
    }
    for (LegalStatus status : period.legalStatuses()) {
      if (happened(status.from())) {
        Line line =
            line(LEGAL_STATUS)
                .put("lega_legal_status_id", status.id())
                .put("lega_person_id", id)
                .put("lega_legal_status", status.code())
                .on("lega_legal_status_start_date", status.from())
                .on("lega_legal_status_end_date", status.to());
        write(line, status.id());
      }
    }
    for (Visit visit : period.visits()) {
      if (happened(visit.at().toLocalDate())) {
        Line line =
            line(CLA_VISITS)
                .put("clav_cla_id", period.id())
                .put("clav_cla_visit_id", visit.id())
                .at("clav_cla_visit_date", visit.at())
                .put("clav_cla_visit_seen", visit.seen())
                .put("clav_cla_visit_seen_alone", visit.seenAlone())
                .put("clav_person_id", id);
        write(line, visit.id());
      }
    }
    for (Review review : period.reviews()) {
      review(review, period, id);
    }
    careAndHealth(period, id);
    Adoption adoption = period.adoption();
    if (adoption != null && happened(adoption.decided())) {
      adoption(adoption, period, referral, id);
    }
  }

  private Line episode(Episode episode, PeriodOfCare period, Referral referral, String id) {
    LocalDate seenByReviewing =
        period.reviews().stream()
            .filter(review -> !review.cancelled() && !review.on().isAfter(episode.to()))
            .map(Review::on)
            .filter(on -> happened(on) && !on.isBefore(episode.from()))
            .max(Comparator.naturalOrder())
            .orElse(null);
    return line(CLA_EPISODES)
        .put("clae_cla_episode_id", episode.id())
        .put("clae_person_id", id)
        .on("clae_cla_episode_start_date", episode.from())
        .put("clae_cla_episode_start_reason", episode.reason())
        .put("clae_cla_primary_need_code", referral.need())
        .put("clae_cla_id", period.id())
        .put("clae_referral_id", referral.id())
        .on("clae_cla_last_iro_contact_date", seenByReviewing)
        .on("clae_cla_episode_ceased_date", episode.to())
        .put("clae_cla_placement_id", episode.placementId())
        .on("clae_entered_care_date", period.from())
        .since(episode.to(), "clae_cla_episode_ceased_reason", episode.endReason());
  }

  private void placement(Placement placement, PeriodOfCare period) throws IOException {
    if (happened(placement.from())) {
      Line line =
          line(CLA_PLACEMENT)
              .put("clap_cla_placement_id", placement.id())
              .on("clap_cla_placement_start_date", placement.from())
              .put("clap_cla_placement_type", placement.type())
              .put("clap_cla_placement_urn", placement.urn())
              .put("clap_cla_placement_distance", placement.distance())
              .put("clap_cla_id", period.id())
              .put("clap_cla_placement_provider", placement.provider())
              .put("clap_cla_placement_postcode", placement.postcode())
              .on("clap_cla_placement_end_date", placement.to())
              .since(placement.to(), "clap_cla_placement_change_reason", placement.changeReason());
      write(line, placement.id());
    }
  }

  private void review(Review review, PeriodOfCare period, String id) throws IOException {
    if (inDiary(review.known(), review.dropped())) {
      boolean calledOff = review.cancelled() && happened(review.on());
      Line line =
          line(CLA_REVIEWS)
              .put("clar_cla_review_id", review.id())
              .planned("clar_cla_review_due_date", review.target())
              .on("clar_cla_review_date", review.on())
              .since(review.on(), "clar_cla_review_participation", review.participation())
              .put("clar_cla_id", period.id())
              .put("clar_cla_review_cancelled", calledOff ? "Y" : "N")
              .put("clar_cla_person_id", id);
      write(line, review.id());
    }
  }

  private void careAndHealth(PeriodOfCare period, String id) throws IOException {
    for (CarePlan plan : period.carePlans()) {
      if (happened(plan.from())) {
        Line line =
            line(CLA_CARE_PLAN)
                .put("lacp_cla_care_plan_id", plan.id())
                .on("lacp_cla_care_plan_start_date", plan.from())
                .on("lacp_cla_care_plan_end_date", plan.to())
                .put("lacp_cla_care_plan_json", plan.json())
                .put("lacp_person_id", id);
        write(line, plan.id());
      }
    }
    for (HealthCheck check : period.health()) {
      if (inDiary(check.known(), check.dropped())) {
        boolean over = happened(check.on());
        Line line =
            line(CLA_HEALTH)
                .put("clah_health_check_id", check.id())
                .put("clah_person_id", id)
                .put("clah_health_check_type", check.type())
                .planned("clah_health_check_date", over ? check.on() : check.planned())
                .put("clah_health_check_status", over ? check.status() : "Planned");
        write(line, check.id());
      }
    }
    for (Sdq sdq : period.sdq()) {
      if (happened(sdq.on())) {
        Line line =
            line(SDQ_SCORES)
                .put("csdq_table_id", sdq.id())
                .put("csdq_person_id", id)
                .on("csdq_sdq_completed_date", sdq.on())
                .put("csdq_sdq_reason", sdq.reason())
                .put("csdq_sdq_score", sdq.score());
        write(line, sdq.id());
      }
    }
    for (Missing missing : period.missing()) {
      missing(missing, id);
    }
    if (!period.shortBreaks()) {
      Line line =
          line(CLA_IMMUNISATIONS)
              .put("clai_person_id", id)
              .put("clai_immunisations_status", period.immunised() ? "Y" : "N");
      write(line, id);
    }
  }

  private void missing(Missing missing, String id) throws IOException {
    if (happened(missing.from().toLocalDate())) {
      LocalDate back = missing.to().toLocalDate();
      Line line =
          line(MISSING)
              .put("miss_table_id", missing.id())
              .put("miss_person_id", id)
              .at("miss_missing_episode_start_date", missing.from())
              .put("miss_missing_episode_type", missing.type())
              .at("miss_missing_episode_end_date", missing.to())
              .since(back, "miss_missing_rhi_offered", missing.interviewOffered())
              .since(back, "miss_missing_rhi_accepted", missing.interviewAccepted());
      write(line, missing.id());
    }
  }

  private void adoption(Adoption adoption, PeriodOfCare period, Referral referral, String id)
      throws IOException {
    LocalDate order = adoption.order();
    Line line =
        line(PERMANENCE)
            .put("perm_table_id", adoption.id())
            .put("perm_person_id", id)
            .on("perm_adm_decision_date", adoption.decided())
            .on("perm_placement_order_date", adoption.placementOrder())
            .on("perm_placed_for_adoption_date", adoption.placed())
            .on("perm_matched_date", adoption.matched())
            .put("perm_part_of_sibling_group", "N")
            .on("perm_permanence_order_date", order)
            .since(order, "perm_permanence_order_type", "Adoption Order")
            .since(order, "perm_adopted_by_carer_flag", "N")
            .put("perm_cla_id", period.id())
            .since(adoption.matched(), "perm_number_of_adopters", "2");
    Involvement holding = referral.heldBy(adoption.decided());
    if (holding != null) {
      line.put("perm_adoption_worker_id", met(holding.professional()));
    }
    write(line, adoption.id());
  }

  private void leavingCare(LeavingCare leaver, Referral referral, String id) throws IOException {
    if (!happened(leaver.eligible())) {
      return;
    }
    boolean adult = happened(leaver.eighteenth());
    boolean over = happened(leaver.until());
    LocalDate contact = latest(leaver.contacts());
    LocalDate review = latest(leaver.pathwayReviews());
    boolean inTouch = contact != null && contact.isAfter(asAt.minusDays(120));
    Line line =
        line(CARE_LEAVERS)
            .put("clea_table_id", leaver.id())
            .put("clea_person_id", id)
            .put(
                "clea_care_leaver_eligibility",
                over ? "No Current Eligibility" : adult ? "Former Relevant" : "Eligible")
            .on("clea_care_leaver_latest_contact", contact)
            .on("clea_pathway_plan_review_date", review);
    if (adult && !over) {
      line.put("clea_care_leaver_in_touch", inTouch ? "YES" : "NO")
          .put("clea_care_leaver_accommodation", leaver.accommodation())
          .put("clea_care_leaver_accom_suitable", leaver.suitable())
          .put("clea_care_leaver_activity", leaver.activity());
    }
    for (Involvement involvement : referral.involvements()) {
      if (involvement.role().equals(Involvement.ADVISER)
          && happened(involvement.from())
          && !happened(involvement.to())) {
        line.put("clea_care_leaver_personal_advisor", met(involvement.professional()));
      }
    }
    held(line, referral, asAt, "clea_care_leaver_allocated_team", "clea_care_leaver_worker_id");
    write(line, leaver.id());
  }

  private @Nullable LocalDate latest(List<LocalDate> days) {
    return days.stream().filter(this::happened).max(Comparator.naturalOrder()).orElse(null);
  }

  private void involvement(Involvement involvement, Referral referral) throws IOException {
    if (!happened(involvement.from())) {
      return;
    }
    Professional worker = involvement.professional();
    FictionalTeam team = worker.team();
    Line line =
        line(INVOLVEMENTS)
            .put("invo_involvements_id", involvement.id())
            .put("invo_professional_id", met(worker))
            .put("invo_professional_role_id", involvement.role())
            .put("invo_professional_team", involvement.teamByName() ? team.name() : team.code())
            .put("invo_referral_id", referral.id())
            .on("invo_involvement_start_date", involvement.from())
            .on("invo_involvement_end_date", involvement.to())
            .since(involvement.to(), "invo_worker_change_reason", involvement.changeReason());
    if (!happened(involvement.to())) {
      caseloads.merge(worker.id(), 1, Integer::sum);
    }
    write(line, involvement.id());
  }

  private void professional(Professional worker) throws IOException {
    String caseload = Integer.toString(caseloads.getOrDefault(worker.id(), 0));
    Line line =
        line(PROFESSIONALS)
            .put("prof_professional_id", worker.id())
            .put("prof_staff_id", "FS" + worker.id())
            .put("prof_social_worker_registration_no", "SW" + worker.id())
            .put("prof_agency_worker_flag", worker.agency() ? "Y" : "N")
            .put("prof_professional_job_title", worker.title())
            .put("prof_professional_caseload", caseload)
            .put("prof_professional_department", worker.team().name())
            .put("prof_full_time_equivalency", "1.00");
    write(line, worker.id());
  }

  private static String source(String code) {
    return SOURCES.getOrDefault(code, "Unknown");
  }

  private static String json(String outcome) {
    return "{\"OUTCOME\":\"" + outcome + "\"}";
  }
}
