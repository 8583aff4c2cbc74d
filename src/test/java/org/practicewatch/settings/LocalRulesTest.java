package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Standing;

/** What a council may say of its own in jobs/standards/local.yml and in presets, and what not. */
@Tag("machine")
@Order(3)
class LocalRulesTest {

  private static final String SIX_WEEKS =
      """
        - standard: CIN-VISIT
          because: Practice board, 1 July 2026 (fictional).
          rule: Seen within six weeks of the start of the plan, and of the last visit.
          timescale: {in turn: [6 weeks]}
          examples:
            - because: six weeks end on the same day of the week
              from: 2026-01-05
              as at: 2026-01-06
              expect: [not yet due]
              due: [2026-02-16]
      """;

  @TempDir Path folder;

  private Path jobs;

  @BeforeEach
  void a_copy_of_the_shipped_settings() throws IOException {
    jobs = SettingsMistakesTest.copyOfJobs(folder);
  }

  private Settings with(String local) throws IOException {
    Files.writeString(jobs.resolve("standards/local.yml"), local);
    return new SettingsFolder(jobs).read();
  }

  private static List<PracticeStandard> versions(Settings settings, String id) {
    return settings.standards().stream().filter(one -> one.id().equals(id)).toList();
  }

  // ---- what may be said ----

  @Test
  void without_the_line_of_presets_nothing_is_added() throws IOException {
    Settings shipped = new SettingsFolder(jobs).read();
    assertThat(versions(shipped, "LAC-VISIT-LOCAL")).hasSize(1);
    Path local = jobs.resolve("standards/local.yml");
    Settings without = with(Files.readString(local).replace("presets: [croydon]\n", ""));
    assertThat(versions(without, "LAC-VISIT-LOCAL")).isEmpty();
    assertThat(without.localRules()).isEmpty();
    Files.delete(local);
    assertThat(new SettingsFolder(jobs).read().standards()).isEqualTo(without.standards());
  }

  @Test
  void a_standard_of_our_own_stands_beside_those_that_ship() throws IOException {
    String list =
        """
        - id: CP-VISIT-LOCAL
          title: Child protection visit (local limit)
          rule: Seen within five working days of the start of the plan.
          basis: Practice board (fictional)
          standing: local
          during: child protection plan
          timescale: {within: 5 working days}
          met by: child protection visit
          examples:
            - {because: a week, from: 2026-01-05, as at: 2026-01-06, expect: [not yet due], due: [2026-01-12]}
        """;
    Settings settings = with("standards:\n" + list);
    assertThat(versions(settings, "CP-VISIT-LOCAL")).hasSize(1);
    assertThat(versions(settings, "CP-VISIT")).hasSize(1);
    assertThat(settings.localRules()).containsExactly("CP-VISIT-LOCAL is added by local.yml.");
    // As until 0.2.0, when local.yml was one more list.
    assertThat(with(list).standards()).isEqualTo(settings.standards());
  }

  @Test
  void a_changed_standard_is_local_and_says_what_it_was() throws IOException {
    PracticeStandard changed = versions(with("changes:\n" + SIX_WEEKS), "CIN-VISIT").get(0);
    assertThat(changed.timescale().words()).contains("6 weeks");
    assertThat(changed.standing()).isEqualTo(Standing.LOCAL);
    assertThat(changed.basis())
        .startsWith("Practice board, 1 July 2026 (fictional); here in place of: Local practice");
    assertThat(changed.title()).as("not replaced").isEqualTo("Child in need visit");
    assertThat(changed.outrankedBy()).as("not replaced").isNotEmpty();
  }

  @Test
  void guidance_that_is_changed_becomes_local_and_loses_its_confidence() throws IOException {
    Settings settings =
        with(
            """
            changes:
              - standard: ASSESSMENT
                because: Practice board (fictional)
                basis: Our assessment protocol (fictional)
                rule: Completed within 35 working days.
                timescale: {within: 35 working days}
                counting: inclusive
                examples:
                  - {because: the day itself counts, from: 2026-01-05, as at: 2026-01-06, expect: [not yet due], due: [2026-02-20]}
            """);
    PracticeStandard changed = versions(settings, "ASSESSMENT").get(0);
    assertThat(changed.standing()).isEqualTo(Standing.LOCAL);
    assertThat(changed.confidence()).isNull();
    assertThat(changed.basis())
        .startsWith("Our assessment protocol (fictional); here in place of: DfE children in need");
  }

