package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.fixtures.Folder;

/**
 * Every kind of mistake that a person can make in {@code jobs/}: told with its file, entry and key,
 * all at once, in words that know nothing of Java.
 */
class SettingsMistakesTest {

  private static final String LOOKED_AFTER = "standards/looked-after.yml";
  private static final String IN_NEED = "standards/child-in-need.yml";
  private static final String MOSAIC = "profiles/mosaic.yml";
  private static final String TEAMS = "organisation/teams.yml";
  private static final String HOLIDAYS = "calendar/bank-holidays.yml";

  @TempDir Path folder;

  /** One wrong edit, and what must be said of it. */
  private record Edit(String shows, String file, String from, String to, String... told) {}

  private static final List<Edit> EDITS =
      List.of(
          edit(
              "a misspelt key",
              LOOKED_AFTER,
              "  title: Looked-after review\n",
              "  titel: Looked-after review\n",
              "LAC-REVIEW > titel: there is no key 'titel' here. Did you mean 'title'?",
              "LAC-REVIEW: the key 'title' is missing."),
          edit(
              "a kind of timescale that does not exist",
              IN_NEED,
              "    within: 45 working days",
              "    witin: 45 working days",
              "ASSESSMENT > timescale: there is no kind 'witin'. Did you mean 'within'?"
                  + " Known: before, by age, by circumstances, by the due date of,"),
          edit(
              "an activity that is not in the vocabulary",
              IN_NEED,
              "  met by: child in need visit",
              "  met by: child in ned visit",
              "CIN-VISIT > met by: 'child in ned visit' is no name in jobs/vocabulary.yml."
                  + " Did you mean 'child in need visit'?"),
          edit(
              "a span that is not in the vocabulary",
              IN_NEED,
              "  during: child in need plan",
              "  during: plan",
              "CIN-VISIT > during: 'plan' is no name in jobs/vocabulary.yml."),
          edit(
              "two standards with one id in force together",
              IN_NEED,
              "- id: ASSESSMENT",
              "- id: CIN-VISIT",
              "CIN-VISIT: two standards have this id and are in force at the same time."),
          edit(
              "an example that the standard does not bear out",
              IN_NEED,
              "      expect: [overdue]",
              "      expect: [late]",
              "CIN-VISIT > example 'a visit on which the child was not seen does not count':"
                  + " expected [late] but the standard says [overdue]"),
          edit(
              "a state that does not exist",
              IN_NEED,
              "      expect: [overdue]",
              "      expect: [over due]",
              "expect: 'over due' is no state. Did you mean 'overdue'?"),
          edit(
              "an unknown name in an example",
              IN_NEED,
              "also: [{kind: child protection plan,",
              "also: [{kind: child protecion plan,",
              "> also: 'child protecion plan' is no name in jobs/vocabulary.yml."),
          edit(
              "a length that is none",
              IN_NEED,
              "    within: 45 working days",
              "    within: 3 fortnights",
              "ASSESSMENT > timescale: \"3 fortnights\" is not a length of time."),
          edit(
              "a length without a unit",
              IN_NEED,
              "    within: 45 working days",
              "    within: 45",
              "ASSESSMENT > timescale: this should be a length of time, such as 20 working days"),
          edit(
              "a code that no list has, in a condition",
              LOOKED_AFTER,
              "    - legal status: [V3, V4, short-term breaks]   # series",
              "    - legal status: [V3, X9]              # series",
              "LAC-VISIT > circumstances > legal status: 'X9' is no legal status."),
          edit(
              "a standing that does not exist",
              IN_NEED,
              "  standing: guidance",
              "  standing: advice",
              "ASSESSMENT > standing: this should be one of: statutory, guidance, local, to confirm."),
          edit(
              "a target beyond a hundred",
              IN_NEED,
              "  target: 85",
              "  target: 850",
              "CIN-VISIT > target: this should be a percentage from 0 to 100."),
          edit(
              "a target in words",
              IN_NEED,
              "  target: 85",
              "  target: most",
              "CIN-VISIT > target: this should be a whole number."),
          edit(
              "a date that does not exist",
              IN_NEED,
              "      as at: 2025-05-09",
              "      as at: 2025-02-30",
              "> as at: this should be a date that exists, written as 2025-03-31."),
          edit(
              "a year for a date",
              IN_NEED,
              "      as at: 2025-05-09",
              "      as at: 2025",
              "> as at: this should be a date that exists, written as 2025-03-31."),
          edit(
              "a list where a word belongs",
              IN_NEED,
              "  title: Assessment\n",
              "  title: [Assessment]\n",
              "ASSESSMENT > title: this should be a word or a sentence"),
          edit(
              "a word where a list belongs",
              IN_NEED,
              "  not if: [not seen]",
              "  not if: not seen",
              "CIN-VISIT > not if: this should be a list"),
          edit(
              "a required key left out",
              IN_NEED,
              "  rule: Completed within 45 working days of its start, which is the measure DfE"
                  + " publishes.\n",
              "",
              "ASSESSMENT: the key 'rule' is missing."),
          edit(
              "a key without a value",
              IN_NEED,
              "  title: Assessment\n",
              "  title:\n",
              "ASSESSMENT > title: there is no value here. Give one, or delete the line."),
          edit(
              "an id in small letters",
              IN_NEED,
              "- id: ASSESSMENT",
              "- id: assessment",
              "assessment > id: an id is capital letters, digits and hyphens"),
          edit(
              "a column that the table does not have",
              MOSAIC,
              "- span: {kind: referral, from: date,",
              "- span: {kind: referral, from: dat,",
              "referrals > each row is: 'dat' is no column of this table."),
          edit(
              "a needed column that the table does not have",
              MOSAIC,
              "    needed: [child, referral]",
              "    needed: [child, referal]",
              "referrals > needed: 'referal' is no column of this table. Did you mean"
                  + " 'referral'?"),
          edit(
              "a code list that does not exist",
              MOSAIC,
              "is: category of need}",
              "is: categry of need}",
              "referrals > need > is: 'categry of need' is no type of column. Did you mean"
                  + " 'category of need'?"),
          edit(
              "a value that the code list does not have",
              MOSAIC,
              "not seen: {seen: [\"no\"]}",
              "not seen: {seen: [nope]}",
              "> seen: 'nope' is no child seen."),
          edit(
              "a mark that is not in the vocabulary",
              MOSAIC,
              "            seen alone: {alone: [\"yes\"]}",
              "            seen alon: {alone: [\"yes\"]}",
              "each row is: 'seen alon' is no name in jobs/vocabulary.yml."),
          edit(
              "a kind of row that does not exist",
              MOSAIC,
              "      - child: {born: born, name",
              "      - person: {born: born, name",
              "'people' > each row is > item 1: there is no kind 'person'."),
          edit(
              "a sort of profile that does not exist",
              MOSAIC,
              "extracts: snapshot ",
              "extracts: monthly ",
              "extracts: this should be one of: snapshot, yearly return."),
          edit(
              "a child found by an id that no table gives",
              MOSAIC,
              "child found by: [child, {column: plan, of: child in need plan}]",
              "child found by: [child, {column: plan, of: plan}]",
              "child in need visits > child found by: 'plan' is no 'id of' in this profile."),
          edit(
              "one heading for two columns",
              MOSAIC,
              "born: {headed: pers_dob,",
              "born: {headed: pers_person_id,",
              "people > born: the heading 'pers_person_id' is already that of the column 'child'."),
          edit(
              "two teams with one other name",
              TEAMS,
              "also known as: [T02]",
              "also known as: [T01]",
              "Safeguarding Team East > also known as: the name 'T01' also belongs to Assessment"
                  + " Team. A name has one team."),
          edit(
              "two teams with one name",
              TEAMS,
              "team: Safeguarding Team West",
              "team: Safeguarding Team East",
              "Safeguarding Team East: the name 'Safeguarding Team East' also belongs to"),
          edit(
              "a percentage out of range",
              "nightly.yml",
              "by more than percent: 30",
              "by more than percent: 130",
              "held when a table shrinks by more than percent: should be a number from 1 to 100."),
          edit(
              "no nights kept",
              "nightly.yml",
              "keep findings for nights: 62",
              "keep findings for nights: 0",
              "keep findings for nights: should be 1 or more."),
          edit(
              "a year that begins on no day",
              "nightly.yml",
              "year begins: 04-01",
              "year begins: 02-31",
              "year begins: should be a month and a day, such as 04-01."),
          edit(
              "a standard switched off where it was switched off once",
              "nightly.yml",
              "year begins: 04-01",
              "year begins: 04-01\nstandards switched off: [LAC-DENTAL]",
              "standards switched off: a standard is switched off in jobs/standards/local.yml, with"
                  + " its reason."),
          edit(
              "a year without its Good Friday",
              HOLIDAYS,
              "    - 2025-04-18 Good Friday\n",
              "",
              "2025 has no Good Friday."),
          edit(
              "years covered without holidays",
              HOLIDAYS,
              "to: 2036-12-31",
              "to: 2040-12-31",
              "2037 has no Good Friday."),
          edit(
              "a holiday in the wrong year",
              HOLIDAYS,
              "    - 2025-04-18 Good Friday\n",
              "    - 2024-04-18 Good Friday\n",
              "'2024-04-18 Good Friday' should begin with a date of 2025"),
          edit(
              "a key twice",
              "nightly.yml",
              "year begins: 04-01",
              "year begins: 04-01\nyear begins: 01-01",
              "line ",
              "'year begins' stands here twice. Delete one of the two."),
          edit(
              "YAML that cannot be read",
              IN_NEED,
              "  title: Assessment\n",
              "  title: \"Assessment\n",
              "line ",
              "this is not YAML that can be read."),
          edit(
              "a tab",
              IN_NEED,
              "  title: Assessment\n",
              "\ttitle: Assessment\n",
              "line ",
              "this is not YAML that can be read."),
          edit(
              "a group of codes twice",
              "profiles/codes/legal-status.yml",
              "  - group: full care order",
              "  - group: interim care order",
              "jobs/profiles/codes/legal-status.yml"),
          edit(
              "the rest of a code list under a group that it does not have",
              "profiles/codes/case-note-type.yml",
              "otherwise:\n  group: another note",
              "otherwise:\n  group: another not",
              "jobs/profiles/codes/case-note-type.yml",
              "otherwise > group: 'another not' is no group of this list. Known:"),
          edit(
              "the rest of a code list without a word that it may not have",
              "profiles/codes/case-note-type.yml",
              "  unless it has: [review, lac, cla, looked, rev., statutory]",
              "  unless it has: []",
              "jobs/profiles/codes/case-note-type.yml",
              "otherwise > unless it has: it needs at least one word."),
          edit(
              "no reason for which a gap may be accepted",
              "weekly.yml",
              "  - Agreed by the head of service",
              "  - ''",
              "weekly.yml, reasons: there should be at least one reason, and none blank"),
          edit(
              "an exception told to its own team manager",
              "weekly.yml",
              "{severity: low, open for weeks: 8, to: service manager}",
              "{severity: low, open for weeks: 8, to: team manager}",
              "told further up, low > to: the team manager has the list anyway."),
          edit(
              "two lines for one manager",
              "weekly.yml",
              "{severity: high, open for weeks: 3, to: head of service}",
              "{severity: high, open for weeks: 3, to: service manager}",
              "told further up, high: there are two lines for the service manager."),
          edit(
              "a list that goes as a link to nowhere",
              "weekly.yml",
              "the list goes: attached",
              "the list goes: link",
              "link: as the list goes as a link, this should say where it is, with {date}, {folder} and {file}"),
          edit(
              "a manager outside the domains to which letters may go",
              TEAMS,
              "email: assessment-team@fernshire.example",
              "email: assessment-team@fernshire.test",
              "Assessment Team > email: the domain of 'assessment-team@fernshire.test' is not among"
                  + " 'allowed domains' in jobs/post.yml."));

