package org.practicewatch.jobs.practiceweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.practiceweek.Audit;
import org.practicewatch.practiceweek.DrawnCase;
import org.practicewatch.practiceweek.PracticeWeek;
import org.practicewatch.practiceweek.store.PracticeWeekStore.Drawn;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.Before;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.Moved;
import org.practicewatch.reports.practiceweek.PracticeWeekInFigures.Share;
import org.practicewatch.reports.practiceweek.PracticeWeekReport;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.workbook.WorkbookWriter;

/** Writes the overview report of a Practice Week, and the same figures as a workbook. */
final class WriteOverview {

  private final ThisPracticeWeek week;
  private final Stores stores;
  private final Progress progress;

  WriteOverview(ThisPracticeWeek week, Stores stores, Progress progress) {
    this.week = week;
    this.stores = stores;
    this.progress = progress;
  }

  /** Writes both. */
  void write() {
    PracticeWeekInFigures figures = figures();
    Printing printing = new Printing(week.settings().nightly().percentagesFrom(), 0);
    Report report = PracticeWeekReport.of(figures, printing);
    try {
      Files.createDirectories(week.folder());
      write(report, "overview");
      if (!week.week().moves().isEmpty()) {
        write(PracticeWeekReport.didItMove(figures, printing), "did-it-move");
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
    progress.say(report.headline());
  }

  private void write(Report report, String name) throws IOException {
    ReportWriter.write(report, week.folder().resolve(name + ".pdf"));
    WorkbookWriter.write(report.workbook(), week.folder().resolve(name + ".xlsx"));
  }

  private PracticeWeekInFigures figures() {
    String id = week.week().known();
    Drawn drawn = stores.practiceWeeks().find(id).orElseThrow();
    List<DrawnCase> cases = stores.practiceWeeks().cases(id);
    Organisation.Authority authority = week.settings().organisation().authority();
    return new PracticeWeekInFigures(
        authority.name(),
        authority.fictional(),
        week.week(),
        week.asAt(),
        week.today(),
        drawn.drawnOn(),
        WriteSample.seedOf(drawn.draw()),
        WriteSample.framesOf(drawn.draw()),
        cases,
        week.settings().practiceWeeks().auditors(),
        stores.practiceWeeks().audits(id),
        stores.practiceWeeks().forms(id).size(),
        new MakeCaseFiles(week, stores, progress)
            .of(cases.stream().filter(DrawnCase::isInSample).toList()),
        stores.practiceWeeks().recommendations().stream()
            .filter(one -> one.week().equals(id))
            .toList(),
        before(drawn).orElse(null),
        moved(),
        week.settings().priorities());
  }

  /** The week that the settings name, or the latest before with audits. */
  private Optional<Before> before(Drawn drawn) {
    String named = week.week().before();
    return stores.practiceWeeks().all().stream()
        .filter(one -> !one.week().equals(drawn.week()))
        .filter(one -> named == null ? one.from().isBefore(drawn.from()) : one.week().equals(named))
        .sorted(Comparator.comparing(Drawn::from).reversed())
        .map(one -> new Before(one.name(), audits(one)))
        .filter(one -> !one.audits().isEmpty())
        .findFirst();
  }

  private List<Audit> audits(Drawn drawn) {
    return stores.practiceWeeks().audits(drawn.week());
  }

  /** How the standards stood that should move, before the focus and on the latest night since. */
  private List<Moved> moved() {
    PracticeWeek asked = week.week();
    List<Moved> moved = new ArrayList<>();
    if (asked.moves().isEmpty()) {
      return moved;
    }
    Optional<NightStore.Run> before = stores.nights().findLatestClosed(asked.from());
    Optional<NightStore.Run> after = stores.nights().findLatestClosed(null);
    if (before.isEmpty() || after.isEmpty()) {
      return moved;
    }
    Map<String, Share> then = now(before.get(), asked);
    Map<String, Share> since = now(after.get(), asked);
    WhatItMeans meanings = new WhatItMeans(week.settings());
    then.forEach(
        (key, share) -> {
          String[] parts = key.split("\n", -1);
          moved.add(
              new Moved(
                  meanings.title(parts[0]),
                  parts[2],
                  parts[1].equals(Level.AUTHORITY.name()),
                  share,
                  since.getOrDefault(key, new Share(after.get().asAt(), 0, 0))));
        });
    return moved;
  }

  private Map<String, Share> now(NightStore.Run night, PracticeWeek asked) {
    Map<String, Share> shares = new TreeMap<>();
    for (Figure figure : stores.figures().ofNow(night.number())) {
      boolean shown = figure.level() == Level.AUTHORITY || figure.level() == Level.TEAM;
      if (shown && figure.measure() == Measure.NOW && asked.moves().contains(figure.standard())) {
        shares.put(
            figure.standard() + "\n" + figure.level() + "\n" + figure.name(),
            share(night.asAt(), figure));
      }
    }
    return shares;
  }

  private static Share share(LocalDate on, Figure figure) {
    return new Share(on, figure.numerator(), figure.denominator());
  }
}
