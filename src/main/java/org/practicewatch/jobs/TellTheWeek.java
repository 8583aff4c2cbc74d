package org.practicewatch.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.exceptions.store.ExceptionStore.WeeklyRun;
import org.practicewatch.standards.Timeliness;

/** Reads a week that was followed, as lists, letters and the report tell it. */
final class TellTheWeek {

  private final ThisWeek week;
  private final NightlyJob.Stores stores;
  private final WhatStands standing;
  private final WhatItMeans meanings;

  TellTheWeek(ThisWeek week, NightlyJob.Stores stores, WhatStands standing, WhatItMeans meanings) {
    this.week = week;
    this.stores = stores;
    this.standing = standing;
    this.meanings = meanings;
  }

  WeekAsAWhole tell() {
    ExceptionStore exceptions = stores.exceptions();
    Organisation.Authority authority = week.settings().organisation().authority();
    boolean names = week.settings().nightly().namesInLists();
    return new WeekAsAWhole(
        authority.name(),
        authority.fictional(),
        week.asAt(),
        exceptions.findBefore(week.asAt()).map(WeeklyRun::asAt).orElse(null),
        exceptions.all(),
        exceptions.events(week.asAt()),
        exceptions.balances(week.asAt()),
        dueNext(),
        notRun(),
        exceptions.refusals(week.asAt()),
        meanings::of,
        names ? stores.facts().names() : Map.of());
  }

  private Map<String, List<DueNext>> dueNext() {
    LocalDate until = week.asAt().plusDays(week.weekly().dueInTheNextDays());
    Map<String, List<DueNext>> due = new HashMap<>();
    stores
        .nights()
        .forEachOpen(
            week.run(),
            until,
            finding -> {
              LocalDate day = finding.due();
              boolean next =
                  finding.timeliness() == Timeliness.DUE_SOON
                      || finding.timeliness() == Timeliness.NOT_YET_DUE;
              if (next && day != null && !day.isAfter(until)) {
                due.computeIfAbsent(finding.teamNow(), team -> new ArrayList<>())
                    .add(
                        new DueNext(
                            subject(finding),
                            finding.workerNow(),
                            meanings.title(finding.standard()),
                            day));
              }
            });
    return due;
  }

  private static String subject(Finding finding) {
    return finding.childId().isEmpty() ? finding.subject() : finding.childId();
  }

  private List<NotRun> notRun() {
    return standing.checking().notRun().stream()
        .map(
            one ->
                new NotRun(
                    one.check().check(),
                    one.check().title(),
                    "no extract carries " + String.join("; ", one.missing()) + "."))
        .toList();
  }
}
