package org.practicewatch.settings;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practicewatch.intake.ExtractProfile;
import org.practicewatch.settings.SettingsFolder.InFile;

/** What {@code nightly.yml} has to be like. */
record NightlyCheck(Mistakes mistakes) {

  private static final String NIGHTLY = "jobs/nightly.yml";

  void check(NightlySettings nightly) {
    if (nightly.heldWhenShrunkByMoreThan() < 1 || nightly.heldWhenShrunkByMoreThan() > 100) {
      mistakes.tell(
          NIGHTLY,
          "held when a table shrinks by more than percent",
          "should be a number from 1 to 100.");
    }
    if (nightly.keepFindingsFor() < 1) {
      mistakes.tell(NIGHTLY, "keep findings for nights", "should be 1 or more.");
    }
    Integer folders = nightly.keepFoldersFor();
    if (folders != null && folders < 1) {
      mistakes.tell(
          NIGHTLY, "keep folders for nights", "should be 1 or more; leave it out to keep all.");
    }
    Integer years = nightly.keepReturnsFor();
    if (years != null && years < 1) {
      mistakes.tell(
          NIGHTLY, "keep returns for years", "should be 1 or more; leave it out to keep all.");
    }
    if (nightly.listedDaysAhead() < 1) {
      mistakes.tell(NIGHTLY, "list what is due in the next days", "should be 1 or more.");
    }
    if (nightly.percentagesFrom() < 1) {
      mistakes.tell(NIGHTLY, "percentages from denominators of", "should be 1 or more.");
    }
    try {
      nightly.firstOfYear();
    } catch (DateTimeException wrong) {
      mistakes.tell(NIGHTLY, "year begins", "should be a month and a day, such as 04-01.");
    }
  }

  /** After how many days which table is too old to be judged by. */
  void staleAfter(NightlySettings nightly, List<InFile<ExtractProfile>> profiles) {
    Map<String, Set<String>> tables = new TreeMap<>();
    for (InFile<ExtractProfile> one : profiles) {
      one.entry()
          .tables()
          .forEach(
              table ->
                  tables
                      .computeIfAbsent(one.entry().profile(), name -> new TreeSet<>())
                      .add(table.table()));
    }
    Integer limit = nightly.staleAfterDays();
    if (limit != null && limit < 1) {
      mistakes.tell(NIGHTLY, "stale after days", "should be 1 or more.");
    }
    String other = "stale after other days";
    Set<String> named = new HashSet<>();
    for (NightlySettings.StaleAfter one : nightly.staleAfterOtherDays()) {
      String table = one.table();
      mistakes.known(NIGHTLY, other, List.of(one.layout()), tables.keySet(), "layout");
      if (table != null && tables.containsKey(one.layout())) {
        mistakes.known(
            NIGHTLY, other, List.of(table), tables.get(one.layout()), "table of this layout");
      }
      if (one.days() < 1) {
        mistakes.tell(NIGHTLY, other + " > days", "should be 1 or more.");
      }
      if (!named.add(one.layout() + "\n" + table)) {
        mistakes.tell(NIGHTLY, other, "'" + one.layout() + "' has two limits for the same.");
      }
    }
  }
}
