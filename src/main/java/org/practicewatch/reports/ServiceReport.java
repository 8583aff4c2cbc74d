package org.practicewatch.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What a head of service reads: how the service stands, which of its teams needs help, whether it
 * is getting better, and what has been overdue longest.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param service name of the service
 * @param headline the answer in one sentence
 * @param direction whether it is getting better, in one sentence
 * @param remarks what else to know before quoting a figure
 * @param tiles the big numbers
 * @param ahead how far ahead the lists look
 * @param lastNight which night "last night" was
 * @param lastMonth which night "last month" was
 * @param yearToDate the days that the figures of the year to date cover
 * @param teams its teams, the one with most overdue first
 * @param standards a line for each standard that the service meets with
 * @param charts the same as pictures, a page's worth in each
 * @param longest what is overdue longest, team by team
 * @param longestNote what the list leaves out
 * @param matrices by team, a page's width of standards in each; none of a service of one team
 * @param notHere the other standards, and why they have no line
 * @param notes how the figures are counted
 * @param stability stability and workforce
 */
public record ServiceReport(
    String authority,
    boolean fictional,
    String asAt,
    String service,
    String headline,
    String direction,
    String remarks,
    List<Tile> tiles,
    String ahead,
    String lastNight,
    String lastMonth,
    String yearToDate,
    List<TeamLine> teams,
    List<StandardLine> standards,
    List<TrendChart> charts,
    List<OfTeam> longest,
    String longestNote,
    List<Matrix> matrices,
    String notHere,
    String notes,
    StabilityPage stability) {

  /** One of the service's teams. */
  public record TeamLine(
      String team,
      String overdue,
      String overdueFor,
      Tone overdueTone,
      String longest,
      String dueSoon,
      String dueSoonFor,
      String cannotTell,
      String cannotTellFor) {}

  /** A line of a team's list; the team is named on the first of its lines. */
  public record OfTeam(String team, ReportLine line) {}

  /** Reads one service, whose teams have been looked at. */
  public static ServiceReport of(
      NightInReports night, String service, Collection<TeamAtAGlance> teams) {
    return new Writing(night, service, teams).report();
  }

  /** The night and the teams, for as long as the report is being put together. */
  private static final class Writing {

    private final NightInReports night;
    private final Place place;
    private final List<TeamAtAGlance> teams;

    Writing(NightInReports night, String service, Collection<TeamAtAGlance> teams) {
      this.night = night;
      this.place = Place.service(night, service, teams.stream().map(TeamAtAGlance::team).toList());
      this.teams = List.copyOf(teams);
    }

    ServiceReport report() {
      List<StandardNote> met = night.judged().stream().filter(place::meetsWith).toList();
      return new ServiceReport(
          night.authority(),
          night.fictional(),
          night.asAtInWords(),
          place.name(),
          headline(),
          met.isEmpty() ? "" : place.before().direction(met),
          remarks(met),
          tiles(met),
          night.printing().ahead(),
          place.lastNight(),
          place.lastMonth(),
          night.figures().yearToDate(),
          mostOverdueFirst().stream().map(this::teamLine).toList(),
          met.stream().map(place::line).toList(),
          place.before().charts(met),
          longest(),
          longestNote(),
          teams.size() == 1 ? List.of() : matrices(met),
          place.notHere("in this service"),
          Notes.underFigures(night.printing()) + " " + Notes.soonAndNext(night),
          StabilityPage.service(
              night, place.name(), teams.stream().map(TeamAtAGlance::team).toList()));
    }

    /** By team; of one team they would say again what the standards say. */
    private List<Matrix> matrices(List<StandardNote> met) {
      List<String> names = teams.stream().map(TeamAtAGlance::team).toList();
      return Matrix.of(night, Map.of(place.name(), names), met);
    }

    private int total(ToIntFunction<TeamAtAGlance> counted) {
      return teams.stream().mapToInt(counted).sum();
    }

    private String headline() {
      int overdue = total(TeamAtAGlance::overdue);
      String nothing = place.nothingToSay("service");
      if (!nothing.isEmpty()) {
        return nothing;
      }
      if (overdue == 0) {
        return "Nothing is overdue tonight in this service" + place.ofWhat() + ".";
      }
      return Words.count(
              overdue, "visit, review or assessment is", "visits, reviews and assessments are")
          + " overdue tonight, for "
          + Words.count(total(TeamAtAGlance::overdueFor), "child", "children")
          + inTeams();
    }

    /** Where to look: the team with most, where it has the half of it. */
    private String inTeams() {
      TeamAtAGlance most = mostOverdueFirst().get(0);
      if (teams.size() == 1) {
        return ".";
      }
      boolean half = 2 * most.overdue() >= total(TeamAtAGlance::overdue);
      return half
          ? "; " + Words.count(most.overdue()) + " of them in " + most.team() + "."
          : ", in " + with(TeamAtAGlance::overdue) + " of " + teams.size() + " teams.";
    }

    private long with(ToIntFunction<TeamAtAGlance> counted) {
      return teams.stream().filter(team -> counted.applyAsInt(team) > 0).count();
    }

    private String remarks(List<StandardNote> met) {
      List<String> remarks = new ArrayList<>(place.targets(met));
      remarks.addAll(place.cannotTell(total(TeamAtAGlance::cannotTell), met));
      remarks.addAll(place.withoutSource());
      return String.join(" ", remarks);
    }

    private List<Tile> tiles(List<StandardNote> met) {
      int overdue = total(TeamAtAGlance::overdue);
      Map<StandardNote, BigDecimal> margins = place.margins(met);
      long kept = margins.values().stream().filter(margin -> margin.signum() >= 0).count();
      if (!place.nothingToSay("service").isEmpty()) {
        return Tile.nothingSaid(
            "overdue now", "due in " + night.printing().ahead(), "cannot tell", "targets met");
      }
      return List.of(
          new Tile(
              Words.count(overdue),
              "overdue now",
              forChildren(total(TeamAtAGlance::overdueFor)),
              overdue == 0 ? Tone.GOOD : Tone.POOR,
              place.before().overdueTrend()),
          new Tile(
              Words.count(total(TeamAtAGlance::dueSoon)),
              "due in " + night.printing().ahead(),
              forChildren(total(TeamAtAGlance::dueSoonFor)),
              Tone.PLAIN),
          new Tile(
              Words.count(total(TeamAtAGlance::cannotTell)),
              "cannot tell",
              forChildren(total(TeamAtAGlance::cannotTellFor)),
              Tone.PLAIN),
          margins.isEmpty()
              ? new Tile(Words.NOTHING, "targets met", "too few children to say", Tone.PLAIN)
              : new Tile(
                  kept + " of " + margins.size(),
                  "targets met",
                  "with enough children to say",
                  kept == margins.size() ? Tone.GOOD : Tone.POOR));
    }

    private static String forChildren(int children) {
      return children == 0 ? "" : "for " + Words.count(children, "child", "children");
    }

    private List<TeamAtAGlance> mostOverdueFirst() {
      return teams.stream()
          .sorted(Comparator.comparingInt(TeamAtAGlance::overdue).reversed())
          .toList();
    }

    private TeamLine teamLine(TeamAtAGlance team) {
      if (!place.nothingToSay("service").isEmpty()) {
        String none = Words.NOTHING;
        return new TeamLine(team.team(), none, "", Tone.PLAIN, none, none, "", none, "");
      }
      return new TeamLine(
          team.team(),
          Words.count(team.overdue()),
          forChildren(team.overdueFor()),
          team.overdue() == 0 ? Tone.PLAIN : Tone.POOR,
          team.longest() == 0 ? Words.NOTHING : Words.count(team.longest(), "day", "days"),
          Words.count(team.dueSoon()),
          forChildren(team.dueSoonFor()),
          Words.count(team.cannotTell()),
          forChildren(team.cannotTellFor()));
    }

    private List<OfTeam> longest() {
      List<OfTeam> lines = new ArrayList<>();
      for (TeamAtAGlance team : mostOverdueFirst()) {
        String name = team.team();
        for (ReportLine line : team.longestOverdue()) {
          lines.add(new OfTeam(name, line));
          name = "";
        }
      }
      return List.copyOf(lines);
    }

    private String longestNote() {
      boolean all = teams.stream().allMatch(team -> team.overdue() <= TeamAtAGlance.LINES);
      return all
          ? ""
          : "At most "
              + TeamAtAGlance.LINES
              + " of each team; the workbook beside this report lists all "
              + Words.count(total(TeamAtAGlance::overdue))
              + ".";
    }
  }
}
