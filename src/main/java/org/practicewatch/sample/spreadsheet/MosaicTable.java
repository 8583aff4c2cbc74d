package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The tables of the Standard Safeguarding Dataset that carry timescales or teams, column for column
 * as the script for Mosaic writes them (data-to-insight/ssd-data-model), oddities included: {@code
 * ssd_cp_reviews} holds the working columns of the script beside its own.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
enum MosaicTable implements Table {
  PERSON(
      Dates.DAY_FIRST,
      "pers_person_id",
      "pers_legacy_id",
      "pers_forename",
      "pers_surname",
      "pers_sex",
      "pers_gender",
      "pers_ethnicity",
      "pers_dob",
      "pers_single_unique_id",
      "pers_upn",
      "pers_upn_unknown",
      "pers_send_flag",
      "pers_expected_dob",
      "pers_death_date",
      "pers_is_mother",
      "pers_nationality"),
  DISABILITY(Dates.DAY_FIRST, "disa_person_id", "disa_table_id", "disa_disability_code"),
  CONTACTS(
      Dates.DAY_FIRST,
      "cont_contact_id",
      "cont_person_id",
      "cont_contact_date",
      "cont_contact_source_desc",
      "cont_contact_outcome_json"),
  EARLY_HELP_EPISODES(
      Dates.DAY_FIRST,
      "earl_episode_id",
      "earl_person_id",
      "earl_episode_start_date",
      "earl_episode_end_date",
      "earl_episode_reason",
      "earl_episode_end_reason",
      "earl_episode_organisation",
      "earl_episode_worker_id"),
  CIN_EPISODES(
      Dates.DAY_FIRST,
      "cine_referral_id#",
      "cine_person_id",
      "cine_referral_date",
      "cine_cin_primary_need_code",
      "cine_referral_source_code",
      "cine_referral_source_desc",
      "cine_referral_outcome_json",
      "cine_referral_nfa",
      "cine_close_reason",
      "cine_close_date",
      "cine_referral_team",
      "cine_referral_worker_id"),
  CIN_ASSESSMENTS(
      Dates.DAY_FIRST,
      "cina_assessment_id",
      "cina_person_id",
      "cina_referral_id",
      "cina_assessment_start_date",
      "cina_assessment_child_seen",
      "cina_assessment_auth_date",
      "cina_assessment_outcome_json",
      "cina_assessment_outcome_nfa",
      "cina_assessment_team",
      "cina_assessment_worker_id"),
  CIN_PLANS(
      Dates.DAY_FIRST,
      "cin_plan_id",
      "cinp_referral_id",
      "cinp_person_id",
      "cinp_cin_plan_start_date",
      "cinp_cin_plan_end_date",
      "cinp_cin_plan_team",
      "cinp_cin_plan_worker_id"),
  CIN_VISITS(
      Dates.DAY_FIRST,
      "cinv_cin_visit_id",
      "cinv_cin_plan_id",
      "cinv_cin_visit_date",
      "cinv_cin_visit_seen",
      "cinv_cin_visit_seen_alone",
      "cinv_cin_visit_bedroom"),
  S47_ENQUIRY(
      Dates.DAY_FIRST,
      "s47e_s47_enquiry_id#",
      "s47e_referral_id#",
      "s47e_person_id",
      "s47e_s47_start_date",
      "s47e_s47_end_date",
      "s47e_s47_nfa",
      "s47e_s47_outcome_json",
      "s47e_s47_completed_by_worker_id",
      "s47e_s47_completed_by_team"),
  INITIAL_CP_CONFERENCE(
      Dates.DAY_FIRST,
      "icpc_icpc_id",
      "icpc_icpc_meeting_id",
      "icpc_s47_enquiry_id",
      "icpc_person_id",
      "icpc_cp_plan_id",
      "icpc_referral_id",
      "icpc_icpc_transfer_in",
      "icpc_icpc_target_date",
      "icpc_icpc_date",
      "icpc_icpc_outcome_cp_flag",
      "icpc_icpc_outcome_json",
      "icpc_icpc_team",
      "icpc_icpc_worker_id"),
  CP_PLANS(
      Dates.DAY_FIRST,
      "cppl_cp_plan_id",
      "cppl_referral_id",
      "cppl_icpc_id",
      "cppl_person_id",
      "cppl_cp_plan_start_date",
      "cppl_cp_plan_end_date",
      "cppl_cp_plan_initial_category",
      "cppl_cp_plan_latest_category"),
  CP_VISITS(
      Dates.ISO,
      "cppv_cp_visit_id",
      "cppv_cp_plan_id",
      "cppv_cp_visit_date",
      "cppv_cp_visit_seen",
      "cppv_cp_visit_seen_alone",
      "cppv_cp_visit_bedroom"),
  CP_REVIEWS(
      Dates.DAY_FIRST,
      "cppr_cp_review_id#",
      "workflow_step_id#",
      "cppr_cp_plan_id#",
      "person_id#",
      "cppr_cp_review_due",
      "registration_id#",
      "cppr_cp_review_date",
      "due_date",
      "actual_date",
      "cppr_cp_review_outcome_continue_cp",
      "cppr_cp_review_quorate",
      "review_outcome",
      "cppr_cp_review_participation",
      "quorate",
      "review_participation",
      "previous_conference_workflow_step_id#",
      "previous_conference_date",
      "previous_conference_type"),
  PRE_PROCEEDINGS(
      Dates.DAY_FIRST,
      "prep_table_id",
      "prep_person_id",
      "prep_plo_family_id",
      "prep_pre_pro_decision_date",
      "prep_initial_pre_pro_meeting_date",
      "prep_pre_pro_outcome",
      "prep_agree_stepdown_issue_date",
      "prep_cp_plans_referral_period#",
      "prep_legal_gateway_outcome",
      "prep_prev_pre_proc_child#",
      "prep_prev_care_proc_child#",
      "prep_pre_pro_letter_date",
      "prep_care_pro_letter_date",
      "prep_pre_pro_meetings_num#",
      "prep_pre_pro_parents_legal_rep",
      "prep_parents_legal_rep_point_of_issue",
      "prep_court_reference",
      "prep_care_proc_court_hearings#",
      "prep_care_proc_short_notice",
      "prep_proc_short_notice_reason",
      "prep_la_inital_plan_approved",
      "prep_la_initial_care_plan",
      "prep_la_final_plan_approved",
      "prep_la_final_care_plan"),
  CLA_EPISODES(
      Dates.DAY_FIRST,
      "clae_cla_episode_id",
      "clae_person_id",
      "clae_cla_episode_start_date",
      "clae_cla_episode_start_reason",
      "clae_cla_primary_need_code",
      "clae_cla_id",
      "clae_referral_id",
      "clae_cla_last_iro_contact_date",
      "clae_cla_episode_ceased_date",
      "clae_cla_placement_id",
      "clae_entered_care_date",
      "clae_cla_episode_ceased_reason"),
  CLA_PLACEMENT(
      Dates.ISO,
      "clap_cla_placement_id",
      "clap_cla_placement_start_date",
      "clap_cla_placement_type",
      "clap_cla_placement_urn",
      "clap_cla_placement_distance",
      "clap_cla_id",
      "clap_cla_placement_provider",
      "clap_cla_placement_postcode",
      "clap_cla_placement_end_date",
      "clap_cla_placement_change_reason"),
  LEGAL_STATUS(
      Dates.DAY_FIRST,
      "lega_legal_status_id",
      "lega_person_id",
      "lega_legal_status",
      "lega_legal_status_start_date",
      "lega_legal_status_end_date"),
  CLA_VISITS(
      Dates.DAY_FIRST,
      "clav_cla_id",
      "clav_cla_visit_id",
      "clav_cla_visit_date",
      "clav_cla_visit_seen",
      "clav_cla_visit_seen_alone",
      "clav_person_id"),
  CLA_REVIEWS(
      Dates.DAY_FIRST,
      "clar_cla_review_id",
      "clar_cla_review_due_date",
      "clar_cla_review_date",
      "clar_cla_review_participation",
      "clar_cla_id",
      "clar_cla_review_cancelled",
      "clar_cla_person_id"),
  CLA_CARE_PLAN(
      Dates.DAY_FIRST,
      "lacp_cla_care_plan_id",
      "lacp_cla_care_plan_start_date",
      "lacp_cla_care_plan_end_date",
      "lacp_cla_care_plan_json",
      "lacp_person_id"),
  CLA_HEALTH(
      Dates.DAY_FIRST,
      "clah_health_check_id",
      "clah_person_id",
      "clah_health_check_type",
      "clah_health_check_date",
      "clah_health_check_status"),
  CLA_IMMUNISATIONS(Dates.DAY_FIRST, "clai_person_id", "clai_immunisations_status"),
  SDQ_SCORES(
      Dates.ISO,
      "csdq_table_id",
      "csdq_person_id",
      "csdq_sdq_completed_date",
      "csdq_sdq_reason",
      "csdq_sdq_score"),
  MISSING(
      Dates.ISO,
      "miss_table_id",
      "miss_person_id",
      "miss_missing_episode_start_date",
      "miss_missing_episode_type",
      "miss_missing_episode_end_date",
      "miss_missing_rhi_offered",
      "miss_missing_rhi_accepted"),
  PERMANENCE(
      Dates.DAY_FIRST,
      "perm_table_id",
      "perm_person_id",
      "perm_adm_decision_date",
      "perm_ffa_cp_decision_date",
      "perm_placement_order_date",
      "perm_placed_for_adoption_date",
      "perm_matched_date",
      "perm_placed_ffa_cp_date",
      "perm_decision_reversed_date",
      "perm_placed_foster_carer_date",
      "perm_part_of_sibling_group",
      "perm_siblings_placed_together#",
      "perm_siblings_placed_apart#",
      "perm_placement_provider_urn",
      "perm_decision_reversed_reason",
      "perm_permanence_order_date",
      "perm_permanence_order_type",
      "perm_adopted_by_carer_flag",
      "perm_cla_id",
      "perm_adoption_worker_id",
      "perm_adopter_sex",
      "perm_adopter_legal_status",
      "perm_number_of_adopters"),
  CARE_LEAVERS(
      Dates.DAY_FIRST,
      "clea_table_id",
      "clea_person_id",
      "clea_care_leaver_eligibility",
      "clea_care_leaver_in_touch",
      "clea_care_leaver_latest_contact",
      "clea_care_leaver_accommodation",
      "clea_care_leaver_accom_suitable",
      "clea_care_leaver_activity",
      "clea_pathway_plan_review_date",
      "clea_care_leaver_personal_advisor",
      "clea_care_leaver_allocated_team",
      "clea_care_leaver_worker_id"),
  INVOLVEMENTS(
      Dates.ISO,
      "invo_involvements_id",
      "invo_professional_id",
      "invo_professional_role_id",
      "invo_professional_team",
      "invo_referral_id",
      "invo_involvement_start_date",
      "invo_involvement_end_date",
      "invo_worker_change_reason"),
  PROFESSIONALS(
      Dates.DAY_FIRST,
      "prof_professional_id",
      "prof_staff_id",
      "prof_social_worker_registration_no",
      "prof_agency_worker_flag",
      "prof_professional_job_title",
      "prof_professional_caseload#",
      "prof_professional_department",
      "prof_full_time_equivalency"),
  DEPARTMENT(
      Dates.DAY_FIRST,
      "dept_team_id",
      "dept_team_name",
      "dept_team_parent_id",
      "dept_team_parent_name");

  private static final String NUMBER = "#";

  private final Dates dates;
  private final List<String> columns;
  private final List<Boolean> numbers;

  /** A column that holds whole numbers is marked with {@code #}. */
  MosaicTable(Dates dates, String... columns) {
    this.dates = dates;
    this.columns = List.of(columns).stream().map(name -> name.replace(NUMBER, "")).toList();
    this.numbers = List.of(columns).stream().map(name -> name.endsWith(NUMBER)).toList();
  }

  /** The table's name in the dataset. */
  @Override
  public String table() {
    return "ssd_" + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Dates dates() {
    return dates;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean holdsNumbers(int column) {
    return numbers.get(column);
  }

  @Override
  public String fileName(LocalDate asAt) {
    return table() + "_" + asAt;
  }

  @Override
  public List<List<Cell>> head(LocalDate asAt) {
    return List.of(Table.cells(columns));
  }

  @Override
  public int linesAcross() {
    return 0;
  }
}
