package org.practicewatch.jobs.week;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.exceptions.AcceptanceRules;
import org.practicewatch.exceptions.Following;
import org.practicewatch.exceptions.GapsOfANight;
import org.practicewatch.exceptions.WhatIsShown;
import org.practicewatch.exceptions.store.ExceptionStore.WeeklyRun;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.standards.Silence.OldTable;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows every exception to this week, with what returned lists ask; all in one transaction. */
public final class FollowExceptions {

  private final ThisWeek week;
  private final Stores stores;
  private final WhatStands standing;
  private final TellTheWeek telling;
  private final WhatItMeans meanings;
  private final TransactionTemplate transaction;
  private final Progress progress;

  FollowExceptions(
      ThisWeek week,
      Stores stores,
      WhatStands standing,
      TellTheWeek telling,
      WhatItMeans meanings,
      TransactionTemplate transaction,
      Progress progress) {
    this.week = week;
    this.stores = stores;
    this.standing = standing;
    this.telling = telling;
    this.meanings = meanings;
    this.transaction = transaction;
    this.progress = progress;
  }

  /** Follows; a week that was followed before its job broke off stays as it was. */
  void follow() {
    if (stores.exceptions().findWeek(week.week()).isPresent()) {
      return;
    }
    ReturnedLists returned;
    try {
      returned = ReturnedLists.read(week, stores.exceptions()::wasReturned);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Following.Week outcome =
        Following.week(
            stores.exceptions().all(),
            shown(),
            returned.asked(),
            new AcceptanceRules(
                week.weekly().acceptedForAtMostWeeks(),
                week.weekly().reasons(),
                week.weekly().neverAccepted(),
                meanings.neverAcceptedUntold()),
            week.weekly().escalation(),
            key -> meanings.of(key).severity(),
            week.settings().merged());
    transaction.executeWithoutResult(
        status ->
            stores
                .exceptions()
                .follow(
                    new WeeklyRun(week.week(), week.asAt(), week.run(), false),
                    outcome.and(returned.refused()),
                    returned.hashes()));
    returned.told().forEach(progress::say);
  }

  private WhatIsShown shown() {
    Set<String> run = new HashSet<>();
    telling
        .ran()
        .forEach(
            (code, missing) -> {
              if (missing.isEmpty()) {
                run.add(code);
              }
            });
    List<OldTable> old = standing.oldTables(week.run());
    Set<String> oldExtracts = new HashSet<>();
    old.forEach(table -> oldExtracts.addAll(table.extracts()));
    GapsOfANight gaps =
        new GapsOfANight(
            week.asAt(),
            meanings.standardIds(),
            run,
            meanings::checkOf,
            oldExtracts,
            new UnsureChecks(old, meanings).of(standing::children),
            meanings.visits());
    stores.findings().forEachChild(week.run(), gaps::add);
    MergedIds merged = week.settings().merged();
    Map<String, String> teams = stores.children().teamsNow(week.run());
    teams.keySet().forEach(gaps::know);
    stores
        .issues()
        .forEach(
            week.run(),
            issue -> {
              String child = merged.now(issue.childId());
              gaps.add(issue, child, teams.getOrDefault(child, ""));
            });
    return gaps.shown();
  }
}
