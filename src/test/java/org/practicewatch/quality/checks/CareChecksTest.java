package org.practicewatch.quality.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicewatch.quality.checks.InventedRecord.asAt;
import static org.practicewatch.quality.checks.InventedRecord.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.quality.RecordCheck;

/** The checks of jobs/checks/care.yml and people.yml, each where it begins and where it ends. */
class CareChecksTest {

  private static void finds(RecordCheck check, InventedRecord record, String... parts) {
    List<String> problems = record.problems(check);
    assertThat(problems).hasSize(parts.length);
    for (int i = 0; i < parts.length; i++) {
      assertThat(problems.get(i)).contains(parts[i]);
    }
  }

  @Test
  void an_episode_ends_where_the_next_begins_and_no_later() {
    RecordCheck check = new OverlappingEpisodes();
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "X1")
            .episode("2026-03-01", null, "P", "C2", "U1", ""));
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-02", "S", "C2", "U6", "X1")
            .episode("2026-03-01", null, "P", "C2", "U1", ""),
        "rule 501");
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", null, "S", "C2", "U6", "")
            .episode("2026-03-01", null, "P", "C2", "U1", ""),
        "rule 142");
  }

  /** Yearly returns merge: what the newer one ends, the older one left open. */
  @Test
  void of_an_episode_given_again_the_newer_row_stands_alone() {
    finds(
        new OverlappingEpisodes(),
        asAt("2026-10-30")
            .in("2025.csv")
            .episode("2026-01-01", null, "S", "C2", "U6", "")
            .in("2026.csv")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "X1")
            .episode("2026-03-01", null, "P", "C2", "U1", ""));
  }

  @Test
  void care_that_goes_on_joins_and_care_that_begins_does_not() {
    RecordCheck check = new EpisodeGaps();
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "X1")
            .episode("2026-03-02", null, "P", "C2", "U1", ""),
        "rule 433");
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "E4")
            .episode("2026-03-01", null, "S", "C2", "U1", ""),
        "rule 431");
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "E4")
            .episode("2026-03-02", null, "S", "C2", "U1", ""));
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "E4A")
            .episode("2026-03-01", null, "P", "C2", "U1", ""),
        "(P) does not say that care began again (rule 432)");
  }

  @ParameterizedTest
  @CsvSource({
    "L, C2, U6, true", "L, C1, U6, false", "L, C1, U1, true",
    "P, C2, U1, false", "P, C1, U1, true", "P, C2, U6, true",
    "B, C1, U1, false", "B, C2, U1, true", "B, C1, U6, true"
  })
  void a_reason_says_what_changed(String reason, String status, String place, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "X1")
            .episode("2026-03-01", null, reason, status, place, "")
            .problems(new ReasonsThatDoNotFit());
    assertThat(problems).hasSize(wrong ? 1 : 0);
  }

  @Test
  void an_episode_has_an_end_and_a_reason_or_neither() {
    RecordCheck check = new ReasonsThatDoNotFit();
    finds(check, asAt("2026-10-30").episode("2026-01-01", null, "S", "C2", "U6", ""));
    finds(check, asAt("2026-10-30").episode("2026-01-01", "2026-02-01", "S", "C2", "U6", "E4"));
    finds(
        check,
        asAt("2026-10-30").episode("2026-01-01", null, "S", "C2", "U6", "X1"),
        "There is a reason why the episode ceased, and no date (rule 148).");
    finds(
        check,
        asAt("2026-10-30").episode("2026-01-01", "2026-02-01", "S", "C2", "U6", ""),
        "There is a date on which the episode ceased, and no reason (rule 148).");
  }

  /** A case system whose episodes say nothing of legal status contradicts nothing. */
  @Test
  void what_is_recorded_elsewhere_is_no_contradiction() {
    finds(
        new ReasonsThatDoNotFit(),
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "", "", "X1")
            .episode("2026-03-01", null, "L", "", "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "T1, 2026-02-12, false",
    "T1, 2026-02-13, true",
    "T3, 2026-01-22, false",
    "T3, 2026-01-23, true",
    "T4, 2026-01-08, false",
    "T4, 2026-01-09, true",
    "T0, 2026-09-01, false"
  })
  void a_temporary_placement_lasts_no_longer_than_its_sort(String sort, String to, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .episode("2026-01-01", to, "T", "C2", sort, "X1")
            .problems(new TemporaryPlacements());
    assertThat(problems).hasSize(wrong ? 1 : 0);
  }

  @Test
  void care_neither_begins_nor_ends_in_a_temporary_placement() {
    RecordCheck check = new TemporaryPlacements();
    finds(
        check,
        asAt("2026-10-30").episode("2026-01-01", "2026-01-03", "S", "C2", "T4", "X1"),
        "rule 380");
    finds(
        check,
        asAt("2026-10-30").episode("2026-01-01", "2026-01-03", "T", "C2", "T4", "E4"),
        "rule 381");
    finds(
        check,
        asAt("2026-10-30").episode("2026-01-01", "2026-01-09", "S", "V3", "T4", "E4"),
        "rule 380",
        "rule 381",
        "rule 382",
        "rule 379");
  }

  @ParameterizedTest
  @CsvSource({"P, U6, false", "P, U1, true", "T, U6, true", "L, T1, false"})
  void from_a_temporary_placement_a_child_goes_back(String reason, String place, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-03-01", "S", "C2", "U6", "X1")
            .episode("2026-03-01", "2026-03-05", "P", "C2", "T1", "X1")
            .episode("2026-03-05", "2026-03-06", reason, "C2", place, "X1")
            .problems(new TemporaryPlacements());
    assertThat(problems.stream().filter(problem -> problem.contains("rule 383")).toList())
        .hasSize(wrong ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-10, false", "2026-03-09, true"})
  void carers_are_on_holiday_twice_a_year(String third, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .episode("2025-03-10", "2025-03-15", "P", "C2", "T3", "X1")
            .episode("2025-08-10", "2025-08-15", "P", "C2", "T3", "X1")
            .episode(third, "2026-03-15", "P", "C2", "T3", "X1")
            .problems(new TemporaryPlacements());
    assertThat(problems.stream().filter(problem -> problem.contains("rule 377")).toList())
        .hasSize(wrong ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "L1, 2026-01-04, false",
    "L1, 2026-01-05, true",
    "L2, 2026-01-16, false",
    "L2, 2026-01-17, true",
    "V3, 2026-01-18, false",
    "V3, 2026-01-19, true",
    "C2, 2026-09-01, false"
  })
  void a_status_of_days_lasts_for_days(String status, String to, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .episode("2026-01-01", to, "S", status, "U6", "X1")
            .problems(new ShortLimits());
    assertThat(problems).hasSize(wrong ? 1 : 0);
  }

  /** Two days and two days are four, of which police protection has three. */
  @Test
  void a_move_does_not_begin_the_days_anew() {
    RecordCheck check = new ShortLimits();
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-01-03", "S", "L1", "U6", "X1")
            .episode("2026-01-03", "2026-01-05", "P", "L1", "U1", "E4"),
        "from 2026-01-01 to 2026-01-05 (rule 361)");
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-01-03", "S", "L1", "U6", "E4")
            .episode("2026-01-04", "2026-01-06", "S", "L1", "U1", "E4"));
  }

  @ParameterizedTest
  @CsvSource({"2026-05-08, false", "2026-05-09, true"})
  void short_breaks_are_seventy_five_days_in_a_year(String to, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .episode("2025-10-25", "2025-11-04", "S", "V3", "U6", "E4")
            .episode("2026-01-01", "2026-01-18", "S", "V3", "U6", "E4")
            .episode("2026-02-01", "2026-02-18", "S", "V3", "U6", "E4")
            .episode("2026-03-01", "2026-03-18", "S", "V3", "U6", "E4")
            .episode("2026-04-01", "2026-04-13", "S", "V3", "U6", "E4")
            .episode("2026-05-01", to, "S", "V3", "U6", "E4")
            .problems(new ShortLimits());
    assertThat(problems).hasSize(wrong ? 1 : 0);
  }

  @Test
  void a_child_under_ten_has_no_criminal_status() {
    RecordCheck check = new StatusAgainstPlacement();
    finds(
        check,
        asAt("2026-10-30").born("2016-01-02").episode("2026-01-01", null, "S", "J1", "U6", ""),
        "A child of 9 has a criminal legal status (rule 358).");
    finds(
        check,
        asAt("2026-10-30").born("2016-01-01").episode("2026-01-01", null, "S", "J1", "U6", ""));
    finds(
        check,
        asAt("2026-10-30").born("2016-01-02").episode("2026-01-01", null, "S", "C2", "R5", ""),
        "rule 372");
    finds(
        check,
        asAt("2026-10-30").born("2012-01-02").episode("2026-01-01", null, "S", "V2", "P1", ""),
        "rule 378");
  }

  @ParameterizedTest
  @CsvSource({
    "PN0, 2026-02-27, false", "PN0, 2026-03-01, false", "PN0, 2026-03-02, true",
    "PN3, 2026-02-28, true", "PN3, 2026-03-01, false", "PN7, 2029-01-01, false",
    "PN7, 2025-01-01, true", "'', 2026-05-01, false"
  })
  void from_the_fourth_birthday_on_a_child_takes_part(String code, String held, boolean wrong) {
    List<String> problems =
        asAt("2026-10-30")
            .born("2022-03-01")
            .noted("looked-after review", "participation", code, "held", held)
            .problems(new ReviewsAndAge());
    assertThat(problems).hasSize(wrong ? 1 : 0);
  }

  /** Born on 29 February, four years old on the next 29 February. */
  @Test
  void a_birthday_in_a_leap_year_is_reached_on_its_day() {
    finds(
        new ReviewsAndAge(),
        asAt("2028-10-30")
            .born("2024-02-29")
            .noted("looked-after review", "participation", "PN0", "held", "2028-02-29")
            .noted("looked-after review", "participation", "PN1", "held", "2028-02-28"),
        "rule 441");
  }

  @Test
  void the_health_part_says_one_thing_of_the_questionnaire() {
    RecordCheck check = new ReturnOnHealth();
    String[] both = {"sdq score", "12", "sdq reason", "SDQ2"};
    String[] neither = {"sdq score", "", "sdq reason", "", "immunisations", "1"};
    finds(check, inCareSince("2025-04-01", "2015-01-01", both), "rule 197a");
    finds(check, inCareSince("2025-04-01", "2015-01-01", neither), "rule 186");
    // In care for less than the whole year: nobody asks.
    finds(check, inCareSince("2025-04-02", "2015-01-01", "sdq score", "", "sdq reason", ""));
  }

  /** Asked are those who are four on 1 April and not yet seventeen on the next 31 March. */
  @ParameterizedTest
  @CsvSource({
    "2009-03-31, '', '', 197B", "2009-04-01, '', '', 186", "2021-04-01, '', '', 186",
    "2021-04-02, '', '', 197B", "2022-03-31, '', '', 197B", "2022-04-01, '', '', ''",
    "2022-04-01, 12, '', 188", "2022-03-31, 12, '', ''", "2008-04-01, '', SDQ4, 189",
    "2008-04-02, '', SDQ4, ''", "2015-01-01, '', SDQ1, 157", "2022-01-01, '', SDQ1, ''"
  })
  void the_questionnaire_is_asked_at_some_ages(
      String born, String score, String reason, String rule) {
    List<String> problems =
        inCareSince("2025-04-01", born, "sdq score", score, "sdq reason", reason)
            .problems(new ReturnOnHealth());
    assertThat(problems).hasSize(rule.isEmpty() ? 0 : 1);
    assertThat(String.join("", problems)).contains(rule);
  }

  @Test
  void health_is_told_of_who_was_in_care_all_year_and_of_nobody_else() {
    RecordCheck check = new ReturnOnHealth();
    String[] teeth = {"sdq score", "12", "sdq reason", "", "immunisations", "", "teeth", "1"};
    finds(
        check,
        inCareSince("2025-04-01", "2015-01-01", teeth),
        "nothing is said of immunisations (rule 191)");
    finds(check, inCareSince("2025-04-02", "2015-01-01", teeth), "rule 185", "rule 190");
    // Of a child on short breaks the return does not ask.
    finds(
        check,
        asAt("2026-04-30")
            .born("2015-01-01")
            .episode("2020-01-01", "2025-06-01", "S", "V3", "U6", "X1")
            .episode("2025-06-01", null, "L", "C2", "U6", "")
            .noted("health return", "sdq score", "", "sdq reason", "", "teeth", ""));
    // It may be the return of the year before, of which this one is not here yet.
    finds(
        check,
        asAt("2026-04-30")
            .born("2015-01-01")
            .episode("2024-04-01", "2025-06-01", "S", "C2", "U6", "E4")
            .noted("health return", teeth));
  }

  private static InventedRecord inCareSince(String day, String born, String... details) {
    return asAt("2026-04-30")
        .born(born)
        .episode(day, null, "S", "C2", "U6", "")
        .noted("health return", details);
  }

  @Test
  void nobody_goes_missing_before_having_come_back() {
    RecordCheck check = new MissingEpisodes();
    finds(
        check,
        asAt("2026-10-30")
            .span("missing", "2026-05-01", "2026-05-03")
            .span("missing", "2026-05-03", "2026-05-04"));
    finds(
        check,
        asAt("2026-10-30")
            .span("missing", "2026-05-01", "2026-05-04")
            .span("missing", "2026-05-03", "2026-05-05"),
        "before having returned");
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", "2026-06-01", "S", "C2", "U6", "E4")
            .span("missing", "2026-05-01", null),
        "care has ended since");
  }

  @Test
  void adoption_is_decided_matched_and_placed_in_that_order() {
    RecordCheck check = new AdoptionSteps();
    finds(
        check,
        asAt("2026-10-30")
            .done("adoption decision", "2026-01-01")
            .done("matched with adopters", "2026-02-01")
            .span("placed for adoption", "2026-02-01", null));
    finds(check, asAt("2026-10-30").span("placed for adoption", "2026-02-01", null), "rule 551");
    finds(
        check,
        asAt("2026-10-30")
            .done("adoption decision", "2026-01-01")
            .done("matched with adopters", "2026-02-02")
            .span("placed for adoption", "2026-02-01", null),
        "rule 331");
    finds(
        check,
        asAt("2026-10-30")
            .done("adoption decision", "2026-02-02")
            .span("placed for adoption", "2026-02-01", null),
        "rule 521");
  }

  @ParameterizedTest
  @CsvSource({"2027-07-30, 0", "2027-07-31, 1", "2001-10-29, 0", "2000-10-30, 1", "2010-01-01, 0"})
  void a_date_of_birth_is_that_of_a_child(String born, int problems) {
    assertThat(asAt("2026-10-30").born(born).problems(new DatesOfBirth())).hasSize(problems);
  }

  @Test
  void a_date_of_birth_of_1900_stands_for_none() {
    assertThat(asAt("2026-10-30").born("1900-01-02").problems(new DefaultDates())).hasSize(1);
    assertThat(asAt("2026-10-30").born("2010-01-02").problems(new DefaultDates())).isEmpty();
  }

  @Test
  void somebody_of_whom_something_is_recorded_is_in_a_list_of_persons() {
    RecordCheck check = new WithoutPersonRow();
    finds(
        check,
        asAt("2026-10-30").done("looked-after review", "2026-05-01"),
        "in no list of persons");
    finds(check, asAt("2026-10-30").born("2015-01-01").done("looked-after review", "2026-05-01"));
  }

  @Test
  void an_open_case_is_held_by_somebody_after_two_days() {
    RecordCheck check = new Unallocated();
    finds(check, asAt("2026-10-30").span("referral", "2026-10-28", null));
    finds(
        check,
        asAt("2026-10-30").span("referral", "2026-10-27", null),
        "no team or worker holds the child");
    finds(
        check,
        asAt("2026-10-30").span("referral", "2026-10-27", null).held("W1", "2026-10-29", null));
  }

  @Test
  void between_two_workers_there_are_at_most_three_days() {
    RecordCheck check = new AllocationGaps();
    InventedRecord near =
        asAt("2026-10-30")
            .episode("2026-01-01", null, "S", "C2", "U6", "")
            .held("W1", "2026-01-01", "2026-05-01")
            .held("W2", "2026-05-04", null);
    finds(check, near);
    finds(
        check,
        asAt("2026-10-30")
            .episode("2026-01-01", null, "S", "C2", "U6", "")
            .held("W1", "2026-01-01", "2026-05-01")
            .held("W2", "2026-05-05", null),
        "from 2026-05-02 until 2026-05-05");
  }

  @Test
  void one_who_handed_over_holds_no_more() {
    RecordCheck check = new AllocationOverlaps();
    finds(check, asAt("2026-10-30").held("W1", "2026-01-01", null).held("W2", "2026-10-16", null));
    finds(
        check,
        asAt("2026-10-30").held("W1", "2026-01-01", null).held("W2", "2026-10-15", null),
        "another took over on 2026-10-15");
    finds(check, asAt("2026-10-30").held("W1", "2026-01-01", null).held("W1", "2026-10-15", null));
  }

  @Test
  void three_workers_in_a_year_are_many() {
    RecordCheck check = new ManyWorkers();
    InventedRecord two =
        asAt("2026-10-30")
            .span("referral", "2025-01-01", null)
            .held("W1", "2025-01-01", "2025-10-30")
            .held("W2", "2025-10-30", "2026-03-01")
            .held("W3", "2026-03-01", null);
    finds(check, two);
    finds(
        check,
        asAt("2026-10-30")
            .span("referral", "2025-01-01", null)
            .held("W1", "2025-01-01", "2025-10-31")
            .held("W2", "2025-10-31", "2026-03-01")
            .held("W3", "2026-03-01", null),
        "3 workers in the last year");
  }

  @Test
  void nothing_is_done_after_a_death() {
    finds(
        new AfterDeath(),
        asAt("2026-10-30")
            .span("death", "2026-05-01", null)
            .done("looked-after visit", "2026-05-01")
            .done("looked-after visit", "2026-05-02"),
        "after the day of death");
  }

  @Test
  void one_pupil_number_is_one_child() {
    InventedRecord one =
        new InventedRecord("1", "2026-10-30").noted("person", "upn", "A123456789012");
    InventedRecord same =
        new InventedRecord("2", "2026-10-30").noted("person", "upn", "A123456789012");
    InventedRecord other =
        new InventedRecord("3", "2026-10-30").noted("person", "upn", "B123456789012");
    InventedRecord none = new InventedRecord("4", "2026-10-30").noted("person", "upn", "UN1");
    InventedRecord noneEither = new InventedRecord("5", "2026-10-30").noted("person", "upn", "UN1");
    assertThat(found(new OneChildTwoIds(), one, same, other, none, noneEither))
        .extracting(text -> text.substring(0, 2))
        .containsExactly("1:", "2:");
  }

  @Test
  void more_than_a_tenth_without_ethnicity_is_too_many() {
    InventedRecord[] ten = new InventedRecord[10];
    for (int i = 0; i < 10; i++) {
      ten[i] =
          new InventedRecord("" + i, "2026-10-30")
              .noted("person", "ethnicity", i == 0 ? "" : "WBRI");
    }
    assertThat(found(new UnknownEthnicity(), ten)).isEmpty();
    ten[1] = new InventedRecord("1", "2026-10-30").noted("person", "ethnicity", "NOBT");
    assertThat(found(new UnknownEthnicity(), ten))
        .containsExactly(": Of 10 children 2 have no ethnicity recorded.");
  }

  @Test
  void two_files_give_one_total() {
    InventedRecord one =
        new InventedRecord("1", "2026-10-30").noted("control total", "children looked after", "7");
    InventedRecord two =
        new InventedRecord("2", "2026-10-30").noted("control total", "children looked after", "8");
    assertThat(found(new TotalsThatDiffer(), one, one)).isEmpty();
    assertThat(found(new TotalsThatDiffer(), one, two)).hasSize(1);
  }

  private static InventedRecord inCare() {
    return asAt("2026-10-30").episode("2026-01-05", null, "S", "", "", "");
  }

  /** Fifteen days are law, and the return lets twenty-one pass. */
  @Test
  void an_emergency_protection_order_lasts_fifteen_days_whatever_layout_tells_of_it() {
    RecordCheck check = new ShortLimits();
    finds(check, inCare().coded("legal status", "L2", "2026-03-02", "2026-03-17"));
    finds(
        check,
        inCare().coded("legal status", "L2", "2026-03-02", "2026-03-18"),
        "not last more than 15 days");
    finds(
        check,
        asAt("2026-10-30").episode("2026-03-02", "2026-03-18", "S", "L2", "U6", "E4A"),
        "The return lets it pass up to 21 days");
    finds(
        check,
        asAt("2026-10-30").episode("2026-03-02", "2026-03-24", "S", "L2", "U6", "E4A"),
        "rule 362");
  }

  @Test
  void a_status_that_cannot_be_in_that_placement_is_told_out_of_a_case_system_too() {
    finds(
        new StatusAgainstPlacement(),
        inCare()
            .coded("legal status", "V2", "2026-01-05", null)
            .coded("placement record", "P1", "2026-02-02", null),
        "rule 378");
  }

  @Test
  void a_temporary_placement_out_of_a_case_system_is_looked_at_too() {
    finds(
        new TemporaryPlacements(),
        inCare()
            .coded("placement record", "T4", "2026-01-05", "2026-01-12")
            .coded("placement record", "U6", "2026-01-12", null),
        "Care began in a temporary placement");
  }

  @Test
  void a_care_plan_and_a_placement_say_the_same_of_how_long_it_lasts() {
    RecordCheck check = new PlanAgainstPlacement();
    InventedRecord planned = inCare().coded("care plan", "LTFOST18", "2026-02-02", null);
    finds(
        check,
        planned.coded("placement record", "U6", "2026-01-05", null),
        "not recorded as intended to last to 18");
    finds(check, planned.span("intended to last to 18", "2026-02-02", null));
    finds(
        check,
        inCare()
            .coded("care plan", "ADOPTION", "2026-02-02", null)
            .coded("placement record", "U4", "2026-01-05", null),
        "the care plan is another");
  }

  @Test
  void after_a_death_that_only_the_return_tells_of_nothing_is_done() {
    finds(
        new AfterDeath(),
        asAt("2026-10-30")
            .episode("2026-01-05", "2026-06-01", "S", "C2", "U6", "E2")
            .done("looked-after visit", "2026-06-02"),
        "after the day of death");
  }
}
