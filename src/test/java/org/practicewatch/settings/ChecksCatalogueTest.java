package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.quality.CheckEntry;

/**
 * The page of checks in plain words is the one that the YAML gives, and nothing is missing in it.
 */
class ChecksCatalogueTest {

  private static final Path PAGE = Path.of("jobs/checks/README.md");
  private static final Path REFERENCE = Path.of("../shared/reference/standards.md");
  private static final Settings SHIPPED = new SettingsFolder(Path.of("jobs")).read();

  @TempDir Path folder;

  @Test
  void the_page_says_what_the_yaml_says() throws IOException {
    String page = ChecksCatalogue.write(SHIPPED);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("%s is out of date: mvn test -Dgolden=update -Dtest=ChecksCatalogueTest", PAGE)
        .exists()
        .hasContent(page);
  }

  @Test
  void every_check_of_the_reference_has_an_entry() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "../shared is not beside the clone");
    String text = Files.readString(REFERENCE);
    String section =
        text.substring(text.indexOf("## 8. Data-quality"), text.indexOf("## 9. Conflicts"));
    Matcher id = Pattern.compile("`(dq-[a-z0-9-]+)`").matcher(section);
    Set<String> asked = new HashSet<>();
    while (id.find()) {
      asked.add(id.group(1));
    }
    assertThat(asked).hasSizeGreaterThan(30);
    assertThat(SHIPPED.checks().stream().map(CheckEntry::check).toList()).containsAll(asked);
  }

  @Test
  void a_mistake_is_told_where_it_is() throws IOException {
    Path jobs = SettingsMistakesTest.copyOfJobs(folder);
    edit(jobs, "checks/visits.yml", "limits: {days back: 42,", "limits: {days bakc: 42,");
    edit(jobs, "checks/plans.yml", "judged as: [ICPC]", "judged as: [IPCC]");
    edit(jobs, "checks/people.yml", "tells: [no date of birth]", "tells: [not a date]");
    edit(jobs, "checks/care.yml", "- check: dq-oc2", "- check: dq-oc3");
    assertThat(SettingsMistakesTest.mistakes(jobs))
        .contains(
            "jobs/checks/visits.yml, dq-visit-not-seen > limits: the limit 'days back' is missing.",
            "jobs/checks/visits.yml, dq-visit-not-seen > limits: the check has no limit 'days"
                + " bakc'.",
            "jobs/checks/plans.yml, dq-icpc-missing > judged as: there is no standard 'IPCC'.",
            "jobs/checks/care.yml, dq-oc3: there is no check of this name. Did you mean 'dq-oc2'?"
                + " Correct it, or take it out.")
        .anyMatch(told -> told.contains("'not a date' also belongs to"));
  }

  @Test
  void a_check_without_its_entry_is_told() throws IOException {
    Path jobs = SettingsMistakesTest.copyOfJobs(folder);
    Files.delete(jobs.resolve("checks/visits.yml"));
    List<String> told = SettingsMistakesTest.mistakes(jobs);
    assertThat(told)
        .anyMatch(line -> line.startsWith("jobs/checks, dq-visit-type: this check has no entry."));
  }

  private static void edit(Path jobs, String file, String from, String to) throws IOException {
    String text = Files.readString(jobs.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(jobs.resolve(file), text.replace(from, to));
  }
}
