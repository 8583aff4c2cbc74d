package org.practicewatch.sample.spreadsheet;

import static org.practicewatch.sample.spreadsheet.MosaicTable.*;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.practicewatch.sample.FictionalAuthority;
import org.practicewatch.sample.FictionalChild;
import org.practicewatch.sample.FictionalChild.Contact;
import org.practicewatch.sample.FictionalChild.EarlyHelp;
import org.practicewatch.sample.FictionalChild.Involvement;
import org.practicewatch.sample.FictionalChild.Person;
import org.practicewatch.sample.FictionalChild.Referral;
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
  private final MosaicExtract extract;
  private final SafeguardingRows safeguarding;
  private final CareRows care;
  private final Map<String, Integer> caseloads = new TreeMap<>();

  MosaicRows(FictionalAuthority authority, Tables tables) {
    this.authority = authority;
    this.extract = new MosaicExtract(authority, tables);
    this.safeguarding = new SafeguardingRows(extract);
    this.care = new CareRows(extract);
  }

  void add(FictionalChild child) throws IOException {
    Person person = child.person();
    if (!extract.happened(person.known())) {
      return;
    }
    String id = extract.begin(person);
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
    for (Professional worker : extract.workers()) {
      professional(worker);
    }
    for (FictionalTeam team : authority.teams()) {
      Line line =
          extract
              .line(DEPARTMENT)
              .put("dept_team_id", team.code())
              .put("dept_team_name", team.name())
              .put("dept_team_parent_id", team.serviceCode())
              .put("dept_team_parent_name", team.service());
      extract.write(line, team.code());
    }
    extract.writeBelow();
  }

  private void person(Person person, String id) throws IOException {
    boolean isBorn = extract.happened(person.born());
    Line line =
        extract
            .line(PERSON)
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
    extract.write(line, id);
    int number = 0;
    for (String code : person.disabilities()) {
      number++;
      Line disability =
          extract
              .line(DISABILITY)
              .put("disa_person_id", id)
              .put("disa_table_id", person.id() + number)
              .put("disa_disability_code", code);
      extract.write(disability, person.id() + number);
    }
  }

  private void contact(Contact contact, String id) throws IOException {
    if (extract.happened(contact.on())) {
      Line line =
          extract
              .line(CONTACTS)
              .put("cont_contact_id", contact.id())
              .put("cont_person_id", id)
              .on("cont_contact_date", contact.on())
              .put("cont_contact_source_desc", source(contact.source()))
              .put("cont_contact_outcome_json", MosaicExtract.json(contact.outcome()));
      extract.write(line, contact.id());
    }
  }

  private void earlyHelp(EarlyHelp help, String id) throws IOException {
    if (extract.happened(help.from())) {
      Line line =
          extract
              .line(EARLY_HELP_EPISODES)
              .put("earl_episode_id", help.id())
              .put("earl_person_id", id)
              .on("earl_episode_start_date", help.from())
              .on("earl_episode_end_date", help.to())
              .put("earl_episode_reason", help.reason())
              .since(help.to(), "earl_episode_end_reason", help.endReason())
              .put("earl_episode_organisation", help.organisation());
      extract.write(line, help.id());
    }
  }

  private void referral(Referral referral, String id) throws IOException {
    if (!extract.happened(referral.on())) {
      return;
    }
    Line line =
        extract
            .line(CIN_EPISODES)
            .put("cine_referral_id", referral.id())
            .put("cine_person_id", id)
            .on("cine_referral_date", referral.on())
            .put("cine_cin_primary_need_code", referral.need())
            .put("cine_referral_source_code", referral.source())
            .put("cine_referral_source_desc", source(referral.source()))
            .put(
                "cine_referral_outcome_json",
                MosaicExtract.json(referral.noFurtherAction() ? "NFA" : "SINGLE_ASSESSMENT"))
            .put("cine_referral_nfa", referral.noFurtherAction() ? "Y" : "N")
            .since(referral.closed(), "cine_close_reason", referral.closedBecause())
            .on("cine_close_date", referral.closed());
    extract.held(line, referral, referral.on(), "cine_referral_team", "cine_referral_worker_id");
    extract.write(line, referral.id());
    safeguarding.add(referral, id);
    care.add(referral, id);
    for (Involvement involvement : referral.involvements()) {
      involvement(involvement, referral);
    }
  }

  private void involvement(Involvement involvement, Referral referral) throws IOException {
    if (!extract.happened(involvement.from())) {
      return;
    }
    Professional worker = involvement.professional();
    FictionalTeam team = worker.team();
    Line line =
        extract
            .line(INVOLVEMENTS)
            .put("invo_involvements_id", involvement.id())
            .put("invo_professional_id", extract.met(worker))
            .put("invo_professional_role_id", involvement.role())
            .put("invo_professional_team", involvement.teamByName() ? team.name() : team.code())
            .put("invo_referral_id", referral.id())
            .on("invo_involvement_start_date", involvement.from())
            .on("invo_involvement_end_date", involvement.to())
            .since(involvement.to(), "invo_worker_change_reason", involvement.changeReason());
    if (!extract.happened(involvement.to())) {
      caseloads.merge(worker.id(), 1, Integer::sum);
    }
    extract.write(line, involvement.id());
  }

  private void professional(Professional worker) throws IOException {
    String caseload = Integer.toString(caseloads.getOrDefault(worker.id(), 0));
    Line line =
        extract
            .line(PROFESSIONALS)
            .put("prof_professional_id", worker.id())
            .put("prof_staff_id", "FS" + worker.id())
            .put("prof_social_worker_registration_no", "SW" + worker.id())
            .put("prof_agency_worker_flag", worker.agency() ? "Y" : "N")
            .put("prof_professional_job_title", worker.title())
            .put("prof_professional_caseload", caseload)
            .put("prof_professional_department", worker.team().name())
            .put("prof_full_time_equivalency", "1.00");
    extract.write(line, worker.id());
  }

  private static String source(String code) {
    return SOURCES.getOrDefault(code, "Unknown");
  }
}
