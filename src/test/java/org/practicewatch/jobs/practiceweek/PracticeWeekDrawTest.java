package org.practicewatch.jobs.practiceweek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.fixtures.Folder;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.fixtures.Practicewatch.Run;
import org.practicewatch.jobs.machine.ExitCodes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organiser looks, draws, draws again, replaces, and anybody can make the draw again. */
@Tag("machine")
@Order(2)
class PracticeWeekDrawTest {

  private static final String SEED = "lottery 2 9 17 30 41 56";

  private static final String WEEK =
      """
      name: Autumn
      theme: permanence
      from: %s
      to: %s
      seed: "%s"
      looks back: 12 months
      not audited again within: 12 months
      auditor not allocated within: 24 months
      moderated percent: 20
      cohorts:
        - cohort: In care
          who: {in care: {now: yes}}
          by: [age band]
          sample: 4
        - cohort: Open cases
          who: {open case: yes}
          sample: 3
          in depth: 1
      domains: [Planning, Visits]
      """;

  @TempDir static Path folder;
  private static Path jobs = Path.of("jobs");
  private static Path output = Path.of("output");

  @BeforeAll
  static void a_night_of_an_invented_authority() throws IOException {
    jobs = Folder.copy(Path.of("jobs"), folder.resolve("jobs"));
    output = folder.resolve("output");
    Path input = folder.resolve("input");
    Run sample =
        Practicewatch.run(
            "sample-data",
            "--children",
            "120",
            "--seed",
            "7",
            "--as-at",
            "2026-10-30",
            "--output",
            input.toString());
    assertThat(sample.exitCode()).as(sample.err()).isZero();
    Run night =
        Practicewatch.untilClosed(
            "nightly",
            "--input",
            input.toString(),
            "--as-at",
            "2026-10-30",
            "--output",
            output.toString(),
            "--jobs",
            jobs.toString());
    assertThat(night.exitCode()).as(night.out() + night.err()).isIn(0, 3);
  }

  private static void week(String id, String from, String to, String seed) throws IOException {
    write(id, WEEK.formatted(from, to, seed));
  }

  private static void write(String id, String yaml) throws IOException {
    Files.writeString(
        jobs.resolve("practice-weeks").resolve(id + ".yml"), yaml.replace("seed: \"\"\n", ""));
  }

  private static Run draw(String... words) {
    List<String> all = new ArrayList<>(List.of("practice-week-draw"));
    all.addAll(List.of(words));
    all.addAll(List.of("--output", output.toString(), "--jobs", jobs.toString()));
    return Practicewatch.run(all.toArray(String[]::new));
  }

  private static Path of(String id) {
    return output.resolve("practice-weeks").resolve(id);
  }

  private static List<Map<String, String>> sample(String id) {
    return Practicewatch.rows(of(id).resolve("sample.csv"));
  }

