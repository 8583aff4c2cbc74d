package org.practicewatch.jobs.standing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.exceptions.ExceptionKey;
import org.practicewatch.exceptions.ExceptionKey.Sort;
import org.practicewatch.exceptions.Meaning;
import org.practicewatch.exceptions.Priorities;
import org.practicewatch.exceptions.Priorities.Priority;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.checks.ChildNotSeen;
import org.practicewatch.settings.Settings;
import org.practicewatch.standards.PracticeStandard;

/** What a gap means to whoever has to put it right, from the standards, checks and priorities. */
public final class WhatItMeans {

  private final Priorities priorities;
  private final Map<String, PracticeStandard> standards = new HashMap<>();
  private final Map<String, CheckEntry> checks = new HashMap<>();
  private final Map<String, CheckEntry> checkByIssue = new HashMap<>();
  private final Map<String, CheckEntry> checkByBeginning = new HashMap<>();

  /** As the settings have it. */
  public WhatItMeans(Settings settings) {
    this.priorities = settings.priorities();
    // The last version of a standard is the one in force.
    settings.standards().forEach(one -> standards.put(one.id(), one));
    for (CheckEntry check : settings.checks()) {
      checks.put(check.check(), check);
      checkByIssue.put(check.check(), check);
      for (String name : check.tells()) {
        (name.endsWith(" ") ? checkByBeginning : checkByIssue).put(name, check);
      }
    }
  }

  /** Every standard that is in the settings. */
  public Set<String> standardIds() {
    return standards.keySet();
  }

  /** The standards that a visit to the child meets. */
  public Set<String> visits() {
    return standards.values().stream()
        .filter(one -> ChildNotSeen.VISITS.contains(one.metBy()))
        .map(PracticeStandard::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The check that an issue's name belongs to; null for none. */
  public @Nullable CheckEntry checkOf(String issue) {
    CheckEntry exactly = checkByIssue.get(issue);
    return exactly != null
        ? exactly
        : checkByBeginning.entrySet().stream()
            .filter(one -> issue.startsWith(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  /** Standards and checks of which it has to be found out whether the child was seen. */
  public Set<String> neverAcceptedUntold() {
    return Stream.concat(standards.keySet().stream(), checks.keySet().stream())
        .filter(id -> priorities.of(id).neverAcceptedUntold())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a standard or check is called. */
  public String title(String code) {
    PracticeStandard standard = standards.get(code);
    CheckEntry check = checks.get(code);
    return standard != null ? standard.title() : check != null ? check.title() : code;
  }

  /** What a gap means. */
  public Meaning of(ExceptionKey key) {
    Priority priority = priorities.of(key.code());
    PracticeStandard standard = standards.get(key.code());
    CheckEntry check = checks.get(key.code());
    int rank = priorities.rank(key.code());
    if (standard == null) {
      return new Meaning(
          key.code(),
          title(key.code()),
          check == null ? "" : check.wrong(),
          check == null ? "" : check.why(),
          check == null ? "" : check.putRight(),
          check == null ? priority.who() : check.who(),
          check == null ? "" : check.basis(),
          rank,
          priority.priority(),
          priority.severity(),
          "",
          priority.neverAcceptedUntold());
    }
    boolean late = key.sort() == Sort.PRACTICE;
    return new Meaning(
        key.code(),
        late ? standard.title() : standard.title() + ": cannot be told",
        late
            ? "Not done in time. " + standard.rule()
            : "The record does not say whether it was done in time. " + standard.rule(),
        priority.why(),
        late ? toDo(standard) : toRecord(standard),
        priority.who(),
        standard.basis(),
        rank,
        priority.priority(),
        priority.severity(),
        standard.startedBy(),
        priority.neverAcceptedUntold());
  }

  private static String toDo(PracticeStandard standard) {
    return "If it was done, record it with its date (" + standard.metBy() + "). If not, do it now.";
  }

  private static String toRecord(PracticeStandard standard) {
    return "Look at the cell. Complete or correct the dates of the "
        + standard.metBy().toLowerCase(Locale.UK)
        + " and of what it is counted from.";
  }
}
