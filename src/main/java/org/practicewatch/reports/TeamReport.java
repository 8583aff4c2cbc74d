package org.practicewatch.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Figure;
import org.practicewatch.compliance.Figure.Level;
import org.practicewatch.compliance.Figure.Measure;
import org.practicewatch.compliance.Finding;
import org.practicewatch.standards.Timeliness;

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
 * @param tiles the big numbers
 * @param until the last day of the next two weeks
 * @param yearToDate the days that the figures of the year to date cover
 * @param overdue longest overdue first
 * @param workers the same by worker
 * @param dueSoon soonest first
 * @param cannotTell what the record does not allow to be judged
 * @param figures the team's figures, for the standards under which it has any
 * @param noneDue the other standards, by title
 */
public record TeamReport(
    String authority,
    boolean fictional,
    String asAt,
    String team,
    String service,
    String headline,
    String first,
    List<Tile> tiles,
    String until,
    String yearToDate,
    List<ReportLine> overdue,
    List<WorkerLine> workers,
    List<ReportLine> dueSoon,
    List<ReportLine> cannotTell,
    List<FigureLine> figures,
    String noneDue) {

  /** How far ahead a team's list looks. */
  public static final int DAYS_AHEAD = 14;

  private static final String NO_WORKER = "No worker recorded";

  /** What one worker holds. */
  public record WorkerLine(
      String worker, String overdue, String longest, String dueSoon, String cannotTell) {}

  /** One standard for the team: the three measures, never blended. */
  public record FigureLine(
      String title,
      String now,
      String nowCount,
      String cannotTell,
      String target,
      String met,
      Tone metTone,
      String done,
      String doneCount,
      String all,
      String allCount) {}

  /**
   * Reads what is open for one team. Anything in {@code open} that is neither overdue, nor due
   * within two weeks, nor impossible to judge stays off the list.
   */
  public static TeamReport of(NightInReports night, TeamPlace place, List<Finding> open) {
    Map<String, StandardNote> standards = new HashMap<>();
    night.standards().forEach(standard -> standards.put(standard.id(), standard));
    LocalDate until = night.asAt().plusDays(DAYS_AHEAD);
    Comparator<Finding> byStandard =
        Comparator.<Finding, String>comparing(finding -> title(standards, finding))
            .thenComparing(TeamReport::child)
            .thenComparing(Finding::number);
    List<Finding> overdue =
        open.stream()
            .filter(finding -> finding.timeliness() == Timeliness.OVERDUE)
            .sorted(
                Comparator.<Finding>comparingInt(f -> daysOver(f, night.asAt()))
                    .reversed()
                    .thenComparing(byStandard))
            .toList();
    List<Finding> soon =
        open.stream()
            .filter(finding -> isDueBy(finding, until))
            .sorted(
                Comparator.<Finding, LocalDate>comparing(f -> dueOr(f, until))
                    .thenComparing(byStandard))
            .toList();
    List<Finding> unclear =
        open.stream()
            .filter(finding -> finding.timeliness() == Timeliness.CANNOT_TELL)
            .filter(finding -> finding.done() == null)
            .sorted(byStandard)
            .toList();
    FigureIndex figures = new FigureIndex(night.figures());
    return new TeamReport(
        night.authority(),
        night.fictional(),
        Words.date(night.asAt()),
        place.team(),
        place.service(),
        headline(overdue, soon, unclear, until),
        first(overdue, standards, night.asAt()),
        List.of(
            tile(overdue, "overdue now", overdue.isEmpty() ? Tone.GOOD : Tone.POOR),
            tile(soon, "due in the next two weeks", Tone.PLAIN),
            tile(unclear, "cannot tell", Tone.PLAIN)),
        Words.date(until),
        figures.yearToDate(),
        lines(overdue, standards, f -> Words.count(daysOver(f, night.asAt()))),
        workers(overdue, soon, unclear, night.asAt()),
        lines(soon, standards, f -> inDays(f, night.asAt())),
        lines(unclear, standards, f -> ""),
        judged(night)
            .filter(standard -> hasAny(figures, place.team(), standard))
            .map(standard -> figureLine(figures, place.team(), standard))
            .toList(),
        judged(night)
            .filter(standard -> !hasAny(figures, place.team(), standard))
            .map(StandardNote::title)
            .collect(Collectors.joining(", ")));
  }

  private static Stream<StandardNote> judged(NightInReports night) {
    return night.standards().stream().filter(StandardNote::judged);
  }

  private static boolean hasAny(FigureIndex figures, String team, StandardNote standard) {
    return Stream.of(Measure.values())
        .map(measure -> figure(figures, team, standard, measure))
        .anyMatch(figure -> figure != null && figure.denominator() + figure.cannotTell() > 0);
  }

  private static boolean isDueBy(Finding finding, LocalDate until) {
    LocalDate due = finding.due();
    return (finding.timeliness() == Timeliness.DUE_SOON
            || finding.timeliness() == Timeliness.NOT_YET_DUE)
        && due != null
        && !due.isAfter(until);
  }

  private static LocalDate dueOr(Finding finding, LocalDate otherwise) {
    LocalDate due = finding.due();
    return due == null ? otherwise : due;
  }

  private static int daysOver(Finding finding, LocalDate asAt) {
    Integer over = finding.daysOver();
    return over != null ? over : (int) ChronoUnit.DAYS.between(dueOr(finding, asAt), asAt);
  }

  private static String inDays(Finding finding, LocalDate asAt) {
    long days = ChronoUnit.DAYS.between(asAt, dueOr(finding, asAt));
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
  }

  private static String headline(
      List<Finding> overdue, List<Finding> soon, List<Finding> unclear, LocalDate until) {
    String by = " by " + Words.date(until);
    if (overdue.isEmpty() && soon.isEmpty() && unclear.isEmpty()) {
      return "Nothing to do: nothing is overdue, nothing falls due"
          + by
          + ", and everything can be judged.";
    }
    String late =
        overdue.isEmpty()
            ? "Nothing is overdue."
            : Words.count(overdue.size())
                + " overdue, for "
                + Words.count(children(overdue), "child", "children")
                + ".";
    String next =
        soon.isEmpty()
            ? " Nothing falls due" + by + "."
            : " " + Words.count(soon.size(), "falls", "fall") + " due" + by + ".";
    String gaps = unclear.isEmpty() ? "" : " " + Words.count(unclear.size()) + " cannot be told.";
    return late + next + gaps;
  }

  private static String first(
      List<Finding> overdue, Map<String, StandardNote> standards, LocalDate asAt) {
    return overdue.stream()
        .findFirst()
        .map(
            finding ->
                "Start with "
                    + child(finding)
                    + ": "
                    + title(standards, finding)
                    + ", "
                    + Words.count(daysOver(finding, asAt), "day", "days")
                    + " over ("
                    + worker(finding)
                    + ").")
        .orElse("");
  }

  private static Tile tile(List<Finding> findings, String label, Tone tone) {
    return new Tile(
        Words.count(findings.size()),
        label,
        findings.isEmpty() ? "" : "for " + Words.count(children(findings), "child", "children"),
        tone);
  }

  private static int children(List<Finding> findings) {
    return (int) findings.stream().map(TeamReport::child).distinct().count();
  }

  private static String child(Finding finding) {
    return finding.childId().isEmpty() ? finding.subject() : finding.childId();
  }

  private static String worker(Finding finding) {
    return finding.workerNow().isEmpty() ? NO_WORKER : finding.workerNow();
  }

  private static String title(Map<String, StandardNote> standards, Finding finding) {
    StandardNote standard = standards.get(finding.standard());
    return standard == null ? finding.standard() : standard.title();
  }

  /**
   * Counted from the start, so none has been done. A snapshot's latest, or an act of another
   * standard, may stand behind number 1 as well.
   */
  private static boolean isTheFirst(Finding finding) {
    return finding.number() == 1
        && finding.since() != null
        && finding.since().equals(finding.duringFrom());
  }

  private static List<ReportLine> lines(
      List<Finding> findings, Map<String, StandardNote> standards, Function<Finding, String> days) {
    return findings.stream()
        .map(
            finding ->
                new ReportLine(
                    child(finding),
                    title(standards, finding),
                    isTheFirst(finding) ? "the first: none done yet" : "",
                    Words.dateOrNothing(finding.due()),
                    days.apply(finding),
                    Words.dateOrNothing(finding.since()),
                    worker(finding),
                    finding.source()))
        .toList();
  }

  private static List<WorkerLine> workers(
      List<Finding> overdue, List<Finding> soon, List<Finding> unclear, LocalDate asAt) {
    Map<String, Integer> longest = new TreeMap<>();
    for (Finding finding : soon) {
      longest.putIfAbsent(worker(finding), 0);
    }
    for (Finding finding : unclear) {
      longest.putIfAbsent(worker(finding), 0);
    }
    for (Finding finding : overdue) {
      longest.merge(worker(finding), daysOver(finding, asAt), Math::max);
    }
    Map<String, Long> late = byWorker(overdue);
    Map<String, Long> next = byWorker(soon);
    Map<String, Long> gaps = byWorker(unclear);
    return longest.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingLong(
                    entry -> late.getOrDefault(entry.getKey(), 0L))
                .thenComparing(Map.Entry::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .map(
            entry ->
                new WorkerLine(
                    entry.getKey(),
                    count(late, entry.getKey()),
                    entry.getValue() == 0
                        ? Words.NOTHING
                        : Words.count(entry.getValue(), "day", "days"),
                    count(next, entry.getKey()),
                    count(gaps, entry.getKey())))
        .toList();
  }

  private static Map<String, Long> byWorker(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(TeamReport::worker, Collectors.counting()));
  }

  private static String count(Map<String, Long> counts, String worker) {
    return Words.count(counts.getOrDefault(worker, 0L).intValue());
  }

  private static FigureLine figureLine(FigureIndex figures, String team, StandardNote standard) {
    Figure now = figure(figures, team, standard, Measure.NOW);
    Figure done = figure(figures, team, standard, Measure.DONE);
    Figure all = figure(figures, team, standard, Measure.ALL);
    return new FigureLine(
        standard.title(),
        Words.percent(now),
        Words.share(now),
        Words.count(now == null ? 0 : now.cannotTell()),
        Targets.words(standard.target()),
        Targets.verdict(now, standard.target()),
        Targets.tone(now, standard.target()),
        Words.percent(done),
        Words.share(done),
        Words.percent(all),
        Words.share(all));
  }

  private static @Nullable Figure figure(
      FigureIndex figures, String team, StandardNote standard, Measure measure) {
    return figures.find(Level.TEAM, team, standard.id(), measure);
  }
}
