package org.practicewatch.reports.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.practicewatch.compliance.Caseload;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.reports.night.FlagTotal;
import org.practicewatch.reports.night.Holding;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.TeamPlace;
import org.practicewatch.reports.night.Workforce;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportSheet;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.standards.Flag;

/** The sheets on stability and workforce: the page of the report, complete and in cells. */
final class StabilitySheets {

  private static final int NAME = 30;
  private static final int FLAG = 46;
  private static final int NUMBER = 11;

  private final NightInReports night;
  private final Workforce workforce;

  StabilitySheets(NightInReports night) {
    this.night = night;
    this.workforce = night.workforce();
  }

  /** Without any child's id. */
  Stream<ReportSheet> authority() {
    Set<String> all = workforce.tally().teams();
    List<Place> places = new ArrayList<>();
    places.add(new Place("", "", all));
    night
        .services()
        .forEach(
            (service, teams) -> {
              places.add(new Place(service, "", Stability.inExtracts(teams)));
              teams.forEach(team -> places.add(team(service, team)));
            });
    return sheets(places, all, List.of());
  }

  Stream<ReportSheet> service(String service, List<String> teams) {
    Set<String> all = Stability.inExtracts(teams);
    List<Place> places = new ArrayList<>();
    places.add(new Place(service, "", all));
    teams.forEach(team -> places.add(team(service, team)));
    return sheets(places, all, teams);
  }

  Stream<ReportSheet> team(TeamPlace place) {
    Place only = team(place.service(), place.team());
    return sheets(List.of(only), only.teams(), List.of(place.team()));
  }

  /**
   * Whose figure a row gives.
   *
   * @param service empty for the authority
   * @param team empty for a whole service, or the authority
   * @param teams the teams as they are counted
   */
  private record Place(String service, String team, Set<String> teams) {}

  private static Place team(String service, String team) {
    return new Place(service, team, Stability.inExtracts(List.of(team)));
  }

  private Stream<ReportSheet> sheets(
      List<Place> places, Collection<String> teams, List<String> listed) {
    if (workforce.isEmpty()) {
      return Stream.empty();
    }
    Stream<ReportSheet> figures = Stream.of(flags(places), byNumber(places), caseloads(teams));
    return listed.isEmpty() ? figures : Stream.concat(Stream.of(children(listed)), figures);
  }

