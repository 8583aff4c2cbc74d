package org.practicewatch.jobs.night;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.practicewatch.compliance.ChildTonight;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.compliance.store.FindingStore;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.SideBySide;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.section.CodeWords;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.subject.ReportContents;
import org.practicewatch.reports.subject.SubjectNight;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.reports.subject.SubjectReport;
import org.practicewatch.reports.workbook.WorkbookWriter;

/** Gathers what the reports on one subject say, and writes those that have something to say. */
final class WriteSubjectReports {

  private final Tonight tonight;
  private final FindingStore findings;
  private final WhatStands standing;
  private final NightCount count;
  private final Progress progress;

  WriteSubjectReports(
      Tonight tonight,
      FindingStore findings,
      WhatStands standing,
      NightCount count,
      Progress progress) {
    this.progress = progress;
    this.tonight = tonight;
    this.findings = findings;
    this.standing = standing;
    this.count = count;
  }

  /** Adds their files to those that are being written. */
  void addTo(SideBySide files, NightInReports inReports, Path folder) throws IOException {
    SubjectNight night = night(inReports);
    Map<String, Report> said = new LinkedHashMap<>();
    for (SubjectReport wanted : night.contents().all()) {
      wanted.of(night).ifPresent(report -> said.put(wanted.name(), report));
    }
    for (String name : SubjectReport.NAMES) {
      Path pdf = folder.resolve(name + ".pdf");
      Path workbook = folder.resolve(name + ".xlsx");
      Report report = said.get(name);
      if (report == null) {
        Withdrawn.file(pdf, progress);
        Withdrawn.file(workbook, progress);
      } else {
        files.add(() -> ReportWriter.write(report, pdf));
        files.add(() -> WorkbookWriter.write(report.workbook(), workbook));
      }
    }
  }

  private SubjectNight night(NightInReports inReports) {
    ReportContents contents = tonight.settings().reports();
    return new SubjectNight(
        inReports,
        contents,
        standing.sources(),
        tonight.yearFrom(),
        tonight.settings().flags(),
        count.flagTally(standing),
        children(contents.standards()),
        words());
  }

  private CodeWords words() {
    Map<String, Map<String, String>> lists = new TreeMap<>();
    tonight
        .settings()
        .codes()
        .forEach(
            (name, list) -> {
              Map<String, String> titles = new TreeMap<>();
              list.groups().forEach(group -> titles.putAll(group.codes()));
              lists.put(name, titles);
            });
    return new CodeWords(lists);
  }

  private List<OnRecord> children(Set<String> standards) {
    Map<String, OnRecord> byId = new TreeMap<>();
    standing
        .stores()
        .flags()
        .forEach(
            tonight.run().number(),
            child -> {
              if (!child.recorded().isEmpty()) {
                byId.put(child.childId(), of(child));
              }
            },
            worker -> {});
    findings.forEachChild(
        tonight.run().number(),
        standards,
        ofOne -> {
          Finding any = ofOne.get(0);
          OnRecord known = byId.get(any.childId());
          List<Recorded> recorded = known == null ? List.of() : known.recorded();
          byId.put(
              any.childId(),
              new OnRecord(
                  any.childId(), any.teamNow(), any.workerNow(), List.copyOf(ofOne), recorded));
        });
    return new ArrayList<>(byId.values());
  }

  private static OnRecord of(ChildTonight child) {
    return new OnRecord(
        child.childId(), child.teamNow(), child.workerNow(), List.of(), child.recorded());
  }
}