  @Test
  void a_target_of_our_own_leaves_a_law_what_it_is() throws IOException {
    PracticeStandard visit =
        versions(
                with(
                    """
                    changes:
                      - {standard: LAC-VISIT, because: Improvement plan (fictional), target: 99, due soon: 3 days}
                    """),
                "LAC-VISIT")
            .get(0);
    assertThat(visit.target()).isEqualTo(99);
    assertThat(visit.standing()).isEqualTo(Standing.STATUTORY);
    assertThat(visit.basis())
        .contains("reg. 28")
        .endsWith("; our own target and due soon: Improvement plan (fictional)");
  }

  @Test
  void a_change_from_a_day_makes_a_version_of_each_stretch_of_days() throws IOException {
    Settings settings =
        with(
            "changes:\n"
                + SIX_WEEKS
                    .replace(
                        "because: Practice",
                        "from: 2026-09-01\n    to: 2026-12-31\n    because: Practice")
                    .replace("2026-01-0", "2026-09-0")
                    .replace("2026-02-16", "2026-10-17")
                + "  - {standard: CIN-VISIT, from: 2026-11-01, because: Autumn (fictional), target: 70}\n");
    assertThat(versions(settings, "CIN-VISIT"))
        .extracting(
            one -> one.inForce().from() + " to " + one.inForce().to(),
            one -> one.standing().words() + " " + one.target(),
            one -> one.timescale().words().contains("6 weeks"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("null to 2026-08-31", "local 85", false),
            org.assertj.core.groups.Tuple.tuple("2026-09-01 to 2026-10-31", "local 85", true),
            org.assertj.core.groups.Tuple.tuple("2026-11-01 to 2026-12-31", "local 70", true),
            org.assertj.core.groups.Tuple.tuple("2027-01-01 to null", "local 70", false));
  }

  @Test
  void an_example_of_a_change_may_show_the_day_on_which_it_begins() throws IOException {
    String dated =
        SIX_WEEKS.replace("because: Practice", "from: 2026-01-05\n    because: Practice")
            + """
                  - because: a count that began the day before has the twenty working days that are shipped
                    from: 2026-01-04
                    as at: 2026-01-06
                    expect: [not yet due]
                    due: [2026-01-30]
            """;
    assertThat(versions(with("changes:\n" + dated), "CIN-VISIT")).hasSize(2);
  }

  @Test
  void what_is_switched_off_is_judged_by_nobody_and_still_checked() throws IOException {
    Settings settings =
        with("switched off:\n  - {standard: LAC-DENTAL, because: no dentist (fictional)}\n");
    assertThat(versions(settings, "LAC-DENTAL")).isEmpty();
    assertThat(settings.switchedOff())
        .singleElement()
        .satisfies(
            off -> {
              assertThat(off.title()).isEqualTo("Dental check");
              assertThat(off.because()).isEqualTo("no dentist (fictional)");
            });
    assertThat(settings.localRules())
        .containsExactly(
            "LAC-DENTAL is switched off by local.yml. Because: no dentist (fictional).");
    Files.writeString(
        jobs.resolve("standards/local.yml"),
        "changes:\n"
            + SIX_WEEKS.replace("2026-02-16", "2026-02-17")
            + "switched off: [{standard: CIN-VISIT, because: a test}]\n");
    assertThat(SettingsMistakesTest.mistakes(jobs))
        .singleElement()
        .asString()
        .contains("CIN-VISIT > example 'six weeks end on the same day of the week': expected due");
  }

  @Test
  void what_is_switched_off_from_a_day_is_in_force_until_then() throws IOException {
    Settings settings =
        with(
            """
            switched off:
              - {standard: LAC-DENTAL, from: 2026-09-01, to: 2026-12-31, because: no dentist (fictional)}
            """);
    assertThat(versions(settings, "LAC-DENTAL"))
        .extracting(one -> one.inForce().from() + " to " + one.inForce().to())
        .containsExactly("null to 2026-08-31", "2027-01-01 to null");
    assertThat(settings.switchedOff().get(0).days().on(java.time.LocalDate.parse("2026-10-01")))
        .isTrue();
  }

  @Test
  void an_example_from_before_the_change_is_told_as_what_it_is() throws IOException {
    Files.writeString(
        jobs.resolve("standards/local.yml"),
        "changes:\n"
            + SIX_WEEKS.replace("because: Practice", "from: 2026-09-01\n    because: Practice"));
    assertThat(SettingsMistakesTest.mistakes(jobs))
        .singleElement()
        .asString()
        .endsWith(
            "Correct the example, or the standard. It begins before 2026-09-01, the first day of the"
                + " change, and so shows what held until then.");
  }

  // ---- presets ----

  @Test
  void local_yml_wins_over_a_preset_key_by_key_and_that_is_told() throws IOException {
    Settings settings =
        with(
            "presets: [walsall]\nchanges:\n"
                + SIX_WEEKS.replace("6 weeks", "5 weeks").replace("02-16", "02-09"));
    PracticeStandard visit = versions(settings, "CIN-VISIT").get(0);
    assertThat(visit.timescale().words()).contains("5 weeks");
    assertThat(settings.localRules())
        .contains(
            "CIN-VISIT is changed by local.yml: timescale (in place of preset walsall:"
                + " timescale). Because: Practice board, 1 July 2026 (fictional).")
        .anyMatch(line -> line.startsWith("CP-VISIT is changed by preset walsall: timescale."));
    Settings targetOnly =
        with("presets: [walsall]\nchanges:\n  - {standard: CIN-VISIT, because: x, target: 70}\n");
    assertThat(versions(targetOnly, "CIN-VISIT").get(0).timescale().words()).contains("6 weeks");
    assertThat(versions(targetOnly, "CIN-VISIT").get(0).target()).isEqualTo(70);
  }

  @Test
  void a_standard_of_local_yml_takes_the_place_of_that_of_a_preset() throws IOException {
    String ours =
        Files.readString(jobs.resolve("standards/presets/croydon.yml"))
            .replace("Croydon, Practice Week overview report, September 2018;", "Ours (fictional);")
            .replaceFirst("(?s)\nchanges:.*", "\n");
    Settings settings = with("presets: [croydon]\n" + ours);
    assertThat(versions(settings, "LAC-VISIT-LOCAL"))
        .singleElement()
        .satisfies(one -> assertThat(one.basis()).startsWith("Ours"));
    assertThat(settings.localRules())
        .contains("LAC-VISIT-LOCAL is added by local.yml, in place of that of preset croydon.");
  }

  @Test
  void every_preset_can_be_named_alone_and_with_the_others() throws IOException {
    List<String> presets = StandardsExamplesTest.presets();
    assertThat(presets).containsExactly("croydon", "walsall");
    for (String preset : presets) {
      assertThat(with("presets: [" + preset + "]\n").localRules()).isNotEmpty();
    }
    assertThat(with("presets: [croydon, walsall]\n").localRules()).hasSize(4);
  }

  // ---- what may not be said ----

  private record Wrong(String shows, String local, String told) {}

  private static final List<Wrong> WRONG =
      List.of(
          new Wrong(
              "a preset that there is none of",
              "presets: [croydn]",
              "jobs/standards/local.yml, presets: there is no preset 'croydn'. Did you mean"
                  + " 'croydon'? Known: croydon, walsall."),
          new Wrong(
              "an unknown key",
              "changed: []",
              "jobs/standards/local.yml, changed: there is no key 'changed' here. Did you mean"
                  + " 'changes'? Known: changes, presets, standards, switched off."),
          new Wrong(
              "a change of what there is none of",
              "changes: [{standard: CIN-VISITS, because: x, target: 90}]",
              "jobs/standards/local.yml, changes > CIN-VISITS: 'CIN-VISITS' is no standard. Did you"
                  + " mean 'CIN-VISIT'?"),
          new Wrong(
              "a change without a reason",
              "changes: [{standard: CIN-VISIT, target: 90}]",
              "jobs/standards/local.yml, changes > 'CIN-VISIT': the key 'because' is missing."),
          new Wrong(
              "an empty reason",
              "switched off: [{standard: CIN-VISIT, because: \" \"}]",
              "jobs/standards/local.yml, switched off > CIN-VISIT > because: say why: who decided"
                  + " it, and when."),
          new Wrong(
              "a misspelt key of a standard",
              "changes: [{standard: CIN-VISIT, because: x, taget: 90, rule: y, examples: []}]",
              "jobs/standards/local.yml, changes > CIN-VISIT > taget: there is no key 'taget' here."
                  + " Did you mean 'target'?"),
          new Wrong(
              "a change of nothing",
              "changes: [{standard: CIN-VISIT, because: x}]",
              "jobs/standards/local.yml, changes > CIN-VISIT: it changes nothing. Add the keys that"
                  + " it replaces, such as target."),
          new Wrong(
              "another clock for a law",
              "changes: [{standard: LAC-VISIT, because: x, timescale: {within: 2 weeks}}]",
              "jobs/standards/local.yml, changes > LAC-VISIT > timescale: LAC-VISIT is statutory, so"
                  + " only its target and due soon can be changed. Write a standard of your own"
                  + " beside it, LAC-VISIT-LOCAL, under 'standards'."),
          new Wrong(
              "other conditions for a law",
              "changes: [{standard: LAC-VISIT, because: x, except while: []}]",
              "changes > LAC-VISIT > except while: LAC-VISIT is statutory,"),
          new Wrong(
              "another clock and no sentence that says so",
              "changes: [{standard: CIN-VISIT, because: x, timescale: {in turn: [6 weeks]},"
                  + " examples: []}]",
              "jobs/standards/local.yml, changes > CIN-VISIT: the key 'rule' is missing: say in one"
                  + " sentence what is owed now."),
          new Wrong(
              "another clock and no example of it",
              "changes: [{standard: CIN-VISIT, because: x, rule: y, timescale: {in turn: [6"
                  + " weeks]}}]",
              "jobs/standards/local.yml, changes > CIN-VISIT: the key 'examples' is missing: show in"
                  + " at least one worked example what is owed now."),
          new Wrong(
              "an example that the change does not bear out",
              "changes:\n" + SIX_WEEKS.replace("2026-02-16", "2026-02-17"),
              "jobs/standards/local.yml, CIN-VISIT > example 'six weeks end on the same day of the"
                  + " week': expected due [2026-02-17] but the standard says [2026-02-16]."),
          new Wrong(
              "a value that is none",
              "changes: [{standard: CIN-VISIT, because: x, target: many}]",
              "jobs/standards/local.yml, changes > CIN-VISIT > target: this should be a whole"
                  + " number."),
          new Wrong(
              "another span",
              "changes: [{standard: CIN-VISIT, because: x, during: referral, rule: y, examples:"
                  + " []}]",
              "jobs/standards/local.yml, changes > CIN-VISIT > during: with this changed it would be"
                  + " another standard. Write that one under 'standards', and this one under"
                  + " 'switched off'."),
          new Wrong(
              "a standing",
              "changes: [{standard: CIN-VISIT, because: x, standing: guidance, rule: y}]",
              "changes > CIN-VISIT > standing: delete this line: what is changed here is local."),
          new Wrong(
              "dates as a standard has them",
              "changes: [{standard: CIN-VISIT, because: x, in force: {from: 2026-01-01}, rule: y,"
                  + " examples: []}]",
              "changes > CIN-VISIT > in force: give the change itself 'from' and 'to' instead."),
          new Wrong(
              "an end before the beginning",
              "switched off: [{standard: CIN-VISIT, from: 2026-09-01, to: 2026-08-01, because: x}]",
              "switched off > CIN-VISIT > to: it ends before it begins."),
          new Wrong(
              "a day that does not exist",
              "switched off: [{standard: CIN-VISIT, from: 2026-02-31, because: x}]",
              "jobs/standards/local.yml, switched off > 'CIN-VISIT' > from: this should be a date that"
                  + " exists, written as 2025-03-31."),
          new Wrong(
              "two changes from one day",
              "changes: [{standard: CIN-VISIT, because: x, target: 90}, {standard: CIN-VISIT,"
                  + " because: x, due soon: 2 days}]",
              "changes > CIN-VISIT > from: two begin on the same day. Put both into one."),
          new Wrong(
              "a limit of our own that says it is a law",
              "standards: [{id: CP-VISIT-LOCAL, title: t, rule: r, basis: b, standing: statutory,"
                  + " during: child protection plan, timescale: {within: 1 week}, met by: child"
                  + " protection visit, examples: [{because: e, from: 2026-01-05, as at: 2026-01-06,"
                  + " expect: [not yet due]}]}]",
              "jobs/standards/local.yml, CP-VISIT-LOCAL > standing: an id that ends in -LOCAL is a"
                  + " limit of the council's own, so its standing is local."),
          new Wrong(
              "a title that another standard has",
              "changes: [{standard: CP-VISIT, because: x, title: Child in need visit}]",
              "jobs/standards/local.yml, CP-VISIT > title: this is also the title of CIN-VISIT: in a"
                  + " list nobody could tell them apart. Give one of them another."),
          new Wrong(
              "a shipped standard written again",
              "standards: [{id: CP-VISIT, title: t, rule: r, basis: b, standing: local, during:"
                  + " child protection plan, timescale: {within: 1 week}, met by: child protection"
                  + " visit, examples: [{because: e, from: 2026-01-05, as at: 2026-01-06, expect: [not"
                  + " yet due]}]}]",
              "To change one that is shipped, write it under 'changes' in jobs/standards/local.yml."),
          new Wrong(
              "versions that are owed in other spans",
              "standards: [{id: X, title: t, rule: r, basis: b, standing: local, during: referral,"
                  + " in force: {to: 2026-01-31}, timescale: {within: 1 week}, met by: child"
                  + " protection visit, examples: [{because: e, from: 2026-01-05, as at: 2026-01-06,"
                  + " expect: [not yet due]}]}, {id: X, title: t, rule: r, basis: b, standing: local,"
                  + " during: assessment, in force: {from: 2026-02-01}, timescale: {within: 1 week},"
                  + " met by: child protection visit, examples: [{because: e, from: 2026-02-05, as at:"
                  + " 2026-02-06, expect: [not yet due]}]}]",
              "X: two versions of one standard are owed in the same spans:"),
          new Wrong(
              "a standard that is not one",
              "standards: [LIFE-STORY]",
              "jobs/standards/local.yml, entry 1: this entry should be keys with their values: '- id:"
                  + " ...'."),
          new Wrong(
              "an unfinished line",
              "changes:",
              "jobs/standards/local.yml, changes: there is no value here. Give one, or delete the"
                  + " line."));

  @TestFactory
  Stream<DynamicTest> a_mistake_is_told_where_it_is_and_how_to_put_it_right() {
    return WRONG.stream()
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.shows(),
                    () -> {
                      Files.writeString(jobs.resolve("standards/local.yml"), wrong.local() + "\n");
                      List<String> told = SettingsMistakesTest.mistakes(jobs);
                      assertThat(String.join("\n", told)).contains(wrong.told());
                      assertThat(told).doesNotHaveDuplicates();
                      told.forEach(SettingsMistakesTest::isPlain);
                    }));
  }

  @Test
  void a_preset_that_names_another_is_told() throws IOException {
    Path preset = jobs.resolve("standards/presets/walsall.yml");
    Files.writeString(preset, "presets: [croydon]\n" + Files.readString(preset));
    Files.writeString(jobs.resolve("standards/local.yml"), "presets: [walsall]\n");
    assertThat(SettingsMistakesTest.mistakes(jobs))
        .containsExactly(
            "jobs/standards/presets/walsall.yml, presets: a preset names no others. Name them in"
                + " jobs/standards/local.yml.");
  }

  // ---- regimes ----

  @Test
  void a_regime_has_days_and_standards_that_there_are() throws IOException {
    Path file = jobs.resolve("standards/regimes.yml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("[LAC-VISIT,", "[LAC-VISITS,")
            .replace("to: 2020-09-25", "to: 2020-04-23"));
    assertThat(SettingsMistakesTest.mistakes(jobs))
        .anyMatch(
            line ->
                line.startsWith(
                    "jobs/standards/regimes.yml, relaxed period of 2020 > standards: 'LAC-VISITS' is"
                        + " no standard. Did you mean 'LAC-VISIT'?"))
        .contains(
            "jobs/standards/regimes.yml, relaxed period of 2020 > to: it ends before it begins.");
    Files.delete(file);
    assertThat(Optional.of(new SettingsFolder(jobs).read()).map(Settings::regimes))
        .contains(List.of());
  }
}
