package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every worked example beside a standard, named by its {@code because}. */
class StandardsExamplesTest {

  @TestFactory
  Stream<DynamicTest> every_worked_example_holds() {
    Settings settings = new SettingsFolder(Path.of("jobs")).read();
    return settings.standards().stream()
        .flatMap(
            standard ->
                standard.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                standard.id() + ": " + example.because(),
                                () ->
                                    assertThat(example.disagreement(standard, settings.calendar()))
                                        .isEmpty())));
  }
}
