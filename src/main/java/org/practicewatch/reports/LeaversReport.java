package org.practicewatch.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.casework.Kinds;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.reports.ReportContents.Leavers;
import org.practicewatch.reports.SubjectNight.OnRecord;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Timeliness;

/**
 * Young people who are eligible for leaving-care support or have left care: what they are owed, how
 * much of it was done in time, and what to do first, by team.
 *
 * @param authority name of the authority
 * @param fictional whether every page says that the data is invented
 * @param asAt the night's date, in words
 * @param headline the answer in one sentence
 * @param remarks what else to know before quoting a figure
 * @param tiles the big numbers
 * @param yearToDate the days that the figures of the year to date cover
 * @param standards a line for each standard that can be judged
 * @param flags a line for each flag that can be judged
 * @param withoutSource what cannot be judged, and what to extract
 * @param matrices by service and team, a page's width of standards in each
 * @param ahead how far ahead the list looks
 * @param lines what is overdue and what falls due next, team by team
 * @param linesNote what the list leaves out, or why it is empty
 * @param flagged young people with a flag, team by team
 * @param flaggedNote likewise
 * @param definitions what is owed by when
 * @param notes how it is counted
 */
public record LeaversReport(
    String authority,
    boolean fictional,
    String asAt,
    String headline,
    String remarks,
    List<Tile> tiles,
    String yearToDate,
    List<StandardLine> standards,
    List<FlagRow> flags,
    String withoutSource,
    List<Matrix> matrices,
    String ahead,
    List<OwedRow> lines,
    String linesNote,
    List<FlaggedRow> flagged,
    String flaggedNote,
    List<OwedByWhen> definitions,
    String notes) {

  /** A flag: how many of how many. */
  public record FlagRow(String title, String standing, Share share, Tone tone, String cannotTell) {}

  /** Something owed to a young person; the team is named on the first of its lines. */
  public record OwedRow(
      String team,
      String child,
      String name,
      String group,
      String what,
      String due,
      String days,
      Tone tone,
      String worker,
      String source) {}

  /** A flag on a young person. */
  public record FlaggedRow(
      String team, String child, String name, String what, String since, String source) {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<LeaversReport> of(SubjectNight night) {
    Leavers leavers = night.contents().leavers();
    if (leavers == null) {
      return Optional.empty();
    }
    Writing writing = new Writing(night, leavers);
    return writing.hasAnything() ? Optional.of(writing.report()) : Optional.empty();
  }

  /** Those to whom one of the standards applies tonight. */
  static List<OnRecord> youngPeople(SubjectNight night, Leavers leavers) {
    return night.children().stream()
        .filter(
            child ->
                child.findings().stream()
                    .anyMatch(one -> one.current() && leavers.standards().contains(one.standard())))
        .toList();
  }

  /** What stands open of these standards tonight, of each team in the order in which to do it. */
  static List<Finding> open(SubjectNight night, Leavers leavers, Predicate<Finding> which) {
    return night
        .findings(leavers.standards())
        .filter(Finding::current)
        .filter(which)
        .sorted(new SubjectSheets(night.night()).mostPressingFirst())
        .toList();
  }

  /** The flags of the report on young people. */
  static List<FlagLine> flagged(SubjectNight night, Leavers leavers) {
    return night.tally().lines().stream()
        .filter(line -> leavers.flags().contains(line.flag()))
        .filter(line -> line.state() == Flag.State.FLAGGED)
        .sorted(Comparator.comparing(line -> Words.numbersInOrder(line.childId())))
        .toList();
  }

  /** "eligible" or "left care"; empty where the record says neither. */
  static String group(OnRecord child, SubjectNight night) {
    return child.isOpen(Kinds.ELIGIBLE_CHILD, night.asAt())
        ? "eligible"
        : child.isOpen(Kinds.LEAVING_CARE, night.asAt()) ? "left care" : "";
  }

  /** The workbook beside it. */
  public ReportWorkbook workbook(SubjectNight night) {
    return LeaversWorkbook.of(night, Objects.requireNonNull(night.contents().leavers()), this);
  }

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final SubjectNight night;
    private final Leavers leavers;
    private final Place place;
    private final Owed owed;
    private final List<StandardNote> judged;
    private final List<Flag> flags;
    private final List<OnRecord> young;
    private final Map<String, OnRecord> byId;
    private final List<FlagLine> flagged;

    Writing(SubjectNight night, Leavers leavers) {
      this.night = night;
      this.leavers = leavers;
      this.place = Place.authority(night.night());
      this.owed = new Owed(night.night());
      this.judged = night.notes(leavers.standards()).stream().filter(StandardNote::judged).toList();
      this.flags =
          night.flags().stream()
              .filter(flag -> leavers.flags().contains(flag.id()))
              .filter(flag -> night.tally().isJudged(flag.id()))
              .toList();
      this.young = youngPeople(night, leavers);
      this.byId =
          night.children().stream().collect(Collectors.toMap(OnRecord::childId, one -> one));
      this.flagged = LeaversReport.flagged(night, leavers);
    }

    boolean hasAnything() {
      return !young.isEmpty() || !flagged.isEmpty();
    }

    LeaversReport report() {
      List<OwedRow> lines = lines();
      return new LeaversReport(
          night.night().authority(),
          night.night().fictional(),
          night.night().asAtInWords(),
          headline(),
          remarks(),
          tiles(),
          night.night().figures().yearToDate(),
          judged.stream().map(place::line).toList(),
          flags.stream().map(this::flag).toList(),
          withoutSource(),
          Matrix.of(night.night(), teams(), judged),
          night.night().printing().ahead(),
          lines.stream().limit(TeamReport.LINES_PRINTED).toList(),
          lines.isEmpty()
              ? "Nothing is overdue, and nothing falls due by "
                  + Words.date(night.night().until())
                  + "."
              : Notes.firstOf(lines.size()),
          flaggedRows().stream().limit(TeamReport.LINES_PRINTED).toList(),
          flags.isEmpty() ? "" : flagged.isEmpty() ? "Nobody." : Notes.firstOf(flagged.size()),
          judged.stream().map(OwedByWhen::of).toList(),
          Notes.underFigures(night.night().printing()));
    }

    private int overdue() {
      return open(night, leavers, one -> one.timeliness() == Timeliness.OVERDUE).size();
    }

    private int in(String group) {
      return (int) young.stream().filter(child -> group(child, night).equals(group)).count();
    }

    private String headline() {
      int overdue = overdue();
      long behind =
          young.stream()
              .filter(
                  child ->
                      child.findings().stream()
                          .filter(one -> leavers.standards().contains(one.standard()))
                          .anyMatch(one -> one.current() && one.timeliness() == Timeliness.OVERDUE))
              .count();
      String people = Words.count(young.size(), "young person", "young people");
      return overdue == 0
          ? "Nothing is overdue tonight for the " + people + " in or after care."
          : "Something is overdue tonight for "
              + Words.count((int) behind)
              + " of the "
              + people
              + " in or after care.";
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      int neither = in("");
      if (neither > 0) {
        remarks.add(
            "Of "
                + Words.count(neither)
                + " the record does not say whether they are eligible or have left care.");
      }
      remarks.addAll(place.targets(judged));
      remarks.addAll(
          place.cannotTell(
              judged.stream()
                  .mapToInt(standard -> place.total(standard, OpenCounts::cannotTell))
                  .sum(),
              judged));
      return String.join(" ", remarks);
    }

    private List<Tile> tiles() {
      int overdue = overdue();
      return List.of(
          new Tile(
              Words.count(in("eligible")), "eligible", "16 or 17, still looked after", Tone.PLAIN),
          new Tile(Words.count(in("left care")), "left care", "having been eligible", Tone.PLAIN),
          new Tile(
              Words.count(overdue),
              "overdue now",
              judged.isEmpty() ? "nothing could be judged" : "plans, reviews, visits, contacts",
              overdue == 0 ? Tone.GOOD : Tone.POOR),
          flags.isEmpty()
              ? new Tile(Words.NOTHING, "flagged", "cannot judge: no source", Tone.PLAIN)
              : new Tile(
                  Words.count(flagged.size()),
                  "flagged",
                  flags.get(0).title(),
                  flagged.isEmpty() ? Tone.GOOD : Tone.POOR));
    }

    private FlagRow flag(Flag flag) {
      int on = 0;
      int lookedAt = 0;
      int cannotTell = 0;
      for (var count : night.tally().counts(flag.id()).values()) {
        on += count.flagged();
        lookedAt += count.lookedAt();
        cannotTell += count.cannotTell();
      }
      return new FlagRow(
          flag.title(),
          flag.standing().words(),
          lookedAt == 0 ? Share.NOTHING : Share.of(on, lookedAt, night.night().printing()),
          on == 0 ? Tone.PLAIN : Tone.POOR,
          Words.count(cannotTell));
    }

    private String withoutSource() {
      List<String> missing =
          Stream.concat(
                  night.notes(leavers.standards()).stream()
                      .filter(note -> !note.judged())
                      .map(StandardNote::title),
                  night.flags().stream()
                      .filter(flag -> leavers.flags().contains(flag.id()))
                      .filter(flag -> !flags.contains(flag))
                      .map(Flag::title))
              .toList();
      return Notes.withoutSource(missing);
    }

    private Map<String, List<String>> teams() {
      Set<String> teams = new LinkedHashSet<>();
      young.forEach(child -> teams.add(child.teamNow()));
      return TeamsMet.of(night.night(), teams);
    }

    /** Overdue first, and then what falls due next, of one team after the other. */
    private List<OwedRow> lines() {
      List<Finding> open =
          open(
              night,
              leavers,
              one ->
                  one.timeliness() == Timeliness.OVERDUE
                      || TeamList.isDueBy(one, night.night().until()));
      List<OwedRow> lines = new ArrayList<>();
      TeamsMet.of(night.night(), open.stream().map(Finding::teamNow).toList()).values().stream()
          .flatMap(List::stream)
          .forEach(
              team -> {
                String named = team;
                for (Finding finding : open) {
                  if (NightInReports.teamName(finding.teamNow()).equals(team)) {
                    lines.add(line(named, finding));
                    named = "";
                  }
                }
              });
      return lines;
    }

    private OwedRow line(String team, Finding finding) {
      boolean over = finding.timeliness() == Timeliness.OVERDUE;
      OnRecord child = byId.get(finding.childId());
      return new OwedRow(
          team,
          Owed.child(finding),
          owed.name(finding),
          child == null ? "" : group(child, night),
          owed.title(finding),
          Words.dateOrNothing(finding.due()),
          over
              ? Words.count(owed.daysOver(finding), "day over", "days over")
              : owed.inDays(finding),
          over ? Tone.POOR : Tone.PLAIN,
          Owed.worker(finding),
          finding.source());
    }

    private List<FlaggedRow> flaggedRows() {
      return flagged.stream()
          .map(
              line ->
                  new FlaggedRow(
                      NightInReports.teamName(line.teamNow()),
                      line.childId(),
                      night.night().printing().names().getOrDefault(line.childId(), ""),
                      title(line) + ": " + line.value(),
                      Words.dateOrNothing(line.since()),
                      line.source()))
          .toList();
    }

    private String title(FlagLine line) {
      return flags.stream()
          .filter(flag -> flag.id().equals(line.flag()))
          .findFirst()
          .map(Flag::title)
          .orElse(line.flag());
    }
  }
}
