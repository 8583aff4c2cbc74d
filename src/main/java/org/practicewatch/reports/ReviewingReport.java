package org.practicewatch.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.practicewatch.compliance.Finding;
import org.practicewatch.compliance.Recorded;
import org.practicewatch.reports.ReportCell.Count;
import org.practicewatch.reports.ReportCell.Weight;
import org.practicewatch.reports.ReportContents.Reviewing;
import org.practicewatch.reports.ReportSheet.Column;
import org.practicewatch.reports.Section.Row;
import org.practicewatch.reports.Section.Sentence;
import org.practicewatch.reports.Section.Table;
import org.practicewatch.reports.SubjectNight.OnRecord;
import org.practicewatch.standards.Standing;
import org.practicewatch.standards.Timeliness;

/**
 * What the reviewing officers report every quarter: reviews held in timescale, what should stand
 * around a review, their challenges and whether anything was done about them, by team.
 */
public final class ReviewingReport {

  /** As many standards as fit side by side on a page. */
  static final int STANDARDS_ACROSS = 6;

  private static final int STANDARDS_AT_THE_HEAD = 2;

  private static final float PROOF = 6.5f;

  private ReviewingReport() {}

  /** Reads one night; empty where there is nothing to say. */
  public static Optional<Report> of(SubjectNight night) {
    Reviewing reviewing = night.contents().reviewing();
    if (reviewing == null) {
      return Optional.empty();
    }
    Writing writing = new Writing(night, reviewing);
    return writing.hasAnything() ? Optional.of(writing.report()) : Optional.empty();
  }

  /** Of a challenge, or a review that is not on the form: the team on the day. */
  static String teamOf(Recorded one) {
    return NightInReports.teamName(one.team());
  }

  /** Reviews that are found only as a note, the latest first. */
  static List<NotOnForm> notOnForm(SubjectNight night, Reviewing reviewing) {
    List<NotOnForm> all = new ArrayList<>();
    for (OnRecord child : night.children()) {
      child
          .recorded(reviewing.review())
          .filter(one -> one.marks().contains(reviewing.notOnTheForm()))
          .forEach(one -> all.add(new NotOnForm(child, one)));
    }
    all.sort(
        Comparator.<NotOnForm, LocalDate>comparing(one -> one.review().from())
            .reversed()
            .thenComparing(one -> Words.numbersInOrder(one.child().childId())));
    return all;
  }

  /** A review that is found only as a note. */
  record NotOnForm(OnRecord child, Recorded review) {}

  /** The night, for as long as the report is being put together. */
  private static final class Writing {

    private final SubjectNight night;
    private final Reviewing names;
    private final Quarter now;
    private final Quarter before;
    private final List<StandardNote> judged;
    private final List<Finding> findings;
    private final List<Challenge> challenges;
    private final List<NotOnForm> notOnForm;

    Writing(SubjectNight night, Reviewing names) {
      this.night = night;
      this.names = names;
      this.now = Quarter.of(night.asAt(), night.yearFrom());
      this.before = now.before();
      this.judged = night.notes(names.standards()).stream().filter(StandardNote::judged).toList();
      this.findings = night.findings(judged.stream().map(StandardNote::id).toList()).toList();
      this.challenges = Challenge.of(night.children(), names);
      this.notOnForm = ReviewingReport.notOnForm(night, names);
    }

    boolean hasAnything() {
      return judged.stream()
              .anyMatch(one -> !in(now, one, null).isEmpty() || !in(before, one, null).isEmpty())
          || !challenges.isEmpty();
    }

