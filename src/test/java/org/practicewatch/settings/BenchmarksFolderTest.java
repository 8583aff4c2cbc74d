package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicewatch.compliance.Benchmarks;
import org.practicewatch.compliance.PublishedFigure;
import org.practicewatch.compliance.PublishedMeasure;
import org.practicewatch.compliance.PublishedSeries;
import org.practicewatch.compliance.Whose;
import org.practicewatch.fixtures.Practicewatch;
import org.practicewatch.standards.Sources;

/** The published figures: ours of England and the regions, and DfE's tables beside them. */
class BenchmarksFolderTest {

  private static final String AREAS =
      "time_period,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
          + "new_la_code,la_name,";

  /** Invented councils in the columns of DfE's table of plans. */
  private static final String PLANS =
      AREAS
          + """
          CPP_At31_3Months,Reviewed_within_timescales,Reviewed_within_timescales_percent
          2024,National,E92000001,England,,,,,,35090,31500,89.8
          2025,National,E92000001,England,,,,,,34000,30000,88.4
          2024,Regional,E92000001,England,E12000009,South West,,,,4000,3600,90.1
          2023,Local authority,E92000001,England,E12000009,South West,991,E0600001,Fernshire,40,37,92.5
          2024,Local authority,E92000001,England,E12000009,South West,991,E0600009,Fernshire,c,12,c
          2024,Local authority,E92000001,England,E12000009,South West,992,E0600002,Mossdale,0,0,z
          2024,Local authority,E92000001,England,E12000009,South West,993,E0600003,Otterham,800,257,
          """;

  private static final String CONFERENCES =
      AREAS
          + """
          ICPC,Duration_0-10_days,Duration_11-15_days,Duration_16-20_days
          2024,Local authority,E92000001,England,E12000009,South West,991,E0600009,Fernshire,400,57,200,143
          2024,Local authority,E92000001,England,E12000009,South West,992,E0600002,Mossdale,30,20,4,c
          """;

  @TempDir Path folder;

  private Path benchmarks;
  private Path jobs;

