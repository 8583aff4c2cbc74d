package org.practicewatch.jobs.practiceweek;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.practicewatch.casework.Life;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.Subject;
import org.practicewatch.casework.Timeline;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Judging;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.practiceweek.Candidate;
import org.practicewatch.practiceweek.Frame;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.Who;

/** Looks at every child of the night, and says who belongs to which cohort. */
final class GatherCohorts {

  private final ThisPracticeWeek week;
  private final Stores stores;
  private final Progress progress;

  GatherCohorts(ThisPracticeWeek week, Stores stores, Progress progress) {
    this.week = week;
    this.stores = stores;
    this.progress = progress;
  }

  /** The cohorts, with those who can be drawn. */
  Frame.Gathering gather() {
    PracticeWeek asked = week.week();
    // Either way: a week of later audits may have been drawn first.
    LocalDate since = asked.notAgainWithin().before(asked.from(), week.settings().calendar());
    LocalDate until = asked.notAgainWithin().after(asked.from(), week.settings().calendar());
    Frame.Gathering gathering =
        new Frame.Gathering(
            asked.cohorts(),
            week.settings().calendar(),
            stores.practiceWeeks().audited(asked.known(), since, until),
            asked.notAgainWithin().toString());
    Map<String, List<Finding>> findings = findings();
    forEach(findings, id -> true, gathering::add);
    return gathering;
  }

  /** Some children, by id, whatever cohort they belong to. */
  Map<String, Candidate> only(Set<String> ids) {
    Map<String, Candidate> children = new HashMap<>();
    forEach(Map.of(), ids::contains, child -> children.put(child.childId(), child));
    return children;
  }

  private void forEach(
      Map<String, List<Finding>> findings, Predicate<String> wanted, Consumer<Candidate> use) {
    Map<String, Map<String, Candidate.Graded>> grades = stores.practiceWeeks().grades();
    WhatStands standing = new WhatStands(week.settings(), stores, week.asAt());
    Judging judging = standing.judging(week.run());
    Organisation.Teams teams = week.settings().organisation().teams();
    FactStore.Caseload caseload =
        stores.facts().caseload(standing.caseloads(), week.settings().merged());
    for (int bucket = 0; bucket < FactStore.BUCKETS; bucket++) {
      for (FactStore.ChildFacts child : caseload.bucket(bucket)) {
        if (Subject.isChild(child.childId()) && wanted.test(child.childId())) {
          Timeline timeline = Timeline.of(child.childId(), child.facts(), week.asAt());
          String team = judging.teamNow(timeline);
          use.accept(
              new Candidate(
                  timeline,
                  Life.disabilityIn(child.facts()),
                  team,
                  teams.serviceOf(team),
                  findings.getOrDefault(child.childId(), List.of()),
                  grades.getOrDefault(child.childId(), Map.of())));
        }
      }
      progress.at("Children looked at", bucket + 1L, "of " + FactStore.BUCKETS + " parts");
    }
  }

  /** What the cohorts ask of standards, and nothing else: a night may hold a million findings. */
  private Map<String, List<Finding>> findings() {
    Set<String> asked = new HashSet<>();
    week.week().cohorts().stream()
        .map(one -> one.who().standard())
        .filter(Objects::nonNull)
        .map(Who.OfStandard::id)
        .forEach(asked::add);
    Map<String, List<Finding>> byChild = new HashMap<>();
    if (!asked.isEmpty()) {
      stores
          .findings()
          .forEachChild(
              week.run(), asked, ofOne -> byChild.put(ofOne.get(0).childId(), List.copyOf(ofOne)));
    }
    return byChild;
  }
}
