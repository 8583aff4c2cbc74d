package org.practicewatch.reports.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.FlagLine;
import org.practicewatch.reports.night.Matrix;
import org.practicewatch.reports.night.NightInReports;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.OpenCounts;
import org.practicewatch.reports.night.Owed;
import org.practicewatch.reports.night.OwedByWhen;
import org.practicewatch.reports.night.Place;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.StandardTables;
import org.practicewatch.reports.night.TeamList;
import org.practicewatch.reports.night.TeamsMet;
import org.practicewatch.reports.section.Report;
import org.practicewatch.reports.section.ReportCell;
import org.practicewatch.reports.section.ReportCell.Count;
import org.practicewatch.reports.section.ReportCell.Weight;
import org.practicewatch.reports.section.ReportSheet.Column;
import org.practicewatch.reports.section.Section;
import org.practicewatch.reports.section.Section.Row;
import org.practicewatch.reports.section.Section.Sentence;
import org.practicewatch.reports.section.Section.Table;
import org.practicewatch.reports.section.Share;
import org.practicewatch.reports.section.Tile;
import org.practicewatch.reports.section.Tone;
import org.practicewatch.reports.section.Words;
import org.practicewatch.reports.subject.ReportContents.Leavers;
import org.practicewatch.reports.subject.SubjectNight.OnRecord;
import org.practicewatch.standards.Flag;
import org.practicewatch.standards.Timeliness;

/**
 * Young people who are eligible for leaving-care support or have left care: what they are owed, how
 * much of it was done in time, and what to do first, by team.
 */
public final class LeaversReport {

  private LeaversReport() {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<Report> of(SubjectNight night) {
    Leavers leavers = night.contents().leavers();
    if (leavers == null) {
      return Optional.empty();
    }
    Writing writing = new Writing(night, leavers);
    return writing.hasAnything() ? Optional.of(writing.report()) : Optional.empty();
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
      this.young = YoungPeople.all(night, leavers);
      this.byId =
          night.children().stream().collect(Collectors.toMap(OnRecord::childId, one -> one));
      this.flagged = YoungPeople.flagged(night, leavers);
    }

    boolean hasAnything() {
      return !young.isEmpty() || !flagged.isEmpty();
    }

    Report report() {
      String notes = Notes.underFigures(night.night().printing());
      List<Section> sections = new ArrayList<>();
      if (!judged.isEmpty()) {
        sections.add(standards());
      }
      if (!flags.isEmpty()) {
        sections.add(flags());
      }
      EveryYoungPerson everybody = new EveryYoungPerson(night, leavers, young);
      sections.add(everybody.printed());
      sections.add(new Sentence("", withoutSource()));
      sections.add(new Sentence("", notes));
      sections.addAll(
          StandardTables.matrices(
              "By the team that holds them now: in timescale (young people)",
              "Team",
              Matrix.of(night.night(), teams(), judged)));
      sections.add(lines());
      if (!flagged.isEmpty()) {
        sections.add(flagged());
      }
      if (!judged.isEmpty()) {
        sections.add(
            StandardTables.definitions(
                "What is owed by when",
                "Standard",
                judged.stream().map(OwedByWhen::of).toList(),
                false));
      }
      Map<String, String> sentences = new LinkedHashMap<>();
      sentences.put("In one sentence", headline());
      sentences.put("Before quoting a figure", remarks());
      sentences.put("What cannot be judged", withoutSource());
      sentences.put("How it is counted", notes);
      sections.add(Table.of(SubjectSheets.summary(sentences)));
      sections.add(everybody.sheet());
      LeaversSheets.of(night, leavers).forEach(sheet -> sections.add(Table.of(sheet)));
      return night.report(
          "Care leavers' report",
          "The care leavers' report",
          headline(),
          remarks(),
          tiles(),
          sections,
          false);
    }

    private Table standards() {
      return new Table(
          "What is owed to them",
          "",
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Standard", 169, false),
              Column.onPaper("In timescale now (young people)", 76, true),
              Column.onPaper("Target", 52, true),
              Column.onPaper("Overdue", 52, true),
              Column.onPaper("Due soon", 44, true),
              Column.onPaper("Cannot tell", 50, true),
              Column.onPaper(
                  "Done in timescale\n" + night.night().figures().yearToDate(), 96, true)),
          false,
          judged.stream()
              .map(place::line)
              .map(
                  line ->
                      new Row(
                          List.of(
                              StandardTables.standard(line.title(), line.standing()),
                              ReportCell.share(line.now()),
                              StandardTables.target(line),
                              ReportCell.text(line.overdue())
                                  .shown(Weight.STRONG, line.overdueTone(), ""),
                              ReportCell.text(line.dueSoon()),
                              ReportCell.text(line.cannotTell()),
                              ReportCell.share(line.done()))))
              .toList());
    }

