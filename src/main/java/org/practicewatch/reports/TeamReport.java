package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.List;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.compliance.Finding;

/**
 * What a team manager does first: what is overdue, what comes next, what cannot be told, and then
 * the team's figures.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param team name of the team
 * @param service its service
 * @param headline the list in one sentence
 * @param first what to start with; empty where nothing is overdue
 * @param silent whether nothing could be judged, so that an empty list is no good news
 * @param tiles the big numbers
 * @param ahead how far ahead the list looks
 * @param until the last day of that
 * @param yearToDate the days that the figures of the year to date cover
 * @param overdue what matters most first
 * @param overdueLeftOut how many more there are, and where; empty where all are printed
 * @param workers the same by worker
 * @param dueSoon soonest first
 * @param dueSoonLeftOut how many more there are, and where
 * @param cannotTell what the record does not allow to be judged
 * @param cannotTellLeftOut how many more there are, and where
 * @param figures the team's figures, for the standards under which it has any
 * @param direction whether it is getting better, in one sentence
 * @param charts the figures as pictures; none where every number is too small for a percentage
 * @param notHere the other standards, and why they have no line
 * @param notes how the figures are counted
 * @param stability stability and workforce
 */
public record TeamReport(
    String authority,
    boolean fictional,
    String asAt,
    String team,
    String service,
    String headline,
    String first,
    boolean silent,
    List<Tile> tiles,
    String ahead,
    String until,
    String yearToDate,
    List<ReportLine> overdue,
    String overdueLeftOut,
    List<WorkerLine> workers,
    List<ReportLine> dueSoon,
    String dueSoonLeftOut,
    List<ReportLine> cannotTell,
    String cannotTellLeftOut,
    List<FigureLine> figures,
    String direction,
    List<TrendChart> charts,
    String notHere,
    String notes,
    StabilityPage stability) {

  /** As many lines of one list as anybody reads on paper; the workbook has them all. */
  static final int LINES_PRINTED = 200;

  /** What one worker holds. */
  public record WorkerLine(
      String worker, String overdue, String longest, String dueSoon, String cannotTell) {}

  /** One standard for the team: the three measures, never blended. */
  public record FigureLine(
      String title,
      Share now,
      String cannotTell,
      String target,
      String met,
      Tone metTone,
      Share done,
      Share all) {}

  /** Reads what one team has to do. */
  public static TeamReport of(NightInReports night, TeamList list) {
    return new Writing(night, list).report();
  }

  /** The night and the list, for as long as the report is being put together. */
  private static final class Writing {

    private final NightInReports night;
    private final TeamList list;
    private final Place place;
    private final Owed owed;

    Writing(NightInReports night, TeamList list) {
      this.night = night;
      this.list = list;
      this.place = Place.team(night, list.place().team());
      this.owed = new Owed(night);
    }

    TeamReport report() {
      List<StandardNote> met = night.judged().stream().filter(place::meetsWith).toList();
      return new TeamReport(
          night.authority(),
          night.fictional(),
          night.asAtInWords(),
          list.place().team(),
          list.place().service(),
          headline(),
          first(),
          !place.nothingToSay("team").isEmpty(),
          tiles(),
          night.printing().ahead(),
          Words.date(night.until()),
          night.figures().yearToDate(),
          owed.overdue(list.overdue(), LINES_PRINTED),
          leftOut(list.overdue(), "that matter most"),
          workers(),
          owed.dueSoon(list.dueSoon(), LINES_PRINTED),
          leftOut(list.dueSoon(), "due soonest"),
          owed.cannotTell(list.cannotTell(), LINES_PRINTED),
          leftOut(list.cannotTell(), "that matter most"),
          met.stream().map(this::figureLine).toList(),
          met.isEmpty() ? "" : place.before().direction(met),
          place.before().charts(met),
          place.notHere("for this team"),
          Notes.underFigures(night.printing()),
          StabilityPage.team(night, place.name()));
    }

    private static String leftOut(List<Finding> findings, String which) {
      return findings.size() <= LINES_PRINTED
          ? ""
          : "These are the "
              + Words.count(LINES_PRINTED)
              + " "
              + which
              + ". There are "
              + Words.count(findings.size())
              + " in all: the workbook beside this report lists every one.";
    }

    private String headline() {
      String nothing = place.nothingToSay("team");
      if (!nothing.isEmpty()) {
        return nothing;
      }
      String by = " by " + Words.date(night.until());
      if (list.overdue().isEmpty() && list.dueSoon().isEmpty() && list.cannotTell().isEmpty()) {
        return night.withoutSource().isEmpty()
            ? "Nothing to do: nothing is overdue, nothing falls due"
                + by
                + ", and everything can be judged."
            : "Nothing to do"
                + place.ofWhat()
                + ": nothing is overdue, nothing falls due"
                + by
                + ".";
      }
      String late =
          list.overdue().isEmpty()
              ? "Nothing is overdue."
              : Words.count(list.overdue().size())
                  + " overdue, for "
                  + Words.count(Owed.children(list.overdue()), "child", "children")
                  + ".";
      String next =
          list.dueSoon().isEmpty()
              ? " Nothing falls due" + by + "."
              : " " + Words.count(list.dueSoon().size(), "falls", "fall") + " due" + by + ".";
      String gaps =
          list.cannotTell().isEmpty()
              ? ""
              : " " + Words.count(list.cannotTell().size()) + " cannot be told from the record.";
      return late + next + gaps;
    }

    private String first() {
      return list.overdue().stream()
          .findFirst()
          .map(
              finding ->
                  "Start with "
                      + Owed.child(finding)
                      + ": "
                      + owed.title(finding)
                      + ", "
                      + Words.count(owed.daysOver(finding), "day", "days")
                      + " over ("
                      + Owed.worker(finding)
                      + ").")
          .orElse("");
    }

    private List<Tile> tiles() {
      List<Finding> overdue = list.overdue();
      if (!place.nothingToSay("team").isEmpty()) {
        return Tile.nothingSaid("overdue now", "due in " + night.printing().ahead(), "cannot tell");
      }
      return List.of(
          new Tile(
              Words.count(overdue.size()),
              "overdue now",
              forChildren(overdue),
              overdue.isEmpty() ? Tone.GOOD : Tone.POOR,
              place.before().overdueTrend()),
          new Tile(
              Words.count(list.dueSoon().size()),
              "due in " + night.printing().ahead(),
              forChildren(list.dueSoon()),
              Tone.PLAIN),
          new Tile(
              Words.count(list.cannotTell().size()),
              "cannot tell",
              forChildren(list.cannotTell()),
              Tone.PLAIN));
    }

    private static String forChildren(List<Finding> findings) {
      return findings.isEmpty()
          ? ""
          : "for " + Words.count(Owed.children(findings), "child", "children");
    }

    private List<WorkerLine> workers() {
      List<WorkerCounts> all = WorkerCounts.of(list, owed);
      List<WorkerLine> lines =
          new ArrayList<>(all.stream().limit(LINES_PRINTED).map(Writing::workerLine).toList());
      if (all.size() > LINES_PRINTED) {
        WorkerCounts others =
            all.stream().skip(LINES_PRINTED).reduce(WorkerCounts::and).orElseThrow();
        int more = all.size() - LINES_PRINTED;
        lines.add(
            workerLine(others.named(Words.count(more, "other worker", "other workers together"))));
      }
      return lines;
    }

    private static WorkerLine workerLine(WorkerCounts counts) {
      return new WorkerLine(
          counts.worker(),
          Words.count(counts.overdue()),
          counts.longest() == 0 ? Words.NOTHING : Words.count(counts.longest(), "day", "days"),
          Words.count(counts.dueSoon()),
          Words.count(counts.cannotTell()));
    }

    private FigureLine figureLine(StandardNote standard) {
      Figure now = place.now(standard);
      return new FigureLine(
          standard.title(),
          place.share(now),
          Words.count(now == null ? 0 : now.cannotTell()),
          Targets.words(standard.target()),
          place.verdict(standard),
          place.tone(standard),
          place.share(place.figure(standard, Measure.DONE)),
          place.share(place.figure(standard, Measure.ALL)));
    }
  }
}