    Report report() {
      List<Challenge> open =
          tellsOfActions() ? challenges.stream().filter(Challenge::isOpen).toList() : List.of();
      List<Section> sections = new ArrayList<>();
      if (!judged.isEmpty()) {
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
                    Column.onPaper("This quarter so far: " + now.words(), 290, true),
                    Column.onPaper("The quarter before: " + before.words(), 290, true)),
                false,
                counts));
      }
      sections.add(new Sentence("", withoutSource()));
      sections.add(new Sentence("", notes()));
      sections.addAll(byTeam());
      sections.add(challenges(open));
      if (!notOnForm.isEmpty()) {
        sections.add(notOnForm());
      }
      if (!judged.isEmpty()) {
        sections.add(
            StandardTables.definitions(
                "What is owed by when",
                "Standard",
                judged.stream().map(OwedByWhen::of).toList(),
                186,
                300,
                230,
                70));
      }
      Map<String, String> sentences = new LinkedHashMap<>();
      sentences.put("In one sentence", headline());
      sentences.put("Before quoting a figure", remarks());
      sentences.put("What cannot be judged", withoutSource());
      sentences.put("How it is counted", notes());
      ReviewingSheets.of(night, names, sentences, challengesNote(open.size()))
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

    private String notes() {
      return "A quarter is three months of the council's year; what is due tonight and not done is not"
          + " counted before tomorrow. What fell due counts for the team that held the child on"
          + " the due date; a challenge, or a review found only as a note, for the team that did"
          + " on its day. What cannot be told is in no percentage. A challenge is put right by"
          + " the child's next action, for no extract ties the two together."
          + Notes.few(night.night().printing());
    }

    private boolean tellsOfChallenges() {
      return night.sources().tellOf(names.challenge());
    }

    private boolean tellsOfActions() {
      return tellsOfChallenges() && night.sources().tellOf(names.actioned());
    }

    private RanOut in(Quarter quarter, StandardNote standard, @Nullable Collection<String> teams) {
      return RanOut.of(
          findings.stream()
              .filter(finding -> finding.standard().equals(standard.id()))
              .filter(
                  finding ->
                      teams == null || teams.contains(NightInReports.teamName(finding.team()))),
          quarter.from(),
          quarter.to());
    }

    // ---- page 1 ----

    private String headline() {
      if (judged.isEmpty()) {
        return "No review can be judged tonight; the challenges are below.";
      }
      StandardNote first = judged.get(0);
      RanOut here = in(now, first, null);
      RanOut then = in(before, first, null);
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
      long open = findings.stream().filter(one -> one.timeliness() == Timeliness.OVERDUE).count();
      if (open > 0) {
        remarks.add(
            Words.count((int) open, "thing is", "things are")
                + " overdue tonight and can still be done; the workbook lists them.");
      }
      List<String> unsure =
          judged.stream()
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
            i < judged.size()
                ? tile(judged.get(i))
                : new Tile(Words.NOTHING, "in timescale", "cannot judge: no source", Tone.PLAIN));
      }
      boolean told = tellsOfChallenges();
      tiles.add(
          new Tile(
              told ? Words.count(made(now, null).size()) : Words.NOTHING,
              "challenges",
              told ? "made this quarter so far" : "cannot judge: no source",
              Tone.PLAIN));
      tiles.add(
          new Tile(
              tellsOfActions() ? Words.count(open) : Words.NOTHING,
              "open",
              tellsOfActions() ? "challenges not actioned" : "cannot judge: no source",
              open == 0 ? Tone.PLAIN : Tone.POOR));
      return List.copyOf(tiles);
    }

    private Tile tile(StandardNote standard) {
      Share share = in(now, standard, null).share(night.night().printing());
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
          "This quarter so far: " + now.words() + ". The quarter before: " + before.words() + ".",
          Section.Place.PAPER,
          columns,
          false,
          judged.stream().map(this::standard).toList());
    }

    private Row standard(StandardNote standard) {
      List<ReportCell> cells = new ArrayList<>();
      cells.add(StandardTables.standard(standard.title(), standard.standing().words()));
      addTo(cells, in(now, standard, null));
      addTo(cells, in(before, standard, null));
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

    private List<Challenge> made(Quarter quarter, @Nullable Collection<String> teams) {
      return challenges.stream()
          .filter(one -> quarter.contains(one.made().from()))
          .filter(one -> teams == null || teams.contains(teamOf(one.made())))
          .toList();
    }

    private long noted(Quarter quarter, @Nullable Collection<String> teams) {
      return notOnForm.stream()
          .filter(one -> quarter.contains(one.review().from()))
          .filter(one -> teams == null || teams.contains(teamOf(one.review())))
          .count();
    }

    private List<Row> counts() {
      List<Row> rows = new ArrayList<>();
      if (tellsOfChallenges()) {
        rows.add(
            Row.of(
                "Challenges made",
                Words.count(made(now, null).size()),
                Words.count(made(before, null).size())));
        if (tellsOfActions()) {
          rows.add(Row.of("of these, actioned by tonight", actioned(now), actioned(before)));
        }
      }
      if (!notOnForm.isEmpty()) {
        rows.add(
            Row.of(
                "Reviews found only as a case note",
                Words.count((int) noted(now, null)),
                Words.count((int) noted(before, null))));
      }
      return List.copyOf(rows);
    }

    private String actioned(Quarter quarter) {
      List<Challenge> made = made(quarter, null);
      int done = (int) made.stream().filter(one -> !one.isOpen()).count();
      return made.isEmpty() ? Words.NOTHING : Words.count(done) + " of " + Words.count(made.size());
    }

    private String withoutSource() {
      List<String> missing = new ArrayList<>();
      night.notes(names.standards()).stream()
          .filter(note -> !note.judged())
          .forEach(note -> missing.add(note.title()));
      Stream.of(names.challenge(), names.actioned())
          .filter(kind -> !night.sources().tellOf(kind))
          .forEach(missing::add);
      return Stream.of(
              Notes.withoutSource(missing),
              notOnForm.isEmpty()
                  ? "No extract marks any review \""
                      + names.notOnTheForm()
                      + "\": that there was none, or that the mark was not extracted, cannot be told"
                      + " apart."
                  : "")
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
    }

    // ---- by team ----

    private List<Table> byTeam() {
      Set<String> teams = new LinkedHashSet<>();
      findings.stream()
          .filter(one -> one.due() != null && now.contains(one.due()))
          .filter(one -> isCounted(one.timeliness()))
          .forEach(one -> teams.add(one.team()));
      made(now, null).forEach(one -> teams.add(one.made().team()));
      notOnForm.stream()
          .filter(one -> now.contains(one.review().from()))
          .forEach(one -> teams.add(one.review().team()));
      List<Table> tables = new ArrayList<>();
      for (List<StandardNote> chunk : Chunks.even(judged, STANDARDS_ACROSS)) {
        List<Row> rows = new ArrayList<>();
        TeamsMet.of(night.night(), teams)
            .forEach(
                (service, its) -> {
                  rows.add(row(service, true, its, chunk));
                  its.forEach(team -> rows.add(row(team, false, List.of(team), chunk)));
                });
        if (!rows.isEmpty()) {
          List<Column> columns = new ArrayList<>(List.of(Column.onPaper("Team", 172, false)));
          chunk.forEach(standard -> columns.add(Column.onPaper(standard.title(), 82, true)));
          columns.add(Column.onPaper("Challenges made", 70, true));
          columns.add(Column.onPaper("Found only as a note", 52, true));
          tables.add(
              new Table(
                  "By team, this quarter so far" + (tables.isEmpty() ? "" : ", continued"),
                  "",
                  Section.Place.PAPER,
                  columns,
                  false,
                  rows));
        }
      }
      return tables;
    }

    private static boolean isCounted(Timeliness timeliness) {
      return timeliness != Timeliness.DUE_SOON && timeliness != Timeliness.NOT_YET_DUE;
    }

    private Row row(String name, boolean service, List<String> teams, List<StandardNote> chunk) {
      List<Challenge> made = made(now, teams);
      long done = made.stream().filter(one -> !one.isOpen()).count();
      List<ReportCell> cells = new ArrayList<>();
      cells.add(service ? ReportCell.text(name).strong() : ReportCell.text(name));
      for (StandardNote standard : chunk) {
        Share share = in(now, standard, teams).share(night.night().printing());
        Share then = in(before, standard, teams).share(night.night().printing());
        cells.add(
            ReportCell.text(share.value())
                .shown(
                    share.any() ? Weight.STRONG : Weight.QUIET,
                    Tone.PLAIN,
                    Stream.of(share.count(), then.any() ? "before: " + then.value() : "")
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining("\n"))));
      }
      cells.add(
          ReportCell.text(
              made.isEmpty()
                  ? Words.NOTHING
                  : Words.count(made.size())
                      + (tellsOfActions() ? ", actioned " + Words.count((int) done) : "")));
      cells.add(
          notOnForm.isEmpty()
              ? ReportCell.text(Words.NOTHING)
              : new Count((int) noted(now, teams)));
      return new Row(cells, service);
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
              Column.onPaper("Proof in the extract", 256, false).quiet().sized(PROOF)),
          false,
          open.stream()
              .limit(TeamReport.LINES_PRINTED)
              .map(
                  one ->
                      Row.of(
                          teamOf(one.made()),
                          child(one.child()),
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
      List<NotOnForm> recent =
          notOnForm.stream()
              .filter(
                  one -> now.contains(one.review().from()) || before.contains(one.review().from()))
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
              Column.onPaper("Proof in the extract", 346, false).quiet().sized(PROOF)),
          false,
          recent.stream()
              .limit(TeamReport.LINES_PRINTED)
              .map(
                  one ->
                      Row.of(
                          teamOf(one.review()),
                          child(one.child()),
                          ReportCell.day(one.review().from()),
                          ReportCell.text(one.review().source())))
              .toList());
    }

    private ReportCell child(OnRecord child) {
      return new ReportCell.Id(child.childId())
          .shown(
              Weight.STRONG,
              Tone.PLAIN,
              night.night().printing().names().getOrDefault(child.childId(), ""));
    }

    private String challengesNote(int open) {
      if (!tellsOfChallenges()) {
        return "Cannot judge: no source.";
      }
      if (!tellsOfActions()) {
        return "No extract carries \""
            + names.actioned()
            + "\": that none was actioned, or that it was not extracted, cannot be told apart.";
      }
      return open == 0 ? "Every challenge has been actioned." : Notes.firstOf(open);
    }
  }
}
