package org.practicewatch.reports.subject;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicewatch.reports.night.Notes;
import org.practicewatch.reports.night.OwedByWhen;
import org.practicewatch.reports.night.StandardNote;
import org.practicewatch.reports.night.StandardTables;
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
import org.practicewatch.reports.subject.ReportContents.Reviewing;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/**
 * What the reviewing officers report every quarter: reviews held in timescale, what should stand
 * around a review, their challenges and whether anything was done about them, by team.
 */
public final class ReviewingReport {

  private static final int STANDARDS_AT_THE_HEAD = 2;

  private ReviewingReport() {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<Report> of(SubjectNight night) {
    Reviewing reviewing = night.contents().reviewing();
    if (reviewing == null) {
      return Optional.empty();
    }
    ReviewingQuarters quarters = new ReviewingQuarters(night, reviewing);
    return quarters.hasAnything()
        ? Optional.of(new Writing(night, reviewing, quarters).report())
        : Optional.empty();
  }

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final SubjectNight night;
    private final Reviewing names;
    private final ReviewingQuarters quarters;

    Writing(SubjectNight night, Reviewing names, ReviewingQuarters quarters) {
      this.night = night;
      this.names = names;
      this.quarters = quarters;
    }

    Report report() {
      List<Challenge> open =
          quarters.tellsOfActions()
              ? quarters.challenges().stream().filter(Challenge::isOpen).toList()
              : List.of();
      List<Section> sections = new ArrayList<>();
      if (!quarters.judged().isEmpty()) {
        sections.add(standards());
      }
      List<Row> counts = counts();
      if (!counts.isEmpty()) {
        sections.add(
            new Table(
                "Challenges, and reviews found only as a case note",
                "",
                Section.Place.PAPER,
                List.of(
                    Column.onPaper("Counted", 206, false).strong(),
                    Column.onPaper("This quarter so far: " + quarters.now().words(), 290, true),
                    Column.onPaper("The quarter before: " + quarters.before().words(), 290, true)),
                false,
                counts));
      }
      ReviewingOfficers officers = new ReviewingOfficers(quarters);
      sections.add(Table.of(SubjectSheets.summary(sentences(officers))));
      if (officers.areKnown()) {
        sections.add(officers.table());
      }
      sections.add(new Sentence("", withoutSource(officers)));
      sections.add(new Sentence("", notes()));
      sections.addAll(new ReviewingByTeam(quarters).tables());
      sections.add(challenges(open));
      if (!quarters.notOnForm().isEmpty()) {
        sections.add(notOnForm());
      }
      if (!quarters.judged().isEmpty()) {
        sections.add(
            StandardTables.definitions(
                "What is owed by when",
                "Standard",
                quarters.judged().stream().map(OwedByWhen::of).toList(),
                true));
      }
      ReviewingSheets.of(night, names, challengesNote(open.size()))
          .forEach(sheet -> sections.add(Table.of(sheet)));
      return night.report(
          "Reviewing officers' report",
          "The reviewing officers' report",
          headline(),
          remarks(),
          tiles(open.size()),
          sections,
          true);
    }

    private Map<String, String> sentences(ReviewingOfficers officers) {
      Map<String, String> sentences = new LinkedHashMap<>();
      sentences.put("In one sentence", headline());
      sentences.put("Before quoting a figure", remarks());
      sentences.put("What cannot be judged", withoutSource(officers));
      sentences.put("How it is counted", notes());
      return sentences;
    }

    private String notes() {
      return "A quarter is three months of the council's year; what is due tonight and not done is not"
          + " counted before tomorrow. What fell due counts for the team that held the child on"
          + " the due date; a challenge, or a review found only as a note, for the team that did"
          + " on its day. What cannot be told is in no percentage. A challenge is put right by"
          + " the child's next action, for no extract ties the two together."
          + Notes.few(night.night().printing());
    }

    // ---- page 1 ----

    private String headline() {
      if (quarters.judged().isEmpty()) {
        return "No review can be judged tonight; the challenges are below.";
      }
      StandardNote first = quarters.judged().get(0);
      RanOut here = quarters.in(quarters.now(), first, null);
      RanOut then = quarters.in(quarters.before(), first, null);
      return first.title()
          + ": "
          + (here.judged() == 0
              ? "none fell due this quarter so far"
              : Words.count(here.inTime())
                  + " of the "
                  + Words.count(here.judged())
                  + " that fell due this quarter so far "
                  + (here.inTime() == 1 ? "was" : "were")
                  + " in timescale")
          + "; the quarter before, "
          + (then.judged() == 0
              ? "none fell due."
              : Words.count(then.inTime()) + " of " + Words.count(then.judged()) + ".");
    }

    private String remarks() {
      List<String> remarks = new ArrayList<>();
      long open =
          quarters.findings().stream()
              .filter(one -> one.timeliness() == Timeliness.OVERDUE)
              .count();
      if (open > 0) {
        remarks.add(
            Words.count((int) open, "thing is", "things are")
                + " overdue tonight and can still be done; the workbook lists them.");
      }
      List<String> unsure =
          quarters.judged().stream()
              .filter(note -> note.standing() == Standing.TO_CONFIRM)
              .map(StandardNote::title)
              .toList();
      if (!unsure.isEmpty()) {
        remarks.add(
            "To confirm, since the text behind the number was not seen: "
                + String.join(", ", unsure)
                + ".");
      }
      return String.join(" ", remarks);
    }

    private List<Tile> tiles(int open) {
      List<Tile> tiles = new ArrayList<>();
      for (int i = 0; i < STANDARDS_AT_THE_HEAD; i++) {
        tiles.add(
            i < quarters.judged().size()
                ? tile(quarters.judged().get(i))
                : new Tile(Words.NOTHING, "in timescale", "cannot judge: no source", Tone.PLAIN));
      }
      boolean told = quarters.tellsOfChallenges();
      tiles.add(
          new Tile(
              told ? Words.count(quarters.made(quarters.now(), null).size()) : Words.NOTHING,
              "challenges",
              told ? "made this quarter so far" : "cannot judge: no source",
              Tone.PLAIN));
      tiles.add(
          new Tile(
              quarters.tellsOfActions() ? Words.count(open) : Words.NOTHING,
              "open",
              quarters.tellsOfActions() ? "challenges not actioned" : "cannot judge: no source",
              open == 0 ? Tone.PLAIN : Tone.POOR));
      return List.copyOf(tiles);
    }

    private Tile tile(StandardNote standard) {
      Share share = quarters.in(quarters.now(), standard, null).share(night.night().printing());
      return new Tile(
          share.any() ? share.value() : Words.NOTHING,
          "in timescale",
          standard.title() + (share.count().isEmpty() ? "" : ", " + share.count()),
          Tone.PLAIN);
    }

    /** Each standard in two quarters, side by side. */
    private Table standards() {
      List<Column> columns = new ArrayList<>(List.of(Column.onPaper("Standard", 206, false)));
      for (String quarter : List.of("This quarter:", "Before:")) {
        columns.add(Column.onPaper(quarter + "\nFell due", 56, true));
        columns.add(Column.onPaper("In timescale", 76, true));
        columns.add(Column.onPaper("Late", 42, true));
        columns.add(Column.onPaper("Not at all", 56, true));
        columns.add(Column.onPaper("Cannot tell", 60, true));
      }
      return new Table(
          "Reviews, and what should stand around them",
          "This quarter so far: "
              + quarters.now().words()
              + ". The quarter before: "
              + quarters.before().words()
              + ".",
          Section.Place.PAPER,
          columns,
          false,
          quarters.judged().stream().map(this::standard).toList());
    }

    private Row standard(StandardNote standard) {
      List<ReportCell> cells = new ArrayList<>();
      cells.add(StandardTables.standard(standard.title(), standard.standing().words()));
      addTo(cells, quarters.in(quarters.now(), standard, null));
      addTo(cells, quarters.in(quarters.before(), standard, null));
      return new Row(cells);
    }

    private void addTo(List<ReportCell> cells, RanOut ran) {
      cells.add(new Count(ran.judged()));
      cells.add(ReportCell.share(ran.share(night.night().printing())));
      cells.add(new Count(ran.late()));
      cells.add(
          new Count(ran.notAtAll())
              .shown(Weight.STRONG, ran.notAtAll() == 0 ? Tone.PLAIN : Tone.POOR, ""));
      cells.add(new Count(ran.cannotTell()));
    }

    private List<Row> counts() {
      List<Row> rows = new ArrayList<>();
      if (quarters.tellsOfChallenges()) {
        rows.add(
            Row.of(
                "Challenges made",
                Words.count(quarters.made(quarters.now(), null).size()),
                Words.count(quarters.made(quarters.before(), null).size())));
        if (quarters.tellsOfActions()) {
          rows.add(
              Row.of(
                  "of these, actioned by tonight",
                  actioned(quarters.now()),
                  actioned(quarters.before())));
        }
      }
      if (!quarters.notOnForm().isEmpty()) {
        rows.add(
            Row.of(
                "Reviews found only as a case note",
                Words.count((int) quarters.noted(quarters.now(), null)),
                Words.count((int) quarters.noted(quarters.before(), null))));
      }
      return List.copyOf(rows);
    }

    private String actioned(Quarter quarter) {
      List<Challenge> made = quarters.made(quarter, null);
      int done = (int) made.stream().filter(one -> !one.isOpen()).count();
      return made.isEmpty() ? Words.NOTHING : Words.count(done) + " of " + Words.count(made.size());
    }

    private String withoutSource(ReviewingOfficers officers) {
      List<String> missing = new ArrayList<>();
      night.notes(names.standards()).stream()
          .filter(note -> !note.judged())
          .forEach(note -> missing.add(note.title()));
      Stream.of(names.challenge(), names.actioned())
          .filter(kind -> !night.sources().tellOf(kind))
          .forEach(missing::add);
      if (!officers.areKnown()) {
        missing.add("who reviews which child");
      }
      return Stream.of(
              Notes.withoutSource(missing),
              quarters.notOnForm().isEmpty()
                  ? "No extract marks any review \""
                      + names.notOnTheForm()
                      + "\": that there was none, or that the mark was not extracted, cannot be told"
                      + " apart."
                  : "")
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
    }

    // ---- the lists ----

    private Table challenges(List<Challenge> open) {
      return new Table(
          "Challenges that are open" + (open.isEmpty() ? "" : ": oldest first"),
          challengesNote(open.size()),
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Team on the day", 220, false),
              Column.onPaper("Child", 130, false),
              Column.onPaper("Challenged on", 90, true),
              Column.onPaper("Open for", 90, true).strong(),
              Column.proof(256)),
          false,
          open.stream()
              .limit(Notes.LINES_PRINTED)
              .map(
                  one ->
                      Row.of(
                          ReviewingQuarters.teamOf(one.made()),
                          night.night().child(one.child().childId()),
                          ReportCell.day(one.made().from()),
                          ReportCell.text(
                              Words.count(
                                  (int) ChronoUnit.DAYS.between(one.made().from(), night.asAt()),
                                  "day",
                                  "days")),
                          ReportCell.text(one.made().source())))
              .toList());
    }

