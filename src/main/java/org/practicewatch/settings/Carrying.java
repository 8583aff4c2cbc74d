package org.practicewatch.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.intake.TableProfile;

/** Which tables of which layouts carry a kind of activity or span. */
final class Carrying {

  private Carrying() {}

  /** The tables of a layout that carry one of some kinds; empty where there is none. */
  static String tables(ExtractProfile profile, Collection<String> kinds) {
    return profile.tables().stream()
        .filter(
            table -> table.meanings().stream().anyMatch(row -> kinds.stream().anyMatch(row::gives)))
        .map(TableProfile::table)
        .collect(Collectors.joining(", "));
  }

  /**
   * The layouts that have tables of their own for one of some kinds, with those tables. What
   * carries whatever a row names is not among them.
   */
  static List<String> layouts(List<ExtractProfile> profiles, Collection<String> kinds) {
    List<String> layouts = new ArrayList<>();
    for (ExtractProfile profile : profiles) {
      String tables = tables(profile, kinds);
      if (!tables.isEmpty() && !carriesWhateverIsNamed(profile)) {
        layouts.add(profile.profile() + " (" + tables + ")");
      }
    }
    return layouts;
  }

  /** Whether it is a layout such as activities, which carries whatever a row names. */
  static boolean carriesWhateverIsNamed(ExtractProfile profile) {
    return profile.tables().stream().anyMatch(TableProfile::givesWhateverIsNamed);
  }
}