    private Table flags() {
      return new Table(
          "",
          "",
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Flag", 245, false),
              Column.onPaper("Young people", 150, true),
              Column.onPaper("Cannot tell", 144, true)),
          false,
          flags.stream().map(this::flag).toList());
    }

    private int overdue() {
      return YoungPeople.open(night, leavers, one -> one.timeliness() == Timeliness.OVERDUE).size();
    }

    private int in(String group) {
      return (int)
          young.stream().filter(child -> YoungPeople.group(child, night).equals(group)).count();
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
      int neither = in("") + in(YoungPeople.LISTED);
      if (neither > 0) {
        remarks.add(
            "Of "
                + Words.count(neither)
                + " the record does not say whether they are eligible or have left care.");
      }
      int notEligible = in(YoungPeople.IN_CARE) + in(YoungPeople.WAS_IN_CARE);
      if (notEligible > 0) {
        remarks.add(
            Words.count(notEligible, "was", "were")
                + " in care at 16 or later without having been eligible.");
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
              Words.count(in(YoungPeople.ELIGIBLE)),
              "eligible",
              "16 or 17, still looked after",
              Tone.PLAIN),
          new Tile(
              Words.count(in(YoungPeople.LEFT_CARE)),
              "left care",
              "having been eligible",
              Tone.PLAIN),
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

    private Row flag(Flag flag) {
      int on = 0;
      int lookedAt = 0;
      int cannotTell = 0;
      for (var count : night.tally().counts(flag.id()).values()) {
        on += count.flagged();
        lookedAt += count.lookedAt();
        cannotTell += count.cannotTell();
      }
      Share share =
          lookedAt == 0 ? Share.NOTHING : Share.of(on, lookedAt, night.night().printing());
      return new Row(
          List.of(
              StandardTables.standard(flag.title(), flag.standing().words()),
              ReportCell.text(share.value())
                  .shown(
                      share.any() ? Weight.STRONG : Weight.QUIET,
                      on == 0 ? Tone.PLAIN : Tone.POOR,
                      share.count()),
              new Count(cannotTell)));
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
    private Table lines() {
      List<Finding> open =
          YoungPeople.open(
              night,
              leavers,
              one ->
                  one.timeliness() == Timeliness.OVERDUE
                      || TeamList.isDueBy(one, night.night().until()));
      List<Row> lines = new ArrayList<>();
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
      return new Table(
          lines.isEmpty()
              ? "Overdue, or due next"
              : "Overdue, and due in " + night.night().printing().ahead() + ", by team",
          lines.isEmpty()
              ? "Nothing is overdue, and nothing falls due by "
                  + Words.date(night.night().until())
                  + "."
              : Notes.firstOf(lines.size()),
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Team now", 98, false).strong(),
              Column.onPaper("Young person", 66, false),
              Column.onPaper("What is owed", 132, false),
              Column.onPaper("Due", 86, true),
              Column.onPaper("Worker", 66, false),
              Column.proof(91)),
          false,
          lines.subList(0, Math.min(lines.size(), Notes.LINES_PRINTED)));
    }

    private Row line(String team, Finding finding) {
      boolean over = finding.timeliness() == Timeliness.OVERDUE;
      OnRecord child = byId.get(finding.childId());
      String days =
          over
              ? Words.count(owed.daysOver(finding), "day over", "days over")
              : owed.inDays(finding);
      return Row.of(
          team,
          new ReportCell.Id(Owed.child(finding))
              .shown(Weight.PLAIN, Tone.PLAIN, owed.name(finding)),
          ReportCell.text(owed.title(finding))
              .shown(
                  Weight.PLAIN, Tone.PLAIN, child == null ? "" : YoungPeople.group(child, night)),
          ReportCell.text(days)
              .shown(
                  Weight.STRONG, over ? Tone.POOR : Tone.PLAIN, Words.dateOrNothing(finding.due())),
          ReportCell.text(Owed.worker(finding)),
          ReportCell.text(finding.source()));
    }

    private Table flagged() {
      return new Table(
          "Worth a look",
          Notes.firstOf(flagged.size()),
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Team now", 130, false),
              Column.onPaper("Young person", 80, false),
              Column.onPaper("What", 159, false),
              Column.onPaper("Since", 70, true),
              Column.proof(100)),
          false,
          flagged.stream()
              .limit(Notes.LINES_PRINTED)
              .map(
                  line ->
                      Row.of(
                          NightInReports.teamName(line.teamNow()),
                          night.night().child(line.childId()),
                          ReportCell.text(title(line) + ": " + line.value()),
                          ReportCell.text(Words.dateOrNothing(line.since())),
                          ReportCell.text(line.source())))
              .toList());
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