  private static Edit edit(String shows, String file, String from, String to, String... told) {
    return new Edit(shows, file, from, to, told);
  }

  /**
   * Edits of different files are made together, as many as there are, for all are told at once; a
   * list that other files are checked against is spoilt alone.
   */
  @TestFactory
  Stream<DynamicTest> a_mistake_is_told_where_it_is_and_how_to_put_it_right() throws IOException {
    List<List<Edit>> rounds = new ArrayList<>();
    for (Edit edit : EDITS) {
      rounds.stream()
          .filter(round -> round.stream().noneMatch(other -> collide(edit, other)))
          .findFirst()
          .ifPresentOrElse(
              round -> round.add(edit), () -> rounds.add(new ArrayList<>(List.of(edit))));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (List<Edit> round : rounds) {
      Path jobs = copyOfJobs(folder.resolve(String.valueOf(rounds.indexOf(round))));
      for (Edit edit : round) {
        replace(jobs.resolve(edit.file()), edit.from(), edit.to());
      }
      List<String> told = mistakes(jobs);
      for (Edit edit : round) {
        tests.add(DynamicTest.dynamicTest(edit.shows(), () -> isTold(edit, told)));
      }
    }
    return tests.stream();
  }

  private static boolean collide(Edit one, Edit other) {
    return one.file().equals(other.file()) || isUsedByOthers(one) || isUsedByOthers(other);
  }

  private static boolean isUsedByOthers(Edit edit) {
    return edit.file().equals(HOLIDAYS) || edit.file().contains("codes");
  }

  private static void isTold(Edit edit, List<String> told) {
    assertThat(told).allSatisfy(SettingsMistakesTest::isPlain);
    assertThat(told.stream().filter(line -> line.startsWith("jobs/" + edit.file())))
        .as(edit.shows())
        .isNotEmpty();
    assertThat(String.join("\n", told)).contains(edit.told());
  }

  @Test
  void every_mistake_in_every_file_is_told_at_once() throws IOException {
    Path jobs = copyOfJobs(folder);
    for (Edit edit : List.of(EDITS.get(0), EDITS.get(1), EDITS.get(2))) {
      replace(jobs.resolve(edit.file()), edit.from(), edit.to());
    }
    replace(jobs.resolve(TEAMS), "also known as: [T02]", "also known as: [T01]");
    replace(jobs.resolve("nightly.yml"), "percent: 30", "percent: 300");
    replace(jobs.resolve(HOLIDAYS), "    - 2025-04-18 Good Friday\n", "");
    String told = String.join("\n", mistakes(jobs));
    assertThat(told)
        .contains("titel", "witin", "child in ned visit", "T01", "1 to 100", "2025 has");
  }

  @Test
  void several_mistakes_in_one_entry_are_all_told() throws IOException {
    Path jobs = copyOfJobs(folder);
    replace(jobs.resolve(IN_NEED), "  target: 90", "  taget: 90");
    replace(jobs.resolve(IN_NEED), "    within: 45 working days", "    within: 45 sleeps");
    replace(jobs.resolve(IN_NEED), "      as at: 2018-10-17", "      as at: 2018-10-77");
    replace(jobs.resolve(IN_NEED), "  of the same: true", "  of the same: perhaps");
    assertThat(mistakes(jobs))
        .hasSize(4)
        .anyMatch(line -> line.contains("taget"))
        .anyMatch(line -> line.contains("45 sleeps"))
        .anyMatch(line -> line.contains("as at"))
        .anyMatch(line -> line.contains("true or false"));
  }

  @Test
  void a_standard_without_an_example_is_a_mistake() throws IOException {
    Path jobs = copyOfJobs(folder);
    Path file = jobs.resolve(IN_NEED);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.lastIndexOf("  examples:")));
    assertThat(mistakes(jobs))
        .containsExactly(
            "jobs/standards/child-in-need.yml, ASSESSMENT > examples: a standard needs at least one"
                + " worked example.");
  }

  @Test
  void a_file_that_is_missing_empty_or_no_list_is_told() throws IOException {
    Path jobs = copyOfJobs(folder);
    Files.delete(jobs.resolve("vocabulary.yml"));
    Files.writeString(jobs.resolve("nightly.yml"), "# nothing yet\n");
    Files.writeString(jobs.resolve(IN_NEED), "id: CIN-VISIT\n");
    Files.writeString(jobs.resolve(TEAMS), "- team: Night Team\n");
    Files.writeString(jobs.resolve("standards/local.yaml"), "[]\n");
    assertThat(mistakes(jobs))
        .contains(
            "jobs/vocabulary.yml: this file is missing.",
            "jobs/nightly.yml: there is nothing in this file.",
            "jobs/standards/child-in-need.yml: this file should be a list: each entry begins with"
                + " '- '.",
            "jobs/organisation/teams.yml: this file should be keys with their values, one a line:"
                + " 'key: value'.",
            "jobs/standards/local.yaml: only files whose names end in .yml are read. Rename it.");
  }

  @Test
  void a_priority_names_standards_that_exist_and_each_once() throws IOException {
    Path jobs = copyOfJobs(folder);
    Path priorities = jobs.resolve("priorities.yml");
    replace(priorities, "of: [CP-VISIT, ", "of: [CP-VISITS, ");
    replace(priorities, "of: [SUPERVISION-CASE, ", "of: [SUPERVISION-CASE, LAC-VISIT, ");

    assertThat(mistakes(jobs))
        .containsExactly(
            "jobs/priorities.yml, 'Seeing the child' > of: there is no standard or check"
                + " 'CP-VISITS'. Did you mean 'CP-VISIT'? Correct it, or take it out.",
            "jobs/priorities.yml, 'Supervision' > of: 'LAC-VISIT' stands here and under 'Seeing the"
                + " child'. Leave it in one of them.");
  }

  @Test
  void a_folder_that_is_not_there_is_told_once() {
    assertThat(mistakes(folder.resolve("nowhere")))
        .singleElement()
        .asString()
        .endsWith("nowhere: there is no such folder of settings.");
  }

  @Test
  void the_shipped_settings_are_in_order() {
    assertThatCode(() -> new SettingsFolder(Path.of("jobs")).read()).doesNotThrowAnyException();
  }

  static void isPlain(String line) {
    assertThat(line)
        .doesNotContain("Source:", "Exception", "java", "org.practicewatch", "`", "null", "token")
        .matches(text -> text.endsWith("."), "ends as a sentence");
  }

  static List<String> mistakes(Path jobs) {
    List<String> told = new ArrayList<>();
    try {
      new SettingsFolder(jobs).read();
    } catch (MistakenSettings mistaken) {
      mistaken.mistakes().forEach(mistake -> told.add(mistake.toString()));
    }
    return told;
  }

  static Path copyOfJobs(Path to) throws IOException {
    return Folder.copy(Path.of("jobs"), to.resolve("jobs"));
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }
}