  private void place(String comparison, Map<String, String> tables) throws IOException {
    jobs = SettingsMistakesTest.copyOfJobs(folder);
    benchmarks = jobs.resolve("benchmarks");
    Files.writeString(benchmarks.resolve("benchmarks.yml"), comparison);
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(benchmarks.resolve(table.getKey()), table.getValue());
    }
  }

  private Benchmarks read() {
    return new SettingsFolder(jobs).read().benchmarks();
  }

  private List<String> told() {
    List<String> told = SettingsMistakesTest.mistakes(jobs);
    assertThat(told).allSatisfy(SettingsMistakesTest::isPlain);
    return told;
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = benchmarks.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private static PublishedMeasure measure(Benchmarks published, String id) {
    return published.measures().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable BigDecimal percent(PublishedSeries of, PublishedMeasure by, int year) {
    PublishedFigure figure = of.find(by, year);
    return figure == null ? null : figure.percent();
  }

  @Test
  void a_council_named_by_code_or_name_is_found_under_every_code_it_has_had() throws IOException {
    place(
        "region: South West\nour council: E0600001\nneighbours: [Otterham, 992]\n",
        Map.of("plans.csv", PLANS, "conferences.csv", CONFERENCES));

    Benchmarks published = read();

    PublishedMeasure plans = measure(published, "D6");
    PublishedMeasure conferences = measure(published, "C4");
    assertThat(published.series())
        .extracting(PublishedSeries::whose)
        .containsExactly(
            Whose.PUBLISHED_OF_US, Whose.ENGLAND, Whose.REGION, Whose.NEIGHBOUR, Whose.NEIGHBOUR);
    PublishedSeries ours = published.series().get(0);
    assertThat(ours.code()).as("its newest").isEqualTo("E0600009");
    assertThat(percent(ours, plans, 2023)).isEqualByComparingTo("92.5");
    assertThat(ours.find(plans, 2024)).isEqualTo(new PublishedFigure(null, "suppressed"));
    assertThat(percent(ours, conferences, 2024)).as("257 of 400, half up").hasToString("64.3");
    PublishedSeries otterham = published.series().get(3);
    assertThat(percent(otterham, plans, 2024))
        .as("257 of 800, where DfE gives no percentage")
        .hasToString("32.1");
    PublishedSeries mossdale = published.series().get(4);
    assertThat(mossdale.find(plans, 2024)).isEqualTo(new PublishedFigure(null, "not applicable"));
    assertThat(percent(mossdale, conferences, 2024))
        .as("what is suppressed of those out of time is in the total")
        .hasToString("80.0");
  }

  @Test
  void a_table_beside_ours_knows_better_than_ours_of_england_and_the_regions() throws IOException {
    place("region: E12000009\n", Map.of("plans.csv", PLANS));

    Benchmarks published = read();

    PublishedMeasure plans = measure(published, "D6");
    assertThat(percent(published.series().get(0), plans, 2025)).hasToString("88.4");
    assertThat(percent(published.series().get(1), plans, 2024)).hasToString("90.1");
    assertThat(percent(published.series().get(1), plans, 2023)).hasToString("89.9");
  }

  @Test
  void of_two_tables_the_one_that_reaches_further_is_read() throws IOException {
    place(
        "our council: Fernshire\n",
        Map.of("a.csv", PLANS, "b.csv", PLANS.replace("2023,", "2026,").replace("92.5", "91.5")));

    Benchmarks published = read();

    assertThat(published.series().get(0).of(measure(published, "D6"))).containsOnlyKeys(2024, 2026);
  }

  @Test
  void without_the_folder_no_figures_are_looked_at_and_england_needs_no_file_of_ours()
      throws IOException {
    place("region: London\n", Map.of());
    Files.delete(benchmarks.resolve("benchmarks.yml"));
    assertThat(read().series()).extracting(PublishedSeries::name).containsExactly("England");

    try (Stream<Path> files = Files.list(benchmarks)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(benchmarks);
    assertThat(read()).isEqualTo(Benchmarks.NONE);
  }

  @Test
  void a_name_that_is_not_there_is_told_with_the_likeliest() throws IOException {
    place(
        "region: Suoth West\nour council: Fernshyre\nneighbours: [Mossdale, E0600002]\n",
        Map.of("plans.csv", PLANS));
    assertThat(told())
        .anyMatch(
            line ->
                line.startsWith(
                    "jobs/benchmarks/benchmarks.yml, region: 'Suoth West' is no region in"
                        + " jobs/benchmarks/published.yml. Did you mean 'South West'?"))
        .contains(
            "jobs/benchmarks/benchmarks.yml, our council: 'Fernshyre' is no code and no name of a"
                + " council in the tables in this folder. Did you mean 'Fernshire'?"
                + " Write it as in their column new_la_code or la_name.",
            "jobs/benchmarks/benchmarks.yml, neighbours: 'E0600002' is shown already. Delete it"
                + " here.")
        .hasSize(3);
  }

  @Test
  void a_council_without_any_table_is_told_what_to_do() throws IOException {
    place("our council: E06000052\n", Map.of());
    assertThat(told())
        .containsExactly(
            "jobs/benchmarks/benchmarks.yml, our council: 'E06000052' cannot be found, for no table"
                + " in this folder has councils. Put DfE's tables here as CSV, or delete this"
                + " line.");
  }

  @Test
  void a_cell_that_is_no_number_and_no_mark_is_told_with_its_row_and_column() throws IOException {
    place(
        "neighbours: []\n",
        Map.of(
            "plans.csv",
            PLANS
                .replace("257,\n", "many,\n")
                .replace("2024,National", "2024/25,National")
                .replace("3600,90.1", "3600,901")
                .replace("991,E0600009", "991,")
                .replace("2023,Local", "2024,Local")));
    assertThat(told())
        .containsExactly(
            "jobs/benchmarks/plans.csv, row 2, time_period: '2024/25' should be a year of four"
                + " digits, such as 2024.",
            "jobs/benchmarks/plans.csv, row 4, Reviewed_within_timescales_percent: this gives 901"
                + " per cent.",
            "jobs/benchmarks/plans.csv, row 6, new_la_code: there is no code here.",
            "jobs/benchmarks/plans.csv, row 8, Reviewed_within_timescales: 'many' is neither a"
                + " number nor one of the marks in jobs/benchmarks/measures.yml: c, u, x, z.");
  }

  @Test
  void a_row_that_a_comma_shifted_is_told_and_not_read() throws IOException {
    place("neighbours: []\n", Map.of("plans.csv", PLANS.replace("Fernshire,40", "Fern, shire,40")));
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("jobs/benchmarks/plans.csv, row 5, time_period: The row has more or fewer");
  }

  @Test
  void a_file_that_is_no_table_or_half_of_one_or_there_twice_is_told() throws IOException {
    Map<String, String> tables = new HashMap<>();
    tables.put("a.csv", PLANS);
    tables.put("b.csv", PLANS);
    tables.put("c.csv", PLANS.replace("CPP_At31_3Months", "Plans"));
    tables.put("d.csv", "Child,Visited on\nC1,2025-01-06\n");
    tables.put("e.xlsx", "");
    tables.put("neighbours.yml", "neighbours: []\n");
    tables.put("f.csv", PLANS + PLANS.lines().skip(1).findFirst().orElseThrow() + "\n");
    place("region: London\n", tables);
    assertThat(told())
        .contains(
            "jobs/benchmarks/b.csv: jobs/benchmarks/a.csv gives D6 up to 2025 too. Keep one of the"
                + " two.",
            "jobs/benchmarks/c.csv: this looks like DfE's table of D6 but has no column"
                + " 'CPP_At31_3Months'. Put it right here, or in jobs/benchmarks/measures.yml where"
                + " DfE has renamed it.",
            "jobs/benchmarks/d.csv: this is no table of DfE's, for it has no columns 'time_period'"
                + " and 'geographic_level'. Take it out of this folder.",
            "jobs/benchmarks/e.xlsx: only benchmarks.yml, measures.yml, published.yml and DfE's"
                + " tables as CSV are read here. Take it out of this folder.",
            "jobs/benchmarks/neighbours.yml: only benchmarks.yml, measures.yml, published.yml and"
                + " DfE's tables as CSV are read here. Take it out of this folder.",
            "jobs/benchmarks/f.csv, row 9, time_period: 'England' stands here and in row 2 for"
                + " 2024. Delete one of the two.");
  }

  @Test
  void other_tables_of_dfes_and_notes_are_passed_over() throws IOException {
    place(
        "our council: Fernshire\n",
        Map.of("plans.csv", PLANS, "d1.csv", AREAS + "CPP_start\n", "README.txt", "where from"));

    assertThat(read().series()).hasSize(2);
  }

  @Test
  void what_cannot_be_read_in_our_own_files_is_told() throws IOException {
    place("region: London\n", Map.of());
    edit("published.yml", "2015: 93.9", "2015: most");
    edit("measures.yml", "counts: open with every one in time", "counts: open plans");
    edit("measures.yml", "year begins: 04-01", "year begins: 02-31");
    assertThat(told())
        .containsExactlyInAnyOrder(
            "jobs/benchmarks/measures.yml, measures > 'D6' > counts: this should be one of: done in"
                + " the year, open with every one in time.",
            "jobs/benchmarks/measures.yml, year begins: this should be a month and a day, such as"
                + " 04-01.",
            "jobs/benchmarks/published.yml, england > percent > D6 > 2015: this should be a number,"
                + " such as 89.8.");
  }

  @Test
  void names_and_numbers_that_do_not_fit_are_told() throws IOException {
    place("region: London\n", Map.of());
    edit("published.yml", "C2: {2014: 82.2", "C3: {2014: 82.2");
    edit("published.yml", "2014: 69.3", "214: 693");
    edit("measures.yml", "standard: ICPC", "standard: ICP");
    assertThat(told())
        .anyMatch(
            line ->
                line.startsWith(
                    "jobs/benchmarks/measures.yml, measures > 'C4' > standard: 'ICP' is no"
                        + " standard. Did you mean 'ICPC'?"))
        .contains(
            "jobs/benchmarks/published.yml, 'England' > percent: 'C3' is no measure of"
                + " jobs/benchmarks/measures.yml. Did you mean 'C2'? Known: C2, C4, D6.",
            "jobs/benchmarks/published.yml, 'England' > C4: '214' should be a year, such as 2024.",
            "jobs/benchmarks/published.yml, 'England' > C4: '693' of 214 should be a percentage"
                + " from 0 to 100.")
        .hasSize(4);
  }

  @Test
  void a_table_is_part_of_what_a_night_is_known_by() throws IOException {
    place("region: London\n", Map.of());
    String without = new SettingsFolder(jobs).read().sha256();
    Files.writeString(benchmarks.resolve("plans.csv"), PLANS);

    assertThat(new SettingsFolder(jobs).read().sha256()).isNotEqualTo(without);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          switched off: [{standard: CP-REVIEW, because: a test}] | CP-REVIEW is switched off
          switched off: [{standard: CP-REVIEW, from: 2025-01-01, because: a test}] | CP-REVIEW is switched off
          switched off: [{standard: CP-REVIEW, to: 2024-12-31, because: a test}] | CP-REVIEW was switched off for a time
          changes: [{standard: CP-REVIEW, because: a test, rule: A test., timescale: {in turn: [4 months]}, examples: [{because: a test, from: 2025-01-06, as at: 2025-01-06, expect: [not yet due]}]}] | CP-REVIEW is a rule of our own here, not DfE's
          changes: [{standard: CP-REVIEW, from: 2025-06-01, because: a test, rule: A test., counts on the first day: true, examples: [{because: a test, from: 2025-07-07, as at: 2025-07-08, expect: [not yet due]}]}] | CP-REVIEW is a rule of our own here, not DfE's
          changes: [{standard: CP-REVIEW, because: a test, target: 95}] |
          """)
  void a_measure_whose_standard_is_off_or_changed_says_so(String local, String whyNot)
      throws IOException {
    place("region: London\n", Map.of());
    Files.writeString(jobs.resolve("standards/local.yml"), local + "\n");

    Settings settings = new SettingsFolder(jobs).read();
    Sources sources =
        new Sources(
            Set.of("child protection review conference"),
            Set.of(),
            Set.of("child protection plan"));
    assertThat(
            measure(settings.benchmarks(), "D6")
                .findWhyNot(settings.standards(), sources, LocalDate.parse("2025-03-31")))
        .isEqualTo(Optional.ofNullable(whyNot).map(why -> "cannot judge: " + why));
  }

  // ---- held against what an independent program made of DfE's tables ----

  private static final Map<String, String> COLUMNS =
      Map.of(
          "D6", "cpp_reviewed_in_timescale_pct",
          "C2", "assessments_within_45wd_pct",
          "C4", "icpc_within_15wd_pct");

  private static List<Map<String, String>> expected() {
    Path file = Practicewatch.shared().resolve("data/expected/dfe_benchmarks.csv");
    assumeTrue(Files.exists(file), "skipped: DfE's tables are not at ../shared/data");
    return Practicewatch.rows(file);
  }

  @Test
  void every_row_of_dfes_tables_comes_out_as_it_was_published() throws IOException {
    List<Map<String, String>> expected = expected();
    Path jobs = Path.of("jobs");
    List<SettingsMistake> mistakes = new ArrayList<>();
    MeasuresFile measures =
        new YamlFiles(jobs, mistakes)
            .read(jobs.resolve("benchmarks/measures.yml"), MeasuresFile.class)
            .orElseThrow();
    Map<String, PublishedFigure> read = new HashMap<>();
    try (Stream<Path> files = Files.list(Practicewatch.shared().resolve("data/dfe-statistics"))) {
      for (Path file : files.sorted().toList()) {
        new DfeTables(measures, mistakes)
            .read(file, file.getFileName().toString())
            .ifPresent(
                table ->
                    table
                        .rows()
                        .forEach(
                            row ->
                                read.put(
                                    table.measure() + " " + row.code() + " " + row.year(),
                                    row.figure())));
      }
    }
    assertThat(mistakes).isEmpty();
    Map<String, Integer> compared = new HashMap<>();
    for (Map<String, String> row : expected) {
      COLUMNS.forEach(
          (measure, column) -> {
            String percent = row.get(column);
            PublishedFigure figure =
                read.get(measure + " " + row.get("code") + " " + row.get("year"));
            if (percent.isEmpty()) {
              assertThat(figure == null ? null : figure.percent()).isNull();
            } else {
              assertThat(figure.percent())
                  .as(measure + " " + row)
                  .isEqualByComparingTo(new BigDecimal(percent));
              compared.merge(measure + " " + row.get("level"), 1, Integer::sum);
            }
          });
    }
    assertThat(compared)
        .containsEntry("D6 Local authority", 1_784)
        .containsEntry("D6 Regional", 132)
        .containsEntry("C2 Local authority", 1_445)
        .containsEntry("C4 Local authority", 1_746);
  }

  @Test
  void our_own_table_of_england_and_the_regions_is_what_was_published() {
    List<Map<String, String>> expected = expected();
    Path jobs = Path.of("jobs");
    PublishedFile published =
        new YamlFiles(jobs, new ArrayList<>())
            .read(jobs.resolve("benchmarks/published.yml"), PublishedFile.class)
            .orElseThrow();
    List<PublishedFile.Area> areas = new ArrayList<>(published.regions());
    areas.add(published.england());
    Map<String, BigDecimal> ours = new HashMap<>();
    for (PublishedFile.Area area : areas) {
      area.percent()
          .forEach(
              (measure, years) ->
                  years.forEach(
                      (year, percent) ->
                          ours.put(measure + " " + area.code() + " " + year, percent)));
    }
    for (Map<String, String> row : expected) {
      if (!row.get("level").equals("Local authority")) {
        COLUMNS.forEach(
            (measure, column) -> {
              BigDecimal one = ours.remove(measure + " " + row.get("code") + " " + row.get("year"));
              if (row.get(column).isEmpty()) {
                assertThat(one).isNull();
              } else {
                assertThat(one).isEqualByComparingTo(new BigDecimal(row.get(column)));
              }
            });
      }
    }
    assertThat(ours).as("nothing that was not published").isEmpty();
  }
}
