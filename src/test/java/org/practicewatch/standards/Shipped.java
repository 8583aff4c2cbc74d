package org.practicewatch.standards;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.settings.Settings;
import org.practicewatch.settings.SettingsFolder;

/** The standards that ship, and sources that carry everything act by act. */
final class Shipped {

  private static final Settings SETTINGS = new SettingsFolder(Path.of("jobs")).read();

  /** Every activity act by act, every kind of span. */
  static final Sources EVENTS =
      new Sources(
          SETTINGS.standards().stream()
              .flatMap(standard -> standard.activities().stream())
              .collect(Collectors.toSet()),
          Set.of(),
          SETTINGS.standards().stream()
              .filter(standard -> !standard.during().isEmpty())
              .flatMap(standard -> PracticeStandard.recordedAs(standard.during()).stream())
              .collect(Collectors.toSet()));

  private Shipped() {}

  static List<PracticeStandard> standards() {
    return SETTINGS.standards();
  }

  static PracticeStandard standard(String id) {
    return standards().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  static WorkingDays calendar() {
    return SETTINGS.calendar();
  }
}
