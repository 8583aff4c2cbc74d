package org.practicewatch.jobs.practiceweek;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicewatch.compliance.Finding;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.practiceweek.Candidate;
import org.practicewatch.practiceweek.CaseFile;
import org.practicewatch.practiceweek.CaseFiles;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.standards.PracticeStandard;

/** Looks up what the record of the draw's night says of the cases. */
record MakeCaseFiles(ThisPracticeWeek week, Stores stores, Progress progress) {

  /** The files of the cases, by their numbers. */
  Map<String, CaseFile> of(List<DrawnCase> cases) {
    Set<String> ids = new HashSet<>();
    cases.forEach(one -> ids.add(one.childId()));
    Map<String, List<Finding>> findings = new HashMap<>();
    stores
        .findings()
        .forEachChild(
            week.run(),
            ofOne -> {
              if (ids.contains(ofOne.get(0).childId())) {
                findings.put(ofOne.get(0).childId(), List.copyOf(ofOne));
              }
            });
    Map<String, List<String>> gaps = gaps(ids);
    Map<String, CaseFiles.Shown> standards = new HashMap<>();
    for (PracticeStandard one : week.settings().standards()) {
      standards.put(one.id(), new CaseFiles.Shown(one.title(), one.metBy()));
    }
    CaseFiles making =
        new CaseFiles(
            week.week().looksBack().before(week.asAt(), week.settings().calendar()),
            standards,
            week.week().standards());
    Map<String, Candidate> children = new GatherCohorts(week, stores, progress).only(ids);
    Map<String, CaseFile> files = new HashMap<>();
    for (DrawnCase one : cases) {
      Candidate child = children.get(one.childId());
      if (child != null) {
        files.put(
            one.number(),
            making.of(
                one,
                child,
                findings.getOrDefault(one.childId(), List.of()),
                gaps.getOrDefault(one.childId(), List.of())));
      }
    }
    return files;
  }

  private Map<String, List<String>> gaps(Set<String> ids) {
    WhatItMeans meanings = new WhatItMeans(week.settings());
    Map<String, List<String>> gaps = new HashMap<>();
    for (OpenException one : stores.exceptions().all()) {
      if (one.phase() == OpenException.Phase.OPEN && ids.contains(one.key().subject())) {
        gaps.computeIfAbsent(one.key().subject(), key -> new ArrayList<>())
            .add(
                meanings.of(one.key()).title()
                    + (one.shown().due() == null ? "" : ", due " + one.shown().due())
                    + ", on the list since "
                    + one.firstSeen());
      }
    }
    return gaps;
  }
}
