package org.practicewatch.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.practicewatch.calendar.WorkingDays;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.store.FactStore;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Tally;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.quality.Issue;
import org.practicewatch.quality.store.IssueStore;

/** Counts the night, writes its CSVs, and forgets what no later night needs. */
final class CloseNight {

  private record IssueLine(Issue issue, String teamNow) {}

  private static final Comparator<IssueLine> ISSUES =
      Comparator.<IssueLine, String>comparing(line -> line.issue().extract())
          .thenComparing(line -> line.issue().sheet())
          .thenComparing(line -> line.issue().row())
          .thenComparing(line -> line.issue().column())
          .thenComparing(line -> line.issue().check())
          .thenComparing(line -> line.issue().value())
          .thenComparing(line -> line.issue().childId())
          .thenComparing(line -> line.issue().problem());

  private final Tonight tonight;
  private final NightStore nights;
  private final IssueStore issues;
  private final ExtractRegister register;
  private final FactStore facts;
  private final List<String> judged;

  CloseNight(
      Tonight tonight,
      NightStore nights,
      IssueStore issues,
      ExtractRegister register,
      FactStore facts,
      List<String> judged) {
    this.tonight = tonight;
    this.nights = nights;
    this.issues = issues;
    this.register = register;
    this.facts = facts;
    this.judged = judged;
  }

  /** Counts and writes. */
  void close() {
    int run = tonight.run().number();
    Tally tally = tally(tonight, nights, judged);
    List<Issue> ofTheNight = new ArrayList<>(unknownTeams(tally));
    ofTheNight.addAll(beyondTheCalendar());
    issues.replace(run, IssueStore.Stage.NIGHT, 0, ofTheNight);
    try {
      Files.createDirectories(tonight.folder());
      writeFindings(tonight.folder().resolve("findings.csv"));
      writeFigures(tonight.folder().resolve("figures.csv"), tally.figures());
      writeIssues(tonight.folder().resolve("issues.csv"));
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
    nights.replaceFigures(run, tally.figures());
    nights.close(run);
    for (int behind : nights.leftBehind(tonight.run())) {
      issues.removeRun(behind);
      nights.remove(behind);
    }
    for (int old : nights.olderThan(tonight.settings().nightly().keepFindingsFor())) {
      issues.removeRun(old);
      nights.removeFindings(old);
    }
    for (Entry replaced : register.replaced(tonight.asAt())) {
      facts.remove(replaced.extractId());
      register.remove(replaced.extractId());
    }
  }

  /** The figures of tonight's findings. */
  static Tally tally(Tonight tonight, NightStore nights, List<String> judged) {
    Organisation organisation = tonight.settings().organisation();
    Tally tally =
        new Tally(
            tonight.asAt(),
            tonight.yearFrom(),
            organisation.authority().name(),
            organisation.teams(),
            judged);
    nights.forEachChild(tonight.run().number(), tally::add);
    return tally;
  }

  private List<Issue> unknownTeams(Tally tally) {
    Organisation.Teams known = tonight.settings().organisation().teams();
    TreeSet<String> unknown = new TreeSet<>();
    for (Figure figure : tally.figures()) {
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
  private List<Issue> beyondTheCalendar() {
    WorkingDays calendar = tonight.settings().calendar();
    int[] beyond = new int[1];
    nights.forEachChild(
        tonight.run().number(),
        findings -> {
          for (Finding finding : findings) {
            LocalDate since = finding.since();
            beyond[0] += finding.due() == null && since != null && !calendar.covers(since) ? 1 : 0;
          }
        });
    if (beyond[0] == 0) {
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
            beyond[0]
                + " counts of working days begin outside the years of"
                + " jobs/calendar/bank-holidays.yml.",
            "They cannot be judged. Add the bank holidays of those years.",
            ""));
  }

  private void writeFindings(Path file) throws IOException {
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
      nights.forEachChild(
          tonight.run().number(), findings -> findings.forEach(finding -> write(csv, finding)));
    }
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
            "percent")) {
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
            percent == null ? null : percent.toPlainString());
      }
    }
  }

  private void writeIssues(Path file) throws IOException {
    List<IssueLine> lines = new ArrayList<>();
    issues.forEach(
        tonight.run().number(), (issue, teamNow) -> lines.add(new IssueLine(issue, teamNow)));
    lines.sort(ISSUES);
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
      for (IssueLine line : lines) {
        Issue issue = line.issue();
        csv.row(
            issue.extract(),
            issue.sheet(),
            issue.row() == 0 ? null : issue.row(),
            issue.column(),
            issue.value(),
            issue.check(),
            issue.problem(),
            issue.effect(),
            issue.childId(),
            line.teamNow());
      }
    }
  }

  /** How many issues each check found tonight. */
  static Map<String, Integer> issueCounts(Tonight tonight, IssueStore issues) {
    return issues.countByCheck(tonight.run().number());
  }
}
