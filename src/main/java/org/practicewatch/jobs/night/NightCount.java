package org.practicewatch.jobs.night;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Benchmarks;
import org.practicewatch.compliance.FlagTally;
import org.practicewatch.compliance.PublishedMembership;
import org.practicewatch.compliance.PublishedTally;
import org.practicewatch.compliance.Tally;
import org.practicewatch.compliance.store.FindingStore;
import org.practicewatch.compliance.store.FlagStore;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.quality.store.IssueStore;
import org.practicewatch.settings.Settings;

/**
 * The night's findings, flags and issues, counted once for all who tell of them: by the step that
 * closes the night, or anew where a process takes the night up after that step.
 */
final class NightCount {

  private final Tonight tonight;
  private final FindingStore findings;
  private final FlagStore flags;
  private final IssueStore issues;
  private @Nullable Tally tally;
  private @Nullable FlagTally flagTally;
  private @Nullable Map<String, Integer> issuesByCheck;

  NightCount(Tonight tonight, Stores stores) {
    this.tonight = tonight;
    this.findings = stores.findings();
    this.flags = stores.flags();
    this.issues = stores.issues();
  }

  /** An empty tally of tonight, for who reads every finding anyway. */
  Tally begin(List<String> judged) {
    Organisation organisation = tonight.settings().organisation();
    return new Tally(
        tonight.asAt(),
        tonight.yearFrom(),
        organisation.authority().name(),
        organisation.teams(),
        judged,
        tonight.settings().priorities()::figure,
        publishedTally());
  }

  private PublishedTally publishedTally() {
    Settings settings = tonight.settings();
    Benchmarks published = settings.benchmarks();
    return new PublishedTally(
        tonight.asAt(),
        new PublishedMembership(tonight.asAt(), published.year(), settings.calendar()),
        published.measures());
  }

  /** What {@link #begin} began, with every finding in it. */
  void keep(Tally counted) {
    tally = counted;
    flagTally = null;
    issuesByCheck = null;
  }

  /**
   * Tonight's findings, counted.
   *
   * @param judged ids of the standards that have a figure even of nothing
   */
  Tally tally(List<String> judged) {
    Tally counted = tally;
    if (counted == null) {
      counted = begin(judged);
      findings.forEachChild(tonight.run().number(), counted::add);
      tally = counted;
    }
    return counted;
  }

  /** Tonight's flags and caseloads, counted. */
  FlagTally flagTally(WhatStands standing) {
    FlagTally counted = flagTally;
    if (counted == null) {
      counted = standing.flagTally();
      flags.forEach(tonight.run().number(), counted::add, counted::add);
      flagTally = counted;
    }
    return counted;
  }

  /** How often each check found something, the most frequent first. */
  Map<String, Integer> issuesByCheck() {
    Map<String, Integer> counted = issuesByCheck;
    if (counted == null) {
      counted = issues.countByCheck(tonight.run().number());
      issuesByCheck = counted;
    }
    return counted;
  }
}
