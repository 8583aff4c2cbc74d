package org.practicewatch.sample.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.sample.Chance;
import org.practicewatch.sample.FictionalAuthority;

/**
 * What a system's reports list of one child after another, behind the columns that say whose it is:
 * the rows of the dataset, among steps that were called off or not finished, and visits and notes
 * of other types.
 */
final class ReportedSteps {

  private static final List<String> OTHER_NOTES =
      List.of("Telephone Call", "Home Visit", "Supervision", "Core Group", "Email");

  private final ReportSystem system;
  private final FictionalAuthority authority;
  private final SystemCells cells;
  private final Map<Report.Kind, List<List<Cell>>> ofChild = new EnumMap<>(Report.Kind.class);

  ReportedSteps(ReportSystem system, FictionalAuthority authority) {
    this.system = system;
    this.authority = authority;
    this.cells = new SystemCells(system, authority);
  }

  /** The rows of a report that are of the child now told of. */
  List<List<Cell>> of(Report.Kind kind) {
    return ofChild.getOrDefault(kind, List.of());
  }

  void nextChild() {
    ofChild.clear();
  }

  void tell(MosaicTable table, DatasetRow row) {
    switch (table) {
      case PERSON ->
          put(Report.Kind.CHILDREN, born(row), row.at("pers_sex"), row.at("pers_death_date"));
      case CIN_EPISODES ->
          put(
              Report.Kind.REFERRALS,
              cells.id(row, "cine_referral_id"),
              row.at("cine_referral_date"),
              row.at("cine_cin_primary_need_code"),
              row.at("cine_close_date"),
              cells.team(row, "cine_referral_team"),
              cells.id(row, "cine_referral_worker_id"));
      case CIN_ASSESSMENTS ->
          put(
              Report.Kind.ASSESSMENTS,
              cells.id(row, "cina_assessment_id"),
              row.at("cina_assessment_start_date"),
              row.at("cina_assessment_auth_date"),
              cells.done(row, "cina_assessment_auth_date"),
              cells.team(row, "cina_assessment_team"),
              cells.id(row, "cina_assessment_worker_id"));
      case S47_ENQUIRY ->
          put(
              Report.Kind.ENQUIRIES,
              cells.id(row, "s47e_s47_enquiry_id"),
              row.at("s47e_s47_start_date"),
              row.at("s47e_s47_end_date"),
              cells.said(row, "s47e_s47_nfa", "no conference", "conference"),
              cells.team(row, "s47e_s47_completed_by_team"),
              cells.id(row, "s47e_s47_completed_by_worker_id"));
      case INITIAL_CP_CONFERENCE ->
          put(
              Report.Kind.CONFERENCES,
              cells.id(row, "icpc_icpc_id"),
              cells.id(row, "icpc_s47_enquiry_id"),
              cells.id(row, "icpc_cp_plan_id"),
              cells.word("initial conference"),
              row.at("icpc_icpc_target_date"),
              row.at("icpc_icpc_date"),
              cells.done(row, "icpc_icpc_date"));
      case CP_REVIEWS ->
          put(
              Report.Kind.CONFERENCES,
              cells.id(row, "cppr_cp_review_id"),
              Cell.Words.BLANK,
              cells.id(row, "cppr_cp_plan_id"),
              cells.word("review conference"),
              row.at("cppr_cp_review_due"),
              row.at("cppr_cp_review_date"),
              cells.done(row, "cppr_cp_review_date"));
      case CIN_PLANS ->
          put(
              Report.Kind.PLANS,
              cells.id(row, "cin_plan_id"),
              Cell.Words.BLANK,
              cells.word("child in need plan"),
              row.at("cinp_cin_plan_start_date"),
              row.at("cinp_cin_plan_end_date"),
              Cell.Words.BLANK,
              Cell.Words.BLANK,
              cells.team(row, "cinp_cin_plan_team"),
              cells.id(row, "cinp_cin_plan_worker_id"));
      case CP_PLANS ->
          put(
              Report.Kind.PLANS,
              cells.id(row, "cppl_cp_plan_id"),
              cells.id(row, "cppl_icpc_id"),
              cells.word("child protection plan"),
              row.at("cppl_cp_plan_start_date"),
              row.at("cppl_cp_plan_end_date"),
              row.at("cppl_cp_plan_latest_category"),
              Cell.Words.BLANK,
              Cell.Words.BLANK,
              Cell.Words.BLANK);
      case CLA_CARE_PLAN ->
          put(
              Report.Kind.PLANS,
              cells.id(row, "lacp_cla_care_plan_id"),
              Cell.Words.BLANK,
              cells.word("care plan"),
              row.at("lacp_cla_care_plan_start_date"),
              row.at("lacp_cla_care_plan_end_date"),
              Cell.Words.BLANK,
              cells.word(row.text("lacp_cla_care_plan_json").contains("LTFOST18") ? "Yes" : "No"),
              Cell.Words.BLANK,
              Cell.Words.BLANK);
      case CIN_VISITS -> visit(row, "cinv_cin_visit", "child in need visit");
      case CP_VISITS -> visit(row, "cppv_cp_visit", "child protection visit");
      case CLA_VISITS -> visit(row, "clav_cla_visit", "looked-after visit");
      case CLA_REVIEWS -> review(row);
      case CLA_HEALTH ->
          put(
              Report.Kind.HEALTH,
              cells.id(row, "clah_health_check_id"),
              cells.word(row.text("clah_health_check_type")),
              row.at("clah_health_check_date"),
              cells.word(row.text("clah_health_check_status")));
      case CLA_EPISODES ->
          put(
              Report.Kind.EPISODES,
              cells.id(row, "clae_cla_id"),
              row.at("clae_entered_care_date"),
              row.at("clae_cla_episode_start_date"),
              cells.coded(row, "clae_cla_episode_start_reason"),
              cells.id(row, "clae_cla_placement_id"),
              row.at("clae_cla_episode_ceased_date"),
              row.at("clae_cla_episode_ceased_reason"));
      case CLA_PLACEMENT ->
          put(
              Report.Kind.PLACEMENTS,
              cells.id(row, "clap_cla_placement_id"),
              row.at("clap_cla_placement_start_date"),
              row.at("clap_cla_placement_end_date"),
              row.at("clap_cla_placement_type"),
              row.at("clap_cla_placement_provider"),
              row.at("clap_cla_placement_urn"),
              row.at("clap_cla_placement_postcode"));
      case LEGAL_STATUS ->
          put(
              Report.Kind.LEGAL_STATUSES,
              cells.coded(row, "lega_legal_status"),
              row.at("lega_legal_status_start_date"),
              row.at("lega_legal_status_end_date"));
      case INVOLVEMENTS ->
          put(
              Report.Kind.ALLOCATIONS,
              cells.id(row, "invo_professional_id"),
              cells.word(row.text("invo_professional_role_id")),
              cells.team(row, "invo_professional_team"),
              row.at("invo_involvement_start_date"),
              row.at("invo_involvement_end_date"));
      default -> {
        // Nothing that is judged, and no report is made of it.
      }
    }
  }

