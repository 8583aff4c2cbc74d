package org.practicewatch.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.practicewatch.casework.Organisation;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Tally;
import org.practicewatch.compliance.store.NightStore;
import org.practicewatch.intake.store.ExtractRegister;
import org.practicewatch.intake.store.ExtractRegister.Entry;
import org.practicewatch.intake.store.ExtractRegister.State;
import org.practicewatch.reports.AuthorityReport;
import org.practicewatch.reports.ChildrenNow;
import org.practicewatch.reports.ExtractNote;
import org.practicewatch.reports.HeldNote;
import org.practicewatch.reports.IssueCount;
import org.practicewatch.reports.NightFigures;
import org.practicewatch.reports.NightInReports;
import org.practicewatch.reports.OpenCounts;
import org.practicewatch.reports.Slug;
import org.practicewatch.reports.StandardNote;
import org.practicewatch.reports.TeamPlace;
import org.practicewatch.reports.TeamReport;
import org.practicewatch.reports.jasper.ReportWriter;
import org.practicewatch.standards.PracticeStandard;

/** Gathers what the reports say, and writes them. */
final class WriteReports {

  /** A trend longer than this tells nobody anything. */
  private static final int NIGHTS_IN_TREND = 400;

  private final Tonight tonight;
  private final NightStore nights;
  private final ExtractRegister register;
  private final List<String> judged;
  private final NightCount count;
  private final Progress progress;

  WriteReports(
      Tonight tonight,
      NightStore nights,
      ExtractRegister register,
      List<String> judged,
      NightCount count,
      Progress progress) {
    this.tonight = tonight;
    this.nights = nights;
    this.register = register;
    this.judged = judged;
    this.count = count;
    this.progress = progress;
  }

  /** Writes the authority's report and one for each team, in place of those of an earlier run. */
  void write() {
    Tally tally = count.tally(judged);
    NightInReports night = night(tally);
    try {
      Path folder = tonight.folder().resolve("reports");
      Path teamFolder = folder.resolve("teams");
      clear(teamFolder);
      ReportWriter writer = new ReportWriter();
      writer.writeAuthority(AuthorityReport.of(night), folder.resolve("authority.pdf"));
      Map<String, String> slugs = Slug.of(night.teams().stream().map(TeamPlace::team).toList());
      Map<String, List<Finding>> open = open();
      int written = 0;
      for (TeamPlace team : night.teams()) {
        String name = team.team().equals(Organisation.NO_TEAM) ? "" : team.team();
        TeamReport report = TeamReport.of(night, team, open.getOrDefault(name, List.of()));
        writer.writeTeam(report, teamFolder.resolve(slugs.get(team.team()) + ".pdf"));
        written++;
        progress.at("Reports", written, "teams");
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** What stands on each team's list, by the team that holds the children now. */
  private Map<String, List<Finding>> open() {
    Map<String, List<Finding>> byTeam = new HashMap<>();
    nights.forEachOpen(
        tonight.run().number(),
        tonight.asAt().plusDays(tonight.settings().nightly().listedDaysAhead()),
        finding ->
            byTeam.computeIfAbsent(finding.teamNow(), team -> new ArrayList<>()).add(finding));
    return byTeam;
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.filter(one -> one.toString().endsWith(".pdf")).toList()) {
        Files.delete(file);
      }
    }
  }

  private NightInReports night(Tally tally) {
    Organisation organisation = tonight.settings().organisation();
    List<Entry> received = register.ofRun(tonight.run().number());
    Tally.Open children = tally.children();
    return new NightInReports(
        organisation.authority().name(),
        organisation.authority().fictional() || tonight.drop().fictional(),
        tonight.asAt(),
        standards(),
        teams(tally),
        new ChildrenNow(
            children.children(), children.overdue(), children.dueSoon(), children.cannotTell()),
        open(tally),
        tally.figures(),
        earlier(),
        received.stream().filter(e -> e.state() != State.HELD).map(this::extract).toList(),
        heldAndAbsent(received),
        issueCounts());
  }

  private List<StandardNote> standards() {
    Map<String, StandardNote> notes = new LinkedHashMap<>();
    for (PracticeStandard standard : tonight.settings().standards()) {
      Integer target = standard.target();
      notes.put(
          standard.id(),
          new StandardNote(
              standard.id(),
              standard.title(),
              standard.rule(),
              standard.basis(),
              standard.standing(),
              target == null ? null : BigDecimal.valueOf(target),
              judged.contains(standard.id())));
    }
    return List.copyOf(notes.values());
  }

  private List<TeamPlace> teams(Tally tally) {
    Map<String, TeamPlace> teams = new LinkedHashMap<>();
    for (Organisation.ServiceWithTeams service : tonight.settings().organisation().services()) {
      for (Organisation.Team team : service.teams()) {
        teams.put(team.team(), new TeamPlace(team.team(), service.service()));
      }
    }
    Organisation.Teams known = tonight.settings().organisation().teams();
    for (List<String> place : tally.open().keySet()) {
      String team = place.get(0);
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

  private List<NightFigures> earlier() {
    List<NightStore.Run> runs = nights.closedBefore(tonight.asAt());
    List<NightFigures> earlier = new ArrayList<>();
    for (NightStore.Run run :
        runs.subList(Math.max(0, runs.size() - NIGHTS_IN_TREND), runs.size())) {
      earlier.add(
          new NightFigures(
              run.asAt(),
              nights.figures(run.number()).stream()
                  .filter(
                      figure ->
                          figure.level() == Figure.Level.AUTHORITY
                              && figure.measure() == Figure.Measure.NOW)
                  .toList()));
    }
    return earlier;
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
              "What it said on " + one.newest() + " stands."));
    }
    for (Entry absent : register.absent(tonight.asAt(), tonight.run().number())) {
      if (stale.contains(absent.table() + " (" + absent.profile() + ")")) {
        continue;
      }
      notes.add(
          new HeldNote(
              absent.table() + " (" + absent.profile() + ")",
              "It was not received tonight.",
              "What " + absent.file() + " said on " + absent.asAt() + " stands."));
    }
    return notes;
  }

  private HeldNote held(Entry entry) {
    String sheet = entry.sheet().isEmpty() ? "" : ", " + entry.sheet();
    List<Entry> before =
        entry.slot().isEmpty()
            ? List.of()
            : register.before(entry.slot(), tonight.asAt(), tonight.run().number());
    String stands =
        before.isEmpty()
            ? "Nothing of this table stands."
            : "What it said on " + before.get(before.size() - 1).asAt() + " stands.";
    return new HeldNote(entry.file() + sheet, entry.heldBecause(), stands);
  }

  private List<IssueCount> issueCounts() {
    List<IssueCount> counts = new ArrayList<>();
    count.issuesByCheck().forEach((check, times) -> counts.add(new IssueCount(check, "", times)));
    return counts;
  }
}