  private static Set<String> drawn(String id) {
    return sample(id).stream()
        .filter(row -> "sample".equals(row.get("drawn")))
        .map(row -> row.getOrDefault("child_id", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode told(String id) {
    return JsonMapper.shared().readTree(of(id).resolve("draw.json").toFile());
  }

  /** Every file of a week with its hash. */
  private static Map<String, String> files(String id) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(of(id))) {
      // A PDF carries the moment at which it was written.
      for (Path file : all.filter(PracticeWeekDrawTest::isCompared).toList()) {
        files.put(of(id).relativize(file).toString(), sha256(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static boolean isCompared(Path file) {
    return Files.isRegularFile(file) && !file.toString().endsWith(".pdf");
  }

  private static String sha256(byte[] bytes) {
    try {
      return "%064x"
          .formatted(new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static void saysNoChild(Run run, String id) throws IOException {
    Set<String> words = new TreeSet<>(List.of((run.out() + run.err()).split("[^A-Za-z0-9]+")));
    words.addAll(List.of(String.join(" ", files(id).keySet()).split("[^A-Za-z0-9]+")));
    assertThat(words)
        .doesNotContainAnyElementsOf(
            sample(id).stream().map(row -> row.getOrDefault("child_id", "")).toList());
  }

  @Test
  void a_preview_tells_counts_and_draws_nothing() throws IOException {
    week("preview", "2031-11-16", "2031-11-20", SEED);

    Run run = draw("preview", "--preview");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Nothing was drawn.")
        .contains("SHA-256 of the ids: ")
        .contains("drawn by part: ");
    assertThat(of("preview")).doesNotExist();
    assertThat(draw("preview", "--replace", "1", "--reason", "moved").err())
        .contains("Nothing was drawn for this week yet");
  }

  @Test
  void without_a_seed_nothing_is_drawn() throws IOException {
    week("seedless", "2032-11-15", "2032-11-19", "");

    Run run = draw("seedless");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(run.err()).contains("jobs/practice-weeks/seedless.yml has no seed");
    assertThat(of("seedless")).doesNotExist();
    assertThat(draw("seedless", "--preview").out()).contains("There is no seed.");
  }

  @Test
  void what_is_drawn_stands_and_its_files_are_written_again_to_the_byte() throws IOException {
    week("twice", "2033-11-14", "2033-11-18", SEED);
    Run first = draw("twice");
    assertThat(first.exitCode()).as(first.out() + first.err()).isIn(0, 3);
    Map<String, String> before = files("twice");
    assertThat(before).containsKeys("draw.json", "sample.csv");

    Run again = draw("twice");

    assertThat(again.out()).contains("The draw stands; its files are written again.");
    assertThat(files("twice")).isEqualTo(before);
    saysNoChild(first, "twice");
    saysNoChild(again, "twice");

    // Not even another seed draws anew.
    week("twice", "2033-11-14", "2033-11-18", "another seed");
    draw("twice");
    assertThat(sha256(Files.readAllBytes(of("twice").resolve("sample.csv"))))
        .isEqualTo(before.get("sample.csv"));
  }

  @Test
  void anybody_can_make_the_draw_again_with_a_hash_tool() throws IOException {
    week("again", "2034-11-13", "2034-11-17", SEED);
    draw("again");
    JsonNode told = told("again");
    String seed = told.path("seed").asString();
    assertThat(seed).isEqualTo(SEED);
    assertThat(told.path("as-at").asString()).isEqualTo("2026-10-30");
    Set<String> drawnBefore = new TreeSet<>();
    int cohorts = 0;
    for (JsonNode cohort : told.path("cohorts")) {
      String name = cohort.path("cohort").asString();
      List<Map<String, String>> rows =
          sample("again").stream().filter(row -> name.equals(row.get("cohort"))).toList();
      TreeSet<String> ids =
          rows.stream()
              .map(row -> row.getOrDefault("child_id", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(ids).hasSize(rows.size()).hasSize(cohort.path("frame size").asInt());
      assertThat(cohort.path("frame sha256").asString())
          .isEqualTo(sha256((String.join("\n", ids) + "\n").getBytes(UTF_8)));
      int all = 0;
      Set<String> drawnHere = new TreeSet<>();
      for (JsonNode stratum : cohort.path("strata")) {
        List<Map<String, String>> part =
            rows.stream()
                .filter(row -> stratum.path("stratum").asString().equals(row.get("stratum")))
                .toList();
        assertThat(part).hasSize(stratum.path("size").asInt());
        TreeMap<String, String> byTicket = new TreeMap<>();
        part.forEach(
            row -> {
              String id = row.getOrDefault("child_id", "");
              byTicket.put(sha256((seed + "," + id).getBytes(UTF_8)), id);
            });
        assertThat(part.stream().map(row -> row.get("ticket")).toList())
            .isEqualTo(List.copyOf(byTicket.keySet()));
        List<String> free =
            byTicket.values().stream().filter(id -> !drawnBefore.contains(id)).toList();
        drawnHere.addAll(free.subList(0, Math.min(stratum.path("asked").asInt(), free.size())));
        all += stratum.path("asked").asInt();
      }
      assertThat(all).isEqualTo(cohort.path("asked").asInt());
      assertThat(
              rows.stream()
                  .filter(row -> "sample".equals(row.get("drawn")))
                  .map(row -> row.getOrDefault("child_id", "")))
          .containsExactlyInAnyOrderElementsOf(drawnHere);
      drawnBefore.addAll(drawnHere);
      cohorts++;
    }
    assertThat(cohorts).isEqualTo(2);
    assertThat(drawnBefore).hasSize(7);
  }

  @Test
  void the_next_reserve_of_the_same_part_stands_in_with_reason_and_name() throws IOException {
    week("replaced", "2035-11-12", "2035-11-16", SEED);
    draw("replaced");
    List<Map<String, String>> before = sample("replaced");
    Map<String, String> out =
        before.stream().filter(row -> "A-01".equals(row.get("case"))).findFirst().orElseThrow();
    Set<String> inSample = drawn("replaced");
    Map<String, String> next =
        before.stream()
            .filter(row -> out.get("cohort").equals(row.get("cohort")))
            .filter(row -> out.get("stratum").equals(row.get("stratum")))
            .filter(row -> "reserve".equals(row.get("drawn")))
            .filter(row -> !inSample.contains(row.get("child_id")))
            .findFirst()
            .orElseThrow();

    Map<String, String> files = files("replaced");
    for (String unknown : List.of("999999999", next.get("child_id"))) {
      Run refused = draw("replaced", "--replace", unknown, "--reason", "moved away");
      assertThat(refused.exitCode()).isEqualTo(ExitCodes.MISTAKE);
      assertThat(refused.err())
          .contains("That child is not in the sample. Nothing was changed.")
          .doesNotContain(unknown);
      assertThat(files("replaced")).isEqualTo(files);
    }
    Run run =
        draw("replaced", "--replace", out.get("child_id"), "--reason", "moved away", "--by", "A D");

    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    saysNoChild(run, "replaced");
    List<Map<String, String>> after = sample("replaced");
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < after.size(); i++) {
      Map<String, String> was = before.get(i);
      if (was.equals(out)) {
        assertThat(after.get(i))
            .containsEntry("drawn", "replaced")
            .containsEntry("why_replaced", "2026-11-22: moved away (A D)");
      } else if (was.equals(next)) {
        assertThat(after.get(i)).containsEntry("drawn", "sample");
        assertThat(after.get(i).get("case")).startsWith("A-").isNotEqualTo("A-01");
      } else {
        assertThat(after.get(i)).isEqualTo(was);
      }
    }
    assertThat(told("replaced").path("replaced").toString())
        .contains("2026-11-22: moved away (A D)");
    assertThat(draw("replaced", "--replace", out.get("child_id")).exitCode())
        .isEqualTo(ExitCodes.MISTAKE);
    assertThat(draw("replaced", "--replace", out.get("child_id"), "--reason", " ").exitCode())
        .isEqualTo(ExitCodes.MISTAKE);
  }

  @Test
  void who_was_drawn_within_the_time_is_left_out_of_the_next_week_and_counted() throws IOException {
    week("one", "2036-05-12", "2036-05-16", SEED);
    week("other", "2037-05-12", "2037-05-15", "another seed");
    week("later", "2038-05-13", "2038-05-14", "another seed");
    draw("one");
    Set<String> before = drawn("one");

    Run preview = draw("other", "--preview");
    Run run = draw("other");

    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    assertThat(sample("other").stream().map(row -> row.get("child_id")))
        .doesNotContainAnyElementsOf(before);
    assertThat(preview.out()).contains("left out, drawn for an audit in the last 12 months: ");
    for (int i = 0; i < 2; i++) {
      String name = told("one").path("cohorts").path(i).path("cohort").asString();
      Set<String> members =
          sample("one").stream()
              .filter(row -> name.equals(row.get("cohort")))
              .map(row -> row.getOrDefault("child_id", ""))
              .filter(before::contains)
              .collect(Collectors.toSet());
      JsonNode cohort = told("other").path("cohorts").path(i);
      assertThat(cohort.path("excluded").path("drawn for an audit in the last 12 months").asInt())
          .isEqualTo(members.size());
    }
    // Two years and a day after the first, and a year and a day after the second.
    assertThat(draw("later", "--preview").out()).doesNotContain("left out, drawn for an audit");
  }

  @Test
  void a_reserve_who_was_drawn_for_another_week_since_is_passed_over() throws IOException {
    week("first", "2041-05-13", "2041-05-17", SEED);
    draw("first");
    // The same seed in the same time: the reserves of the one are the sample of the other.
    week("second", "2041-05-13", "2041-05-17", SEED);
    draw("second");
    String child =
        sample("first").stream()
            .filter(row -> "B-01".equals(row.get("case")))
            .map(row -> row.getOrDefault("child_id", ""))
            .findFirst()
            .orElseThrow();

    Run run = draw("first", "--replace", child, "--reason", "moved away");

    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    assertThat(drawn("first")).hasSize(7).doesNotContainAnyElementsOf(drawn("second"));
    assertThat(sample("first").stream().map(row -> row.getOrDefault("why_replaced", "")))
        .anyMatch(why -> why.startsWith("passed over: "));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "to: 2026-11-20|to: 2026-11-01|, to: it ends before it begins.",
        "seed: \"s\"|seed: \" \"|, seed: it is blank. Give what was made public, or delete the line.",
        "moderated percent: 20|moderated percent: 120|, moderated percent: should be a number from 0 to 100.",
        "moderated percent: 20|cases per auditor: 0|, cases per auditor: should be 1 or more.",
        "domains: [Planning, Visits]|domains: []|, domains: should name 1 to 15 domains that are graded.",
        "domains: [Planning, Visits]|domains: [Visits, Visits]|, domains: one stands here twice.",
        "domains: [Planning, Visits]|domain: [Visits]|there is no key 'domain' here. Did you mean 'domains'?",
        "theme: permanence|{theme: p, id: other|, id: the name of the file is the id. Delete this line, or rename the file.",
        "theme: permanence|them: permanence|the key 'theme' is missing.",
        "theme: permanence|{theme: p, standards: [LAC-VISTI]|, standards: there is no standard 'LAC-VISTI'. Did you mean 'LAC-VISIT'?",
        "theme: permanence|{theme: p, moves: [LAC-VISTI]|, moves: there is no standard or check 'LAC-VISTI'.",
        "theme: permanence|{theme: p, before: 2017-spring|, before: there is no practice week '2017-spring'.",
        "looks back: 12 months|looks back: a year|\"a year\" is not a length of time.",
        "cohort: Open cases|cohort: In care|, 'In care': two cohorts have this name.",
        "sample: 3|warn below: 5|, 'Open cases': say how many are drawn: 'sample: 12', or 'by' and 'sizes' of its parts.",
        "sample: 3|sample: 0|, 'Open cases' > sample: should be 1 or more.",
        "sample: 4|{sample: 4, sizes: {Under 1: 2}|, 'In care' > sizes: they add up to the sample. Delete 'sample', or 'sizes'.",
        "sample: 3|sizes: {Under 1: 2}|, 'Open cases' > sizes: say by what the cohort is divided: 'by: [team]'.",
        "sample: 4|sizes: {Under 1: -2}|, 'In care' > sizes: each should be 0 or more.",
        "in depth: 1|in depth: 6|, 'Open cases' > in depth: should be from 0 to the size of the sample.",
        "by: [age band]|by: [age]|'age'",
        "{open case: yes}|{}|, 'Open cases' > who: say who belongs to it, such as 'age: {at most: 12}'.",
        "{open case: yes}|{on plan: [care plam]}|> who > on plan: there is no plan 'care plam'. Did you mean 'care plan'?",
        "{open case: yes}|{plan open for at least: 3 months}|> who > plan open for at least: say which plan: 'on plan: [child in need plan]'.",
        "{open case: yes}|{category: [NEGG]}|> who > category: there is no code 'NEGG'.",
        "{open case: yes}|{legal status: [X9]}|> who > legal status: there is no code 'X9'.",
        "{open case: yes}|{placement type: [X9]}|> who > placement type: there is no code 'X9'.",
        "{open case: yes}|{teams: [Looked After Taem]}|> who > teams: there is no team 'Looked After Taem'. Did you mean 'Looked After Team'?",
        "{open case: yes}|{services: [Safegarding]}|> who > services: there is no service 'Safegarding'. Did you mean 'Safeguarding'?",
        "{open case: yes}|{standard: {id: CP-VISITS, is: [overdue]}}|> who > standard > id: there is no standard 'CP-VISITS'.",
        "{open case: yes}|{standard: {id: CP-VISIT, is: []}}|> who > standard > is: say how it stands, such as [overdue].",
        "{open case: yes}|{age: {on: 2026-01-01}}|> who > age: say 'at least', 'at most', or both.",
        "{open case: yes}|{age: {at least: 12, at most: 11}}|> who > age: 'at most' is less than 'at least'.",
        "{open case: yes}|{earlier grade: {practice week: gone}}|> who > earlier grade: there is no practice week 'gone'.",
        "{open case: yes}|{incare: {now: yes}}|there is no key 'incare' here. Did you mean 'in care'?",
        "{open case: yes}|{disability: maybe}|> who > disability: this should be one of: yes, no.",
      })
  void a_mistake_in_a_week_is_told_with_file_key_and_fix(String from, String to, String told)
      throws IOException {
    Path own = Folder.copy(Path.of("jobs"), Files.createTempDirectory(folder, "mistakes"));
    String yaml = WEEK.formatted("2026-11-16", "2026-11-20", "s");
    assertThat(yaml).contains(from);
    // A brace at the beginning only parts two keys here.
    String keys = to.startsWith("{theme") || to.startsWith("{sample") ? lines(from, to, yaml) : to;
    Files.writeString(own.resolve("practice-weeks/wrong.yml"), yaml.replace(from, keys));

    Run run =
        Practicewatch.run(
            "practice-week-draw",
            "wrong",
            "--preview",
            "--output",
            output.toString(),
            "--jobs",
            own.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat((run.out() + run.err()).lines())
        .anyMatch(line -> line.contains("jobs/practice-weeks/wrong.yml") && line.contains(told));
  }

  private static String lines(String from, String to, String yaml) {
    int at = yaml.indexOf(from);
    String indent = " ".repeat(at - yaml.lastIndexOf('\n', at) - 1);
    return to.substring(1).replaceFirst(", ", "\n" + indent);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "auditor: Z 1|Z 1 > auditor: it names a folder: use letters, figures and hyphens.",
        "auditor: A01|A01 > auditor: stands here twice. Each has an id of their own.",
        "auditor: Z1, manages: [Safegarding]|Z1 > manages: there is no team or service 'Safegarding'. Did you mean 'Safeguarding'?",
        "auditor: Z1, team: Nowhere|Z1 > team: there is no team 'Nowhere'.",
        "auditor: Z1, audits: [Looked aftr]|Z1 > audits: there is no kind of case 'Looked aftr'. Did you mean 'Looked after'?",
        "auditor: Z1, at most: 0|Z1 > at most: should be 1 or more.",
        "auditor: Z1, email: nobody|Z1 > email: ",
        "auditor: Z1, email: a@elsewhere.example|Z1 > email: the domain of 'a@elsewhere.example' is not among 'allowed domains'",
        "auditor: Z1, depths: [deep]|Z1 > depths > item 1: this should be one of: in depth, lighter.",
      })
  void a_mistake_about_an_auditor_is_told_with_file_key_and_fix(String auditor, String told)
      throws IOException {
    Path own = Folder.copy(Path.of("jobs"), Files.createTempDirectory(folder, "mistakes"));
    Path file = own.resolve("organisation/auditors.yml");
    Files.writeString(
        file, Files.readString(file) + "- {" + auditor + ", name: Somebody, grade: manager}\n");

    Run run = Practicewatch.run("check-settings", "--jobs", own.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat((run.out() + run.err()).lines())
        .anyMatch(line -> line.contains("jobs/organisation/auditors.yml") && line.contains(told));
  }

  @Test
  void how_thorough_may_be_said_where_the_size_follows_from_the_auditors() throws IOException {
    Path own = Folder.copy(Path.of("jobs"), Files.createTempDirectory(folder, "sized"));
    String yaml = WEEK.formatted("2026-11-16", "2026-11-20", "s");
    String first =
        yaml.substring(yaml.indexOf("  - cohort: In care"), yaml.indexOf("  - cohort: Open"));
    Files.writeString(
        own.resolve("practice-weeks/sized.yml"),
        yaml.replace(first, "")
            .replace("    sample: 3\n", "")
            .replace("moderated percent: 20", "cases per auditor: 2"));

    Run run =
        Practicewatch.run(
            "practice-week-draw",
            "sized",
            "--preview",
            "--output",
            output.toString(),
            "--jobs",
            own.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("; 16 asked for.");
  }

  @Test
  void a_week_that_is_not_there_is_told_with_those_that_are() {
    Run run = draw("croydon-2081");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.MISTAKE);
    assertThat(run.err())
        .contains("There is no Practice Week 'croydon-2081'")
        .contains("croydon-2018");
  }

  /** Who belongs to which cohort, against an independent program's lists. */
  @Test
  void the_cohorts_of_a_return_made_by_others_are_those_that_an_independent_program_finds()
      throws IOException {
    Path data = Practicewatch.shared().resolve("data");
    assumeTrue(
        Files.isDirectory(data.resolve("ssda903")),
        "skipped: the data made by others are not at ../shared/data");
    Path own = folder.resolve("croydon");
    Path input = Folder.copy(data.resolve("ssda903"), folder.resolve("croydon-in"));
    Run night = Practicewatch.nightly(input, "2018-03-31", own);
    assertThat(night.exitCode()).as(night.out() + night.err()).isIn(0, 3);

    Run run = Practicewatch.run("practice-week-draw", "croydon-2018", "--output", own.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Map<String, String> row :
        Practicewatch.rows(data.resolve("expected/be903_cohorts_2018-03-31.csv"))) {
      expected
          .computeIfAbsent(row.getOrDefault("cohort", ""), key -> new TreeSet<>())
          .add(row.getOrDefault("child", ""));
    }
    Map<String, Set<String>> found = new TreeMap<>();
    for (Map<String, String> row :
        Practicewatch.rows(own.resolve("practice-weeks/croydon-2018/sample.csv"))) {
      String letter = row.getOrDefault("cohort", "").startsWith("Twelve") ? "A" : "B";
      found.computeIfAbsent(letter, key -> new TreeSet<>()).add(row.getOrDefault("child_id", ""));
    }
    assertThat(expected.get("A")).hasSize(899);
    assertThat(expected.get("B")).hasSize(35);
    assertThat(found).isEqualTo(expected);
  }
}
