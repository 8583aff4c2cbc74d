package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong in flags.yml and caseload.yml, told like every other mistake. */
class FlagsMistakesTest {

  private static final String FLAGS = "standards/flags.yml";
  private static final String CASELOAD = "caseload.yml";

  @TempDir Path folder;

  private List<String> after(String file, String... edits) throws IOException {
    Path jobs = SettingsMistakesTest.copyOfJobs(folder);
    Path edited = jobs.resolve(file);
    String text = Files.readString(edited);
    for (int i = 0; i < edits.length; i += 2) {
      assertThat(text).contains(edits[i]);
      text = text.replaceFirst(java.util.regex.Pattern.quote(edits[i]), edits[i + 1]);
    }
    Files.writeString(edited, text);
    List<String> told = SettingsMistakesTest.mistakes(jobs);
    assertThat(told).allSatisfy(SettingsMistakesTest::isPlain);
    return told;
  }

  @Test
  void an_example_that_the_flag_does_not_bear_out() throws IOException {
    assertThat(
            after(FLAGS, "      expect: flagged\n      value: \"3\"", "      expect: not flagged"))
        .containsExactly(
            "jobs/standards/flags.yml, PLACEMENTS-3PLUS > example 'the placement that was open on the"
                + " first day of the twelve months counts, so two moves make three': expected 'not"
                + " flagged' but the flag says 'flagged', with 3. Correct the example, or the flag.");
  }

  @Test
  void a_kind_of_count_that_does_not_exist() throws IOException {
    assertThat(after(FLAGS, "    no worker: {}", "    no wrker: {}"))
        .singleElement()
        .asString()
        .startsWith(
            "jobs/standards/flags.yml, UNALLOCATED > counts: there is no kind 'no wrker'. Did you mean"
                + " 'no worker'? Known: activities, no worker, placed in, placements, plans, time open,"
                + " workers.");
  }

  @Test
  void names_that_the_vocabulary_does_not_have() throws IOException {
    assertThat(
            after(
                FLAGS,
                "of children with: [period of care]",
                "of children with: [periods of care]",
                "marked: [not seen]",
                "marked: [not sen]",
                "coded: [K3, P3, H5, P2]",
                "coded: [H5, P9]"))
        .anyMatch(
            line ->
                line.contains(
                    "PLACEMENTS-3PLUS > of children with: 'periods of care' is no name in"
                        + " jobs/vocabulary.yml. Did you mean 'period of care'?"))
        .anyMatch(line -> line.contains("VISIT-NOT-SEEN > counts: 'not sen' is no name in"))
        .anyMatch(
            line -> line.contains("UNREGULATED-PLACEMENT > placement: 'P9' is no placement type."));
  }

  @Test
  void an_id_twice_and_one_that_a_standard_has() throws IOException {
    assertThat(
            after(
                FLAGS,
                "- id: CP-PLAN-2Y",
                "- id: UNALLOCATED",
                "- id: CIN-OVER-6M",
                "- id: CIN-VISIT"))
        .containsExactly(
            "jobs/standards/flags.yml, CIN-VISIT > id: another flag or standard has this id. Give it"
                + " one of its own.",
            "jobs/standards/flags.yml, UNALLOCATED > id: another flag or standard has this id. Give"
                + " it one of its own.");
  }

  @Test
  void a_number_nobody_has_seen_called_anything_but_to_confirm() throws IOException {
    assertThat(after(FLAGS, "  standing: to confirm", "  standing: statutory"))
        .containsExactly(
            "jobs/standards/flags.yml, UNREGULATED-PLACEMENT > confidence: U is a number whose text"
                + " was not seen: 'standing: to confirm'.");
  }

  @Test
  void a_threshold_that_everybody_reaches() throws IOException {
    assertThat(after(FLAGS, "      at least: 3\n", "      at least: 0\n"))
        .anyMatch(line -> line.contains("counts > at least: should be 1 or more"));
  }

  @Test
  void a_line_of_a_record_that_says_nothing() throws IOException {
    assertThat(
            after(
                FLAGS,
                "        - {kind: period of care, from: 2022-05-02}",
                "        - {kind: period of care}"))
        .anyMatch(line -> line.contains("> record: each line needs 'kind' with 'on'"));
  }

  @Test
  void a_time_with_two_limits() throws IOException {
    assertThat(after(FLAGS, "{at least: 2 years}", "{at least: 2 years, more than: 1 year}"))
        .containsExactly(
            "jobs/standards/flags.yml, CP-PLAN-2Y > counts: give either 'at least' or 'more than',"
                + " and a length.");
  }

  @Test
  void weights_of_what_does_not_exist_or_twice_or_less_than_nothing() throws IOException {
    assertThat(
            after(
                CASELOAD,
                "{open: period of care, weight: 1.25}",
                "{open: period of cre, weight: -1}",
                "{open: referral,",
                "{open: child in need plan,",
                "children: 16",
                "children: 0"))
        .hasSize(4)
        .anyMatch(line -> line.contains("'period of cre' is no name in jobs/vocabulary.yml."))
        .anyMatch(line -> line.contains("> 'period of cre': should be 0 or more."))
        .anyMatch(line -> line.contains("> 'child in need plan': it has two weights."))
        .anyMatch(line -> line.contains("limit: each limit should be above 0."));
  }

  @Test
  void without_either_file_there_are_no_flags_and_no_weights_and_nothing_is_wrong()
      throws IOException {
    Path jobs = SettingsMistakesTest.copyOfJobs(folder);
    Files.delete(jobs.resolve(FLAGS));
    Files.delete(jobs.resolve(CASELOAD));
    Settings settings = new SettingsFolder(jobs).read();
    assertThat(settings.flags()).isEmpty();
    assertThat(settings.caseload().weights()).isEmpty();
  }
}