    /** Reviews found only as a note, of both quarters. */
    private Table notOnForm() {
      List<ReviewingQuarters.NotOnForm> recent =
          quarters.notOnForm().stream()
              .filter(
                  one ->
                      quarters.now().contains(one.review().from())
                          || quarters.before().contains(one.review().from()))
              .toList();
      return new Table(
          "Reviews found only as a case note",
          recent.isEmpty()
              ? "None is marked so in these two quarters."
              : Notes.firstOf(recent.size()),
          Section.Place.PAPER,
          List.of(
              Column.onPaper("Team on the day", 220, false),
              Column.onPaper("Child", 130, false),
              Column.onPaper("Held on", 90, true),
              Column.proof(346)),
          false,
          recent.stream()
              .limit(Notes.LINES_PRINTED)
              .map(
                  one ->
                      Row.of(
                          ReviewingQuarters.teamOf(one.review()),
                          night.night().child(one.child().childId()),
                          ReportCell.day(one.review().from()),
                          ReportCell.text(one.review().source())))
              .toList());
    }

    private String challengesNote(int open) {
      if (!quarters.tellsOfChallenges()) {
        return "Cannot judge: no source.";
      }
      if (!quarters.tellsOfActions()) {
        return "No extract carries \""
            + names.actioned()
            + "\": that none was actioned, or that it was not extracted, cannot be told apart.";
      }
      return open == 0 ? "Every challenge has been actioned." : Notes.firstOf(open);
    }
  }
}
