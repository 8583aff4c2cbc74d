package org.practicewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.practicewatch.standards.PracticeStandard;

/** What jobs/priorities.yml says of the standards that ship. */
class PrioritiesFileTest {

  private static final String BESIDE_ANOTHER = "-LOCAL";

  @Test
  void every_standard_stands_in_a_priority_so_that_none_falls_to_the_last_unnoticed() {
    Settings settings = new SettingsFolder(Path.of("jobs")).read();
    Set<String> named =
        settings.priorities().inOrder().stream()
            .flatMap(priority -> priority.of().stream())
            .collect(Collectors.toSet());
    assertThat(settings.standards())
        .extracting(PracticeStandard::id)
        .filteredOn(id -> !id.endsWith(BESIDE_ANOTHER))
        .isSubsetOf(named);
  }
}
