package org.practicewatch.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.MergedIds;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.store.ChildStore;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.compliance.Tally;
import org.practicewatch.compliance.store.FigureStore;
import org.practicewatch.compliance.store.FindingStore;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.jobs.machine.CsvFile;
import org.practicewatch.jobs.machine.SideBySide;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Silence;

/** Counts the night, writes its CSVs, and forgets what no later night needs. */
final class CloseNight {

  /** In the place of a date, where a table on which a flag rests was held from the first. */
  private static final String NEVER_READ = "never read";

  private final Tonight tonight;
  private final NightStore nights;
  private final FindingStore findings;
  private final FigureStore kept;
  private final IssueStore issues;
  private final ChildStore children;
  private final Retention retention;
  private final WhatStands standing;
  private final NightCount count;

  CloseNight(Tonight tonight, Stores stores, WhatStands standing, NightCount count) {
    this.tonight = tonight;
    this.nights = stores.nights();
    this.findings = stores.findings();
    this.kept = stores.figures();
    this.issues = stores.issues();
    this.children = stores.children();
    this.retention = new Retention(tonight, stores);
    this.standing = standing;
    this.count = count;
  }

  /** Counts and writes. */
  void close() {
    int run = tonight.run().number();
    Tally tally = count.begin(standing.judged());
    try {
      Files.createDirectories(tonight.folder());
      // What an interrupted run found of the night as a whole is found again.
      issues.remove(run, IssueStore.Stage.NIGHT, 0);
      int beyondCalendar = writeFindings(tonight.folder().resolve("findings.csv"), tally);
      count.keep(tally);
      List<Figure> figures = tally.figures();
      List<Issue> ofTheNight = new ArrayList<>(unknownTeams(figures));
      ofTheNight.addAll(beyondTheCalendar(beyondCalendar));
      issues.add(run, IssueStore.Stage.NIGHT, 0, 0, ofTheNight);
      try (SideBySide files = new SideBySide()) {
        files.add(() -> writeIssues(tonight.folder().resolve("issues.csv")));
        files.add(() -> writeOthers(tally, figures));
        files.finish();
      }
      nights.close(run);
      retention.tidy();
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  private void writeOthers(Tally tally, List<Figure> figures) throws IOException {
    int run = tonight.run().number();
    Path folder = tonight.folder();
    writeFigures(folder.resolve("figures.csv"), figures);
    Silence silence = new Silence(standing.oldTables(run));
    writeFlags(folder.resolve("flags.csv"), count.flagTally(standing).lines(), silence);
    kept.replace(run, figures);
    nights.replaceRan(run, standing.ran());
    BenchmarksFile.write(folder.resolve("benchmarks.csv"), standing.comparison(tally));
  }

  private List<Issue> unknownTeams(List<Figure> figures) {
    Organisation.Teams known = tonight.settings().organisation().teams();
    TreeSet<String> unknown = new TreeSet<>();
    for (Figure figure : figures) {
      if (figure.level() == Figure.Level.TEAM
          && !figure.name().equals(Organisation.NO_TEAM)
          && known.findService(figure.name()).isEmpty()) {
        unknown.add(figure.name());
      }
    }
    List<Issue> found = new ArrayList<>();
    for (String team : unknown) {
      found.add(
          new Issue(
              "",
              "",
              0,
              "",
              team,
              "team not in organisation",
              "jobs/organisation/teams.yml does not know this team.",
              "Its children are counted under \"" + Organisation.NOT_IN_ORGANISATION + "\".",
              ""));
    }
    return found;
  }

  /** Counts that left the years whose bank holidays are listed, told once. */
  private static List<Issue> beyondTheCalendar(int beyond) {
    if (beyond == 0) {
      return List.of();
    }
    return List.of(
        new Issue(
            "",
            "",
            0,
            "",
            "",
            "beyond the calendar",
            beyond
                + " counts of working days begin outside the years of"
                + " jobs/calendar/bank-holidays.yml.",
            "They cannot be judged. Add the bank holidays of those years.",
            ""));
  }

  /**
   * Writes every finding and counts it.
   *
   * @return how many begin outside the years of the calendar, and so have no due date
   */
  private int writeFindings(Path file, Tally tally) throws IOException {
    WorkingDays calendar = tonight.settings().calendar();
    int[] beyond = new int[1];
    try (CsvFile csv =
        new CsvFile(
            file,
            "child_id",
            "subject",
            "standard",
            "during_from",
            "number",
            "since",
            "due",
            "done",
            "timeliness",
            "days_over",
            "team",
            "worker",
            "team_now",
            "worker_now",
            "source")) {
      findings.forEachChild(
          tonight.run().number(),
          ofChild -> {
            tally.add(ofChild);
            for (Finding finding : ofChild) {
              write(csv, finding);
              LocalDate since = finding.since();
              beyond[0] +=
                  finding.due() == null && since != null && !calendar.covers(since) ? 1 : 0;
            }
          });
    }
    return beyond[0];
  }

  private static void write(CsvFile csv, Finding finding) {
    csv.row(
        finding.childId(),
        finding.subject(),
        finding.standard(),
        finding.duringFrom(),
        finding.number(),
        finding.since(),
        finding.due(),
        finding.done(),
        finding.timeliness(),
        finding.daysOver(),
        finding.team(),
        finding.worker(),
        finding.teamNow(),
        finding.workerNow(),
        finding.source());
  }

  private static void writeFigures(Path file, List<Figure> figures) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            file,
            "level",
            "name",
            "standard",
            "measure",
            "from",
            "to",
            "numerator",
            "denominator",
            "cannot_tell",
            "percent",
            "doubtful")) {
      for (Figure figure : figures) {
        BigDecimal percent = figure.percent();
        csv.row(
            figure.level().words(),
            figure.name(),
            figure.standard(),
            figure.measure().words(),
            figure.from(),
            figure.to(),
            figure.numerator(),
            figure.denominator(),
            figure.cannotTell(),
            percent == null ? null : percent.toPlainString(),
            figure.doubtful());
      }
    }
  }

  private void writeFlags(Path file, List<FlagLine> flags, Silence silence) throws IOException {
    Map<String, String> asAt = new HashMap<>();
    for (Flag flag : tonight.settings().flags()) {
      silence
          .find(flag)
          .ifPresent(
              old ->
                  asAt.put(
                      flag.id(), old.until() == null ? NEVER_READ : String.valueOf(old.until())));
    }
    try (CsvFile csv =
        new CsvFile(
            file,
            "child_id",
            "flag",
            "value",
            "since",
            "team_now",
            "worker_now",
            "source",
            "as_at")) {
      for (FlagLine line : flags) {
        csv.row(
            line.childId(),
            line.flag(),
            line.value(),
            line.since(),
            line.teamNow(),
            line.workerNow(),
            line.source(),
            asAt.get(line.flag()));
      }
    }
  }

  /** Writes every issue, under the id by which its child is known now. */
  private void writeIssues(Path file) throws IOException {
    Map<String, String> teams = children.teamsNow(tonight.run().number());
    MergedIds merged = tonight.settings().merged();
    try (CsvFile csv =
        new CsvFile(
            file,
            "extract",
            "sheet",
            "row",
            "column",
            "value",
            "check",
            "problem",
            "effect",
            "child_id",
            "team_now")) {
      issues.forEach(
          tonight.run().number(),
          issue -> {
            String child = merged.now(issue.childId());
            csv.row(
                issue.extract(),
                issue.sheet(),
                issue.row() == 0 ? null : issue.row(),
                issue.column(),
                issue.value(),
                issue.check(),
                issue.problem(),
                issue.effect(),
                child,
                teams.getOrDefault(child, ""));
          });
    }
  }
}