  private ReportSheet flags(List<Place> places) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Place place : places) {
      for (Flag flag : workforce.flags()) {
        FlagTotal total = FlagTotal.of(flag, place.teams(), workforce);
        boolean judged = workforce.isJudged(flag);
        boolean enough = judged && night.printing().isEnough(total.lookedAt());
        rows.add(
            List.of(
                ReportCell.text(place.service()),
                ReportCell.text(place.team()),
                ReportCell.text(flag.title()),
                new ReportCell.Id(flag.id()),
                judged ? new Count(total.flagged()) : ReportCell.blank(),
                judged ? new Count(total.lookedAt()) : ReportCell.blank(),
                ReportCell.percent(
                    enough ? Figure.percent(total.flagged(), total.lookedAt()) : null),
                judged ? new Count(total.cannotTell()) : ReportCell.blank(),
                ReportCell.text(judged ? "" : FlagLine.NO_SOURCE),
                ReportCell.text(flag.standing().words()),
                // Said once: it is the same everywhere.
                ReportCell.text(place.equals(places.get(0)) ? flag.rule() : "")));
      }
    }
    return new ReportSheet(
        "Flags",
        "Counts worth a look, and no duties. A row without a service is the authority, one without a"
            + " team the service.",
        List.of(
            Column.text("Service", NAME),
            Column.text("Team", NAME),
            Column.text("Flag", FLAG),
            Column.text("Id", 25),
            Column.number("Children flagged", NUMBER),
            Column.number("Out of", NUMBER),
            Column.number("Percent", NUMBER),
            Column.number("Cannot tell", NUMBER),
            Column.text("Not judged", 22),
            Column.text("Standing", 12),
            Column.text("What it says", 60)),
        true,
        rows);
  }

  private ReportSheet byNumber(List<Place> places) {
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Place place : places) {
      for (Flag flag : workforce.flags()) {
        if (flag.counts().isDistribution() && workforce.isJudged(flag)) {
          FlagTotal.of(flag, place.teams(), workforce)
              .byNumber()
              .forEach(
                  (number, children) ->
                      rows.add(
                          List.of(
                              ReportCell.text(place.service()),
                              ReportCell.text(place.team()),
                              ReportCell.text(flag.title()),
                              new Count(number),
                              new Count(children),
                              ReportCell.text(
                                  number >= flag.counts().threshold() ? "flagged" : ""))));
        }
      }
    }
    return new ReportSheet(
        "Children by number",
        "How many children have had how many places or social workers; of whom it cannot be told is"
            + " not in it.",
        List.of(
            Column.text("Service", NAME),
            Column.text("Team", NAME),
            Column.text("Flag", FLAG),
            Column.number("How many", NUMBER),
            Column.number("Children", NUMBER),
            Column.text("Flagged", NUMBER)),
        true,
        rows);
  }

  private ReportSheet caseloads(Collection<String> teams) {
    Caseload caseload = workforce.caseload();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Worker", 20));
    columns.add(Column.text("Teams", NAME));
    columns.add(Column.text("In post", 12));
    columns.add(Column.number("Children", NUMBER));
    columns.add(Column.number("Of them here", NUMBER));
    columns.add(Column.number("Weight", NUMBER));
    columns.add(Column.text("Above the limit", 16));
    caseload.kinds().forEach(kind -> columns.add(Column.number(kind, 22)));
    List<List<ReportCell>> rows = new ArrayList<>();
    for (Holding one : Holding.in(teams, workforce)) {
      List<ReportCell> row = new ArrayList<>();
      row.add(new ReportCell.Id(one.worker()));
      row.add(ReportCell.text(String.join(", ", one.teams())));
      row.add(ReportCell.text(one.post(workforce)));
      row.add(new Count(one.children()));
      row.add(new Count(one.here()));
      row.add(new ReportCell.Decimal(one.weighted()));
      row.add(ReportCell.text(one.isAbove(workforce) ? "yes" : ""));
      for (String kind : caseload.kinds()) {
        row.add(new Count(one.byKind().getOrDefault(kind, 0)));
      }
      rows.add(row);
    }
    return new ReportSheet(
        "Caseloads",
        rows.isEmpty()
            ? "No extract names a worker who holds a child here."
            : "The heaviest first. A child counts once, by the heaviest of what is open; the weights"
                + " are those of jobs/caseload.yml.",
        columns,
        true,
        rows);
  }

  private ReportSheet children(List<String> teams) {
    boolean several = teams.size() > 1;
    boolean named = !night.printing().names().isEmpty();
    List<Column> columns = new ArrayList<>();
    if (several) {
      columns.add(Column.text("Team", NAME));
    }
    columns.add(Column.text("Child", 12));
    if (named) {
      columns.add(Column.text("Name", 30));
    }
    columns.add(Column.text("Flag", FLAG));
    columns.add(Column.text("State", 14));
    columns.add(Column.text("How many", 26));
    columns.add(Column.number("Since", 13));
    columns.add(Column.text("Worker", 18));
    columns.add(Column.text("Proof in the extract", 44));
    List<Map.Entry<String, FlagLine>> lines =
        teams.stream().flatMap(team -> lines(team).map(line -> Map.entry(team, line))).toList();
    return new ReportSheet(
        "Flagged",
        lines.isEmpty()
            ? "There is nothing to list."
            : "Every flag on a child, and every one that the record does not allow to be told.",
        columns,
        true,
        () -> lines.stream().map(line -> cells(line, several, named)).iterator());
  }

  private Stream<FlagLine> lines(String team) {
    return Stability.inExtracts(List.of(team)).stream()
        .flatMap(counted -> workforce.lines().getOrDefault(counted, List.of()).stream());
  }

  private List<ReportCell> cells(
      Map.Entry<String, FlagLine> ofTeam, boolean several, boolean named) {
    FlagLine line = ofTeam.getValue();
    Flag.State state = line.state();
    List<ReportCell> cells = new ArrayList<>();
    if (several) {
      cells.add(ReportCell.text(ofTeam.getKey()));
    }
    cells.add(new ReportCell.Id(line.childId()));
    if (named) {
      cells.add(ReportCell.text(night.printing().names().getOrDefault(line.childId(), "")));
    }
    cells.add(ReportCell.text(workforce.title(line)));
    cells.add(ReportCell.text(state == null ? "" : state.words()));
    cells.add(ReportCell.text(line.value()));
    cells.add(ReportCell.day(line.since()));
    cells.add(new ReportCell.Id(line.workerNow()));
    cells.add(ReportCell.text(line.source()));
    return cells;
  }
}
