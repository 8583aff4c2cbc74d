package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.settings.StandardsHere.Worked;
import org.practicewatch.standards.Example;

/** Every worked example beside a standard or a change of one, named by its {@code because}. */
class StandardsExamplesTest {

  private static final Path JOBS = Path.of("jobs");

  private static final WorkingDays CALENDAR = new SettingsFolder(JOBS).read().calendar();

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> every_worked_example_holds() {
    return examples(JOBS);
  }

  /** Each by itself, whether or not the shipped local.yml names it. */
  @TestFactory
  Stream<DynamicTest> every_worked_example_of_a_preset_holds() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String preset : presets()) {
      Path jobs = SettingsMistakesTest.copyOfJobs(folder.resolve(preset));
      Files.writeString(jobs.resolve("standards/local.yml"), "presets: [" + preset + "]\n");
      new SettingsFolder(jobs).read();
      tests.addAll(examples(jobs).filter(test -> test.getDisplayName().contains(preset)).toList());
      assertThat(tests).as(preset).isNotEmpty();
    }
    return tests.stream();
  }

  private static Stream<DynamicTest> examples(Path jobs) {
    List<SettingsMistake> mistakes = new ArrayList<>();
    StandardsHere standards =
        new StandardsFolder(jobs, new YamlFiles(jobs, mistakes), mistakes).standards();
    assertThat(mistakes).isEmpty();
    return standards.worked().stream()
        .flatMap(one -> one.standard().examples().stream().map(example -> test(one, example)));
  }

  private static DynamicTest test(Worked one, Example example) {
    return DynamicTest.dynamicTest(
        one.file() + ", " + one.standard().id() + ": " + example.because(),
        () -> assertThat(example.disagreement(one.standard(), one.judgedBy(), CALENDAR)).isEmpty());
  }

  static List<String> presets() throws IOException {
    try (Stream<Path> files = Files.list(JOBS.resolve("standards/presets"))) {
      return files.map(file -> file.getFileName().toString().replace(".yml", "")).sorted().toList();
    }
  }
}