  /** One not born has the expected day for a date of birth, as Mosaic keeps it. */
  private static Cell born(DatasetRow person) {
    Cell born = person.at("pers_dob");
    return born.isBlank() ? person.at("pers_expected_dob") : born;
  }

  private void visit(DatasetRow row, String columns, String type) {
    Chance chance = chance(row, columns + "_id");
    Cell id = cells.id(row, columns + "_id");
    Cell date = row.at(columns + "_date");
    Cell seen = cells.said(row, columns + "_seen", "seen", "not seen");
    Cell alone = cells.said(row, columns + "_seen_alone", "seen alone", "not seen alone");
    Cell completed = cells.word("completed");
    boolean onTheScreen = chance.that(0.4);
    Cell kind = cells.word(onTheScreen ? type + ", on the screen" : type);
    if (chance.that(0.04) && date instanceof Cell.Moment moment) {
      Cell before = new Cell.Moment(moment.at().minusDays(chance.between(1, 4)));
      put(
          Report.Kind.VISITS,
          SystemCells.other(id, "1"),
          kind,
          before,
          Cell.Words.BLANK,
          Cell.Words.BLANK,
          cells.word("called off"));
    }
    put(Report.Kind.VISITS, id, kind, date, seen, alone, completed);
    if (chance.that(0.02)) {
      put(
          Report.Kind.VISITS,
          SystemCells.other(id, "2"),
          cells.word("another visit"),
          date,
          seen,
          alone,
          completed);
    }
    if (chance.that(0.01)) {
      put(
          Report.Kind.VISITS,
          SystemCells.other(id, "3"),
          kind,
          date,
          Cell.Words.BLANK,
          Cell.Words.BLANK,
          cells.word("not finished"));
    }
    if (authority.dirt() && chance.that(0.03)) {
      Cell again = cells.word(onTheScreen ? type : type + ", on the screen");
      put(Report.Kind.VISITS, SystemCells.other(id, "4"), again, date, seen, alone, completed);
    }
    if (authority.dirt() && chance.that(0.02)) {
      put(Report.Kind.VISITS, id, kind, date, seen, alone, completed);
    }
    if (has(Report.Kind.CASE_NOTES) && chance.that(0.3)) {
      boolean unlisted = authority.dirt() && chance.that(0.02);
      String note = unlisted ? "Sibling time record" : chance.oneOf(OTHER_NOTES);
      put(Report.Kind.CASE_NOTES, SystemCells.other(id, "5"), cells.word(note), date, date);
    }
  }

  /** In CRS a note, written when it was held, called off or planned. */
  private void review(DatasetRow row) {
    Cell held = row.at("clar_cla_review_date");
    boolean calledOff = row.text("clar_cla_review_cancelled").equals("Y");
    if (has(Report.Kind.CASE_NOTES)) {
      String type = calledOff ? "review cancelled" : held.isBlank() ? "review planned" : "review";
      Cell event = held.isBlank() ? row.at("clar_cla_review_due_date") : held;
      put(
          Report.Kind.CASE_NOTES,
          cells.id(row, "clar_cla_review_id"),
          cells.word(type),
          event,
          held);
    } else {
      put(
          Report.Kind.REVIEWS,
          cells.id(row, "clar_cla_review_id"),
          cells.word("review"),
          row.at("clar_cla_review_due_date"),
          held,
          row.at("clar_cla_review_participation"),
          calledOff ? cells.word("called off") : cells.done(row, "clar_cla_review_date"));
    }
  }

  private boolean has(Report.Kind kind) {
    return system.reports().stream().anyMatch(report -> report.kind() == kind);
  }

  private Chance chance(DatasetRow row, String id) {
    return Chance.of(authority.seed(), Chance.key("report"), Chance.key(row.text(id)));
  }

  private void put(Report.Kind kind, Cell... cells) {
    ofChild.computeIfAbsent(kind, key -> new ArrayList<>()).add(List.of(cells));
  }
}
