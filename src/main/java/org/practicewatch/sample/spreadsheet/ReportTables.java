package org.practicewatch.sample.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.sample.Chance;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalTeam;

/**
 * Makes reports of a case system out of the rows of the dataset: the same lives, under the system's
 * own headings, words and ids, among what such a report lists besides: steps that were called off
 * or not finished, visits and notes of other types.
 *
 * <p>Where the extracts have faults, these reports have some of their own: a visit recorded as a
 * step and on the visits screen, a row repeated for a brother or sister, an id with an apostrophe
 * before it or rounded by a spreadsheet.
 */
final class ReportTables implements Tables {

  /** What stands beside a code, where the system says more than the code. */
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("C1", "Interim care order"),
          Map.entry("C2", "Full care order"),
          Map.entry("E1", "Placement order granted"),
          Map.entry("V2", "Single period of accommodation under section 20"),
          Map.entry("V4", "Short-term breaks, agreements recorded"),
          Map.entry("L1", "Under police protection and in local authority accommodation"),
          Map.entry("L2", "Emergency protection order"),
          Map.entry("S", "Started to be looked after"),
          Map.entry("L", "Change of legal status only"),
          Map.entry("P", "Change of placement and carer only"),
          Map.entry("T", "Change of placement (but same carer) only"));

  private static final List<String> OTHER_NOTES =
      List.of("Telephone Call", "Home Visit", "Supervision", "Core Group", "Email");

  private final ReportSystem system;
  private final Tables tables;
  private final FictionalAuthority authority;
  private final Map<String, String> teams = new HashMap<>();
  private final Map<Report.Kind, List<List<Cell>>> ofChild = new EnumMap<>(Report.Kind.class);
  private final Map<Report.Kind, Integer> lengths = new EnumMap<>(Report.Kind.class);
  private @Nullable Row child;

  ReportTables(ReportSystem system, FictionalAuthority authority, Tables tables) {
    this.system = system;
    this.authority = authority;
    this.tables = tables;
    for (FictionalTeam team : authority.teams()) {
      teams.put(team.code(), team.name());
    }
  }

  /** A row of the dataset, by its columns. */
  private record Row(Table table, List<Cell> cells) {

    Cell at(String column) {
      return cells.get(table.columns().indexOf(column));
    }

    String text(String column) {
      return at(column).text(table.dates());
    }
  }

  @Override
  public void add(Table table, List<Cell> cells) throws IOException {
    Row row = new Row(table, cells);
    if (table == MosaicTable.PERSON) {
      finishChild();
      child = row;
    } else if (table == MosaicTable.PROFESSIONALS || table == MosaicTable.DEPARTMENT) {
      // These come behind the last child, and so does what the dataset has below its rows.
      finishChild();
    }
    if (child != null) {
      tell((MosaicTable) table, row);
    }
  }

  private void tell(MosaicTable table, Row row) {
    switch (table) {
      case PERSON ->
          put(Report.Kind.CHILDREN, born(row), row.at("pers_sex"), row.at("pers_death_date"));
      case CIN_EPISODES ->
          put(
              Report.Kind.REFERRALS,
              id(row, "cine_referral_id"),
              row.at("cine_referral_date"),
              row.at("cine_cin_primary_need_code"),
              row.at("cine_close_date"),
              team(row, "cine_referral_team"),
              id(row, "cine_referral_worker_id"));
      case CIN_ASSESSMENTS ->
          put(
              Report.Kind.ASSESSMENTS,
              id(row, "cina_assessment_id"),
              row.at("cina_assessment_start_date"),
              row.at("cina_assessment_auth_date"),
              done(row, "cina_assessment_auth_date"),
              team(row, "cina_assessment_team"),
              id(row, "cina_assessment_worker_id"));
      case S47_ENQUIRY ->
          put(
              Report.Kind.ENQUIRIES,
              id(row, "s47e_s47_enquiry_id"),
              row.at("s47e_s47_start_date"),
              row.at("s47e_s47_end_date"),
              said(row, "s47e_s47_nfa", "no conference", "conference"),
              team(row, "s47e_s47_completed_by_team"),
              id(row, "s47e_s47_completed_by_worker_id"));
      case INITIAL_CP_CONFERENCE ->
          put(
              Report.Kind.CONFERENCES,
              id(row, "icpc_icpc_id"),
              id(row, "icpc_s47_enquiry_id"),
              id(row, "icpc_cp_plan_id"),
              word("initial conference"),
              row.at("icpc_icpc_target_date"),
              row.at("icpc_icpc_date"),
              done(row, "icpc_icpc_date"));
      case CP_REVIEWS ->
          put(
              Report.Kind.CONFERENCES,
              id(row, "cppr_cp_review_id"),
              Cell.Words.BLANK,
              id(row, "cppr_cp_plan_id"),
              word("review conference"),
              row.at("cppr_cp_review_due"),
              row.at("cppr_cp_review_date"),
              done(row, "cppr_cp_review_date"));
      case CIN_PLANS ->
          put(
              Report.Kind.PLANS,
              id(row, "cin_plan_id"),
              Cell.Words.BLANK,
              word("child in need plan"),
              row.at("cinp_cin_plan_start_date"),
              row.at("cinp_cin_plan_end_date"),
              Cell.Words.BLANK,
              Cell.Words.BLANK,
              team(row, "cinp_cin_plan_team"),
              id(row, "cinp_cin_plan_worker_id"));
      case CP_PLANS ->
          put(
              Report.Kind.PLANS,
              id(row, "cppl_cp_plan_id"),
              id(row, "cppl_icpc_id"),
              word("child protection plan"),
              row.at("cppl_cp_plan_start_date"),
              row.at("cppl_cp_plan_end_date"),
              row.at("cppl_cp_plan_latest_category"),
              Cell.Words.BLANK,
              Cell.Words.BLANK,
              Cell.Words.BLANK);
      case CLA_CARE_PLAN ->
          put(
              Report.Kind.PLANS,
              id(row, "lacp_cla_care_plan_id"),
              Cell.Words.BLANK,
              word("care plan"),
              row.at("lacp_cla_care_plan_start_date"),
              row.at("lacp_cla_care_plan_end_date"),
              Cell.Words.BLANK,
              word(row.text("lacp_cla_care_plan_json").contains("LTFOST18") ? "Yes" : "No"),
              Cell.Words.BLANK,
              Cell.Words.BLANK);
      case CIN_VISITS -> visit(row, "cinv_cin_visit", "child in need visit");
      case CP_VISITS -> visit(row, "cppv_cp_visit", "child protection visit");
      case CLA_VISITS -> visit(row, "clav_cla_visit", "looked-after visit");
      case CLA_REVIEWS -> review(row);
      case CLA_HEALTH ->
          put(
              Report.Kind.HEALTH,
              id(row, "clah_health_check_id"),
              word(row.text("clah_health_check_type")),
              row.at("clah_health_check_date"),
              word(row.text("clah_health_check_status")));
      case CLA_EPISODES ->
          put(
              Report.Kind.EPISODES,
              id(row, "clae_cla_id"),
              row.at("clae_entered_care_date"),
              row.at("clae_cla_episode_start_date"),
              coded(row, "clae_cla_episode_start_reason"),
              id(row, "clae_cla_placement_id"),
              row.at("clae_cla_episode_ceased_date"),
              row.at("clae_cla_episode_ceased_reason"));
      case CLA_PLACEMENT ->
          put(
              Report.Kind.PLACEMENTS,
              id(row, "clap_cla_placement_id"),
              row.at("clap_cla_placement_start_date"),
              row.at("clap_cla_placement_end_date"),
              row.at("clap_cla_placement_type"),
              row.at("clap_cla_placement_provider"),
              row.at("clap_cla_placement_urn"),
              row.at("clap_cla_placement_postcode"));
      case LEGAL_STATUS ->
          put(
              Report.Kind.LEGAL_STATUSES,
              coded(row, "lega_legal_status"),
              row.at("lega_legal_status_start_date"),
              row.at("lega_legal_status_end_date"));
      case INVOLVEMENTS ->
          put(
              Report.Kind.ALLOCATIONS,
              id(row, "invo_professional_id"),
              word(row.text("invo_professional_role_id")),
              team(row, "invo_professional_team"),
              row.at("invo_involvement_start_date"),
              row.at("invo_involvement_end_date"));
      default -> {
        // Nothing that is judged, and no report is made of it.
      }
    }
  }

  /** One not born has the expected day for a date of birth, as Mosaic keeps it. */
  private static Cell born(Row person) {
    Cell born = person.at("pers_dob");
    return born.isBlank() ? person.at("pers_expected_dob") : born;
  }

  private void visit(Row row, String columns, String type) {
    Chance chance = chance(row, columns + "_id");
    Cell id = id(row, columns + "_id");
    Cell date = row.at(columns + "_date");
    Cell seen = said(row, columns + "_seen", "seen", "not seen");
    Cell alone = said(row, columns + "_seen_alone", "seen alone", "not seen alone");
    Cell completed = word("completed");
    boolean onTheScreen = chance.that(0.4);
    Cell kind = word(onTheScreen ? type + ", on the screen" : type);
    if (chance.that(0.04) && date instanceof Cell.Moment moment) {
      Cell before = new Cell.Moment(moment.at().minusDays(chance.between(1, 4)));
      put(
          Report.Kind.VISITS,
          other(id, "1"),
          kind,
          before,
          Cell.Words.BLANK,
          Cell.Words.BLANK,
          word("called off"));
    }
    put(Report.Kind.VISITS, id, kind, date, seen, alone, completed);
    if (chance.that(0.02)) {
      put(Report.Kind.VISITS, other(id, "2"), word("another visit"), date, seen, alone, completed);
    }
    if (chance.that(0.01)) {
      put(
          Report.Kind.VISITS,
          other(id, "3"),
          kind,
          date,
          Cell.Words.BLANK,
          Cell.Words.BLANK,
          word("not finished"));
    }
    if (authority.dirt() && chance.that(0.03)) {
      Cell again = word(onTheScreen ? type : type + ", on the screen");
      put(Report.Kind.VISITS, other(id, "4"), again, date, seen, alone, completed);
    }
    if (authority.dirt() && chance.that(0.02)) {
      put(Report.Kind.VISITS, id, kind, date, seen, alone, completed);
    }
    if (has(Report.Kind.CASE_NOTES) && chance.that(0.3)) {
      boolean unlisted = authority.dirt() && chance.that(0.02);
      String note = unlisted ? "Sibling time record" : chance.oneOf(OTHER_NOTES);
      put(Report.Kind.CASE_NOTES, other(id, "5"), word(note), date, date);
    }
  }

  /** In CRS a note, written when it was held, called off or planned. */
  private void review(Row row) {
    Cell held = row.at("clar_cla_review_date");
    boolean calledOff = row.text("clar_cla_review_cancelled").equals("Y");
    if (has(Report.Kind.CASE_NOTES)) {
      String type = calledOff ? "review cancelled" : held.isBlank() ? "review planned" : "review";
      Cell event = held.isBlank() ? row.at("clar_cla_review_due_date") : held;
      put(Report.Kind.CASE_NOTES, id(row, "clar_cla_review_id"), word(type), event, held);
    } else {
      put(
          Report.Kind.REVIEWS,
          id(row, "clar_cla_review_id"),
          word("review"),
          row.at("clar_cla_review_due_date"),
          held,
          row.at("clar_cla_review_participation"),
          calledOff ? word("called off") : done(row, "clar_cla_review_date"));
    }
  }

  private boolean has(Report.Kind kind) {
    return system.reports().stream().anyMatch(report -> report.kind() == kind);
  }

  private Chance chance(Row row, String id) {
    return Chance.of(authority.seed(), Chance.key("report"), Chance.key(row.text(id)));
  }

  private Cell word(String plain) {
    return new Cell.Words(system.word(plain));
  }

  private Cell id(Row row, String column) {
    return new Cell.Words(system.id(row.text(column)));
  }

  private static Cell other(Cell id, String ending) {
    return new Cell.Words(((Cell.Words) id).text() + ending);
  }

  private Cell team(Row row, String column) {
    String team = row.text(column);
    return new Cell.Words(teams.getOrDefault(team, team));
  }

  /** How far a step has come that has a date when it is done. */
  private Cell done(Row row, String column) {
    return word(row.at(column).isBlank() ? "not finished" : "completed");
  }

  private Cell said(Row row, String column, String yes, String no) {
    String said = row.text(column);
    return said.isEmpty() ? Cell.Words.BLANK : word(said.equals("Y") ? yes : no);
  }

  private Cell coded(Row row, String column) {
    String code = row.text(column);
    String title = TITLES.get(code);
    if (title == null) {
      return new Cell.Words(code);
    }
    boolean codeFirst = system == ReportSystem.MOSAIC;
    return new Cell.Words(codeFirst ? code + " - " + title : title + " (" + code + ")");
  }

  private void put(Report.Kind kind, Cell... cells) {
    ofChild.computeIfAbsent(kind, key -> new ArrayList<>()).add(List.of(cells));
  }

  private void finishChild() throws IOException {
    if (child != null) {
      for (Report report : system.reports()) {
        write(report, child, ofChild.getOrDefault(report.kind(), List.of()));
      }
    }
    ofChild.clear();
    child = null;
  }

  private void write(Report report, Row of, List<List<Cell>> rows) throws IOException {
    String id = system.id(of.text("pers_person_id"));
    Cell name = new Cell.Words(of.text("pers_forename") + " " + of.text("pers_surname"));
    boolean merged = report.kind().mergesChild() && rows.size() > 1 && tables.mergesDown();
    for (int number = 0; number < rows.size(); number++) {
      boolean covered = merged && number > 0;
      List<Cell> row =
          new ArrayList<>(
              covered
                  ? Collections.nCopies(Report.CHILD_COLUMNS, Cell.Words.BLANK)
                  : List.of(new Cell.Words(merged ? id : asTyped(id, report, number)), name));
      row.addAll(rows.get(number));
      tables.add(report, row);
    }
    if (merged) {
      for (int column = 0; column < Report.CHILD_COLUMNS; column++) {
        tables.mergeDown(report, column, rows.size());
      }
    }
    lengths.merge(report.kind(), rows.size(), Integer::sum);
  }

  /** The child's id, now and then as a spreadsheet disfigures it. */
  private String asTyped(String id, Report report, int number) {
    if (!authority.dirt() || report.kind() != Report.Kind.VISITS) {
      return id;
    }
    double drawn =
        Chance.of(authority.seed(), Chance.key("typed"), Chance.key(id), number).fraction();
    boolean round = system.numbers() && drawn > 0.999;
    return drawn < 0.01 ? "'" + id : round ? id.charAt(0) + ".0E+05" : id;
  }

  @Override
  public boolean mergesDown() {
    return false;
  }

  @Override
  public void mergeDown(Table table, int column, int rows) {
    throw new IllegalStateException("The dataset has no merged cells");
  }

  @Override
  public List<Path> finished() throws IOException {
    finishChild();
    for (Report report : system.reports()) {
      tables.add(report, Table.cells(List.of()));
      for (String line : system.footer(lengths.getOrDefault(report.kind(), 0))) {
        tables.add(report, Report.line(line));
      }
    }
    return tables.finished();
  }

  @Override
  public void close() throws IOException {
    tables.close();
  }
}
