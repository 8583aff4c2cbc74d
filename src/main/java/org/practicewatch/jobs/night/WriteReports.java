package org.practicewatch.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.casework.store.ChildStore;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Tally;
import org.practicewatch.compliance.store.FigureStore;
import org.practicewatch.compliance.store.FindingStore;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.jobs.machine.NightFolder;
import org.practicewatch.jobs.machine.Progress;
import org.practicewatch.jobs.machine.SideBySide;
import org.practicewatch.jobs.machine.Stores;
import org.practicewatch.jobs.standing.WhatItMeans;
import org.practicewatch.jobs.standing.WhatStands;
import org.practicewatch.quality.CheckEntry;
import org.practicewatch.quality.CheckInWords;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.reports.night.ChildrenNow;
import org.practicewatch.reports.night.Departures;
import org.practicewatch.reports.night.ExtractNote;
import org.practicewatch.reports.night.FigureIndex;
import org.practicewatch.reports.night.HeldNote;
import org.practicewatch.reports.night.IssueCount;
import org.practicewatch.reports.night.NightFigures;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.TeamPlace;
import org.practicewatch.reports.night.Workforce;
import org.practicewatch.reports.place.AuthorityReport;
import org.practicewatch.reports.place.ServiceReport;
import org.practicewatch.reports.place.TeamReport;
import org.practicewatch.reports.section.Printing;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.workbook.WorkbookWriter;
import org.practicewatch.settings.NightlySettings;
import org.practicewatch.standards.PracticeStandard;
import org.practicewatch.standards.Versions;
import org.practicewatch.standards.Within;

/** Gathers what the reports say, and writes them. */
final class WriteReports {

  private final Tonight tonight;
  private final NightStore nights;
  private final FindingStore findings;
  private final ExtractRegister register;
  private final ChildStore known;
  private final FigureStore figures;
  private final WhatStands standing;
  private final List<String> judged;
  private final NightCount count;
  private final Progress progress;

  WriteReports(
      Tonight tonight, Stores stores, WhatStands standing, NightCount count, Progress progress) {
    this.tonight = tonight;
    this.nights = stores.nights();
    this.findings = stores.findings();
    this.register = stores.register();
    this.known = stores.children();
    this.figures = stores.figures();
    this.standing = standing;
    this.judged = standing.judged();
    this.count = count;
    this.progress = progress;
  }

