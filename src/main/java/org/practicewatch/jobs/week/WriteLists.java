package org.practicewatch.jobs.week;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.exceptions.Acceptance;
import org.practicewatch.exceptions.ExceptionList;
import org.practicewatch.exceptions.ExceptionList.Line;
import org.practicewatch.exceptions.OpenException;
import org.practicewatch.exceptions.OpenException.Level;
import org.practicewatch.exceptions.Shown;
import org.practicewatch.exceptions.WeekAsAWhole;
import org.practicewatch.exceptions.WeekInFigures;
import org.practicewatch.exceptions.workbook.Encrypting;
import org.practicewatch.files.Slug;
import org.practicewatch.jobs.machine.CsvFile;
import org.practicewatch.jobs.machine.NightFolder;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportWorkbook;
import org.practicewatch.reports.week.ExceptionWorkbook;
import org.practicewatch.reports.week.WeeklyReport;
import org.practicewatch.reports.workbook.WorkbookWriter;

/** Writes each team's list, and what has come further up, as workbooks and CSV files. */
final class WriteLists {

  private final ThisWeek week;
  private final TellTheWeek telling;
  private final Chased chased;
  private final Progress progress;

  WriteLists(ThisWeek week, TellTheWeek telling, Chased chased, Progress progress) {
    this.week = week;
    this.telling = telling;
    this.chased = chased;
    this.progress = progress;
  }

  /**
   * One reader's list.
   *
   * @param about team or service that it is about, as printed
   * @param level whose list it is
   * @param file the workbook, without its ending
   */
  record ForReader(String about, Level level, ExceptionList list, Path file) {

    /** What goes with the letter: the encrypted copy where there is a password. */
    Path attached(Map<String, String> passwords) {
      String ending = passwords.containsKey(about) ? "-encrypted.xlsx" : ".xlsx";
      return file.resolveSibling(file.getFileName() + ending);
    }
  }

  /** Writes them all. */
  void write() {
    List<ForReader> lists = lists();
    int done = 0;
    try {
      for (ForReader one : lists) {
        Files.createDirectories(one.file().getParent());
        Path workbook = one.file().resolveSibling(one.file().getFileName() + ".xlsx");
        WorkbookWriter.write(withChased(one), workbook);
        writeCsv(one);
        String password = week.passwords().get(one.about());
        if (password != null) {
          Encrypting.encrypt(workbook, one.attached(week.passwords()), password);
        }
        progress.at("Lists written", ++done, "of " + lists.size());
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  private ReportWorkbook withChased(ForReader one) {
    ReportWorkbook list = ExceptionWorkbook.of(one.list(), week.weekly().reasons(), week.lastDay());
    return one.level() == Level.TEAM ? chased.with(list, one.about()) : list;
  }

  /** Writes whether the gaps are closing. */
  void writeReport() {
    WeekInFigures figures = telling.inFigures();
    Report report =
        WeeklyReport.of(
            figures,
            new Printing(
                week.settings().nightly().percentagesFrom(), week.weekly().dueInTheNextDays()));
    Path folder = week.folder().resolve("reports");
    try {
      Files.createDirectories(folder);
      ReportWriter.write(report, folder.resolve("weekly.pdf"));
      WorkbookWriter.write(report.workbook(), folder.resolve("weekly.xlsx"));
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** Every team's, that of those whom no team holds, and what has come further up. */
  List<ForReader> lists() {
    WeekAsAWhole whole = telling.tell();
    Organisation organisation = week.settings().organisation();
    Organisation.Teams known = organisation.teams();
    Map<String, List<String>> teamsOf = new LinkedHashMap<>();
    TreeSet<String> teams = new TreeSet<>(whole.teams());
    organisation.services().forEach(one -> one.teams().forEach(team -> teams.add(team.team())));
    for (String team : teams) {
      teamsOf.computeIfAbsent(known.serviceOf(team), key -> new ArrayList<>()).add(team);
    }
    NightFolder folder =
        NightFolder.of(week.folder(), organisation, teams.stream().map(WriteLists::name).toList());
    List<ForReader> lists = new ArrayList<>();
    for (String team : teams) {
      String name = name(team);
      lists.add(
          new ForReader(
              name,
              Level.TEAM,
              whole.of(team, name, known.serviceOf(team)),
              NightFolder.exceptions(folder.team(name), "")));
    }
    for (Level level : List.of(Level.SERVICE, Level.HEAD)) {
      teamsOf.forEach(
          (service, ofIt) -> {
            ExceptionList list =
                whole.of(level, new TreeSet<>(ofIt), service, "Told to the " + level.words());
            if (!list.practice().isEmpty() || !list.data().isEmpty()) {
              lists.add(
                  new ForReader(
                      service,
                      level,
                      list,
                      NightFolder.exceptions(folder.service(service), Slug.of(level.words()))));
            }
          });
    }
    return lists;
  }

  private static String name(String team) {
    return team.isEmpty() ? Organisation.NO_TEAM : team;
  }

  private void writeCsv(ForReader one) throws IOException {
    Path file = one.file().resolveSibling(one.file().getFileName() + ".csv");
    try (CsvFile csv =
        new CsvFile(
            file,
            "list",
            "child_id",
            "worker",
            "code",
            "what",
            "matters_as",
            "since",
            "due",
            "days_over",
            "last_done",
            "weeks_open",
            "first_seen",
            "this_week",
            "told_to",
            "how_many",
            "problem",
            "source",
            "accepted_until",
            "reason")) {
      ExceptionList list = one.list();
      Stream.of(list.practice(), list.data(), list.accepted())
          .flatMap(List::stream)
          .forEach(line -> row(csv, line));
    }
  }

  private void row(CsvFile csv, Line line) {
    OpenException gap = line.one();
    Shown shown = gap.shown();
    Acceptance acceptance = gap.phase() == OpenException.Phase.ACCEPTED ? gap.acceptance() : null;
    csv.row(
        gap.key().sort().name().toLowerCase(Locale.ROOT),
        gap.key().subject(),
        shown.worker(),
        gap.key().code(),
        line.meaning().title(),
        line.meaning().priorityTitle(),
        shown.since(),
        shown.due(),
        shown.daysOver(),
        shown.lastDone(),
        gap.weeksOpen(week.asAt()),
        gap.firstSeen(),
        line.mark(),
        gap.level().words(),
        shown.count(),
        shown.problem(),
        shown.source(),
        acceptance == null ? null : acceptance.until(),
        acceptance == null ? null : acceptance.reason());
  }
}
