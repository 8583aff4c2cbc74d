package org.practicewatch.quality.checks;

import java.util.Comparator;
import java.util.List;
import org.practicewatch.casework.Activity;
import org.practicewatch.quality.ChildRecord;

/** Visits to children, of whatever sort. */
final class Visits {

  static final List<String> KINDS =
      List.of("child protection visit", "looked-after visit", "child in need visit");

  private Visits() {}

  /** Those of the last days, oldest first. */
  static List<Activity> recent(ChildRecord record, int days) {
    return KINDS.stream()
        .flatMap(kind -> record.timeline().activities(kind).stream())
        .filter(one -> Rows.isRecent(one.on(), record.asAt(), days))
        .sorted(Comparator.comparing(Activity::on))
        .toList();
  }
}
