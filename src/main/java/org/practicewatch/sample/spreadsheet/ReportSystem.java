package org.practicewatch.sample.spreadsheet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A case system out of which reports are made: how its reports are headed and titled, and what it
 * calls things. How Mosaic's own words are spelt is known; all of CRS is invented, because nothing
 * about it is published.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists and maps are unmodifiable
enum ReportSystem {
  MOSAIC(
      "mosaic",
      "",
      "Report run on %s 06:12",
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK),
      List.of("Total rows: %d", "Applied filters: Team is (All)"),
      Map.ofEntries(
          Map.entry("completed", "COMPLETED"),
          Map.entry("not finished", "INCOMPLETE"),
          Map.entry("called off", "CANCELLED"),
          Map.entry("Planned", "INCOMPLETE"),
          Map.entry("Cancelled", "CANCELLED"),
          Map.entry("Completed", "COMPLETED"),
          Map.entry("looked-after visit", "Step Looked after visit (CSSW)"),
          Map.entry("looked-after visit, on the screen", "Visit Child looked after"),
          Map.entry("child protection visit", "Step Child protection visit (CSSW)"),
          Map.entry("child protection visit, on the screen", "Visit Child protection"),
          Map.entry("child in need visit", "Step Child in need visit (CSSW)"),
          Map.entry("child in need visit, on the screen", "Visit Children in need"),
          Map.entry("another visit", "Visit Private fostering"),
          Map.entry("review", "Child looked after review"),
          Map.entry("initial conference", "Initial Child Protection Conference"),
          Map.entry("review conference", "Review Child Protection Conference"),
          Map.entry("conference", "Convene initial child protection conference"),
          Map.entry("no conference", "No further action"),
          Map.entry("child in need plan", "Child in Need Plan"),
          Map.entry("child protection plan", "Child Protection Plan"),
          Map.entry("care plan", "Care Plan"),
          Map.entry("seen", "Yes"),
          Map.entry("not seen", "No"),
          Map.entry("seen alone", "Yes"),
          Map.entry("not seen alone", "No")),
      List.of(
          Report.Kind.CHILDREN.of("Children", "Children known", "DOB", "Gender", "Date of Death"),
          Report.Kind.REFERRALS.of(
              "Referrals",
              "Referrals received",
              "Referral ID",
              "Referral Date",
              "Primary Need",
              "Referral Closed",
              "Team",
              "Worker ID"),
          Report.Kind.ASSESSMENTS.of(
              "Assessments",
              "Child and family assessments",
              "Assessment ID",
              "Assessment Start",
              "Authorised",
              "Step Status",
              "Team",
              "Worker ID"),
          Report.Kind.ENQUIRIES.of(
              "Section 47",
              "Section 47 enquiries",
              "S47 ID",
              "Strategy Discussion Date",
              "S47 End",
              "S47 Outcome",
              "Team",
              "Worker ID"),
          Report.Kind.CONFERENCES.of(
              "Conferences",
              "Child protection conferences, initial and review",
              "Conference ID",
              "S47 ID",
              "Plan ID",
              "Conference Type",
              "Conference Due",
              "Conference Date",
              "Step Status"),
          Report.Kind.PLANS.of(
              "Plans",
              "Child in need, child protection and care plans",
              "Plan ID",
              "Conference ID",
              "Plan Type",
              "Plan Start",
              "Plan End",
              "Category of Abuse",
              "Long Term Match",
              "Team",
              "Worker ID"),
          Report.Kind.VISITS.of(
              "Visits",
              "Visits to children: steps, and the visits screen",
              "Visit ID",
              "Visit Type",
              "Visit Date",
              "Child Seen",
              "Seen Alone",
              "Step Status"),
          Report.Kind.REVIEWS.of(
              "Reviews",
              "Reviews of children looked after",
              "Review ID",
              "Review Type",
              "Review Due",
              "Date of Meeting",
              "Participation",
              "Step Status"),
          Report.Kind.HEALTH.of(
              "Health",
              "Health assessments, dental and health checks",
              "Health Check ID",
              "Health Check Type",
              "Health Check Date",
              "Status"),
          Report.Kind.EPISODES.of(
              "Care episodes",
              "Periods of care, episode by episode",
              "Period of Care ID",
              "LAC Start Date",
              "Episode Start",
              "Reason for New Episode",
              "Placement ID",
              "Episode End",
              "Reason Ceased"),
          Report.Kind.PLACEMENTS.of(
              "Placements",
              "Placements",
              "Placement ID",
              "Placement Start",
              "Placement End",
              "Placement Type",
              "Placement Provider",
              "URN",
              "Placement Postcode"),
          Report.Kind.LEGAL_STATUSES.of(
              "Legal statuses",
              "Legal statuses",
              "Legal Status",
              "Legal Status Start",
              "Legal Status End"),
          Report.Kind.ALLOCATIONS.of(
              "Allocations",
              "Workers and teams",
              "Worker ID",
              "Worker Role",
              "Team",
              "Allocated From",
              "Allocated To")),
      "Person ID",
      "Name"),
  CRS(
      "crs",
      "CR",
      "Run date: %s 06:12",
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK),
      List.of("Number of records: %d", "End of report"),
      Map.ofEntries(
          Map.entry("completed", "Complete"),
          Map.entry("not finished", "Open"),
          Map.entry("called off", "Abandoned"),
          Map.entry("Planned", "Booked"),
          Map.entry("Cancelled", "Did not attend"),
          Map.entry("Refused", "Declined"),
          Map.entry("Completed", "Attended"),
          Map.entry("looked-after visit", "LAC Statutory Visit"),
          Map.entry("looked-after visit, on the screen", "LAC Visit"),
          Map.entry("child protection visit", "CP Statutory Visit"),
          Map.entry("child protection visit, on the screen", "CP Visit"),
          Map.entry("child in need visit", "CIN Visit"),
          Map.entry("child in need visit, on the screen", "CIN Visit"),
          Map.entry("another visit", "Duty Visit"),
          Map.entry("review", "LAC Review"),
          Map.entry("review planned", "LAC Review - planned"),
          Map.entry("review cancelled", "LAC Review - cancelled"),
          Map.entry("initial conference", "ICPC"),
          Map.entry("review conference", "RCPC"),
          Map.entry("conference", "Proceed to ICPC"),
          Map.entry("no conference", "NFA"),
          Map.entry("child in need plan", "CIN Plan"),
          Map.entry("child protection plan", "CP Plan"),
          Map.entry("care plan", "LAC Care Plan"),
          Map.entry("seen", "Seen"),
          Map.entry("not seen", "Not seen"),
          Map.entry("seen alone", "Seen alone"),
          Map.entry("not seen alone", "Not seen alone"),
          Map.entry("Health Assessment", "Statutory Health Assessment"),
          Map.entry("Dental Check", "Dentist"),
          Map.entry("Health Check", "Health Surveillance Check"),
          Map.entry("Allocated Worker", "Case Holder")),
      List.of(
          Report.Kind.CHILDREN.of("Clients", "CRS - Client List", "D.O.B.", "Sex", "Date Deceased"),
          Report.Kind.REFERRALS.of(
              "Referrals",
              "CRS - Referral Log",
              "Referral No",
              "Referral Received",
              "Need Code",
              "Case Closed On",
              "Team Name",
              "Caseworker"),
          Report.Kind.ASSESSMENTS.of(
              "Assessments",
              "CRS - Assessment Timeliness",
              "Assessment No",
              "Assessment Opened",
              "Assessment Signed Off",
              "Stage",
              "Team Name",
              "Caseworker"),
          Report.Kind.ENQUIRIES.of(
              "Enquiries",
              "CRS - Section 47 Enquiries",
              "Enquiry No",
              "Strategy Held",
              "Enquiry Closed",
              "Enquiry Result",
              "Team Name",
              "Caseworker"),
          Report.Kind.CONFERENCES.of(
              "Conferences",
              "CRS - Conferences",
              "Conference No",
              "Enquiry No",
              "Plan No",
              "Conference Kind",
              "Conference Target",
              "Conference Held On",
              "Stage"),
          Report.Kind.PLANS.of(
              "Plans",
              "CRS - Plans Register",
              "Plan No",
              "Conference No",
              "Plan Kind",
              "Plan From",
              "Plan To",
              "Abuse Category",
              "Matched To Eighteen",
              "Team Name",
              "Caseworker"),
          Report.Kind.VISITS.of(
              "Visits",
              "CRS - Visits",
              "Visit No",
              "Visit Kind",
              "Visited On",
              "Child Seen",
              "Seen Alone",
              "Stage"),
          Report.Kind.CASE_NOTES.of(
              "Case Notes",
              "CRS - Case Notes by Type",
              "Note No",
              "Note Type",
              "Event Date",
              "Entered On"),
          Report.Kind.HEALTH.of(
              "Health",
              "CRS - Health Events",
              "Health No",
              "Health Event",
              "Health Event Date",
              "Stage"),
          Report.Kind.EPISODES.of(
              "Care History",
              "CRS - Care History",
              "Care No",
              "Entered Care",
              "Episode From",
              "Episode Opened Because",
              "Placement No",
              "Episode To",
              "Episode Closed Because"),
          Report.Kind.PLACEMENTS.of(
              "Placements",
              "CRS - Placements",
              "Placement No",
              "Placed From",
              "Placed To",
              "Placement Kind",
              "Provision",
              "Ofsted URN",
              "Placed At"),
          Report.Kind.LEGAL_STATUSES.of(
              "Legal", "CRS - Legal Basis", "Legal Basis", "Legal From", "Legal To"),
          Report.Kind.ALLOCATIONS.of(
              "Allocations",
              "CRS - Caseload",
              "Caseworker",
              "Caseworker Role",
              "Team Name",
              "Allocated On",
              "Allocation Ended")),
      "CRS ID",
      "Client Name");

  private final String system;
  private final String idsBegin;
  private final String runLine;
  private final DateTimeFormatter runDate;
  private final List<String> footer;
  private final Map<String, String> words;
  private final List<Report> reports;

  ReportSystem(
      String system,
      String idsBegin,
      String runLine,
      DateTimeFormatter runDate,
      List<String> footer,
      Map<String, String> words,
      List<Report> reports,
      String... child) {
    this.system = system;
    this.idsBegin = idsBegin;
    this.runLine = runLine;
    this.runDate = runDate;
    this.footer = footer;
    this.words = words;
    this.reports = reports.stream().map(report -> report.of(this, List.of(child))).toList();
  }

  List<Report> reports() {
    return reports;
  }

  /** What the names of its files begin with. */
  String system() {
    return system;
  }

  /** The name of its one workbook, without the ending; the date stands in the sheets. */
  String workbook() {
    return system + "_reports";
  }

  /** What it calls something; its own words where it has no others. */
  String word(String plain) {
    return words.getOrDefault(plain, plain);
  }

  /** An id of this system's: no child, worker or plan has the same in another. */
  String id(String id) {
    return id.isEmpty() ? "" : idsBegin + id;
  }

  /** Whether its ids are whole numbers. */
  boolean numbers() {
    return idsBegin.isEmpty();
  }

  String runLine(LocalDate asAt) {
    return runLine.formatted(runDate.format(asAt));
  }

  /** The lines below the last row. */
  List<String> footer(int rows) {
    List<String> lines = new ArrayList<>();
    footer.forEach(line -> lines.add(line.formatted(rows)));
    return lines;
  }
}
