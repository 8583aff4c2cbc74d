package org.practicewatch.jobs.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicewatch.calendar.InWords;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.ExceptionList.DueNext;
import org.practicewatch.exceptions.ExceptionList.NotRun;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.exceptions.WeekInFigures.Balanced;
import org.practicewatch.exceptions.store.ExceptionStore;
import org.practicewatch.exceptions.store.ExceptionStore.WeeklyRun;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.OldTables;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.standards.Timeliness;

/** Reads a week that was followed, as lists, letters and the report tell it. */
public final class TellTheWeek {

  /** As many weeks as stand beside each other in the report. */
  private static final int WEEKS_SHOWN = 12;

  private final ThisWeek week;
  private final Stores stores;
  private final WhatStands standing;
  private final WhatItMeans meanings;

  TellTheWeek(ThisWeek week, Stores stores, WhatStands standing, WhatItMeans meanings) {
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
        names ? stores.children().names(week.run()) : Map.of());
  }

  /** The week beside those before it. */
  WeekInFigures inFigures() {
    Map<String, String> services = new HashMap<>();
    for (Organisation.ServiceWithTeams service : week.settings().organisation().services()) {
      service.teams().forEach(team -> services.put(team.team(), service.service()));
    }
    services.put("", Organisation.NO_TEAM);
    return new WeekInFigures(
        tell(),
        stores.exceptions().weeksUntil(week.asAt(), WEEKS_SHOWN).stream()
            .map(asAt -> new Balanced(asAt, stores.exceptions().balances(asAt)))
            .toList(),
        services);
  }

  private Map<String, List<DueNext>> dueNext() {
    LocalDate until = week.asAt().plusDays(week.weekly().dueInTheNextDays());
    Map<String, List<DueNext>> due = new HashMap<>();
    stores
        .findings()
        .forEachOpen(
            week.run(),
            until,
            List.of(),
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
    List<NotRun> notRun = new ArrayList<>(OldTables.notReceived(standing.oldTables(week.run())));
    ran()
        .forEach(
            (code, missing) -> {
              if (!missing.isEmpty()) {
                notRun.add(
                    new NotRun(code, meanings.title(code), "no extract carries " + missing + "."));
              }
            });
    long standards = meanings.standardIds().stream().filter(id -> !ran().containsKey(id)).count();
    if (standards > 0) {
      notRun.add(
          new NotRun(
              "",
              InWords.count((int) standards, "standard", "standards"),
              "no extract carries what it takes; the reports of the night name them."));
    }
    return notRun;
  }

  /** As the night noted it; a night of an earlier version is asked anew. */
  Map<String, String> ran() {
    Map<String, String> ran = stores.nights().ran(week.run());
    return ran.isEmpty() ? standing.ran() : ran;
  }
}