  /** Writes the reports of the authority, its services and teams, and those on one subject. */
  void write() {
    Map<String, List<Finding>> open = open();
    Tally tally = count.tally(judged);
    NightInReports night = night(tally, open.values());
    NightFolder places =
        NightFolder.of(
            tonight.folder(),
            tonight.settings().organisation(),
            night.teams().stream().map(TeamPlace::team).toList());
    Path folder = places.reports();
    try (SideBySide files = new SideBySide()) {
      Files.createDirectories(folder);
      List<Path> written = new ArrayList<>();
      add(
          files,
          AuthorityReport.of(night, standing.comparison(tally)),
          folder.resolve("authority"));
      new WriteSubjectReports(tonight, findings, standing, count, progress)
          .addTo(files, night, folder);
      int begun = 0;
      for (Map.Entry<String, List<String>> service : night.services().entrySet()) {
        List<TeamList> lists = new ArrayList<>();
        for (String team : service.getValue()) {
          String name = team.equals(Organisation.NO_TEAM) ? "" : team;
          TeamList list =
              TeamList.of(
                  night, new TeamPlace(team, service.getKey()), open.getOrDefault(name, List.of()));
          lists.add(list);
          Path own = Files.createDirectories(places.team(team));
          written.add(own);
          add(files, TeamReport.of(night, list), NightFolder.report(own));
          begun++;
          progress.at("Reports", begun, "teams");
        }
        Path own = Files.createDirectories(places.service(service.getKey()));
        written.add(own);
        add(files, ServiceReport.of(night, service.getKey(), lists), NightFolder.report(own));
      }
      files.finish();
      withdraw(tonight.folder().resolve(NightFolder.TEAMS), written);
      withdraw(tonight.folder().resolve(NightFolder.SERVICES), written);
      withdrawAsOfOld(folder.resolve(NightFolder.TEAMS));
      withdrawAsOfOld(folder.resolve(NightFolder.SERVICES));
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** On paper and as a workbook. */
  private static void add(SideBySide files, Report report, Path named) throws IOException {
    files.add(() -> ReportWriter.write(report, named.resolveSibling(named.getFileName() + ".pdf")));
    files.add(
        () ->
            WorkbookWriter.write(
                report.workbook(), named.resolveSibling(named.getFileName() + ".xlsx")));
  }

  /**
   * What stands on each team's list, by the team that holds the children now; and what says when a
   * child was last seen, however long until the next visit.
   */
  private Map<String, List<Finding>> open() {
    Map<String, List<Finding>> byTeam = new HashMap<>();
    findings.forEachOpen(
        tonight.run().number(),
        tonight.asAt().plusDays(tonight.settings().nightly().listedDaysAhead()),
        tonight.settings().priorities().first(),
        finding ->
            byTeam.computeIfAbsent(finding.teamNow(), team -> new ArrayList<>()).add(finding));
    return byTeam;
  }

  /** Removes what an earlier run of the night wrote of teams or services that are no more. */
  private void withdraw(Path all, Collection<Path> written) throws IOException {
    if (!Files.isDirectory(all)) {
      return;
    }
    List<Path> gone;
    try (Stream<Path> folders = Files.list(all)) {
      gone = folders.filter(one -> !written.contains(one)).sorted().toList();
    }
    for (Path folder : gone) {
      for (String ending : List.of(".pdf", ".xlsx")) {
        Withdrawn.file(Path.of(NightFolder.report(folder) + ending), progress);
      }
    }
  }

  /** To 0.5.0 all teams' reports of a night stood in one folder; a run anew replaces them. */
  private void withdrawAsOfOld(Path all) throws IOException {
    if (!Files.isDirectory(all)) {
      return;
    }
    List<Path> old;
    try (Stream<Path> files = Files.list(all)) {
      old = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : old) {
      Withdrawn.file(file, progress);
    }
    Withdrawn.file(all, progress);
  }

  private NightInReports night(Tally tally, Collection<List<Finding>> listed) {
    Organisation organisation = tonight.settings().organisation();
    NightlySettings nightly = tonight.settings().nightly();
    List<Entry> received = register.ofRun(tonight.run().number());
    Tally.Open children = tally.children();
    return new NightInReports(
        organisation.authority().name(),
        organisation.authority().fictional() || tonight.drop().fictional(),
        new Printing(
            nightly.percentagesFrom(),
            nightly.listedDaysAhead(),
            known.names(tonight.run().number()),
            tonight.settings().priorities()),
        tonight.asAt(),
        standards(),
        teams(tally),
        new ChildrenNow(
            children.children(), children.overdue(), children.dueSoon(), children.cannotTell()),
        open(tally),
        new FigureIndex(tally.figures()),
        earlier(),
        received.stream().filter(e -> e.state() != State.HELD).map(this::extract).toList(),
        heldAndAbsent(received),
        issueCounts(),
        departures(listed),
        Workforce.of(
            tonight.settings().flags(), count.flagTally(standing), tonight.settings().caseload()));
  }

  private List<StandardNote> standards() {
    List<StandardNote> notes = new ArrayList<>();
    for (Versions versions : Versions.of(tonight.settings().standards())) {
      PracticeStandard standard = versions.inForceOn(tonight.asAt());
      Integer target = standard.target();
      notes.add(
          new StandardNote(
              standard.id(),
              standard.title(),
              standard.rule(),
              standard.basis(),
              standard.standing(),
              target == null ? null : BigDecimal.valueOf(target),
              !(standard.timescale() instanceof Within),
              judged.contains(standard.id()),
              standard.startedBy()));
    }
    return notes;
  }

  /** What is switched off tonight, and the regimes in which something on a list fell due. */
  private Departures departures(Collection<List<Finding>> listed) {
    return new Departures(
        tonight.settings().switchedOff().stream()
            .filter(one -> one.days().on(tonight.asAt()))
            .map(
                one ->
                    new Departures.SwitchedOffNote(
                        one.id(), one.title(), one.days().from(), one.because()))
            .toList(),
        tonight.settings().regimes().stream()
            .filter(
                regime ->
                    listed.stream()
                        .flatMap(List::stream)
                        .anyMatch(one -> regime.covers(one.standard(), one.due())))
            .toList());
  }

  private List<TeamPlace> teams(Tally tally) {
    Map<String, TeamPlace> teams = new LinkedHashMap<>();
    for (Organisation.ServiceWithTeams service : tonight.settings().organisation().services()) {
      for (Organisation.Team team : service.teams()) {
        teams.put(team.team(), new TeamPlace(team.team(), service.service()));
      }
    }
    Organisation.Teams known = tonight.settings().organisation().teams();
    Set<String> holding = new TreeSet<>(count.flagTally(standing).teams());
    tally.open().keySet().forEach(place -> holding.add(place.get(0)));
    for (String team : holding) {
      String name = team.isEmpty() ? Organisation.NO_TEAM : team;
      teams.putIfAbsent(name, new TeamPlace(name, known.serviceOf(team)));
    }
    return List.copyOf(teams.values());
  }

  private List<OpenCounts> open(Tally tally) {
    Organisation.Teams teams = tonight.settings().organisation().teams();
    List<OpenCounts> counts = new ArrayList<>();
    tally
        .open()
        .forEach(
            (place, open) ->
                counts.add(
                    new OpenCounts(
                        place.get(0),
                        teams.serviceOf(place.get(0)),
                        place.get(1),
                        open.overdue(),
                        open.dueSoon(),
                        open.notYetDue(),
                        open.cannotTell(),
                        open.children())));
    return counts;
  }

  /** The nights that a line shows, and the one that "last month" is, where that is another. */
  private List<NightFigures> earlier() {
    List<NightStore.Run> all = nights.closedBefore(tonight.asAt());
    Set<NightStore.Run> runs = new LinkedHashSet<>();
    all.stream()
        .filter(run -> !run.asAt().isAfter(tonight.asAt().minusMonths(1)))
        .reduce((older, newer) -> newer)
        .ifPresent(runs::add);
    runs.addAll(all.subList(Math.max(0, all.size() - NightInReports.NIGHTS_SHOWN), all.size()));
    return runs.stream()
        .map(run -> new NightFigures(run.asAt(), figures.ofNow(run.number())))
        .toList();
  }

  private ExtractNote extract(Entry entry) {
    String sheet = entry.sheet().isEmpty() ? "" : ", " + entry.sheet();
    return new ExtractNote(
        entry.file() + sheet,
        entry.table(),
        entry.dated(),
        entry.rowsRead(),
        entry.rowsLoaded(),
        entry.rowsRejected(),
        entry.rowsLeftOut());
  }

  private List<HeldNote> heldAndAbsent(List<Entry> received) {
    List<HeldNote> notes = new ArrayList<>();
    received.stream().filter(e -> e.state() == State.HELD).map(this::held).forEach(notes::add);
    Set<String> stale = new HashSet<>();
    for (StaleExtracts.Stale one :
        StaleExtracts.among(
            register.standing(tonight.asAt()), tonight.asAt(), tonight.settings())) {
      stale.add(one.name());
      notes.add(
          new HeldNote(
              one.name(),
              "It is stale: nothing newer than "
                  + one.days()
                  + " days was received; the limit is "
                  + one.limit()
                  + ".",
              "What it said on " + one.newest() + " stands.",
              one.newest()));
    }
    for (Entry absent : register.absent(tonight.asAt(), tonight.run().number())) {
      if (stale.contains(absent.table() + " (" + absent.profile() + ")")) {
        continue;
      }
      notes.add(
          new HeldNote(
              absent.table() + " (" + absent.profile() + ")",
              "It was not received tonight.",
              "What " + absent.file() + " said on " + absent.asAt() + " stands.",
              absent.dated() == null ? absent.asAt() : absent.dated()));
    }
    return notes;
  }

  private HeldNote held(Entry entry) {
    String sheet = entry.sheet().isEmpty() ? "" : ", " + entry.sheet();
    List<Entry> before = entry.slot().isEmpty() ? List.of() : register.before(entry);
    String stands =
        before.isEmpty()
            ? "Nothing of this table stands."
            : "What it said on " + before.get(before.size() - 1).asAt() + " stands.";
    LocalDate until = before.isEmpty() ? null : before.get(before.size() - 1).asAt();
    return new HeldNote(entry.file() + sheet, entry.heldBecause(), stands, until);
  }

  private List<IssueCount> issueCounts() {
    WhatItMeans meanings = new WhatItMeans(tonight.settings());
    List<IssueCount> counts = new ArrayList<>();
    count
        .issuesByCheck()
        .forEach(
            (check, times) -> {
              CheckEntry entry = meanings.checkOf(check);
              counts.add(
                  entry != null && entry.check().equals(check)
                      ? new IssueCount(entry.title(), entry.wrong(), times)
                      : new IssueCount(check, CheckInWords.of(check), times));
            });
    return counts;
  }
}
