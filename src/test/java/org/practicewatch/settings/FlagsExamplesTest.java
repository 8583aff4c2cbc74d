package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every worked example beside a flag, named by its {@code because}. */
class FlagsExamplesTest {

  @TestFactory
  Stream<DynamicTest> every_worked_example_holds() {
    Settings settings = new SettingsFolder(Path.of("jobs")).read();
    return settings.flags().stream()
        .flatMap(
            flag ->
                flag.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                flag.id() + ": " + example.because(),
                                () ->
                                    assertThat(example.disagreement(flag, settings.calendar()))
                                        .isEmpty())));
  }
}
